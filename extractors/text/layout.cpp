// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "extractors/text/columns.hpp"
#include "extractors/text/fragments.hpp"

namespace demarche {

namespace {

// All in print sizes.
constexpr float extra_white = 0.3F;   // above a new block, beyond what is between lines
constexpr float blank = 0.12F;        // between two words of a line
constexpr float widest_pitch = 2.2F;  // from line to line of a paragraph
constexpr float same_pitch = 0.1F;
constexpr float same_edge = 0.3F;
constexpr float least_full = 20;        // of a line that fills a column
constexpr float least_covered = 0.85F;  // share of such a line
constexpr float least_drop = 1.7F;      // how much larger a drop capital is than what it begins

struct Line {
    Box box;
    std::vector<std::uint32_t> fragments;  // from left to right
    float size = 0;
    bool starts_block = true;
};

// Hebrew and Arabic letters have lead bytes of their own in UTF-8.
bool is_right_to_left(const Page& page) {
    std::size_t right = 0;
    for (const Word& word : page.words) {
        const auto lead = static_cast<unsigned char>(page.text[word.begin]);
        if (lead >= 0xD6 && lead <= 0xDF) ++right;
    }
    return right * 2 > page.words.size();
}

// The page turned so that words of this rotation stand upright.
Box turned(const Box& box, int rotation, const Page& page) {
    switch (rotation) {
        case 1: return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
        case 2: return {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
        case 3: return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
        default: return box;
    }
}

// Damaged files hold numbers that are none, and places beyond any sheet.
bool has_places(const Page& page) {
    constexpr float farthest = 1e7F;
    const auto is_place = [](float x) { return std::abs(x) < farthest; };  // not so for NaN
    return page.height > 0 && !page.words.empty() &&
           std::all_of(page.words.begin(), page.words.end(), [&](const Word& word) {
               return is_place(word.box.x0) && is_place(word.box.y0) && is_place(word.box.x1) &&
                      is_place(word.box.y1) && is_place(word.size);
           });
}

class PageArranger {
public:
    explicit PageArranger(Page& page) : page_(page), right_to_left_(is_right_to_left(page)) {}

    void arrange() {
        const int rotation = main_rotation();
        turn(rotation);
        fragments_ = fragments_of(page_);
        size_ = typical_size(fragments_);
        for (const Area& area : find_areas(fragments_, right_to_left_)) add_lines(area);
        mark_blocks();
        reorder();
        turn_back(rotation);
    }

private:
    int main_rotation() const {
        std::array<std::size_t, 4> letters{};
        for (const Word& word : page_.words) letters[word.rotation & 3U] += word.length;
        const auto most = std::max_element(letters.begin(), letters.end());
        return static_cast<int>(most - letters.begin());
    }

    void turn(int rotation) {
        if (rotation == 0) return;
        for (Word& word : page_.words) {
            word.box = turned(word.box, rotation, page_);
            word.rotation = static_cast<std::uint8_t>((word.rotation + 4 - rotation) & 3);
        }
        if (rotation % 2 == 1) std::swap(page_.width, page_.height);
    }

    void turn_back(int rotation) {
        if (rotation == 0) return;
        const int back = 4 - rotation;
        for (Word& word : page_.words) {
            word.box = turned(word.box, back, page_);
            word.rotation = static_cast<std::uint8_t>((word.rotation + rotation) & 3);
        }
        if (rotation % 2 == 1) std::swap(page_.width, page_.height);
    }

    void add_lines(const Area& area) {
        const std::size_t begin = lines_.size();
        std::vector<std::uint32_t> drops;
        for (const std::uint32_t i : area.fragments) {
            if (is_drop_capital(fragments_[i]))
                drops.push_back(i);
            else
                add(i, begin);
        }
        for (const std::uint32_t i : drops) add_drop_capital(i, begin);
        std::stable_sort(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.end(),
                         [](const Line& a, const Line& b) { return a.box.y0 + a.box.y1 < b.box.y0 + b.box.y1; });
        for (std::size_t i = begin; i < lines_.size(); ++i) sort_line(lines_[i]);
        areas_.push_back({begin, area.is_cell});
    }

    void add(std::uint32_t i, std::size_t begin) {
        const Fragment& fragment = fragments_[i];
        // A line's pieces come close after one another; two lines are open where print is raised.
        for (std::size_t back = 1; back <= 3 && lines_.size() >= begin + back; ++back) {
            Line& line = lines_[lines_.size() - back];
            if (!belongs(fragment, line)) continue;
            line.box = line.box.united(fragment.box);
            line.size = std::max(line.size, fragment.size);
            line.fragments.push_back(i);
            return;
        }
        lines_.push_back({fragment.box, {i}, fragment.size, true});
    }

    bool belongs(const Fragment& fragment, const Line& line) const {
        if (fragments_[line.fragments.front()].line == fragment.line) return true;
        if (shared_height(fragment.box, line.box) < 0.5F) return false;
        constexpr std::size_t looked_at = 16;
        const std::size_t count = std::min(looked_at, line.fragments.size());
        return std::none_of(line.fragments.end() - static_cast<std::ptrdiff_t>(count), line.fragments.end(),
                            [&](std::uint32_t other) {
                                const Box& box = fragments_[other].box;
                                return std::min(box.x1, fragment.box.x1) - std::max(box.x0, fragment.box.x0) >
                                       0.3F * size_;
                            });
    }

    bool is_drop_capital(const Fragment& fragment) const {
        return fragment.last == fragment.first + 1 && page_.words[fragment.first].length <= 2 &&
               fragment.size > least_drop * size_;
    }

    // Before the topmost line that stands on its right; a line of its own where none does.
    void add_drop_capital(std::uint32_t i, std::size_t begin) {
        const Box& box = fragments_[i].box;
        for (std::size_t k = begin; k < lines_.size(); ++k) {
            const Box& line = lines_[k].box;
            const bool is_beside = line.x0 > box.x1 - 0.2F * size_ && line.x0 < box.x1 + size_ &&
                                   line.y1 > box.y0 && line.y0 < (box.y0 + box.y1) / 2;
            if (!is_beside) continue;
            lines_[k].fragments.push_back(i);
            return;
        }
        lines_.push_back({box, {i}, fragments_[i].size, true});
    }

    void sort_line(Line& line) const {
        std::stable_sort(line.fragments.begin(), line.fragments.end(), [&](std::uint32_t a, std::uint32_t b) {
            return right_to_left_ ? fragments_[a].box.x1 > fragments_[b].box.x1
                                  : fragments_[a].box.x0 < fragments_[b].box.x0;
        });
    }

    void mark_blocks() {
        const float white = usual_white();
        std::size_t area = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            bool begins_area = false;
            for (; area < areas_.size() && areas_[area].first_line <= i; ++area) begins_area = true;
            const bool is_cell = area > 0 && areas_[area - 1].is_cell;
            lines_[i].starts_block =
                i == 0 || (begins_area && is_cell) ||
                !(follows(lines_[i - 1], lines_[i], white) || (!begins_area && goes_on_widely(i)));
        }
    }

    // A paragraph with more white between its lines than most of the page: full lines that begin and follow each
    // other as regularly as the one before or after does.
    bool goes_on_widely(std::size_t i) const {
        if (!is_full_above(i)) return false;
        const float pitch = lines_[i].box.y1 - lines_[i - 1].box.y1;
        if (pitch > widest_pitch * size_) return false;
        const auto is_alike = [&](std::size_t other) {
            return is_full_above(other) &&
                   std::abs(lines_[other].box.y1 - lines_[other - 1].box.y1 - pitch) < same_pitch * size_;
        };
        return (i > 1 && is_alike(i - 1)) || (i + 1 < lines_.size() && is_alike(i + 1));
    }

    // Whether line `i` stands under one of the same print that fills its column.
    bool is_full_above(std::size_t i) const {
        const Line& above = lines_[i - 1];
        const Line& below = lines_[i];
        return std::abs(above.box.x0 - below.box.x0) < same_edge * size_ && above.box.y1 < below.box.y1 &&
               std::abs(above.size - below.size) < same_pitch * size_ &&
               above.box.x1 - above.box.x0 > least_full * size_ &&
               above.box.x1 > below.box.x1 - same_edge * size_ && !has_gaps(above);
    }

    // As rows of a table have between their cells.
    bool has_gaps(const Line& line) const {
        float width = 0;
        for (const std::uint32_t i : line.fragments) width += fragments_[i].box.x1 - fragments_[i].box.x0;
        return width < least_covered * (line.box.x1 - line.box.x0);
    }

    bool follows(const Line& above, const Line& below, float white) const {
        const float gap = below.box.y0 - above.box.y1;
        const float size = std::max(above.size, below.size);
        return gap < white + extra_white * size_ && gap > -0.7F * size && above.box.x0 < below.box.x1 &&
               below.box.x0 < above.box.x1;
    }

    // The white between most lines; paragraphs are at times further apart than their lines, never closer.
    float usual_white() const {
        std::vector<float> whites;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            const float gap = lines_[i].box.y0 - lines_[i - 1].box.y1;
            if (gap > -0.7F * size_ && gap < 1.5F * size_) whites.push_back(gap);
        }
        if (whites.size() < 3) return 0.5F * size_;
        const auto lower = whites.begin() + static_cast<std::ptrdiff_t>(whites.size() / 3);
        std::nth_element(whites.begin(), lower, whites.end());
        return *lower;
    }

