// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/gutters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "extractors/text/coverage.hpp"

namespace demarche {

namespace {

using Group = std::vector<std::uint32_t>;

// All in print sizes.
constexpr float narrowest_gutter = 0.8F;
constexpr float narrowest_column = 2.5F;
// A paragraph's blanks may line up by chance, the more rarely the wider they are and the more lines they cross.
constexpr float wide_gutter = 1.5F;
constexpr float very_wide_gutter = 2.5F;

// How many neighbours from top to bottom are looked at: more stand in a row only on pages that are no text.
constexpr std::size_t neighbours = 48;

class Cutter {
public:
    Cutter(const Fragments& fragments, const Group& group, float size)
        : fragments_(fragments), group_(group), size_(size) {}

    std::vector<Section> best() const {
        std::vector<Section> best;
        std::size_t best_score = 0;
        for (const float x : candidates()) {
            std::vector<Section> sections = cut_at(x);
            const std::size_t score = score_of(sections);
            if (score > best_score) {
                best_score = score;
                best = std::move(sections);
            }
        }
        return best;
    }

private:
    // Middles of the valleys, at several depths: titles may cross a gutter, and a good part of a page may.
    std::vector<float> candidates() const {
        const Coverage coverage(fragments_, group_);
        const int peak = coverage.peak();
        std::vector<float> middles;
        for (const float share : {0.0F, 0.08F, 0.2F, 0.4F, 0.65F})
            for (const Extent& valley :
                 coverage.valleys(static_cast<int>(share * static_cast<float>(peak)), narrowest_gutter * size_)) {
                const bool is_new = std::none_of(middles.begin(), middles.end(), [&](float x) {
                    return std::abs(x - valley.middle()) < narrowest_gutter * size_ / 2;
                });
                if (is_new && middles.size() < most_candidates) middles.push_back(valley.middle());
            }
        return middles;
    }

    std::vector<Section> cut_at(float x) const {
        const std::vector<bool> crosses = crossing(x);
        std::vector<Section> sections;
        for (std::size_t i = 0; i < group_.size(); ++i) {
            const bool is_divided = !crosses[i];
            if (sections.empty() || sections.back().is_divided != is_divided) {
                sections.emplace_back();
                sections.back().is_divided = is_divided;
            }
            const bool is_right = is_divided && middle_of(group_[i]) > x;
            (is_right ? sections.back().right : sections.back().left).push_back(group_[i]);
        }
        std::vector<Section> merged;
        for (Section& section : sections) {
            if (section.is_divided && !is_gutter(section)) undivide(section);
            if (!section.is_divided && !merged.empty() && !merged.back().is_divided)
                merged.back().left.insert(merged.back().left.end(), section.left.begin(), section.left.end());
            else
                merged.push_back(std::move(section));
        }
        return merged;
    }

    // An overflowing fragment belongs to the side that it begins on.
    float middle_of(std::uint32_t i) const {
        const Fragment& fragment = fragments_[i];
        return fragment.is_leader ? fragment.box.x0 : (fragment.box.x0 + fragment.box.x1) / 2;
    }

    std::vector<bool> crossing(float x) const {
        std::vector<bool> crosses(group_.size(), false);
        std::unordered_set<std::uint32_t> lines;
        for (std::size_t k = 0; k < group_.size(); ++k) {
            const Fragment& fragment = fragments_[group_[k]];
            if (fragment.is_leader || fragment.box.x0 >= x || fragment.box.x1 <= x || overflows(k)) continue;
            crosses[k] = true;
            lines.insert(fragment.line);
        }
        // The rest of a line that crosses is part of it.
        if (!lines.empty())
            for (std::size_t k = 0; k < group_.size(); ++k)
                if (lines.contains(fragments_[group_[k]].line)) crosses[k] = true;
        return crosses;
    }

