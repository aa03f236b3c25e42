// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/tables.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/text/gutters.hpp"

namespace demarche {

namespace {

using Group = std::vector<std::uint32_t>;

// All in print sizes.
constexpr float alignment = 0.35F;
constexpr float extra_white = 0.3F;  // between two rows, beyond what is between lines

struct Line {
    float y0 = 0, y1 = 0, width = 0;
    std::uint32_t first = 0;  // place of its first fragment in the column
};

struct Column {
    float left = 1e9F, right = -1e9F;
    Group fragments;
    std::vector<Line> lines;
};

class Table {
public:
    Table(const Fragments& fragments, const Group& group, float size) : fragments_(fragments), size_(size) {
        find_columns(group);
        for (Column& column : columns_) find_lines(column);
        find_pitch();
    }

    // The y at which each row but the first begins; empty where this is no table.
    std::vector<float> rows() const {
        if (columns_.size() < 2 || columns_.size() > most_columns) return {};
        std::vector<float> by_white = white_rows();
        if (is_divided_by(by_white)) return by_white;
        std::vector<float> by_labels = labelled_rows(by_white);
        if (!by_labels.empty()) return by_labels;
        return is_short_entries() ? entry_rows() : std::vector<float>{};
    }

    std::vector<Cell> cells(const std::vector<float>& row_starts) const {
        std::vector<Cell> cells((row_starts.size() + 1) * columns_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c)
            for (const std::uint32_t i : columns_[c].fragments) {
                const float middle = (fragments_[i].box.y0 + fragments_[i].box.y1) / 2;
                const auto row =
                    std::upper_bound(row_starts.begin(), row_starts.end(), middle) - row_starts.begin();
                cells[static_cast<std::size_t>(row) * columns_.size() + c].push_back(i);
            }
        std::erase_if(cells, [](const Cell& cell) { return cell.empty(); });
        return cells;
    }

private:
    void find_columns(const Group& group) {
        lanes_ = white_lanes(fragments_, group, size_);
        columns_.resize(lanes_.size() + 1);
        for (const std::uint32_t i : group) {
            const Box& box = fragments_[i].box;
            Column& column = column_of(i);
            column.fragments.push_back(i);
            const bool spans = &column != &columns_.back() && box.x1 > lanes_[index_of(i)];
            if (spans) continue;
            column.left = std::min(column.left, box.x0);
            column.right = std::max(column.right, box.x1);
        }
    }

    std::size_t index_of(std::uint32_t i) const {
        const float x = fragments_[i].box.x0;
        return static_cast<std::size_t>(std::upper_bound(lanes_.begin(), lanes_.end(), x) - lanes_.begin());
    }
    Column& column_of(std::uint32_t i) { return columns_[index_of(i)]; }

    void find_lines(Column& column) const {
        for (std::uint32_t k = 0; k < column.fragments.size(); ++k) {
            const Box& box = fragments_[column.fragments[k]].box;
            const bool is_beside =
                !column.lines.empty() &&
                std::min(column.lines.back().y1, box.y1) - std::max(column.lines.back().y0, box.y0) >
                    0.5F * std::min(column.lines.back().y1 - column.lines.back().y0, box.y1 - box.y0);
            if (!is_beside) {
                column.lines.push_back({box.y0, box.y1, box.x1 - box.x0, k});
                continue;
            }
            Line& line = column.lines.back();
            line.y1 = std::max(line.y1, box.y1);
            line.width += box.x1 - box.x0;
        }
    }

    // The white that most lines have below them: rows have more.
    void find_pitch() {
        std::vector<float> whites;
        for (const Column& column : columns_)
            for (std::size_t i = 1; i < column.lines.size(); ++i)
                whites.push_back(column.lines[i].y0 - column.lines[i - 1].y1);
        if (whites.empty()) return;
        const auto lower = whites.begin() + static_cast<std::ptrdiff_t>(whites.size() / 3);
        std::nth_element(whites.begin(), lower, whites.end());
        white_ = std::min(*lower, size_);
    }

    std::vector<float> white_rows() const {
        std::vector<std::pair<float, float>> lines;
        for (const Column& column : columns_)
            for (const Line& line : column.lines) lines.emplace_back(line.y0, line.y1);
        std::sort(lines.begin(), lines.end());
        std::vector<float> starts;
        float reached = lines.front().second;
        for (const auto& [y0, y1] : lines) {
            if (y0 - reached > white_ + extra_white * size_) starts.push_back(y0);
            reached = std::max(reached, y1);
        }
        return starts;
    }

