// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpora/model/page.hpp"

namespace demarche {

// A page, or part of one, as grey dots: what OCR looks at.
struct Picture {
    int width = 0, height = 0;       // dots
    double resolution = 0;           // dots per inch
    std::vector<std::uint8_t> grey;  // row by row from the top; 0 is black

    bool empty() const noexcept { return grey.empty(); }
};

// The picture turned clockwise.
Picture turned(const Picture& picture, int quarter_turns);

// Where a box (in points) of a picture that was turned clockwise lies on the picture as it was.
//
// width, height  of the picture as it was, in points
Box turned_back(const Box& box, int quarter_turns, float width, float height);

// Whether anything dark enough to be print stands on the picture: most empty pages of a scan are told so
// in a millisecond.
bool has_ink(const Picture& picture);

}  // namespace demarche
