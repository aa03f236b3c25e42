// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/picture.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace demarche {

Picture turned(const Picture& picture, int quarter_turns) {
    const int turns = ((quarter_turns % 4) + 4) % 4;
    if (turns == 0) return picture;
    const bool is_sideways = turns % 2 == 1;
    Picture result{is_sideways ? picture.height : picture.width, is_sideways ? picture.width : picture.height,
                   picture.resolution, std::vector<std::uint8_t>(picture.grey.size())};
    std::size_t from = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const int to_x = turns == 1 ? picture.height - 1 - y : turns == 2 ? picture.width - 1 - x : y;
            const int to_y = turns == 1 ? x : turns == 2 ? picture.height - 1 - y : picture.width - 1 - x;
            result.grey[static_cast<std::size_t>(to_y) * static_cast<std::size_t>(result.width) +
                        static_cast<std::size_t>(to_x)] = picture.grey[from++];
        }
    return result;
}

Box turned_back(const Box& box, int quarter_turns, float width, float height) {
    switch (((quarter_turns % 4) + 4) % 4) {
        case 1: return {box.y0, height - box.x1, box.y1, height - box.x0};
        case 2: return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
        case 3: return {width - box.y1, box.x0, width - box.y0, box.x1};
        default: return box;
    }
}

bool has_ink(const Picture& picture) {
    if (picture.empty()) return false;
    std::array<std::size_t, 256> counts{};
    for (const std::uint8_t grey : picture.grey) ++counts[grey];
    // Print and paper are far apart, whichever is the darker; paper alone, however dirty, is of a shade.
    constexpr int contrast = 48;
    const auto paper = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    std::size_t apart = 0;
    for (int grey = 0; grey < 256; ++grey)
        if (std::abs(grey - paper) >= contrast) apart += counts[static_cast<std::size_t>(grey)];
    constexpr std::size_t least = 200;  // dots: fewer than three letters of small print
    return apart >= least;
}

}  // namespace demarche
