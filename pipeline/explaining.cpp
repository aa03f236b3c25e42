// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/explaining.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

std::string place_text(const EntryPlace& place) {
    if (place.file.empty()) return "the catalogue of states";
    return place.line > 0 ? fmt::format("{}:{}", place.file, place.line) : place.file;
}

std::string state_of(const StudyStore& store, const std::string& id) {
    for (const StudyDocument& document : store.documents())
        if (document.id == id && document.facts.state) return document.facts.state->value;
    return {};
}

Observation find_observation(const StudyStore& store, const ExplainOptions& options) {
    auto found = store.observation(options.mention);
    if (!found)
        throw Error(
            ErrorKind::missing, options.study.string(),
            "has no mention \"" + options.mention +
                "\"; ids stand in the exports mentions-csv and mentions-jsonl, and in the table `mentions`");
    return *std::move(found);
}

Json definition_json(const DefinedName& name) {
    return {{"short_form", name.short_form},
            {"long_form", name.long_form},
            {"page", name.page},
            {"sentence", name.sentence}};
}

// Where the decision was made: in the codebook, or in the document itself.
std::string source_text(const Consideration& decision) {
    if (!decision.definition) return place_text(decision.place);
    const DefinedName& name = *decision.definition;
    return fmt::format(R"(the document defines "{}" as "{}", page {}, sentence {})", name.short_form,
                       name.long_form, name.page, name.sentence);
}

Json consideration_json(const Consideration& consideration) {
    Json json = {{"code", consideration.mention.code},
                 {"term", consideration.mention.term},
                 {"rule", consideration.mention.rule},
                 {"fate", to_string(consideration.fate)}};
    if (!consideration.because.empty()) json["because"] = consideration.because;
    if (consideration.definition)
        json["defined"] = definition_json(*consideration.definition);
    else
        json["place"] = place_text(consideration.place);
    return json;
}

Json explanation_json(const Observation& observation, const Consideration* decision,
                      const std::vector<Consideration>& considerations) {
    Json boxes = Json::array();
    for (const PageBox& line : observation.boxes)
        boxes.push_back({{"page", line.page}, {"box", {line.box.x0, line.box.y0, line.box.x1, line.box.y1}}});
    Json json = {
        {"mention", observation.id},        {"document", observation.document},
        {"code", observation.mention.code}, {"page", observation.page},
        {"section", observation.section},   {"language", observation.language},
        {"sentence", observation.sentence}, {"term", observation.mention.term},
        {"rule", observation.mention.rule}, {"entry", decision ? Json(source_text(*decision)) : Json(nullptr)},
        {"boxes", std::move(boxes)}};
    if (decision && decision->definition) json["defined"] = definition_json(*decision->definition);
    if (observation.mention.stance) json["stance"] = to_string(*observation.mention.stance);
    json["considered"] = Json::array();
    for (const Consideration& consideration : considerations)
        json["considered"].push_back(consideration_json(consideration));
    return json;
}

void write_as_text(const Observation& observation, const Codebook& codebook, const Consideration* decision,
                   const std::vector<Consideration>& considerations, std::ostream& out) {
    const Mention& mention = observation.mention;
    const Code* code = codebook.find_code(mention.code);
    out << fmt::format("{} ({})\n", mention.code, code ? code->label : "no longer in the codebook");
    out << fmt::format("document  {}, page {}{}\n", observation.document, observation.page,
                       observation.section.empty() ? "" : ", under \"" + observation.section + "\"");
    out << fmt::format("sentence  {}\n", observation.sentence);
    out << fmt::format("words     {}\n", mention.term);
    out << fmt::format("found by  {}{}\n", mention.rule, decision ? " (" + source_text(*decision) + ")" : "");
    if (mention.stance) out << fmt::format("stance    {}\n", to_string(*mention.stance));
    for (const PageBox& line : observation.boxes)
        out << fmt::format(
            "printed   page {}, {:.0f} to {:.0f} points from the left, {:.0f} to {:.0f} from the top\n", line.page,
            line.box.x0, line.box.x1, line.box.y0, line.box.y1);
    if (!decision) out << "The codebook in use no longer finds it; `demarche run` will tag the study anew.\n";
    bool is_first = true;
    for (const Consideration& other : considerations) {
        if (&other == decision) continue;
        if (is_first) out << "\nAlso considered in this sentence:\n";
        is_first = false;
        out << fmt::format("  {:<28} \"{}\" by {}: {}{}\n", other.mention.code, other.mention.term,
                           other.mention.rule, to_string(other.fate),
                           other.because.empty() ? "" : " (" + other.because + ")");
    }
}

}  // namespace

void write_explanation(const ExplainOptions& options, std::ostream& out) {
    const StudyStore store = StudyStore::open(options.study);
    const Observation observation = find_observation(store, options);
    const Tagger tagger(load_knowledge(options.codebook).codebook);
    // The whole document: what it says of its own acronyms counts.
    const ReadDocument document = store.read(observation.document);
    const std::vector<Consideration> considerations = TaggingSession(tagger).explain(
        document.text, document.sentences, state_of(store, observation.document), observation.mention.sentence);
    const auto decision = std::find_if(considerations.begin(), considerations.end(), [&](const Consideration& c) {
        return c.fate == Consideration::Fate::kept && c.mention.code == observation.mention.code &&
               c.mention.span == observation.within_sentence;
    });
    const Consideration* decided = decision == considerations.end() ? nullptr : &*decision;
    if (options.format == OutputFormat::json)
        out << explanation_json(observation, decided, considerations)
                   .dump(2, ' ', false, Json::error_handler_t::replace)
            << '\n';
    else
        write_as_text(observation, tagger.codebook(), decided, considerations, out);
}

}  // namespace demarche
