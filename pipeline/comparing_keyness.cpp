// SPDX-License-Identifier: GPL-3.0-or-later
//
// What sets a group of states apart from the rest of the study.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "corpora/model/error.hpp"
#include "graphs/comparison/code_keyness.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

constexpr std::size_t title_width = 56;

// As usual: p < 0.05 one, 0.01 two, 0.001 three, 0.0001 four.
std::string stars(const std::optional<double>& p) {
    if (!p) return "";
    return std::string(*p < 0.0005 ? 4 : *p < 0.005 ? 3 : *p < 0.03 ? 2 : 1, '*');
}

std::string rate_text(const CodeCell& cell) {
    const std::optional<double> rate = rate_of(cell);
    return rate ? fmt::format("{:.1f}", *rate) : "?";
}

void write_side(const ComparedStudy& compared, const KeynessTable& table, bool of_group, std::ostream& out) {
    TextTable lines({"code", "=LL", "", "=log ratio", "=% difference", "=per 1,000", "=rest", "=authors", "=rest"});
    std::size_t shown = 0, more = 0;
    for (const CodeKeyness& key : table.codes) {
        if (key.is_of_group() != of_group || !key.p) continue;
        if (compared.options.top > 0 && shown >= compared.options.top) {
            ++more;
            continue;
        }
        ++shown;
        lines.add(
            {code_title(compared.study.codes()[key.code], title_width), fmt::format("{:.1f}", key.log_likelihood),
             stars(key.p), key.log_ratio ? fmt::format("{:+.2f}", *key.log_ratio) : "-",
             key.percent_difference ? fmt::format("{:+.0f}", *key.percent_difference) : "-", rate_text(key.group),
             rate_text(key.rest), fmt::format("{} of {}", key.group_authors, key.group_authors_known),
             fmt::format("{} of {}", key.rest_authors, key.rest_authors_known)});
    }
    out << (of_group ? "\nMore than the rest:\n" : "\nLess than the rest:\n");
    if (shown == 0)
        out << "nothing beyond chance\n";
    else
        lines.write(out);
    if (more > 0) out << fmt::format("and {} more; --top 0 shows all\n", more);
}

void write_text(const ComparedStudy& compared, const StateGroup& group, const KeynessTable& table,
                std::ostream& out) {
    std::vector<std::string> members;
    for (const ComparedUnit& unit : table.group) members.push_back(unit.id);
    out << fmt::format("{}: {}\nagainst the rest of the study: {}\n", group.name, listed(members, 60),
                       counted(table.rest.size(), "author"));
    write_side(compared, table, true, out);
    write_side(compared, table, false, out);
    out << fmt::format(
        "\nLL: log-likelihood (Rayson and Garside 2000), * p < 0.05, ** 0.01, *** 0.001, **** 0.0001; of {} "
        "compared, "
        "chance makes\nabout {:.0f} pass for * and {:.0f} for **. log ratio (Hardie 2014): +1 twice as often, -1 "
        "half. "
        "authors: those that mention\nit, of those of whom it is known; what one author alone says is his, not the "
        "group's.\n",
        counted(table.codes.size(), "code"), std::round(0.05 * static_cast<double>(table.codes.size())),
        std::round(0.01 * static_cast<double>(table.codes.size())));
    write_notes(compared, out);
}

void optional_number(CsvWriter& csv, const std::optional<double>& value) {
    value ? csv.number(rounded_for_csv(*value)) : csv.empty();
}

void write_csv(const ComparedStudy& compared, const KeynessTable& table, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"code", "label", "log_likelihood", "p_below", "log_ratio", "percent_difference", "group_mentions",
                "group_sentences", "group_per_1000", "rest_mentions", "rest_sentences", "rest_per_1000",
                "group_authors", "group_authors_known", "rest_authors", "rest_authors_known"});
    csv.end_row();
    for (const CodeKeyness& key : table.codes) {
        const ComparedCode& code = compared.study.codes()[key.code];
        csv.text(code.id).text(code.label).number(rounded_for_csv(key.log_likelihood));
        optional_number(csv, key.p);
        optional_number(csv, key.log_ratio);
        optional_number(csv, key.percent_difference);
        for (const CodeCell* cell : {&key.group, &key.rest}) {
            csv.number(std::int64_t{cell->mentions}).number(std::int64_t{cell->sentences});
            optional_number(csv, rate_of(*cell));
        }
        for (const std::size_t count :
             {key.group_authors, key.group_authors_known, key.rest_authors, key.rest_authors_known})
            csv.number(static_cast<std::int64_t>(count));
        csv.end_row();
    }
}

std::vector<std::size_t> documents_of(const std::vector<ComparedUnit>& units) {
    std::vector<std::size_t> documents;
    for (const ComparedUnit& unit : units)
        documents.insert(documents.end(), unit.documents.begin(), unit.documents.end());
    return documents;
}

CompareJson code_json(const ComparedStudy& compared, const KeynessTable& table, const CodeKeyness& key) {
    const ComparedCode& code = compared.study.codes()[key.code];
    CompareJson group = cell_json(compared, documents_of(table.group), key.code, key.group);
    CompareJson rest = cell_json(compared, documents_of(table.rest), key.code, key.rest);
    group["authors"] = key.group_authors;
    group["authors_known"] = key.group_authors_known;
    rest["authors"] = key.rest_authors;
    rest["authors_known"] = key.rest_authors_known;
    return {{"code", code.id},
            {"label", code.label},
            {"log_likelihood", rounded_json(key.log_likelihood)},
            {"p_below", rounded_json(key.p)},
            {"log_ratio", rounded_json(key.log_ratio)},
            {"percent_difference", rounded_json(key.percent_difference)},
            {"group", group},
            {"rest", rest}};
}

}  // namespace

void write_keyness(const ComparedStudy& compared, std::ostream& out) {
    const StateGroup group =
        state_group_named(compared.options.keyness_group, "--keyness", compared.knowledge.catalogue);
    const KeynessTable table = keyness_of(compared.study, group.states);
    if (table.group.empty() || table.rest.empty())
        throw Error(ErrorKind::usage, "--keyness",
                    table.group.empty() ? "no document compared is of states of " + group.name
                                        : "all documents compared are of states of " + group.name +
                                              ": there is no rest to hold them against");
    if (compared.options.format == CompareFormat::csv) return write_csv(compared, table, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, group, table, out);
    CompareJson json = json_head(compared, "keyness");
    json["group"] = group.name;
    json["group_authors"] = CompareJson::array();
    json["rest_authors"] = CompareJson::array();
    for (const ComparedUnit& unit : table.group) json["group_authors"].push_back(unit_json(compared, unit));
    for (const ComparedUnit& unit : table.rest) json["rest_authors"].push_back(unit_json(compared, unit));
    json["codes"] = CompareJson::array();
    for (const CodeKeyness& key : table.codes) json["codes"].push_back(code_json(compared, table, key));
    write_json(json, out);
}

}  // namespace demarche
