// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/side_notes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace demarche {

namespace {

using Group = std::vector<std::uint32_t>;

// In print sizes.
constexpr float note_size = 0.88F;     // at most
constexpr float text_size = 0.93F;     // at least
constexpr float long_line = 12;        // lines at least as wide tell where the column of text stands
constexpr float widest_note = 10;      // of its lines
constexpr float overhang = 0.4F;       // of a note into the column, or of edges that are one
constexpr float white_between = 0.3F;  // notes, at least
constexpr float indent = 0.5F;
constexpr float unfilled = 1.5F;  // what a paragraph's last line leaves

constexpr float least_in_long_lines = 0.6F;  // share of the widths of all text
constexpr std::size_t fewest_long_lines = 5;
constexpr std::size_t fewest_on_edge = 3;
// How many lines from top to bottom are looked at: more stand beside each other only on pages that are no text.
constexpr std::size_t neighbours = 48;

class NotedPage {
public:
    NotedPage(const Fragments& fragments, float size) : fragments_(fragments), size_(size) {}

    std::vector<NotedPart> parts() {
        if (!find_column() || !find_notes()) return {};
        std::vector<NotedPart> parts(1);
        std::size_t text = 0;
        for (const Group& note : notes_) {
            const float begin = beginning_beside(note);
            for (; text < text_.size() && middle_of(text_[text]) < begin; ++text)
                parts.back().fragments.push_back(text_[text]);
            parts.push_back({note, true});
            parts.emplace_back();
        }
        for (; text < text_.size(); ++text) parts.back().fragments.push_back(text_[text]);
        std::erase_if(parts, [](const NotedPart& part) { return part.fragments.empty(); });
        return parts;
    }

private:
    float middle_of(std::uint32_t i) const { return (fragments_[i].box.y0 + fragments_[i].box.y1) / 2; }

    // The outermost place at which some of the edges stand; where lines are ragged, that of the outermost.
    float outermost(std::vector<float> edges) const {
        std::sort(edges.begin(), edges.end());
        for (std::size_t i = 0; i + fewest_on_edge <= edges.size(); ++i)
            if (edges[i + fewest_on_edge - 1] - edges[i] < overhang * size_) return edges[i];
        return edges.front();
    }

    // False where most of the page is no column of long lines: tables have small print in their cells too.
    bool find_column() {
        std::vector<float> lefts, rights;
        float all = 0, in_long_lines = 0;
        for (const Fragment& fragment : fragments_) {
            const float width = fragment.box.x1 - fragment.box.x0;
            if (fragment.size < text_size * size_) continue;
            all += width;
            if (width < long_line * size_) continue;
            in_long_lines += width;
            lefts.push_back(fragment.box.x0);
            rights.push_back(-fragment.box.x1);
        }
        if (lefts.size() < fewest_long_lines || in_long_lines < least_in_long_lines * all) return false;
        left_ = outermost(std::move(lefts));
        right_ = -outermost(std::move(rights));
        return true;
    }

    bool is_note(const Fragment& fragment) const {
        return fragment.size <= note_size * size_ && !fragment.is_leader &&
               fragment.box.x1 - fragment.box.x0 <= widest_note * size_ &&
               (fragment.box.x1 <= left_ + overhang * size_ || fragment.box.x0 >= right_ - overhang * size_);
    }

    // False where there are none, or too many of them to be notes.
    bool find_notes() {
        std::size_t lines = 0;
        for (std::uint32_t i = 0; i < fragments_.size(); ++i) {
            if (!is_note(fragments_[i])) {
                text_.push_back(i);
                continue;
            }
            ++lines;
            if (notes_.empty() || !goes_on(fragments_[notes_.back().back()], fragments_[i])) notes_.emplace_back();
            notes_.back().push_back(i);
        }
        if (notes_.empty() || lines * 2 > text_.size()) return false;
        // Beside text means beside it: heads, feet and page numbers are above and below.
        Group others;
        std::erase_if(notes_, [&](const Group& note) {
            if (beside(note)) return false;
            others.insert(others.end(), note.begin(), note.end());
            return true;
        });
        text_.insert(text_.end(), others.begin(), others.end());
        std::sort(text_.begin(), text_.end());
        return !notes_.empty();
    }