    // Most rows have two cells or more, whose first lines, or middles, stand on one level.
    bool is_divided_by(const std::vector<float>& row_starts) const {
        const std::size_t rows = row_starts.size() + 1;
        if (rows < (looks_like_page_columns() ? 5U : 3U)) return false;
        std::size_t aligned = 0, lines = 0, cells = 0;
        std::vector<std::size_t> at(columns_.size(), 0);
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<float> tops, middles;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const std::size_t begin = at[c];
                while (at[c] < columns_[c].lines.size() &&
                       (row + 1 == rows || columns_[c].lines[at[c]].y0 < row_starts[row] - 0.01F))
                    ++at[c];
                if (at[c] == begin) continue;
                const float top = columns_[c].lines[begin].y0, bottom = columns_[c].lines[at[c] - 1].y1;
                tops.push_back(top);
                middles.push_back((top + bottom) / 2);
                lines += at[c] - begin;
                ++cells;
            }
            if (tops.size() >= 2 && (is_level(tops) || is_level(middles))) ++aligned;
        }
        const float share = looks_like_page_columns() ? 0.85F : 0.6F;
        return static_cast<float>(aligned) >= share * static_cast<float>(rows) && lines <= 8 * cells;
    }

    // Of the places with extra white those where an entry of the first column begins level with
    // another's: the other cells may hold paragraphs. Empty unless nearly every label does.
    std::vector<float> labelled_rows(const std::vector<float>& by_white) const {
        if (looks_like_page_columns()) return {};
        const std::vector<Line>& labels = columns_.front().lines;
        std::size_t entries = 1;
        for (std::size_t i = 1; i < labels.size(); ++i)
            if (labels[i].y0 - labels[i - 1].y1 > white_ + extra_white * size_) ++entries;
        std::vector<float> starts;
        for (const float y : by_white) {
            const Line here{.y0 = y, .y1 = y, .width = 0, .first = 0};
            const auto is_level_here = [&](const Column& column) { return stands_level(here, column); };
            if (is_level_here(columns_.front()) && std::any_of(columns_.begin() + 1, columns_.end(), is_level_here))
                starts.push_back(y - alignment * size_);
        }
        return starts.size() >= 2 && (starts.size() + 1) * 10 >= entries * 8 ? starts : std::vector<float>{};
    }

    bool is_level(const std::vector<float>& heights) const {
        const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
        return *high - *low < alignment * size_;
    }

    // Two of one width: as pages are set.
    bool looks_like_page_columns() const {
        if (columns_.size() != 2) return false;
        const float one = columns_[0].right - columns_[0].left, other = columns_[1].right - columns_[1].left;
        return std::abs(one - other) < 0.12F * std::max(one, other);
    }

    // Lines that mostly leave their column unfilled, and stand level with one of the first column.
    bool is_short_entries() const {
        if (looks_like_page_columns()) return false;
        std::vector<float> fills;
        std::size_t level = 0, beside = 0;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            for (const Line& line : columns_[c].lines) {
                fills.push_back(line.width / std::max(1.0F, columns_[c].right - columns_[c].left));
                if (c == 0) continue;
                ++beside;
                if (stands_level(line, columns_.front())) ++level;
            }
        if (columns_.front().lines.size() < 3 || beside < 3) return false;
        const auto middle = fills.begin() + static_cast<std::ptrdiff_t>(fills.size() / 2);
        std::nth_element(fills.begin(), middle, fills.end());
        const bool is_entry_each = static_cast<float>(level) > 0.7F * static_cast<float>(beside);
        const std::size_t labels = columns_.front().lines.size();
        const bool is_labelled = level * 10 >= labels * 8 && labels * 10 <= beside * 6;
        return *middle < 0.7F && (is_entry_each || is_labelled);
    }

    bool stands_level(const Line& line, const Column& column) const {
        const auto near = std::lower_bound(column.lines.begin(), column.lines.end(), line.y0 - alignment * size_,
                                           [](const Line& other, float y) { return other.y0 < y; });
        return near != column.lines.end() && near->y0 - line.y0 < alignment * size_;
    }

    // A row begins with an entry in the first column, unless that one goes on from the line above.
    std::vector<float> entry_rows() const {
        std::vector<float> starts;
        const std::vector<Line>& labels = columns_.front().lines;
        for (std::size_t i = 1; i < labels.size(); ++i) {
            const bool follows = labels[i].y0 - labels[i - 1].y1 < white_ + extra_white * size_;
            const bool has_others = std::any_of(columns_.begin() + 1, columns_.end(), [&](const Column& column) {
                return stands_level(labels[i], column);
            });
            if (!follows || has_others) starts.push_back(labels[i].y0 - alignment * size_);
        }
        return starts;
    }

    static constexpr std::size_t most_columns = 24;
    const Fragments& fragments_;
    float size_;
    float white_ = 0;
    std::vector<float> lanes_;  // between the columns
    std::vector<Column> columns_;
};

}  // namespace

std::vector<Cell> table_cells(const Fragments& fragments, const std::vector<std::uint32_t>& group, float size) {
    const Table table(fragments, group, size);
    const std::vector<float> row_starts = table.rows();
    return row_starts.empty() ? std::vector<Cell>{} : table.cells(row_starts);
}

}  // namespace demarche
