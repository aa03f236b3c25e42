// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of a guideline documents (or authors) speak of, and what they do not.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "graphs/comparison/guideline_scores.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/guidelines.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

std::vector<std::string> items_with(const Guideline& guideline, const GuidelineScore& score, Presence presence) {
    std::vector<std::string> ids;
    for (std::size_t item = 0; item < score.items.size(); ++item)
        if (score.items[item].presence == presence) ids.push_back(guideline.items[item].id);
    return ids;
}

std::string joined(const std::vector<std::string>& words) {
    return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

// Best first; those of which nothing was read last.
std::vector<std::size_t> best_first(const std::vector<GuidelineScore>& scores) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return scores[a].score.value_or(-1) > scores[b].score.value_or(-1);
    });
    return order;
}

void write_items(const Guideline& guideline, const std::vector<GuidelineScore>& scores, std::ostream& out) {
    TextTable table({"item", "what it asks", "=met", "=missing", "=perhaps"});
    for (std::size_t item = 0; item < guideline.items.size(); ++item) {
        std::size_t met = 0, missing = 0, perhaps = 0;
        for (const GuidelineScore& score : scores) {
            if (!score.score) continue;
            const Presence presence = score.items[item].presence;
            ++(presence == Presence::present ? met : presence == Presence::absent ? missing : perhaps);
        }
        table.add({guideline.items[item].id, guideline.items[item].label, std::to_string(met),
                   std::to_string(missing), std::to_string(perhaps)});
    }
    table.write(out);
}

void write_text(const ComparedStudy& compared, const Guideline& guideline, const std::vector<ComparedUnit>& units,
                const std::vector<GuidelineScore>& scores, std::ostream& out) {
    out << guideline.title << '\n';
    if (!guideline.source.empty()) out << guideline.source << '\n';
    out << '\n';
    write_items(guideline, scores, out);
    TextTable table({compared.by == UnitKind::state ? "author" : "document", "=met", "=of", "=score", "missing",
                     "perhaps missing"});
    bool has_perhaps = false;
    for (const std::size_t unit : best_first(scores)) {
        const GuidelineScore& score = scores[unit];
        if (!score.score) {
            table.add({units[unit].id, "-", std::to_string(guideline.items.size()), "-", "not read", "-"});
            continue;
        }
        has_perhaps = has_perhaps || score.unknown > 0;
        table.add({units[unit].id, std::to_string(score.met), std::to_string(guideline.items.size()),
                   fmt::format("{:.2f}{}", *score.score, score.unknown > 0 ? "+" : ""),
                   joined(items_with(guideline, score, Presence::absent)),
                   joined(items_with(guideline, score, Presence::unknown))});
    }
    out << '\n';
    table.write(out);
    if (has_perhaps)
        out << "\nperhaps: not found, but pages were not read, or the codebook has no words for it in the "
               "language; "
               "the score is a least one (+)\n";
    write_notes(compared, out);
}

// A row for each document and item.
void write_csv(const ComparedStudy& compared, const Guideline& guideline, const std::vector<ComparedUnit>& units,
               const std::vector<GuidelineScore>& scores, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"guideline", "unit", "item", "label", "presence", "mentions", "codes", "score", "score_at_most"});
    csv.end_row();
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        for (std::size_t item = 0; item < guideline.items.size(); ++item) {
            const ItemScore& score = scores[unit].items[item];
            std::vector<std::string> codes;
            for (const std::size_t code : score.codes) codes.push_back(compared.study.codes()[code].id);
            csv.text(guideline.id).text(units[unit].id).text(guideline.items[item].id);
            csv.text(guideline.items[item].label).text(to_string(score.presence));
            csv.number(std::int64_t{score.mentions}).text(fmt::format("{}", fmt::join(codes, "; ")));
            for (const std::optional<double>& figure : {scores[unit].score, scores[unit].score_at_most})
                figure ? csv.number(rounded_for_csv(*figure)) : csv.empty();
            csv.end_row();
        }
}

CompareJson item_json(const ComparedStudy& compared, const ComparedUnit& unit, const GuidelineItem& item,
                      const ItemScore& score) {
    CompareJson codes = CompareJson::array(), evidence = CompareJson::array();
    for (const std::size_t code : score.codes) {
        codes.push_back(compared.study.codes()[code].id);
        for (const std::size_t document : unit.documents)
            for (const Occurrence& occurrence : compared.study.occurrences(document, code))
                evidence.push_back(compared.study.mention_id(document, code, occurrence));
    }
    return {{"id", item.id},
            {"presence", to_string(score.presence)},
            {"mentions", score.mentions},
            {"codes", codes},
            {"evidence", evidence}};
}

CompareJson guideline_json(const Guideline& guideline) {
    CompareJson items = CompareJson::array();
    for (const GuidelineItem& item : guideline.items)
        items.push_back({{"id", item.id}, {"label", item.label}, {"codes", item.codes}});
    return {{"id", guideline.id},
            {"title", guideline.title},
            {"description", guideline.description},
            {"source", guideline.source},
            {"items", items}};
}

}  // namespace

void write_guideline_scores(const ComparedStudy& compared, const Guideline& guideline, std::ostream& out) {
    const std::vector<ComparedUnit> units = units_of(compared.study, compared.by);
    const std::vector<GuidelineScore> scores = score(compared.study, units, guideline);
    if (compared.options.format == CompareFormat::csv) return write_csv(compared, guideline, units, scores, out);
    if (compared.options.format != CompareFormat::json) return write_text(compared, guideline, units, scores, out);
    CompareJson json = json_head(compared, "guideline");
    json["guideline"] = guideline_json(guideline);
    json["units"] = CompareJson::array();
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        CompareJson made = unit_json(compared, units[unit]);
        made["score"] = rounded_json(scores[unit].score);
        made["score_at_most"] = rounded_json(scores[unit].score_at_most);
        made["met"] = scores[unit].met;
        made["missing"] = items_with(guideline, scores[unit], Presence::absent);
        made["perhaps_missing"] = items_with(guideline, scores[unit], Presence::unknown);
        made["items"] = CompareJson::array();
        for (std::size_t item = 0; item < guideline.items.size(); ++item)
            made["items"].push_back(
                item_json(compared, units[unit], guideline.items[item], scores[unit].items[item]));
        json["units"].push_back(std::move(made));
    }
    write_json(json, out);
}

void write_guideline_list(const CompareOptions& options, std::ostream& out) {
    const std::vector<Guideline> guidelines = shipped_guidelines(load_knowledge(options.codebook).codebook);
    if (options.format == CompareFormat::json) {
        CompareJson json = {{"guidelines", CompareJson::array()}};
        for (const Guideline& guideline : guidelines) json["guidelines"].push_back(guideline_json(guideline));
        write_json(json, out);
        return;
    }
    if (options.format == CompareFormat::csv) {
        CsvWriter csv(out);
        csv.header({"guideline", "title", "item", "label", "codes"});
        csv.end_row();
        for (const Guideline& guideline : guidelines)
            for (const GuidelineItem& item : guideline.items) {
                csv.text(guideline.id).text(guideline.title).text(item.id).text(item.label);
                csv.text(fmt::format("{}", fmt::join(item.codes, "; ")));
                csv.end_row();
            }
        return;
    }
    TextTable table({"guideline", "=items", "title"});
    for (const Guideline& guideline : guidelines)
        table.add({guideline.id, std::to_string(guideline.items.size()), guideline.title});
    table.write(out);
}

}  // namespace demarche
