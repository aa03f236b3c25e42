// SPDX-License-Identifier: GPL-3.0-or-later
//
// States (or documents) by codes.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

// More columns than this do not fit a terminal: families are shown then.
constexpr std::size_t most_columns = 16;

std::string documents_text(const ComparedUnit& unit) {
    const std::size_t all = unit.documents_read + unit.documents_failed;
    return unit.documents_failed > 0 ? fmt::format("{} ({} not read)", all, unit.documents_failed)
                                     : std::to_string(all);
}

// A column of the text: one code, or the codes of a family.
struct Column {
    std::string title;
    std::vector<std::size_t> codes;
};

std::vector<Column> columns_of(const CodedStudy& study) {
    std::vector<Column> columns;
    const bool is_by_code = study.codes().size() <= most_columns;
    for (std::size_t code = 0; code < study.codes().size(); ++code) {
        const std::string& title = is_by_code ? study.codes()[code].id : study.codes()[code].family;
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const Column& column) { return column.title == title; });
        if (found == columns.end())
            columns.push_back({title, {code}});
        else
            found->codes.push_back(code);
    }
    return columns;
}

// Several codes in one cell: mentions are added up, otherwise it is said how many different codes there are.
std::string family_text(const std::vector<CodeCell>& cells, const Column& column, CellValue value,
                        std::uint32_t sentences) {
    std::uint32_t mentions = 0, codes = 0;
    bool is_complete = true;
    for (const std::size_t code : column.codes) {
        mentions += cells[code].mentions;
        if (cells[code].mentions > 0) ++codes;
        is_complete = is_complete && cells[code].is_complete();
    }
    if (mentions == 0 && !is_complete) return "?";
    std::string text = std::to_string(value == CellValue::mentions ? mentions : codes);
    if (value == CellValue::per_1000)
        text = fmt::format("{:.1f}", sentences > 0 ? 1000.0 * mentions / sentences : 0);
    return is_complete ? text : text + "+";
}

void write_text(const ComparedStudy& compared, const CodeMatrix& matrix, std::ostream& out) {
    const std::vector<Column> columns = columns_of(compared.study);
    const bool is_by_code = compared.study.codes().size() <= most_columns;
    std::vector<std::string> titles = {compared.by == UnitKind::state ? "author" : "document", "=documents",
                                       "=sentences"};
    for (const Column& column : columns) titles.push_back("=" + column.title);
    TextTable table(titles);
    Legend legend;
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
        const ComparedUnit& row = matrix.units[unit];
        std::vector<std::string> cells = {row.id, documents_text(row),
                                          row.documents_read > 0 ? std::to_string(row.sentences) : "-"};
        for (const Column& column : columns) {
            for (const std::size_t code : column.codes) legend.note(matrix.cells[unit][code]);
            cells.push_back(is_by_code ? cell_text(matrix.cells[unit][column.codes.front()], compared.value)
                                       : family_text(matrix.cells[unit], column, compared.value, row.sentences));
        }
        table.add(std::move(cells));
    }
    const bool counts_codes =
        !is_by_code && compared.value != CellValue::mentions && compared.value != CellValue::per_1000;
    out << counted(matrix.units.size(), compared.by == UnitKind::state ? "author" : "document") << " by "
        << counted(compared.study.codes().size(), "code") << ": "
        << (counts_codes ? "different codes mentioned" : title_of(compared.value)) << "\n\n";
    table.write(out);
    out << '\n';
    if (!is_by_code)
        out << "The codes of a family stand in one column: more than " << most_columns
            << " do not fit. Choose some with --codes or --family, or take all with --format csv.\n";
    legend.write(out);
    write_notes(compared, out);
}

// A cell that is not known is empty: R and pandas take it for NA.
void write_csv(const ComparedStudy& compared, const CodeMatrix& matrix, std::ostream& out) {
    CsvWriter csv(out);
    for (const char* title : {"id", "label", "documents", "documents_failed", "pages", "pages_unread", "sentences"})
        csv.text(title);
    for (const ComparedCode& code : compared.study.codes()) csv.text(code.id);
    csv.end_row();
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
        const ComparedUnit& row = matrix.units[unit];
        csv.text(row.id).text(row.label);
        for (const std::uint32_t number : {row.documents_read + row.documents_failed, row.documents_failed,
                                           row.pages, row.pages_unread, row.sentences})
            csv.number(std::int64_t{number});
        for (const CodeCell& cell : matrix.cells[unit]) {
            const std::optional<double> value = value_of(cell, compared.value);
            value ? csv.number(*value) : csv.empty();
        }
        csv.end_row();
    }
}

CompareJson row_json(const ComparedStudy& compared, const ComparedUnit& unit, const std::vector<CodeCell>& cells) {
    CompareJson json = unit_json(compared, unit);
    json["present"] = CompareJson::object();
    json["absent"] = CompareJson::array();
    json["unknown"] = CompareJson::object();
    for (std::size_t code = 0; code < cells.size(); ++code) {
        const std::string& id = compared.study.codes()[code].id;
        switch (cells[code].presence()) {
            case Presence::present:
                json["present"][id] = cell_json(compared, unit.documents, code, cells[code]);
                break;
            case Presence::absent: json["absent"].push_back(id); break;
            case Presence::unknown: json["unknown"][id] = reason_of(cells[code]); break;
        }
    }
    return json;
}

}  // namespace

void write_matrix(const ComparedStudy& compared, std::ostream& out) {
    const CodeMatrix matrix = matrix_of(compared.study, compared.by);
    if (compared.options.format == CompareFormat::csv) return write_csv(compared, matrix, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, matrix, out);
    CompareJson json = json_head(compared, "matrix");
    json["by"] = compared.by == UnitKind::state ? "state" : "document";
    json["units"] = CompareJson::array();
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit)
        json["units"].push_back(row_json(compared, matrix.units[unit], matrix.cells[unit]));
    write_json(json, out);
}

}  // namespace demarche