    // Print over print: an address too long for its column, not a title over both.
    bool overflows(std::size_t k) const {
        const Fragment& fragment = fragments_[group_[k]];
        const auto collides = [&](const Fragment& other) {
            return !other.is_leader && other.line != fragment.line && other.box.x0 > fragment.box.x0 &&
                   other.box.x0 < fragment.box.x1 - size_ / 2 && shared_height(other.box, fragment.box) > 0.5F;
        };
        for (std::size_t d = 1; d <= neighbours && k + d < group_.size(); ++d) {
            const Fragment& below = fragments_[group_[k + d]];
            if (below.box.y0 > fragment.box.y1) break;
            if (collides(below)) return true;
        }
        for (std::size_t d = 1; d <= std::min(neighbours, k); ++d) {
            const Fragment& above = fragments_[group_[k - d]];
            if (above.box.y1 < fragment.box.y0 - 4 * size_) break;
            if (collides(above)) return true;
        }
        return false;
    }

    static void undivide(Section& section) {
        Group all(section.left.size() + section.right.size());
        std::merge(section.left.begin(), section.left.end(), section.right.begin(), section.right.end(),
                   all.begin());
        section.left = std::move(all);
        section.right.clear();
        section.is_divided = false;
    }

    // Fills in the section's gutter and says whether it is one.
    bool is_gutter(Section& section) const {
        if (section.left.empty() || section.right.empty()) return false;
        section.gutter_left = -1e9F;
        section.gutter_right = 1e9F;
        for (const std::uint32_t i : section.left)
            if (!fragments_[i].is_leader) section.gutter_left = std::max(section.gutter_left, fragments_[i].box.x1);
        for (const std::uint32_t i : section.right)
            section.gutter_right = std::min(section.gutter_right, fragments_[i].box.x0);
        // An overflowing line hides the gutter; it was white for the others.
        const float width = std::max(section.gutter_right - section.gutter_left, narrowest_gutter * size_);
        if (width_of(section.left) < narrowest_column * size_ || width_of(section.right) < narrowest_column * size_)
            return false;
        const Rows rows = rows_beside(section);
        // What the format's reader saw as whole lines is torn only for a wide gutter, or a straight one.
        if (rows.torn * 2 > rows.all && width < wide_gutter * size_)
            return rows.all >= 5 && is_flush(rows.right, 0.85F);
        const std::size_t enough = width >= very_wide_gutter * size_ ? 1 : width >= wide_gutter * size_ ? 2 : 4;
        return (rows.clear >= enough && is_flush(rows.right, 0.5F)) ||
               (rows.all >= std::max<std::size_t>(4, enough) && is_flush(rows.right, 0.75F));
    }

    // Most of a column's lines begin at an edge that others begin at, indented or not, or
    // end at one; blanks that happen to lie below each other in a paragraph leave ragged edges.
    bool is_flush(const std::vector<Extent>& lines, float share) const {
        std::vector<float> lefts, rights;
        for (const Extent& line : lines) {
            lefts.push_back(line.left);
            rights.push_back(line.right);
        }
        return has_common_edge(lefts, share) || has_common_edge(rights, share);
    }

    bool has_common_edge(std::vector<float>& edges, float share) const {
        std::sort(edges.begin(), edges.end());
        const std::size_t few = std::min(edges.size(), std::max<std::size_t>(2, edges.size() * 3 / 20));
        std::size_t common = 0;
        for (std::size_t from = 0, i = 1; i <= edges.size(); ++i) {
            if (i < edges.size() && edges[i] - edges[i - 1] < 0.15F * size_) continue;
            if (i - from >= few) common += i - from;
            from = i;
        }
        return static_cast<float>(common) > share * static_cast<float>(edges.size());
    }

    float width_of(const Group& side) const {
        std::vector<float> widths;
        widths.reserve(side.size());
        for (const std::uint32_t i : side) widths.push_back(fragments_[i].box.x1 - fragments_[i].box.x0);
        const auto upper = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
        std::nth_element(widths.begin(), upper, widths.end());
        return *upper;
    }

