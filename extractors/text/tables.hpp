// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/text/fragments.hpp"

namespace demarche {

using Cell = std::vector<std::uint32_t>;  // fragments, from top to bottom

// The cells of a table, row by row and from left to right; empty where what stands
// beside each other are columns of running text.
//
// Rows are told by white that runs through all columns, or by short entries that
// stand on common lines. No rules are looked at: tables are set without as often.
//
// group  fragments from top to bottom
// size   of the print, in points
std::vector<Cell> table_cells(const Fragments& fragments, const std::vector<std::uint32_t>& group, float size);

}  // namespace demarche
