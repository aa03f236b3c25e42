// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "graphs/network.hpp"

namespace demarche {

struct LayoutOptions {
    std::uint32_t seed = 1;
    bool with_memberships = false;  // as in MeasuredPart
};

// Places the nodes so that the network opens readably: what is tied stands near, and no two nodes stand on each
// other. Fills in Node::position, within a square around (0, 0) whose side grows with the root of the number of
// nodes, in whole hundredths. Umbrella codes have a place as all others.
//
// By the forces of Fruchterman, T. M. J. and Reingold, E. M. (1991), Software: Practice and Experience 21(11),
// 1129-1164, in igraph's C library; edges pull by the logarithm of their weight, since weights differ by hundreds
// and the heaviest would draw everything into one point. Parts without a tie to each other would fly apart: each is
// laid out for itself and they stand side by side, the largest first, nodes without edges in rows.
//
// The same network gives the same places. O(n^2) a round up to 1,000 nodes in a part, nearly linear above: a second
// or two at a few hundred nodes is the most.
void add_layout(Network& network, const LayoutOptions& options = {});

}  // namespace demarche
