// SPDX-License-Identifier: GPL-3.0-or-later
//
// How codes come and go with the years of publication.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "graphs/comparison/trends.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

constexpr std::size_t title_width = 44;

std::string name_of(const TrendPeriod& period) {
    return period.from == period.to ? std::to_string(period.from) : fmt::format("{}-{}", period.from, period.to);
}

bool is_mentioned(const TrendTable& table, std::size_t code) {
    return std::any_of(table.periods.begin(), table.periods.end(),
                       [code](const TrendPeriod& period) { return period.cells[code].mentions > 0; });
}

// A rate is one of what was read: some documents that were not are no reason to say nothing of a year.
std::string figure_text(const CodeCell& cell, CellValue value, Legend& legend) {
    if (value == CellValue::share) return cell_text(cell, value);
    if (value != CellValue::per_1000) return legend(cell, value);
    const std::optional<double> rate = rate_of(cell);
    return rate ? fmt::format("{:.1f}", *rate) : "?";
}

void write_text(const ComparedStudy& compared, const TrendTable& table, std::ostream& out) {
    std::vector<std::string> titles = {"code"}, documents = {"documents"}, sentences = {"sentences"};
    for (const TrendPeriod& period : table.periods) {
        titles.push_back("=" + name_of(period));
        documents.push_back(std::to_string(period.documents.size()));
        sentences.push_back(std::to_string(period.sentences));
    }
    TextTable lines(titles);
    lines.add(std::move(documents));
    lines.add(std::move(sentences));
    Legend legend;
    for (std::size_t code = 0; code < compared.study.codes().size(); ++code) {
        if (!is_mentioned(table, code)) continue;
        std::vector<std::string> cells = {code_title(compared.study.codes()[code], title_width)};
        for (const TrendPeriod& period : table.periods)
            cells.push_back(figure_text(period.cells[code], compared.value, legend));
        lines.add(std::move(cells));
    }
    out << fmt::format("Codes by {}: {}\n\n", compared.options.period == 1 ? "year" : "period",
                       title_of(compared.value));
    lines.write(out);
    out << '\n';
    if (table.documents_without_year > 0)
        out << counted(table.documents_without_year, "document") << " without a year left out\n";
    legend.write(out);
    write_notes(compared, out);
}

void write_csv(const ComparedStudy& compared, const TrendTable& table, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"code", "label", "from", "to", "documents", "documents_failed", "documents_known", "documents_with",
                "share", "sentences", "mentions", "per_1000"});
    csv.end_row();
    for (std::size_t code = 0; code < compared.study.codes().size(); ++code) {
        if (!is_mentioned(table, code)) continue;
        for (const TrendPeriod& period : table.periods) {
            const CodeCell& cell = period.cells[code];
            csv.text(compared.study.codes()[code].id).text(compared.study.codes()[code].label);
            csv.number(std::int64_t{period.from}).number(std::int64_t{period.to});
            for (const std::size_t number : {period.documents.size(), period.documents_failed,
                                             std::size_t{cell.documents_known}, std::size_t{cell.documents}})
                csv.number(static_cast<std::int64_t>(number));
            const auto figure = [&](const std::optional<double>& value) {
                value ? csv.number(*value) : csv.empty();
            };
            figure(value_of(cell, CellValue::share));
            csv.number(std::int64_t{cell.sentences}).number(std::int64_t{cell.mentions});
            figure(rate_of(cell));
            csv.end_row();
        }
    }
}

CompareJson period_json(const ComparedStudy& compared, const TrendPeriod& period) {
    CompareJson documents = CompareJson::array();
    for (const std::size_t index : period.documents) documents.push_back(compared.study.documents()[index].id);
    CompareJson codes = CompareJson::object();
    for (std::size_t code = 0; code < period.cells.size(); ++code) {
        const CodeCell& cell = period.cells[code];
        if (cell.presence() == Presence::absent) continue;
        CompareJson& made = codes[compared.study.codes()[code].id];
        made = cell_json(compared, period.documents, code, cell);
        made["share"] = rounded_json(value_of(cell, CellValue::share));
        if (cell.presence() == Presence::unknown) made["unknown_because"] = reason_of(cell);
    }
    return {{"from", period.from},           {"to", period.to},
            {"documents", documents},        {"documents_failed", period.documents_failed},
            {"sentences", period.sentences}, {"codes", codes}};
}

}  // namespace

void write_trends(const ComparedStudy& compared, std::ostream& out) {
    const TrendTable table = trends_of(compared.study, compared.options.period);
    if (compared.options.format == CompareFormat::csv) return write_csv(compared, table, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, table, out);
    CompareJson json = json_head(compared, "trends");
    json["documents_without_year"] = table.documents_without_year;
    json["periods"] = CompareJson::array();
    for (const TrendPeriod& period : table.periods) json["periods"].push_back(period_json(compared, period));
    write_json(json, out);
}

}  // namespace demarche
