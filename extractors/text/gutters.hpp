// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/text/fragments.hpp"

namespace demarche {

// A part of an area from top to bottom.
struct Section {
    std::vector<std::uint32_t> left, right;  // of the gutter; all is in `left` where none divides it
    float gutter_left = 0, gutter_right = 0;
    bool is_divided = false;
};

// Cuts fragments (indices, from top to bottom) along the white gutter that divides
// most lines: sections that it divides, and between them those that cross it, from
// top to bottom. Nothing where no gutter divides anything.
//
// size  of the print, in points: what is a wide gap depends on it
std::vector<Section> cut_by_gutter(const Fragments& fragments, const std::vector<std::uint32_t>& group, float size);

// The middles of the white lanes between columns, from left to right; one line in
// twelve may cross them (a title over some columns of a table).
std::vector<float> white_lanes(const Fragments& fragments, const std::vector<std::uint32_t>& group, float size);

}  // namespace demarche