    // Lines on the right that stand beside one on the left.
    struct Rows {
        std::size_t all = 0;
        std::size_t clear = 0;  // their gutter is wider than any other blank of theirs, so not justified lines
        std::size_t torn = 0;   // both sides are of one line, as the format's reader saw it
        std::vector<Extent> right;
    };

    Rows rows_beside(const Section& section) const {
        Rows rows;
        std::size_t from = 0;
        for (std::size_t r = 0; r < section.right.size();) {
            const Fragment& right = fragments_[section.right[r]];
            std::vector<Extent> pieces;
            const std::size_t row_end = add_row(section.right, r, right.box, pieces);
            r = row_end;
            while (from < section.left.size() && fragments_[section.left[from]].box.y1 < right.box.y0) ++from;
            std::size_t begin = from;
            while (begin < section.left.size() && begin < from + neighbours &&
                   shared_height(fragments_[section.left[begin]].box, right.box) < 0.3F)
                ++begin;
            if (begin >= section.left.size() || begin >= from + neighbours) continue;
            rows.right.push_back({leftmost(pieces), rightmost(pieces)});
            const std::size_t right_pieces = pieces.size();
            add_row(section.left, begin, right.box, pieces);
            ++rows.all;
            if (fragments_[section.left[begin]].line == right.line) ++rows.torn;
            if (is_clear(pieces, right_pieces)) ++rows.clear;
        }
        return rows;
    }

    // Adds what stands on one level with `level`, from `begin` on; returns where it ends.
    std::size_t add_row(const Group& side, std::size_t begin, const Box& level, std::vector<Extent>& pieces) const {
        std::size_t end = begin;
        for (; end < side.size() && end < begin + neighbours; ++end) {
            const Box& box = fragments_[side[end]].box;
            if (end > begin && shared_height(box, level) < 0.3F) break;
            pieces.push_back({box.x0, box.x1});
        }
        return end;
    }

    static float leftmost(const std::vector<Extent>& pieces) {
        float left = pieces.front().left;
        for (const Extent& piece : pieces) left = std::min(left, piece.left);
        return left;
    }

    static float rightmost(const std::vector<Extent>& pieces) {
        float right = pieces.front().right;
        for (const Extent& piece : pieces) right = std::max(right, piece.right);
        return right;
    }

    // The first `right_pieces` stand right of the gutter, the others left of it.
    static bool is_clear(std::vector<Extent>& pieces, std::size_t right_pieces) {
        const std::vector<Extent> right(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(right_pieces));
        const std::vector<Extent> left(pieces.begin() + static_cast<std::ptrdiff_t>(right_pieces), pieces.end());
        const float gutter = leftmost(right) - rightmost(left);
        return gutter > 1.5F * std::max(widest_blank(right), widest_blank(left));
    }

    static float widest_blank(std::vector<Extent> pieces) {
        std::sort(pieces.begin(), pieces.end(), [](const Extent& a, const Extent& b) { return a.left < b.left; });
        float widest = 0;
        for (std::size_t i = 1; i < pieces.size(); ++i)
            widest = std::max(widest, pieces[i].left - pieces[i - 1].right);
        return widest;
    }

    std::size_t score_of(const std::vector<Section>& sections) const {
        std::size_t score = 0;
        for (const Section& section : sections)
            if (section.is_divided) score += std::min(section.left.size(), section.right.size());
        return score;
    }

    static constexpr std::size_t most_candidates = 12;
    const Fragments& fragments_;
    const Group& group_;
    float size_;
};

}  // namespace

std::vector<float> white_lanes(const Fragments& fragments, const std::vector<std::uint32_t>& group, float size) {
    const Coverage coverage(fragments, group);
    std::vector<float> middles;
    for (const Extent& valley : coverage.valleys(coverage.peak() / 12, narrowest_gutter * size))
        middles.push_back(valley.middle());
    return middles;
}

std::vector<Section> cut_by_gutter(const Fragments& fragments, const std::vector<std::uint32_t>& group,
                                   float size) {
    return Cutter(fragments, group, size).best();
}

}  // namespace demarche
