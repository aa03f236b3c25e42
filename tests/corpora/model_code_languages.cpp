// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/code_languages.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace demarche;

namespace {

Term term_in(const char* language) {
    Term term;
    term.language = language;
    return term;
}

Code code_of(const std::string& id, std::vector<Term> terms) {
    Code code;
    code.id = id;
    code.family = id.substr(0, id.find('.'));
    code.terms = std::move(terms);
    return code;
}

}  // namespace

TEST_CASE("A rule on the states that a strategy names reaches the languages of their names") {
    Codebook codebook;
    codebook.codes = {code_of("state.FRA", {term_in("en"), term_in("fr")}), code_of("naming.cooperation", {})};
    Concept works_with;
    works_with.id = "works_with";
    works_with.terms = {term_in("en")};
    codebook.concepts = {works_with};
    for (const char* states : {"state.other", "state.author", "state.*"}) {
        INFO(states);
        Rule rule;
        rule.code = "naming.cooperation";
        rule.all = {Operand{{states}, {}}, Operand{{"@works_with"}, {}}};
        codebook.rules = {rule};
        CHECK(CodeLanguages(codebook).can_find("naming.cooperation", "en"));
        CHECK_FALSE(CodeLanguages(codebook).can_find("naming.cooperation", "fr"));
    }
}

TEST_CASE("An item of a guideline can be looked for where all codes that meet it can be found") {
    Codebook codebook;
    codebook.codes = {code_of("fp.agency", {term_in("en"), term_in("fr")}),
                      code_of("fp.ambassador", {term_in("en")})};
    const CodeLanguages languages(codebook);
    CHECK(languages.can_find_all({"office", "An office", {"fp.*"}, {}}, "en"));
    CHECK_FALSE(languages.can_find_all({"office", "An office", {"fp.*"}, {}}, "fr"));
    CHECK(languages.can_find_all({"agency", "An agency", {"fp.agency"}, {}}, "fr"));
}
