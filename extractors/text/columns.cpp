// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "extractors/text/gutters.hpp"
#include "extractors/text/side_notes.hpp"
#include "extractors/text/tables.hpp"

namespace demarche {

namespace {

using Group = std::vector<std::uint32_t>;

// Boxes in columns in boxes: deeper nesting is a page that is no text.
constexpr int deepest = 12;

// In print sizes.
constexpr float title_size = 1.2F;
constexpr float title_white = 1.5F;

class AreaFinder {
public:
    AreaFinder(const Fragments& fragments, bool right_to_left)
        : fragments_(fragments), size_(typical_size(fragments)), right_to_left_(right_to_left) {}

    std::vector<Area> find() {
        std::vector<NotedPart> parts = split_at_side_notes(fragments_, size_);
        for (NotedPart& part : parts) {
            if (part.is_note)
                areas_.push_back({std::move(part.fragments), true});
            else
                cut(std::move(part.fragments), 0);
        }
        if (!parts.empty()) return std::move(areas_);
        Group all(fragments_.size());
        std::iota(all.begin(), all.end(), 0U);
        cut(std::move(all), 0);
        return std::move(areas_);
    }

private:
    void cut(Group group, int depth, bool is_cell = false) {
        if (group.empty()) return;
        std::vector<Section> sections;
        if (group.size() >= 3 && depth < deepest) sections = cut_by_gutter(fragments_, group, size_);
        if (sections.empty()) {
            areas_.push_back({std::move(group), is_cell});
            return;
        }
        for (Section& section : sections) {
            if (section.is_divided)
                add_divided(std::move(section), depth + 1, is_cell);
            else
                cut(std::move(section.left), depth + 1, is_cell);
        }
    }

    void add_divided(Section section, int depth, bool is_cell) {
        Group all(section.left.size() + section.right.size());
        std::merge(section.left.begin(), section.left.end(), section.right.begin(), section.right.end(),
                   all.begin());
        if (const std::size_t title = title_over_both(section, all)) {
            const auto middle = all.begin() + static_cast<std::ptrdiff_t>(title);
            cut(Group(all.begin(), middle), depth, is_cell);
            cut(Group(middle, all.end()), depth, is_cell);
            return;
        }
        std::vector<Cell> cells = table_cells(fragments_, all, size_);
        if (!cells.empty()) {
            for (Cell& cell : cells) cut(std::move(cell), depth, true);
            return;
        }
        if (right_to_left_) std::swap(section.left, section.right);
        cut(std::move(section.left), depth, is_cell);
        cut(std::move(section.right), depth, is_cell);
    }

    // Where, below white that runs through both columns, a title begins something new
    // that again stands in columns: its place in `all`, from top to bottom; 0 without one.
    std::size_t title_over_both(const Section& section, const Group& all) const {
        float reached = fragments_[all.front()].box.y1;
        for (std::size_t k = 1; k < all.size(); ++k) {
            const Fragment& fragment = fragments_[all[k]];
            const bool is_title =
                fragment.size > title_size * size_ && fragment.box.y0 - reached > title_white * size_;
            const auto is_below = [&](std::uint32_t i) { return fragments_[i].box.y0 >= fragment.box.y0; };
            if (is_title && !is_below(section.left.front()) && !is_below(section.right.front()) &&
                is_below(section.left.back()) && is_below(section.right.back()))
                return k;
            reached = std::max(reached, fragment.box.y1);
        }
        return 0;
    }

    const Fragments& fragments_;
    float size_;
    bool right_to_left_;
    std::vector<Area> areas_;
};

}  // namespace

std::vector<Area> find_areas(const Fragments& fragments, bool right_to_left) {
    return AreaFinder(fragments, right_to_left).find();
}

}  // namespace demarche
