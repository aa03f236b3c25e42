// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/text/fragments.hpp"

namespace demarche {

// Fragments that are read from top to bottom before those of any other area: a
// column, a box, a cell of a table. Indices into the page's fragments, from top to bottom.
struct Area {
    std::vector<std::uint32_t> fragments;
    bool is_cell = false;
};

// Cuts a page into areas in reading order.
//
// The page is cut along the white gutter that divides most of its lines; lines that
// cross it (a title over two columns) cut it from top to bottom first; then each part
// is cut in the same way. Where the parts beside a gutter stand in rows, they are cells. Small print in the margin
// stands before the paragraph that it stands beside.
//
// right_to_left  whether columns are read from the right
// cost           O(n log n) in the number of fragments
std::vector<Area> find_areas(const Fragments& fragments, bool right_to_left);

}  // namespace demarche
