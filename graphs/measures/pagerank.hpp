// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graphs/measures/simple_graph.hpp"

namespace demarche {

// PageRank by vertex, along arcs in proportion to their weight; sums to 1. A vertex that no arc leaves passes its
// rank on to all vertices alike, as in NetworkX and igraph.
//
// Our own iteration: Boost's page_rank knows no weights, loses the rank of vertices without arcs (in a network of
// authors and bodies, all bodies), and runs a fixed number of rounds without telling whether they were enough.
// This one runs until a round moves less than 1e-14 of the rank in total; each shrinks what is left by `damping`,
// so at 0.85 that is about 200 rounds of O(n + m), whatever the network.
// Throws std::logic_error unless 0 <= damping < 1.
std::vector<double> pageranks(const SimpleGraph& graph, double damping = 0.85);

}  // namespace demarche
