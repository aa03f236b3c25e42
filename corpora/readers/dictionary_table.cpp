// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpora/readers/csv_table.hpp"
#include "corpora/readers/dictionary_formats.hpp"

// Dictionaries as tables. Either a row for each entry in each category, with columns such as term and category
// (sentiment lexicons come so), or, as LIWC-22 writes (.dicx), a row for each entry and a column for each
// category, in which 1 or X stands where the entry belongs:
//
//     term,category              DicTerm,posemo,negemo
//     tax*,economy               happi*,X,
//     army,defence               lie,,X

namespace demarche {

namespace {

constexpr std::array term_columns = {"term", "word", "entry", "pattern", "token"};
constexpr std::array category_columns = {"category", "sentiment", "code", "key", "topic"};

template <std::size_t Size>
std::optional<std::size_t> column_of(const CsvTable& table, const std::array<const char*, Size>& names) {
    for (const char* name : names)
        if (const auto column = table.column(name)) return column;
    return std::nullopt;
}

bool is_mark(const std::string& cell) {
    return cell == "1" || cell == "X" || cell == "x";
}

// Whether a column holds names of categories. In a table with a column for each category one may be
// called "topic" or "key"; it holds marks.
bool holds_names(const CsvTable& table, std::size_t column) {
    return std::none_of(table.rows.begin(), table.rows.end(),
                        [&](const CsvRow& row) { return is_mark(row.cells[column]); });
}

void read_rows(const CsvTable& table, std::size_t term, std::size_t category, Checked<Dictionary>& checked) {
    for (const CsvRow& row : table.rows) {
        const std::string& name = row.cells[category];
        if (name.empty() || row.cells[term].empty()) {
            ++checked.value.left_out;
            checked.problems.push_back({{table.file, row.line},
                                        true,
                                        name.empty() ? "'" + row.cells[term] + "' has no category: left out"
                                                     : "a row of '" + name + "' has no entry: left out"});
            continue;
        }
        const std::size_t at = checked.value.category(name, std::nullopt, row.line);
        checked.value.categories[at].entries.push_back({row.cells[term], row.line});
    }
}

void read_columns(const CsvTable& table, Checked<Dictionary>& checked) {
    std::vector<std::size_t> categories;
    for (std::size_t column = 1; column < table.header.size(); ++column)
        categories.push_back(checked.value.category(table.header[column], std::nullopt, 1));
    bool has_weights = false;
    for (const CsvRow& row : table.rows) {
        bool belongs = false;
        for (std::size_t column = 1; column < row.cells.size(); ++column) {
            const std::string& cell = row.cells[column];
            if (cell.empty() || cell == "0") continue;
            belongs = true;
            has_weights = has_weights || !is_mark(cell);
            checked.value.categories[categories[column - 1]].entries.push_back({row.cells.front(), row.line});
        }
        if (belongs) continue;
        ++checked.value.left_out;
        checked.problems.push_back(
            {{table.file, row.line}, true, "'" + row.cells.front() + "' has no category: left out"});
    }
    if (has_weights)
        checked.problems.push_back(
            {{table.file, 0}, true, "has weights, which a codebook has not: each entry counts as one"});
}

}  // namespace

Checked<Dictionary> parse_table_dictionary(std::string_view text, const std::string& name) {
    Checked<Dictionary> checked;
    Checked<CsvTable> table = parse_csv(text, name);
    checked.problems = std::move(table.problems);
    if (has_errors(checked.problems)) return checked;
    const auto term = column_of(table.value, term_columns), category = column_of(table.value, category_columns);
    if (term && category && holds_names(table.value, *category))
        read_rows(table.value, *term, *category, checked);
    else if (table.value.header.size() > 1)
        read_columns(table.value, checked);
    else
        checked.problems.push_back({{name, 1},
                                    false,
                                    "has one column: there must be columns term and category, or one for the "
                                    "entries and one for each category"});
    return checked;
}

}  // namespace demarche
