// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <functional>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// The form of a network that measures are computed on: the same vertices, at most
// one arc each way between two of them, and nothing on an arc but its weight.
// Compressed sparse rows, because measures walk over all arcs many thousand times.
// Arcs are in order of source, then target.
struct Arc {
    double weight = 0;
};
using SimpleGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                                       boost::no_property, std::uint32_t, std::uint32_t>;
using SimpleVertex = boost::graph_traits<SimpleGraph>::vertex_descriptor;

struct WeightedPair {
    std::uint32_t source = 0, target = 0;
    double weight = 0;
};

// The edges of a network as pairs, in order, each once and with its weights summed. Edges from a node to itself are
// left out; so are those that `is_wanted` refuses. O(m log m).
using EdgeFilter = std::function<bool(NetworkEdge edge)>;
std::vector<WeightedPair> merged_pairs(const Network& network, const EdgeFilter& is_wanted);

// Which part of a network is measured.
struct MeasuredPart {
    bool with_memberships = false;     // edges of Relation::member_of, which the catalogue knows and no text says
    bool with_umbrella_codes = false;  // nodes that is_umbrella() takes for no one thing
};

// That part, its nodes numbered anew.
struct Measured {
    std::vector<NetworkVertex> vertices;  // in order, by their new number
    std::vector<WeightedPair> pairs;  // of new numbers; as of merged_pairs(), or, undirected, without_direction()
    bool is_directed = true;
};
Measured measured(const Network& network, MeasuredPart part = {});

// `pairs` with both directions made one: source < target.
std::vector<WeightedPair> without_direction(const std::vector<WeightedPair>& pairs);

// An arc for each pair.
SimpleGraph directed_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs);
// An arc for each pair, turned round.
SimpleGraph reversed_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs);
// Two arcs for each pair; `pairs` are as of without_direction().
SimpleGraph undirected_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs);

}  // namespace demarche
