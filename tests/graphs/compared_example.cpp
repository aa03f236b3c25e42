// SPDX-License-Identifier: GPL-3.0-or-later
#include "compared_example.hpp"

#include <catch2/catch.hpp>

namespace demarche::tests {

namespace {

Term term(const std::string& language, const std::string& text) {
    Term made;
    made.language = language;
    made.text = text;
    return made;
}

Code code(const std::string& id, const std::string& label, std::vector<Term> terms) {
    Code made;
    made.id = id;
    made.family = id.substr(0, id.find('.'));
    made.label = label;
    made.terms = std::move(terms);
    return made;
}

State member(const std::string& iso3, const std::string& name, const std::string& region,
             std::vector<std::string> organisations) {
    State made;
    made.iso3 = iso3;
    made.name["en"] = name;
    made.region = region;
    made.organisations = std::move(organisations);
    return made;
}

}  // namespace

ComparedExample::ComparedExample() {
    codebook.families = {{"body", "Bodies", 2, "names"}, {"norm", "Norms", 4, "norm"}, {"law", "Law", 4, "law"}};
    codebook.codes = {
        code("body.un", "United Nations", {term("en", "United Nations"), term("fr", "Nations unies")}),
        code("norm.g", "Infrastructure", {term("en", "protect infrastructure")}),
        code("law.applies", "Law applies", {})};
    codebook.concepts = {{"law", {term("en", "international law"), term("fr", "droit international")}, {}}};
    Rule rule;
    rule.id = "law.applies#1";
    rule.code = "law.applies";
    rule.all = {{{"@law"}, {}}, {{}, {term("en", "applies"), term("fr", "s'applique")}}};
    codebook.rules = {rule};
    catalogue = {member("AUS", "Australia", "Oceania", {"body.un"}),
                 member("FRA", "France", "Europe", {"body.un", "body.eu"}),
                 member("DEU", "Germany", "Europe", {"body.un", "body.eu"})};
    scope.codes = {"body.un", "norm.g", "law.applies"};
}

StudyDocument& ComparedExample::add_document(const std::string& id, const std::string& state,
                                             std::optional<int> year, const std::string& language) {
    documents.push_back(document_of(id, state, year));
    documents.back().facts.language = {language, Provenance::manifest};
    documents.back().sentences = 200;
    return documents.back();
}

void ComparedExample::add_mentions(const std::string& document, const std::string& code, std::size_t count,
                                   std::optional<Stance> stance) {
    for (std::size_t i = 0; i < count; ++i)
        observations.push_back(mention_in(document, next_sentence_++, code, stance));
}

CodedStudy ComparedExample::study() const {
    CodedStudy study(documents, codebook, catalogue, scope);
    for (const Observation& observation : observations) study.add(observation);
    return study;
}

const std::vector<CodeCell>& row_of(const CodeMatrix& matrix, const std::string& unit) {
    for (std::size_t i = 0; i < matrix.units.size(); ++i)
        if (matrix.units[i].id == unit) return matrix.cells[i];
    FAIL("no unit " << unit);
    return matrix.cells.front();
}

}  // namespace demarche::tests
