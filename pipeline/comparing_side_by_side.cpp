// SPDX-License-Identifier: GPL-3.0-or-later
//
// A few states beside one another: a row for each code, and the sentences behind it.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

constexpr std::size_t title_width = 52;

bool is_mentioned(const CodeMatrix& matrix, std::size_t code) {
    return std::any_of(matrix.cells.begin(), matrix.cells.end(),
                       [code](const std::vector<CodeCell>& row) { return row[code].mentions > 0; });
}

// Calls `visit(document index, occurrence)` for each mention of a unit.
template <typename Visit>
void for_each_mention(const CodedStudy& study, const ComparedUnit& unit, std::size_t code, const Visit& visit) {
    for (const std::size_t document : unit.documents)
        for (const Occurrence& occurrence : study.occurrences(document, code)) visit(document, occurrence);
}

std::string_view stance_of(const Occurrence& occurrence) {
    return occurrence.stance ? to_string(*occurrence.stance) : std::string_view();
}

void write_quotations(const ComparedStudy& compared, const CodeMatrix& matrix, std::size_t code,
                      std::ostream& out) {
    out << '\n' << code_title(compared.study.codes()[code], 100) << '\n';
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
        const CodeCell& cell = matrix.cells[unit][code];
        if (cell.mentions == 0) {
            out << fmt::format("  {}: {}\n", matrix.units[unit].id,
                               cell.presence() == Presence::absent ? "not mentioned" : "nobody knows");
            continue;
        }
        std::size_t shown = 0;
        for_each_mention(
            compared.study, matrix.units[unit], code, [&](std::size_t document, const Occurrence& occurrence) {
                if (shown++ >= compared.options.quotes) return;
                const std::string_view stance = stance_of(occurrence);
                out << fmt::format("  {}: {}\n    {}, page {}, sentence {}{}\n", matrix.units[unit].id,
                                   *occurrence.quotation, compared.study.documents()[document].id, occurrence.page,
                                   occurrence.sentence, stance.empty() ? "" : fmt::format(", {}", stance));
            });
        if (shown > compared.options.quotes)
            out << fmt::format("    and {} more\n", shown - compared.options.quotes);
    }
}

void write_text(const ComparedStudy& compared, const CodeMatrix& matrix, std::ostream& out) {
    std::vector<std::string> titles = {"code"};
    for (const ComparedUnit& unit : matrix.units) titles.push_back("=" + unit.id);
    TextTable table(titles);
    Legend legend;
    std::vector<std::size_t> shown;
    for (std::size_t code = 0; code < compared.study.codes().size(); ++code) {
        if (!is_mentioned(matrix, code)) continue;
        shown.push_back(code);
        std::vector<std::string> cells = {code_title(compared.study.codes()[code], title_width)};
        for (const auto& row : matrix.cells) cells.push_back(legend(row[code], compared.value));
        table.add(std::move(cells));
    }
    for (const ComparedUnit& unit : matrix.units)
        out << fmt::format("{}  {}: {}, {}{}\n", unit.id, unit.label, counted(unit.documents.size(), "document"),
                           counted(unit.sentences, "sentence"),
                           unit.languages.empty() ? "" : ", " + listed(unit.languages, 9));
    out << fmt::format("\n{} of {} mentioned; the figures are {}\n\n", shown.size(),
                       counted(compared.study.codes().size(), "code"), title_of(compared.value));
    table.write(out);
    std::ostringstream notes;
    legend.write(notes);
    write_notes(compared, notes);
    if (!notes.str().empty()) out << '\n' << notes.str();
    if (compared.options.quotes > 0)
        for (const std::size_t code : shown) write_quotations(compared, matrix, code, out);
}

// A row for each mention; one without a mention says what is known of it.
void write_csv(const ComparedStudy& compared, const CodeMatrix& matrix, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"code", "label", "unit", "presence", "document", "page", "sentence", "stance", "term", "quotation",
                "mention"});
    csv.end_row();
    for (std::size_t code = 0; code < compared.study.codes().size(); ++code) {
        if (!is_mentioned(matrix, code)) continue;
        const ComparedCode& named = compared.study.codes()[code];
        for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
            const std::string_view presence = to_string(matrix.cells[unit][code].presence());
            const auto begin = [&] {
                csv.text(named.id).text(named.label).text(matrix.units[unit].id).text(presence);
            };
            for_each_mention(compared.study, matrix.units[unit], code,
                             [&](std::size_t document, const Occurrence& occurrence) {
                                 begin();
                                 csv.text(compared.study.documents()[document].id)
                                     .number(std::int64_t{occurrence.page})
                                     .number(std::int64_t{occurrence.sentence})
                                     .text(stance_of(occurrence))
                                     .text(occurrence.term)
                                     .text(*occurrence.quotation)
                                     .text(compared.study.mention_id(document, code, occurrence));
                                 csv.end_row();
                             });
            if (matrix.cells[unit][code].mentions > 0) continue;
            begin();
            for (int empty = 0; empty < 7; ++empty) csv.empty();
            csv.end_row();
        }
    }
}

CompareJson quotations_json(const ComparedStudy& compared, const ComparedUnit& unit, std::size_t code) {
    CompareJson quotations = CompareJson::array();
    for_each_mention(compared.study, unit, code, [&](std::size_t document, const Occurrence& occurrence) {
        CompareJson json = {{"mention", compared.study.mention_id(document, code, occurrence)},
                            {"document", compared.study.documents()[document].id},
                            {"page", occurrence.page},
                            {"sentence", occurrence.sentence},
                            {"term", occurrence.term},
                            {"text", *occurrence.quotation}};
        if (occurrence.stance) json["stance"] = to_string(*occurrence.stance);
        quotations.push_back(std::move(json));
    });
    return quotations;
}

CompareJson code_json(const ComparedStudy& compared, const CodeMatrix& matrix, std::size_t code) {
    const ComparedCode& named = compared.study.codes()[code];
    CompareJson json = {{"code", named.id}, {"label", named.label}, {"units", CompareJson::object()}};
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
        const CodeCell& cell = matrix.cells[unit][code];
        CompareJson& made = json["units"][matrix.units[unit].id];
        made = {{"presence", to_string(cell.presence())}};
        if (cell.presence() == Presence::unknown) made["because"] = reason_of(cell);
        if (cell.mentions == 0) continue;
        CompareJson figures = cell_json(compared, matrix.units[unit].documents, code, cell);
        figures.erase("evidence");
        made.update(figures);
        made["quotations"] = quotations_json(compared, matrix.units[unit], code);
    }
    return json;
}

}  // namespace

void write_side_by_side(const ComparedStudy& compared, std::ostream& out) {
    const CodeMatrix matrix = matrix_of(compared.study, compared.by);
    if (compared.options.format == CompareFormat::csv) return write_csv(compared, matrix, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, matrix, out);
    CompareJson json = json_head(compared, "side-by-side");
    json["units"] = CompareJson::array();
    for (const ComparedUnit& unit : matrix.units) json["units"].push_back(unit_json(compared, unit));
    json["codes"] = CompareJson::array();
    for (std::size_t code = 0; code < compared.study.codes().size(); ++code)
        if (is_mentioned(matrix, code)) json["codes"].push_back(code_json(compared, matrix, code));
    write_json(json, out);
}

}  // namespace demarche
