// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/headings.hpp"

#include <algorithm>

namespace demarche {

namespace {

constexpr std::size_t deepest = 6;
constexpr float same_size = 0.06F;  // share by which the print of one level varies

// "2" and "2." are 1 deep, "2.3" and "2.3." 2; "1st" and "2016" are no numbers of headings.
int number_depth(std::string_view heading) {
    const std::string_view number = heading.substr(0, heading.find(' '));
    int depth = 0;
    std::size_t digits = 0;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            if (digits++ == 0) ++depth;
        } else if (c == '.' && digits > 0) {
            digits = 0;
        } else {
            return 0;
        }
        if (digits > 2) return 0;
    }
    return number.size() < heading.size() ? depth : 0;
}

}  // namespace

bool HeadingPath::is_below(const Heading& upper, const Heading& lower) {
    if (upper.depth > 0 && lower.depth > 0) return lower.depth > upper.depth;
    return lower.height < upper.height * (1 - same_size);
}

void HeadingPath::enter(std::string_view heading, float height) {
    Heading entered{std::string(heading), height, number_depth(heading)};
    while (!open_.empty() && !is_below(open_.back(), entered)) open_.pop_back();
    if (open_.size() == deepest) open_.pop_back();
    open_.push_back(std::move(entered));
}

std::string HeadingPath::text() const {
    std::string path;
    for (const Heading& heading : open_) {
        if (!path.empty()) path += " \xE2\x80\xBA ";
        path += heading.text;
    }
    return path;
}

float print_height(const CleanText& text, Span span) {
    const std::vector<PageBox> boxes = text.origin(span);
    return boxes.empty() ? 0 : boxes.front().box.y1 - boxes.front().box.y0;
}

}  // namespace demarche
