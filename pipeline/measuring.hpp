// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/network_changes.hpp"
#include "pipeline/network_shape.hpp"
#include "pipeline/networks.hpp"

namespace demarche {

struct MeasuringOptions {
    std::filesystem::path study;
    NetworkRequest network;
    NetworkShape shape;
    MeasureOptions measures;
    CommunityOptions communities;
    // Of the table of nodes.
    std::string by;               // a measure, as the columns are called; empty: betweenness
    std::string type;             // nodes of this type alone: "body"; empty: all
    std::optional<unsigned> top;  // so many nodes; without it twenty in text, all otherwise
    TableFormat format = TableFormat::text;
};

// `demarche graph measures`: who is central, who belongs together, and how the network is built.
//
// throws  Error of the study or the codebook; Error{usage} for a measure or type that there is not, naming those
//         that there are
void write_measures(const MeasuringOptions& options, std::ostream& out);

// --- the parts of it ---

// A network that was measured, and its nodes in the order of the table.
struct MeasuredNetwork {
    Network network;
    std::string by;
    std::vector<NetworkVertex> ranked;  // of the type asked for; by falling value, then by id
    std::size_t shown = 0;              // of these, so many are asked for
};

void write_measures_text(const MeasuredNetwork& measured, std::ostream& out);
void write_measures_json(const MeasuredNetwork& measured, std::ostream& out);
void write_measures_csv(const MeasuredNetwork& measured, std::ostream& out);  // the table of nodes

// Ids of the members of each community, by its number - 1.
std::vector<std::vector<std::string>> community_members(const Network& network);
// The edges of a projection, the heaviest first, then by their ends.
std::vector<NetworkEdge> ties_by_weight(const Network& network);

}  // namespace demarche