    void reorder() {
        std::vector<Word> words;
        words.reserve(page_.words.size());
        for (const Line& line : lines_) add_words(line, words);
        for (std::size_t i = 0; i < page_.words.size(); ++i) {
            if (page_.words[i].rotation == 0) continue;
            words.push_back(page_.words[i]);
            const bool is_first = i == 0 || page_.words[i - 1].rotation == 0;
            words.back().starts_line |= is_first;
            words.back().starts_block |= is_first;
        }
        page_.words = std::move(words);
    }

    void add_words(const Line& line, std::vector<Word>& words) const {
        const std::size_t begin = words.size();
        for (const std::uint32_t f : line.fragments) {
            if (words.size() > begin) separate(words.back(), page_.words[fragments_[f].first]);
            for (std::uint32_t i = fragments_[f].first; i < fragments_[f].last; ++i) {
                words.push_back(page_.words[i]);
                words.back().starts_line = words.size() == begin + 1;
                words.back().starts_block = words.back().starts_line && line.starts_block;
            }
        }
    }

    void separate(Word& word, const Word& next) const {
        const bool drops = word.size > least_drop * next.size && word.length <= 2;
        const float gap = right_to_left_ ? word.box.x0 - next.box.x1 : next.box.x0 - word.box.x1;
        if (!drops && gap > blank * std::min(word.size, next.size)) word.space_after = true;
    }

    struct AreaStart {
        std::size_t first_line;
        bool is_cell;
    };

    Page& page_;
    bool right_to_left_;
    float size_ = 1;
    Fragments fragments_;
    std::vector<Line> lines_;
    std::vector<AreaStart> areas_;
};

}  // namespace

void arrange(std::vector<Page>& pages) {
    for (Page& page : pages)
        if (has_places(page)) PageArranger(page).arrange();
}

}  // namespace demarche
