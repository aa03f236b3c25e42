// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/diffing.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Json side_json(const RevisionSide& side) {
    return {{"name", side.name},
            {"state", side.state},
            {"year", side.year ? Json(*side.year) : Json(nullptr)},
            {"title", side.title},
            {"language", side.language},
            {"sentences", side.text.size()},
            {"pages_unread", side.pages_unread}};
}

Json passage_json(const Passage& passage) {
    return {{"text", passage.text}, {"page", passage.page}, {"section", passage.section}};
}

std::string_view name_of(WordFate fate) {
    switch (fate) {
        case WordFate::kept: return "kept";
        case WordFate::removed: return "removed";
        case WordFate::added: return "added";
    }
    return "unknown";
}

Json change_json(const Change& change) {
    Json json = {{"kind", to_string(change.kind)}};
    if (change.before) json["old"] = passage_json(*change.before);
    if (change.after) json["new"] = passage_json(*change.after);
    if (change.before && change.after) {
        json["moved"] = change.is_moved;
        json["likeness"] = rounded(change.likeness);
    }
    if (!change.words.empty()) {
        json["words"] = Json::array();
        for (const WordRun& run : change.words)
            json["words"].push_back({{"kind", name_of(run.fate)}, {"text", run.text}});
    }
    if (change.strength) json["strength"] = to_string(*change.strength);
    return json;
}

Json stat_json(const RevisionDiff& diff) {
    Json json = {{"sentences_old", diff.stat.sentences_before},
                 {"sentences_new", diff.stat.sentences_after},
                 {"words_old", diff.stat.words_before},
                 {"words_new", diff.stat.words_after},
                 {"words_kept", diff.stat.words_kept}};
    for (const ChangeKind kind : all_change_kinds)
        json[std::string(to_string(kind))] = diff.stat.kinds[static_cast<std::size_t>(kind)];
    json["stronger"] = diff.stat.stronger;
    json["weaker"] = diff.stat.weaker;
    json["rewritten"] = diff.is_rewritten;
    json["other_language"] = diff.is_other_language;
    return json;
}

Json emphasis_json(const Emphasis& code, const Codebook& codebook) {
    const Code* known = codebook.find_code(code.code);
    Json json = {{"code", code.code},
                 {"label", known ? known->label : ""},
                 {"old", code.before},
                 {"new", code.after},
                 {"presence_old", to_string(code.presence_before)},
                 {"presence_new", to_string(code.presence_after)},
                 {"per_1000_old", rounded(code.per_thousand_before)},
                 {"per_1000_new", rounded(code.per_thousand_after)},
                 {"log_likelihood", rounded(code.log_likelihood)},
                 {"significant", code.is_significant()}};
    if (code.stance_before) json["stance_old"] = to_string(*code.stance_before);
    if (code.stance_after) json["stance_new"] = to_string(*code.stance_after);
    if (!code.terms_before.empty()) json["terms_old"] = code.terms_before;
    if (!code.terms_after.empty()) json["terms_new"] = code.terms_after;
    return json;
}

Json items_json(const std::vector<GuidelineItem>& items) {
    Json json = Json::array();
    for (const GuidelineItem& item : items) json.push_back({{"id", item.id}, {"label", item.label}});
    return json;
}

Json guideline_json(const GuidelineChange& guideline) {
    return {{"id", guideline.id},
            {"title", guideline.title},
            {"items", guideline.items},
            {"met_old", guideline.met_before},
            {"met_new", guideline.met_after},
            {"unknown_old", guideline.unknown_before},
            {"unknown_new", guideline.unknown_after},
            {"gained", items_json(guideline.gained)},
            {"lost", items_json(guideline.lost)},
            {"perhaps_gained", items_json(guideline.perhaps_gained)},
            {"perhaps_lost", items_json(guideline.perhaps_lost)}};
}

Json substance_json(const Substance& substance, const Codebook& codebook) {
    Json guidelines = Json::array();
    for (const GuidelineChange& guideline : substance.guidelines) guidelines.push_back(guideline_json(guideline));
    Json gained = Json::array(), lost = Json::array(), codes = Json::array();
    Json perhaps_gained = Json::array(), perhaps_lost = Json::array();
    for (const Emphasis& code : substance.codes) {
        if (code.is_gained()) gained.push_back(code.code);
        if (code.is_lost()) lost.push_back(code.code);
        if (code.is_unsure()) (code.after > 0 ? perhaps_gained : perhaps_lost).push_back(code.code);
        codes.push_back(emphasis_json(code, codebook));
    }
    return {{"gained", gained},
            {"lost", lost},
            {"perhaps_gained", perhaps_gained},
            {"perhaps_lost", perhaps_lost},
            {"codes", codes},
            {"guidelines", guidelines},
            {"sections_gained", substance.sections_gained},
            {"sections_lost", substance.sections_lost}};
}

Json revisions_json(const ComparedRevisions& revisions, const Codebook& codebook) {
    Json changes = Json::array(), passages = Json::array();
    for (const Change& change : revisions.diff.changes) changes.push_back(change_json(change));
    for (const Change& passage : revisions.diff.passages) passages.push_back(change_json(passage));
    return {{"old", side_json(revisions.before)},
            {"new", side_json(revisions.after)},
            {"stat", stat_json(revisions.diff)},
            {"changes", changes},
            {"passages", passages},
            {"substance", substance_json(revisions.diff.substance, codebook)}};
}

}  // namespace

void write_diff_json(const std::vector<ComparedRevisions>& revisions, const Codebook& codebook, bool is_lineage,
                     std::ostream& out) {
    Json json;
    if (is_lineage) {
        json["lineage"] = Json::array();
        for (const ComparedRevisions& each : revisions) json["lineage"].push_back(revisions_json(each, codebook));
    } else {
        json = revisions_json(revisions.front(), codebook);
    }
    out << json.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace demarche
