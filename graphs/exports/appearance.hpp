// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// How nodes look in the formats that can say so: the same in all of them.

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
};

// By type, told apart also by those who do not see red or green: the palette of M. Okabe and K. Ito,
// "Color Universal Design" (2008).
Colour colour_of(NodeType type) noexcept;

// By type, in the words of Graphviz: "ellipse", "box" ...
std::string_view shape_of(NodeType type) noexcept;

// Of every node, by vertex: the sum of the weights of the edges at it, in or out. Memberships are no part of what
// texts say and do not count.
std::vector<double> strengths(const Network& network);

// Of every node, by vertex: from 0 for none to 1 for the strongest, so that its area shows its strength.
std::vector<double> relative_diameters(const Network& network);

}  // namespace demarche
