// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/fragments.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace demarche {

namespace {

// In print sizes. Blanks are a quarter to a third of one; justified lines stretch them.
constexpr float widest_blank = 0.6F;

bool is_dots(std::string_view letters) {
    return letters.size() >= 4 && letters.find_first_not_of("._") == std::string_view::npos;
}

// A dot of ". . . . ." says nothing alone; in a row of them it is a leader.
bool is_dot(std::string_view letters) {
    return letters == "." || letters == ".." || letters == "..." || letters == "\xE2\x80\xA6";
}

bool is_leader(const Page& page, std::uint32_t first, std::uint32_t last) {
    std::uint32_t dots = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const std::string_view letters = page.letters(page.words[i]);
        if (is_dots(letters))
            dots += 3;
        else if (is_dot(letters))
            ++dots;
        else
            return false;
    }
    return dots >= 3;
}

Fragment fragment_of(const Page& page, std::uint32_t first, std::uint32_t last, std::uint32_t line) {
    Fragment fragment{.box = page.words[first].box, .first = first, .last = last, .line = line};
    std::uint32_t most = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const Word& word = page.words[i];
        fragment.box = fragment.box.united(word.box);
        if (word.length > most) {
            most = word.length;
            fragment.size = word.size;
        }
    }
    fragment.is_leader = is_leader(page, first, last);
    return fragment;
}

bool stand_apart(const Page& page, std::uint32_t left, std::uint32_t right) {
    const Word& one = page.words[left];
    const Word& next = page.words[right];
    const float gap = next.box.x0 - one.box.x1;
    const float size = std::max(one.size, next.size);
    // Back to the left is right-to-left writing, or print over print: one line to its reader.
    if (gap > widest_blank * size) return true;
    return is_dots(page.letters(one)) != is_dots(page.letters(next));
}

}  // namespace

Fragments fragments_of(const Page& page) {
    Fragments fragments;
    const auto count = static_cast<std::uint32_t>(page.words.size());
    std::uint32_t line = 0;
    for (std::uint32_t first = 0; first < count;) {
        if (page.words[first].starts_line) ++line;
        if (page.words[first].rotation != 0) {
            ++first;
            continue;
        }
        std::uint32_t last = first + 1;
        while (last < count && !page.words[last].starts_line && page.words[last].rotation == 0 &&
               !stand_apart(page, last - 1, last))
            ++last;
        fragments.push_back(fragment_of(page, first, last, line));
        first = last;
    }
    std::stable_sort(fragments.begin(), fragments.end(), [](const Fragment& a, const Fragment& b) {
        return a.box.y0 + a.box.y1 < b.box.y0 + b.box.y1;
    });
    return fragments;
}

float typical_size(const Fragments& fragments) {
    std::vector<std::pair<float, std::uint32_t>> sizes;
    sizes.reserve(fragments.size());
    std::uint64_t letters = 0;
    for (const Fragment& fragment : fragments) {
        const auto width = static_cast<std::uint32_t>(std::max(1.0F, fragment.box.x1 - fragment.box.x0));
        sizes.emplace_back(fragment.size, width);
        letters += width;
    }
    std::sort(sizes.begin(), sizes.end());
    std::uint64_t reached = 0;
    for (const auto& [size, width] : sizes) {
        reached += width;
        if (reached * 2 >= letters) return std::max(1.0F, size);
    }
    return 1;
}

float shared_height(const Box& one, const Box& other) noexcept {
    const float shared = std::min(one.y1, other.y1) - std::max(one.y0, other.y0);
    const float lower = std::max(0.1F, std::min(one.y1 - one.y0, other.y1 - other.y0));
    return shared <= 0 ? 0 : shared / lower;
}

}  // namespace demarche
