// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graphs/measures/simple_graph.hpp"
#include "graphs/network.hpp"

namespace demarche {

struct MeasureOptions {
    // Betweenness and closeness: a path's length is the sum of 1/weight instead of the number of its edges.
    bool with_weighted_paths = false;
    // Betweenness and closeness along the direction of edges. Off, because what is mentioned does not answer: along
    // directions hardly any path is longer than one edge. Of no effect in a network without directions.
    bool with_directed_paths = false;
    MeasuredPart part = {};
    double damping = 0.85;  // of PageRank: 0 <= damping < 1
};

// Fills in Node::measures and NetworkFacts::measures: all that values.hpp describes. Nodes that are no part of what
// is measured have none.
// O(n m) for betweenness and closeness, and little beside them: at 300 nodes some milliseconds.
void add_measures(Network& network, const MeasureOptions& options = {});

}  // namespace demarche
