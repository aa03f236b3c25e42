// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/fragments.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractors/text/marks.hpp"
#include "extractors/text/set_letters.hpp"

namespace demarche {

namespace {

// In print sizes. Blanks are a quarter to a third of one; justified lines stretch them.
constexpr float widest_blank = 0.6F;
constexpr float tallest_box = 1.1F;

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
    for (std::uint32_t i = first; i < last; ++i) fragment.box = fragment.box.united(page.words[i].box);
    fragment.size = print_size(page, first, last);
    fragment.is_leader = is_leader(page, first, last);
    // Some fonts claim so much room above and below that their lines overlap.
    const float most_height = tallest_box * fragment.size;
    if (fragment.size > 0 && fragment.box.y1 - fragment.box.y0 > most_height) {
        const float middle = (fragment.box.y0 + fragment.box.y1) / 2;
        fragment.box.y0 = middle - most_height / 2;
        fragment.box.y1 = middle + most_height / 2;
    }
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

// In print sizes: how far before its text a bullet or a number hangs, and what is wider than one.
constexpr float widest_hang = 4;
constexpr float widest_mark = 2.5F;
// How many neighbours from top to bottom are looked at for a mark's text.
constexpr std::ptrdiff_t neighbours = 24;

bool is_mark(const Page& page, const Fragment& fragment) {
    if (fragment.last != fragment.first + 1 || fragment.box.x1 - fragment.box.x0 > widest_mark * fragment.size)
        return false;
    const std::string_view letters = page.letters(page.words[fragment.first]);
    return is_list_mark(letters) || is_short_number(letters);
}

// A mark's white belongs to its paragraph, or marks below each other would pass for
// a column: makes the mark reach to its text.
void reach_for_text(const Fragments& fragments, std::ptrdiff_t mark, Box& reached) {
    const Fragment& own = fragments[static_cast<std::size_t>(mark)];
    const float hang = widest_hang * own.size;
    const auto count = static_cast<std::ptrdiff_t>(fragments.size());
    float nearest = own.box.x1 + hang;
    bool is_found = false;
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, mark - neighbours); i < std::min(count, mark + neighbours);
         ++i) {
        const Box& other = fragments[static_cast<std::size_t>(i)].box;
        if (i == mark || shared_height(other, own.box) < 0.5F) continue;
        // What ends right before it makes it a number among others: a page's in a list, a table's.
        if (other.x1 <= own.box.x0 + 1 && other.x1 > own.box.x0 - hang) return;
        if (other.x0 >= own.box.x1 - 1 && other.x0 <= nearest) {
            nearest = other.x0;
            is_found = true;
        }
    }
    if (is_found) reached.x1 = std::max(reached.x1, nearest);
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
    std::vector<std::pair<std::size_t, Box>> reached;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
        if (!is_mark(page, fragments[i])) continue;
        reached.emplace_back(i, fragments[i].box);
        reach_for_text(fragments, static_cast<std::ptrdiff_t>(i), reached.back().second);
    }
    for (const auto& [i, box] : reached) fragments[i].box = box;
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
