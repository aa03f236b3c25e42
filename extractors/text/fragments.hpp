// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpora/model/page.hpp"

namespace demarche {

// Words of one printed line that stand close together: what columns are made of.
struct Fragment {
    Box box;
    std::uint32_t first = 0, last = 0;  // words [first, last) of the page
    std::uint32_t line = 0;             // of the lines that the format's reader saw, so pieces of one are known
    float size = 0;                     // of the print, in points (print_size)
    bool is_leader = false;             // nothing but the dots between a heading and its page number
};

using Fragments = std::vector<Fragment>;

// Cuts the lines of upright words where a gap is wider than between words: from top to
// bottom, by their middles. Turned words are left out. The box
// of a bullet or number that hangs before a paragraph reaches to its text.
Fragments fragments_of(const Page& page);

// The size that half of the letters do not exceed, in points; 1 without fragments.
float typical_size(const Fragments& fragments);

// The part of the lower one's height that both share, 0 to 1.
float shared_height(const Box& one, const Box& other) noexcept;

}  // namespace demarche
