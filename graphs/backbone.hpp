// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graphs/network.hpp"

namespace demarche {

// The disparity filter: which edges carry more of a node's strength than chance would give them. Serrano, M. A.,
// Boguna, M. and Vespignani, A. (2009), Extracting the multiscale backbone of complex weighted networks, PNAS
// 106(16), 6483-6488.
//
// At a node of degree k and strength s, an edge of weight w has the significance
//
//     alpha = (1 - w/s)^(k-1)
//
// the probability that one of k random parts of s is as large as w (eq. 2). An edge is judged at both its ends and
// has the lesser alpha; where the network is directed, among the edges that leave its source, and among those that
// enter its target. An end of degree 1 cannot tell (alpha is 1 there): such an edge is kept for its other end's
// sake or not at all, as in the paper.
//
// Parallel edges of several relations are judged as one of their summed weight and kept or left together.
// Memberships (Relation::member_of) have no weight that a text gives them: they are not judged, and left out.

// Fills in Edge::significance, of all edges but memberships. O(m log m).
void add_significance(Network& network);

// The edges of a significance below `level`, and the nodes that have one. Measures, communities and positions are
// not taken over. `level` in (0, 1], 0.05 as a rule; otherwise throws std::logic_error. O(n + m log m).
Network backbone_of(const Network& network, double level);

}  // namespace demarche
