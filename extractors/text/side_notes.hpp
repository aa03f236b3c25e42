// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/text/fragments.hpp"

namespace demarche {

// A part of a page from top to bottom: a note, or the text up to the next.
struct NotedPart {
    std::vector<std::uint32_t> fragments;  // from top to bottom
    bool is_note = false;
};

// The titles of sections that Acts print beside them, in small print outside the column of text: each before the
// paragraph that it stands beside, or before the one above where it stands beside none's beginning. Empty where
// nothing of that kind is on the page, or as much beside the text as in it: those are columns.
//
// size  of the print, in points
// cost  O(n log n) in the number of fragments
std::vector<NotedPart> split_at_side_notes(const Fragments& fragments, float size);

}  // namespace demarche
