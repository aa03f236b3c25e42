// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

// The last four are the full-width = + - @ that East Asian spreadsheets take for the plain ones.
constexpr std::array<std::string_view, 11> formula_beginnings = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                                 "\n", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
    return std::any_of(formula_beginnings.begin(), formula_beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool needs_quotes(std::string_view text) {
    // Some readers strip spaces at the ends of a cell that has no quotation marks.
    return text.find_first_of(",\"\r\n") != std::string_view::npos || text.starts_with(' ') || text.ends_with(' ');
}

void append_quoted(std::string& row, std::string_view text) {
    row += '"';
    for (const char letter : text) {
        if (letter == '"') row += '"';
        row += letter;
    }
    row += '"';
}

template <typename Number>
void append_number(std::string& row, Number value) {
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    row.append(digits.data(), written.ptr);
}

}  // namespace

void CsvWriter::header(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) text(name);
}

void CsvWriter::begin_cell() {
    if (!first_) row_ += ',';
    first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view value) {
    if (first_invalid_utf8(value)) return text(with_valid_utf8(value));
    begin_cell();
    if (looks_like_formula(value)) {
        append_quoted(row_, "'" + std::string(value));
    } else if (needs_quotes(value)) {
        append_quoted(row_, value);
    } else {
        row_ += value;
    }
    return *this;
}

CsvWriter& CsvWriter::number(std::int64_t value) {
    begin_cell();
    append_number(row_, value);
    return *this;
}

CsvWriter& CsvWriter::number(double value) {
    begin_cell();
    if (std::isfinite(value)) append_number(row_, value);
    return *this;
}

CsvWriter& CsvWriter::empty() {
    begin_cell();
    return *this;
}

void CsvWriter::end_row() {
    row_ += '\n';
    out_.write(row_.data(), static_cast<std::streamsize>(row_.size()));
    row_.clear();
    first_ = true;
}

}  // namespace demarche
