// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "extractors/text/gutters.hpp"
#include "extractors/text/tables.hpp"

namespace demarche {

namespace {

using Group = std::vector<std::uint32_t>;

// Boxes in columns in boxes: deeper nesting is a page that is no text.
constexpr int deepest = 12;

class AreaFinder {
public:
    AreaFinder(const Fragments& fragments, bool right_to_left)
        : fragments_(fragments), size_(typical_size(fragments)), right_to_left_(right_to_left) {}

    std::vector<Area> find() {
        Group all(fragments_.size());
        std::iota(all.begin(), all.end(), 0U);
        cut(std::move(all), 0);
        return std::move(areas_);
    }

private:
    void cut(Group group, int depth) {
        if (group.empty()) return;
        std::vector<Section> sections;
        if (group.size() >= 3 && depth < deepest) sections = cut_by_gutter(fragments_, group, size_);
        if (sections.empty()) {
            areas_.push_back({std::move(group), false});
            return;
        }
        for (Section& section : sections) {
            if (section.is_divided)
                add_divided(std::move(section), depth + 1);
            else
                cut(std::move(section.left), depth + 1);
        }
    }

    void add_divided(Section section, int depth) {
        Group all(section.left.size() + section.right.size());
        std::merge(section.left.begin(), section.left.end(), section.right.begin(), section.right.end(),
                   all.begin());
        std::vector<Cell> cells = table_cells(fragments_, all, size_);
        if (!cells.empty()) {
            for (Cell& cell : cells) areas_.push_back({std::move(cell), true});
            return;
        }
        if (right_to_left_) std::swap(section.left, section.right);
        cut(std::move(section.left), depth);
        cut(std::move(section.right), depth);
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
