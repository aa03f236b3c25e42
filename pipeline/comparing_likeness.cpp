// SPDX-License-Identifier: GPL-3.0-or-later
//
// How alike authors (or documents) are, pair by pair.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

std::string measure_text(const ComparedStudy& compared, const LikenessTable& table) {
    switch (table.method) {
        case LikenessMethod::cosine:
            return fmt::format("cosine of the codes, weighed by {}: 1 is the same profile, 0 nothing in common",
                               title_of(compared.value));
        case LikenessMethod::jensen_shannon:
            return fmt::format(
                "Jensen-Shannon distance of the codes (square root of the divergence, base 2), "
                "weighed by {}: 0 is the same profile, 1 nothing in common",
                title_of(compared.value));
        case LikenessMethod::text:
            return "cosine of the words by TF-IDF, within a language: 1 is the same words, 0 none in common";
    }
    return "";
}

std::vector<std::string> rests_on(const LikenessTable& table, const Likeness& pair) {
    std::vector<std::string> names;
    for (const std::size_t feature : pair.rests_on) names.push_back(table.features[feature]);
    return names;
}

// The pairs without a value, by the reason.
std::map<NoLikeness, std::size_t> missing_pairs(const LikenessTable& table) {
    std::map<NoLikeness, std::size_t> missing;
    for (const Likeness& pair : table.pairs)
        if (pair.missing) ++missing[*pair.missing];
    return missing;
}

void write_text(const ComparedStudy& compared, const LikenessTable& table, std::ostream& out) {
    const std::vector<Likeness> pairs = table.most_alike_first();
    const bool is_text = table.method == LikenessMethod::text;
    TextTable lines({"one", "other", "=value", is_text ? "=words of both" : "=codes of both",
                     is_text ? "words that they share most" : "codes that they share most"});
    const std::size_t most = compared.options.top == 0 ? pairs.size() : compared.options.top;
    std::size_t shown = 0;
    for (const Likeness& pair : pairs) {
        if (!pair.value || shown == most) break;
        ++shown;
        lines.add({table.units[pair.one].id, table.units[pair.other].id, fmt::format("{:.3f}", *pair.value),
                   std::to_string(pair.shared), listed(rests_on(table, pair), 5)});
    }
    out << counted(table.units.size(), compared.by == UnitKind::state ? "author" : "document") << ", "
        << counted(pairs.size(), "pair") << ": " << measure_text(compared, table) << "\n\n";
    if (!lines.empty()) {
        lines.write(out);
        out << '\n';
    }
    std::size_t with_value = pairs.size();
    for (const auto& [reason, count] : missing_pairs(table)) {
        with_value -= count;
        out << fmt::format("{} without a value: {}\n", counted(count, "pair"), explanation_of(reason));
    }
    if (shown < with_value)
        out << fmt::format("The {} most alike of {}; --top 0 shows all.\n", shown, counted(with_value, "pair"));
    write_notes(compared, out);
}

void write_csv(const LikenessTable& table, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"one", "other", "method", "value", "compared", "shared", "rests_on", "without_value_because"});
    csv.end_row();
    for (const Likeness& pair : table.pairs) {
        csv.text(table.units[pair.one].id).text(table.units[pair.other].id).text(to_string(table.method));
        pair.value ? csv.number(rounded_for_csv(*pair.value)) : csv.empty();
        csv.number(static_cast<std::int64_t>(pair.compared)).number(static_cast<std::int64_t>(pair.shared));
        csv.text(fmt::format("{}", fmt::join(rests_on(table, pair), "; ")));
        pair.missing ? csv.text(explanation_of(*pair.missing)) : csv.empty();
        csv.end_row();
    }
}

}  // namespace

void write_likeness(const ComparedStudy& compared, const LikenessTable& table, std::ostream& out) {
    if (compared.options.format == CompareFormat::csv) return write_csv(table, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, table, out);
    CompareJson json = json_head(compared, "likeness");
    json["method"] = to_string(table.method);
    json["is_distance"] = table.method == LikenessMethod::jensen_shannon;
    if (table.method != LikenessMethod::text) json["weighed_by"] = to_string(compared.value);
    json["units"] = CompareJson::array();
    for (const ComparedUnit& unit : table.units) json["units"].push_back(unit_json(compared, unit));
    json["pairs"] = CompareJson::array();
    for (const Likeness& pair : table.pairs) {
        CompareJson made = {{"one", table.units[pair.one].id},
                            {"other", table.units[pair.other].id},
                            {"value", rounded_json(pair.value)},
                            {"compared", pair.compared},
                            {"shared", pair.shared},
                            {"rests_on", rests_on(table, pair)}};
        if (pair.missing) made["without_value_because"] = explanation_of(*pair.missing);
        json["pairs"].push_back(std::move(made));
    }
    write_json(json, out);
}

}  // namespace demarche
