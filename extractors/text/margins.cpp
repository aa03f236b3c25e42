// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/margins.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace demarche {

namespace {

// The strip at the top and at the bottom in which heads and feet stand, as a share of the height.
constexpr float strip = 0.12F;
// The same for the first and the last line of a page: some pages have wide margins.
constexpr float wide_strip = 0.18F;
// Heads move by a point or two between pages.
constexpr float height_tolerance = 6;

struct Place {
    bool is_top;
    int height;  // from its edge, in steps of the tolerance
    auto operator<=>(const Place&) const = default;
};

// Numbers differ from page to page and everything else of a running head stays.
std::string pattern_of(const std::string& text) {
    std::string pattern;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (pattern.empty() || pattern.back() != '#') pattern += '#';
        } else if (c != ' ') {
            pattern += c;
        }
    }
    return pattern;
}

bool is_roman_number(const std::string& text) {
    return !text.empty() && text.size() <= 7 && text.find_first_not_of("ivxlcIVXLC") == std::string::npos;
}

}  // namespace

std::vector<bool> find_margins(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines) {
    // From the top of a page's first line to the bottom of its last.
    std::vector<std::pair<float, float>> extents(pages.size(), {1e9F, -1e9F});
    for (const PrintedLine& line : lines) {
        auto& [top, bottom] = extents[line.page];
        top = std::min(top, line.box.y0);
        bottom = std::max(bottom, line.box.y1);
    }
    std::map<std::pair<Place, std::string>, std::set<std::uint32_t>> seen_on;
    std::vector<std::pair<std::size_t, std::pair<Place, std::string>>> candidates;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PrintedLine& line = lines[i];
        const Page& page = pages[line.page];
        if (page.height <= 0) continue;
        const bool is_top =
            line.box.y1 < page.height * (line.box.y0 <= extents[line.page].first ? wide_strip : strip);
        const bool is_bottom =
            line.box.y0 > page.height * (1 - (line.box.y1 >= extents[line.page].second ? wide_strip : strip));
        if (!is_top && !is_bottom) continue;
        const float from_edge = is_top ? line.box.y0 : page.height - line.box.y1;
        std::string pattern = pattern_of(raw_text(page, line));
        if (is_roman_number(pattern)) pattern = "#";
        const Place place{is_top, static_cast<int>(std::lround(from_edge / height_tolerance))};
        candidates.emplace_back(i, std::pair(place, pattern));
        // A head on the border of two steps is counted in both.
        for (int step = -1; step <= 1; ++step)
            seen_on[{Place{is_top, place.height + step}, pattern}].insert(line.page);
    }
    std::vector<bool> is_margin(lines.size(), false);
    for (const auto& [line, key] : candidates) {
        const std::size_t times = seen_on[key].size();
        // A bare number is a page number even on two pages; a text must recur to be a running head.
        is_margin[line] = times >= 3 || (times == 2 && (key.second == "#" || pages.size() <= 4));
    }
    // A head runs above something: where nothing else is printed, it is what the file says.
    if (std::find(is_margin.begin(), is_margin.end(), false) == is_margin.end())
        is_margin.assign(is_margin.size(), false);
    return is_margin;
}

}  // namespace demarche
