// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/network_shape.hpp"
#include "pipeline/networks.hpp"

namespace demarche {

struct ExportOptions {
    std::filesystem::path study;
    std::string format;            // a name of export_formats()
    std::filesystem::path output;  // "-": standard output
    // One file for each so many years, named after them ("network-2011-2015.graphml"); networks alone.
    std::optional<int> years_each;
    NetworkRequest network;  // of network formats; tables hold the whole study
    NetworkShape shape;      // the same
    bool is_bare = false;    // leave out measures, communities and layout
};

struct ExportFormat {
    std::string_view name;
    std::string_view description;
};

// Every format that a study can be exported to: networks, then tables.
std::vector<ExportFormat> export_formats();

// `demarche export`. The file appears whole or not at all; the same study gives the same bytes.
// returns  the files written, when there is one for each period; otherwise nothing
// throws   Error{usage} for an unknown format, Error of the study, Error{storage} of the output
std::vector<std::filesystem::path> export_study(const ExportOptions& options);

}  // namespace demarche
