// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/evaluating.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

// More places than any sample is good for, and fewer than would show the order in which a compiler added up.
Json rounded(std::optional<double> value) {
    constexpr double places = 1e6;
    return value ? Json(std::round(*value * places) / places) : Json(nullptr);
}

Json interval_json(const std::optional<Interval>& interval) {
    return interval ? Json::array({rounded(interval->low), rounded(interval->high)}) : Json(nullptr);
}

Json estimate_json(const Estimate& estimate) {
    return {{"value", rounded(estimate.value)}, {"interval", interval_json(estimate.interval)}};
}

Json score_json(const Score& score) {
    Json json = {{"name", score.name}};
    if (score.number > 0) json["number"] = score.number;
    json.update(
        {{"sentences", score.sentences},
         {"true_positives", score.counts.both},
         {"false_negatives", score.counts.missed},
         {"false_positives", score.counts.extra},
         {"precision", rounded(score.counts.precision())},
         {"recall", rounded(score.counts.recall())},
         {"f1", rounded(score.counts.f1())},
         {"f1_interval", interval_json(score.f1_interval)},
         {"macro",
          {{"codes", score.macro.codes},
           {"precision", rounded(score.macro.precision)},
           {"recall", rounded(score.macro.recall)},
           {"f1", rounded(score.macro.f1)}}},
         {"stance",
          {{"both", score.stance.both}, {"same", score.stance.same}, {"share", rounded(score.stance.share())}}}});
    return json;
}

template <typename Row, typename Make>
Json list_json(const std::vector<Row>& rows, const Make& make) {
    Json json = Json::array();
    for (const Row& row : rows) json.push_back(make(row));
    return json;
}

Json agreement_row_json(const AgreementRow& row) {
    Json json = {{"name", row.name}};
    if (row.number > 0) json["number"] = row.number;
    json.update({{"units", row.estimate.units},
                 {"percent", estimate_json(row.estimate.percent)},
                 {"kappa", estimate_json(row.estimate.kappa)},
                 {"alpha", estimate_json(row.estimate.alpha)},
                 {"ac1", estimate_json(row.estimate.ac1)}});
    return json;
}

Json agreement_json(const AgreementTable& table) {
    return {{"all", agreement_row_json(table.all)},
            {"stance", agreement_row_json(table.stance)},
            {"families", list_json(table.families, agreement_row_json)},
            {"codes", list_json(table.codes, agreement_row_json)}};
}

Json stances_json(const StanceTable& stances) {
    Json json = Json::object();
    for (std::size_t i = 0; i < stance_count; ++i)
        for (std::size_t j = 0; j < stance_count; ++j)
            json[std::string(to_string(static_cast<Stance>(i)))][std::string(to_string(static_cast<Stance>(j)))] =
                stances.at(i).at(j);
    return json;
}

Json stance_json(const CodedSentence& sentence, const std::string& code) {
    const auto found = sentence.norms.find(code);
    return found == sentence.norms.end() ? Json(nullptr) : Json(to_string(found->second));
}

Json miss_json(const Miss& miss, const Comparison& comparison, const Evaluation& evaluation) {
    const CodedSentence& sentence = *miss.reference;
    const auto found = evaluation.evidence.find({sentence.sid, miss.code});
    const bool has_evidence = comparison.other == machine_name && found != evaluation.evidence.end();
    return {{"difference", to_string(miss.kind)},
            {"code", miss.code},
            {"sid", sentence.sid},
            {"document", sentence.document},
            {"language", sentence.language},
            {"reference_stance", stance_json(sentence, miss.code)},
            {"other_stance", stance_json(*miss.other, miss.code)},
            {"instead", miss.instead},
            {"words", has_evidence ? Json(found->second.words) : Json(nullptr)},
            {"rule", has_evidence ? Json(found->second.rule) : Json(nullptr)},
            {"text", sentence.text}};
}

Json comparison_json(const Comparison& comparison, const Evaluation& evaluation, std::size_t misses) {
    Json json = {{"reference", comparison.reference},
                 {"other", comparison.other},
                 {"sentences", comparison.all.sentences},
                 {"all", score_json(comparison.all)},
                 {"families", list_json(comparison.families, score_json)},
                 {"languages", list_json(comparison.languages, score_json)},
                 {"codes", list_json(comparison.codes, score_json)},
                 {"documents", list_json(comparison.documents, score_json)},
                 {"stances", stances_json(comparison.stances)},
                 {"agreement", agreement_json(comparison.agreement)},
                 {"differences", comparison.misses.size()},
                 {"misses", Json::array()}};
    for (std::size_t i = 0; i < std::min(misses, comparison.misses.size()); ++i)
        json["misses"].push_back(miss_json(comparison.misses[i], comparison, evaluation));
    return json;
}

Json coder_json(const Coding& coding, bool is_machine) {
    return {{"name", coding.coder}, {"is_machine", is_machine}, {"sentences", coding.sentences.size()}};
}

}  // namespace

void write_evaluation_json(const Evaluation& evaluation, const EvaluateOptions& options, std::ostream& out) {
    Json json = {{"coders", Json::array()},
                 {"codebook", {{"version", evaluation.codebook_version}, {"hash", evaluation.codebook_hash}}},
                 {"terms_only", options.terms_only},
                 {"families", evaluation.scope.families()},
                 {"left_out", Json(evaluation.left_out)},
                 {"not_in_codebook", Json(evaluation.unknown)},
                 {"part", {{"number", options.part}, {"of", options.parts}}},
                 {"bootstrap",
                  {{"draws", bootstrap_draws},
                   {"of", evaluation.draws_documents ? "documents" : "sentences"},
                   {"level", 0.95}}},
                 {"comparisons", Json::array()}};
    for (const Coding& coding : evaluation.coders) json["coders"].push_back(coder_json(coding, false));
    if (evaluation.machine) json["coders"].push_back(coder_json(*evaluation.machine, true));
    for (const Comparison& comparison : evaluation.comparisons)
        json["comparisons"].push_back(comparison_json(comparison, evaluation, options.misses));
    json["among_coders"] = evaluation.among_coders ? agreement_json(*evaluation.among_coders) : Json(nullptr);
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace demarche
