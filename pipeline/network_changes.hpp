// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "pipeline/networks.hpp"

namespace demarche {

enum class TableFormat { text, json, csv };

struct NetworkChangesOptions {
    std::filesystem::path study;
    NetworkRequest network;  // but for its years
    // The documents of each network, by year; both ends are part of it.
    std::optional<int> before_first, before_last, after_first, after_last;
    TableFormat format = TableFormat::text;
};

// `demarche graph changes`: what appeared in the network and what went, from one span of years to another.
//
// throws  Error of the study or the codebook; Error{usage} when a span holds no document that was read
void write_network_changes(const NetworkChangesOptions& options, std::ostream& out);

}  // namespace demarche