    bool goes_on(const Fragment& note, const Fragment& next) const {
        const bool is_same_side = (note.box.x0 < left_) == (next.box.x0 < left_);
        return is_same_side && next.box.y0 - note.box.y1 < white_between * size_;
    }

    // The place in the text of a line that the note's first stands beside.
    std::optional<std::size_t> beside(const Group& note) const {
        const Fragment& first = fragments_[note.front()];
        const float middle = (first.box.y0 + first.box.y1) / 2;
        const auto from = std::lower_bound(text_.begin(), text_.end(), middle - size_,
                                           [&](std::uint32_t i, float y) { return middle_of(i) < y; });
        const auto begin = static_cast<std::size_t>(from - text_.begin());
        std::optional<std::size_t> best;
        float most = 0.3F;
        for (std::size_t at = begin; at < std::min(begin + neighbours, text_.size()); ++at) {
            const float shared = shared_height(fragments_[text_[at]].box, first.box);
            if (shared <= most || !is_of_column(text_[at])) continue;
            most = shared;
            best = at;
        }
        return best;
    }

    bool is_of_column(std::uint32_t i) const {
        const Fragment& fragment = fragments_[i];
        return fragment.size >= text_size * size_ && fragment.box.x1 > left_ && fragment.box.x0 < right_;
    }

    // The middle of the line with which the paragraph beside the note begins.
    float beginning_beside(const Group& note) const {
        const auto level = beside(note);
        if (!level) return middle_of(note.front());  // crowded out by what is no text
        for (std::size_t at = *level; at + neighbours > *level; --at) {
            if (begins_paragraph(at)) return middle_of(text_[at]);
            if (at == 0) break;
        }
        return middle_of(text_[*level]);
    }

    // Below a line that leaves room, or below white, or set in against the line below, and against the line above
    // or the column's edge: the second line of an item is set in too, behind its mark.
    bool begins_paragraph(std::size_t at) const {
        const Box& line = fragments_[text_[at]].box;
        if (!is_of_column(text_[at])) return false;
        std::optional<Box> above;
        for (std::size_t k = at; k > 0 && k + neighbours > at; --k) {
            const Box& before = fragments_[text_[k - 1]].box;
            if (shared_height(before, line) > 0.5F) {
                // What stands left on the same line makes this one its rest.
                if (before.x1 <= line.x0 + overhang * size_ && is_of_column(text_[k - 1])) return false;
                continue;
            }
            if (above && shared_height(before, *above) <= 0.5F) break;
            above = above ? above->united(before) : before;
        }
        if (!above || above->x1 < right_ - unfilled * size_ || line.y0 - above->y1 > indent * size_) return true;
        const float below = left_below(at);
        const bool stands_in = line.x0 - below > indent * size_;
        return stands_in && (std::abs(line.x0 - above->x0) > indent * size_ || below < left_ + overhang * size_);
    }

    // Where the line below begins; where this one does, if none is.
    float left_below(std::size_t at) const {
        const Box& line = fragments_[text_[at]].box;
        std::optional<Box> below;
        for (std::size_t k = at + 1; k < std::min(at + neighbours, text_.size()); ++k) {
            const Box& next = fragments_[text_[k]].box;
            if (shared_height(next, line) > 0.5F || !is_of_column(text_[k])) continue;
            if (below && shared_height(next, *below) <= 0.5F) break;
            below = below ? below->united(next) : next;
        }
        return below ? below->x0 : line.x0;
    }

    const Fragments& fragments_;
    float size_;
    float left_ = 0, right_ = 0;  // of the column of text
    Group text_;
    std::vector<Group> notes_;
};

}  // namespace

std::vector<NotedPart> split_at_side_notes(const Fragments& fragments, float size) {
    return NotedPage(fragments, size).parts();
}

}  // namespace demarche
