// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/codebook_testing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/examples.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

struct TestedCode {
    const Code* code;
    std::vector<TriedExample> examples;

    std::size_t count(bool should_be_given, bool right_only) const {
        return static_cast<std::size_t>(std::count_if(examples.begin(), examples.end(), [&](const auto& example) {
            return example.should_be_given == should_be_given && (!right_only || example.is_right());
        }));
    }
    bool is_right() const {
        return std::all_of(examples.begin(), examples.end(),
                           [](const auto& example) { return example.is_right(); });
    }
    const char* result() const { return examples.empty() ? "untested" : is_right() ? "passed" : "failed"; }
};

struct Totals {
    std::size_t codes = 0, untested = 0, failed = 0, examples = 0, wrong = 0;
};

Totals totals_of(const std::vector<TestedCode>& tested) {
    Totals totals;
    for (const TestedCode& each : tested) {
        ++totals.codes;
        totals.examples += each.examples.size();
        if (each.examples.empty()) ++totals.untested;
        if (!each.is_right()) ++totals.failed;
        for (const TriedExample& example : each.examples)
            if (!example.is_right()) ++totals.wrong;
    }
    return totals;
}

// The codes of what the sentence was given, each once.
std::vector<std::string> codes_of(const TriedExample& example) {
    std::set<std::string> codes;
    for (const Mention& mention : example.mentions) codes.insert(mention.code);
    return {codes.begin(), codes.end()};
}

const Mention* mention_of(const Code& code, const TriedExample& example) {
    const auto found = std::find_if(example.mentions.begin(), example.mentions.end(),
                                    [&](const Mention& mention) { return mention.code == code.id; });
    return found == example.mentions.end() ? nullptr : &*found;
}

Json code_json(const TestedCode& tested) {
    Json json = {{"id", tested.code->id},
                 {"result", tested.result()},
                 {"file", tested.code->place.file},
                 {"line", tested.code->place.line},
                 {"yes", tested.count(true, false)},
                 {"yes_given", tested.count(true, true)},
                 {"no", tested.count(false, false)},
                 {"no_given", tested.count(false, false) - tested.count(false, true)},
                 {"failures", Json::array()}};
    for (const TriedExample& example : tested.examples) {
        if (example.is_right()) continue;
        const Mention* mention = mention_of(*tested.code, example);
        json["failures"].push_back({{"sentence", *example.sentence},
                                    {"should_be_given", example.should_be_given},
                                    {"codes", codes_of(example)},
                                    {"words", mention ? Json(mention->term) : Json(nullptr)},
                                    {"rule", mention ? Json(mention->rule) : Json(nullptr)}});
    }
    return json;
}

void write_json(const std::vector<TestedCode>& tested, std::ostream& out) {
    const Totals totals = totals_of(tested);
    Json json = {{"codes", totals.codes},       {"failed", totals.failed}, {"untested", totals.untested},
                 {"examples", totals.examples}, {"wrong", totals.wrong},   {"results", Json::array()}};
    for (const TestedCode& each : tested) json["results"].push_back(code_json(each));
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_failure(const Code& code, const TriedExample& example, std::ostream& out) {
    out << fmt::format("\n{}:{}: {} {}\n    {}\n", code.place.file, code.place.line, code.id,
                       example.should_be_given ? "is not given to" : "is given to", *example.sentence);
    if (const Mention* mention = mention_of(code, example)) {
        out << fmt::format("    found by {}: \"{}\"\n", mention->rule, mention->term);
        return;
    }
    std::string instead;
    for (const std::string& other : codes_of(example)) instead += (instead.empty() ? "" : ", ") + other;
    out << fmt::format("    given instead: {}\n", instead.empty() ? "nothing" : instead);
}

void write_text(const std::vector<TestedCode>& tested, std::ostream& out) {
    TextTable table({"code", "result", "=given", "=not given"});
    const auto part = [](std::size_t right, std::size_t all) {
        return all == 0 ? std::string("-") : fmt::format("{} of {}", right, all);
    };
    for (const TestedCode& each : tested)
        table.add({each.code->id, each.result(), part(each.count(true, true), each.count(true, false)),
                   part(each.count(false, true), each.count(false, false))});
    table.write(out);
    for (const TestedCode& each : tested)
        for (const TriedExample& example : each.examples)
            if (!example.is_right()) write_failure(*each.code, example, out);
    const Totals totals = totals_of(tested);
    out << fmt::format(
        "\n{} codes: {} passed, {} failed, {} without examples; {} of {} examples as they should be\n",
        totals.codes, totals.codes - totals.failed - totals.untested, totals.failed, totals.untested,
        totals.examples - totals.wrong, totals.examples);
}

}  // namespace

bool write_codebook_test(const std::vector<std::string>& ids, const std::vector<std::string>& codebook_options,
                         OutputFormat format, std::ostream& out) {
    // The names of states belong to what a run tags with, and rules look at them; they have no examples of their
    // own.
    const Tagger tagger(load_knowledge(codebook_options).codebook);
    const Codebook& codebook = tagger.codebook();
    for (const std::string& id : ids)
        if (!codebook.find_code(id))
            throw Error(ErrorKind::usage, "",
                        "the codebook has no code \"" + id + "\"; `demarche codebook list` shows all");
    TaggingSession session(tagger);
    std::vector<TestedCode> tested;
    for (const Code& code : codebook.codes) {
        const bool is_wanted =
            ids.empty() ? !code.id.starts_with("state.") : std::find(ids.begin(), ids.end(), code.id) != ids.end();
        if (is_wanted) tested.push_back({&code, try_examples(session, code)});
    }
    if (format == OutputFormat::json)
        write_json(tested, out);
    else
        write_text(tested, out);
    return totals_of(tested).wrong == 0;
}

}  // namespace demarche
