// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graphs/measures/simple_graph.hpp"
#include "graphs/network.hpp"

namespace demarche {

struct CommunityOptions {
    double resolution = 1;  // above 0; more gives more and smaller communities (Reichardt and Bornholdt 2006)
    std::uint32_t seed = 1;
    // Leiden is run so often, each time from other random numbers, and the partition of the largest modularity is
    // kept: a single run may end in a lesser one. Nothing: from 10 to 100 times, the more the smaller the network.
    std::optional<std::uint32_t> runs = std::nullopt;
    MeasuredPart part = {};
};

struct Communities {
    std::vector<std::int32_t>
        number;  // by vertex, from 1: the largest first, among equals that of the least vertex
    CommunityFigures figures;
};

// Communities by the Leiden algorithm with modularity as its objective, of igraph's C library; edges by weight and
// without direction. Traag, V. A., Waltman, L. and van Eck, N. J. (2019), From Louvain to Leiden: guaranteeing
// well-connected communities, Scientific Reports 9, 5233.
//
// The same vertices, pairs and options give the same communities. `pairs` are as of without_direction().
// cost    nearly linear in m for each run
// throws  std::logic_error if the resolution is not above 0 or there are no runs; std::bad_alloc
// thread  not by two threads at once (igraph's random numbers are global)
Communities communities_of(std::size_t vertices, const std::vector<WeightedPair>& pairs,
                           const CommunityOptions& options = {});

// How much more of the weight lies inside the parts than chance would put there:
// Q = 1/(2m) * sum over parts of (2 * weight inside - resolution * strength^2 / (2m)), m the weight of all pairs;
// 0 where there are none. Newman, M. E. J. and Girvan, M. (2004), Physical Review E 69, 026113.
double modularity_of(const std::vector<std::int32_t>& parts, const std::vector<WeightedPair>& pairs,
                     double resolution = 1);

// Fills in Node::community and NetworkFacts::communities. Nodes that are no part of what is measured have none.
void add_communities(Network& network, const CommunityOptions& options = {});

}  // namespace demarche
