// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "corpora/model/study.hpp"
#include "graphs/network.hpp"

namespace demarche {

// What formats are made from: the network, and for those that tell of them the documents that it was built from.
struct NetworkSource {
    const Network& network;
    const std::vector<StudyDocument>& documents;
};

// A file format for networks. The attributes that each writes are listed in README.md.
struct NetworkExport {
    std::string_view name;         // as the user asks for it: "graphml"
    std::string_view extension;    // of its files, without the dot
    std::string_view description;  // one line for lists of formats
    // Writes the whole file as bytes: the stream must not translate line ends. The same network gives the
    // same bytes. Whether the bytes arrived is the stream's to say: the caller checks it.
    // throws  Error{usage} when the format cannot hold such a network, and which can
    void (*write)(const NetworkSource& source, std::ostream& out) = nullptr;
};

// Every format. A new format is one new file and one line here.
const std::vector<NetworkExport>& all_network_exports();

// Null when there is none of that name.
const NetworkExport* find_network_export(std::string_view name) noexcept;

}  // namespace demarche
