// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace demarche {

// Writes CSV as RFC 4180 has it, in UTF-8 without a byte order mark, with lines
// that end in LF. Unknown values are empty cells.
//
// Formulas: a spreadsheet takes a cell that begins with = + - @ (or their
// full-width forms, a tab or a line break) for a formula, and these texts come
// from strangers' files. Such a text is written with an apostrophe before it, which spreadsheets
// show or hide and never compute. Numbers are written as they are. Whoever needs
// the texts to the letter takes the JSON lines.
//
// Bytes that are not UTF-8 (in the name of a file, say) become U+FFFD: one of
// them makes most readers refuse the whole table.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_(out) {}

    void header(std::initializer_list<std::string_view> names);

    CsvWriter& text(std::string_view value);
    CsvWriter& number(std::int64_t value);
    CsvWriter& number(double value);  // the shortest form that reads back the same; not a number: empty
    CsvWriter& empty();
    void end_row();

    CsvWriter& text_or_empty(const std::optional<std::string_view>& value) {
        return value ? text(*value) : empty();
    }

private:
    void begin_cell();

    std::ostream& out_;
    std::string row_;
    bool first_ = true;
};

}  // namespace demarche
