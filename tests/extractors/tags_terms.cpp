// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "tests/extractors/tagging.hpp"

using namespace demarche;

TEST_CASE("A term is found as whole words, wherever it stands") {
    CHECK(found_by("risk", "risk is a risk") == Words{"risk", "risk"});
    CHECK(found_by("risk", "an asterisk").empty());
    CHECK(found_by("risk", "érisk").empty());
    CHECK(found_by("risk", "(risk)") == Words{"risk"});
    CHECK(found_by("risk", "").empty());
    SECTION("each alternative of it") {
        CHECK(found_by("(cyber|digital) (envoy|ambassador)", "a digital envoy, a cyber ambassador").size() == 2);
        CHECK(found_by("(special |)envoy", "a special envoy and an envoy") == Words{"special envoy", "envoy"});
    }
}

TEST_CASE("A term with a condition is found where the sentence meets it") {
    SECTION("with: one of these must stand in the sentence") {
        Asked asked(codebook_of("{en: [{term: =FIRST, with: [incident response, =CSIRT]}]}"));
        CHECK(asked.words("The CSIRT joined FIRST.") == Words{"FIRST"});
        CHECK(asked.words("FIRST is for incident responses.") == Words{"FIRST"});
        CHECK(asked.words("FIRST comes the law.").empty());
    }
    SECTION("without: none of these may") {
        Asked asked(codebook_of("{en: [{term: =AU, without: [Australia, dollar]}]}"));
        CHECK(asked.words("The AU adopted it.") == Words{"AU"});
        CHECK(asked.words("In Australia (AU) it is law.").empty());
        CHECK(asked.words("AU dollars.").empty());
    }
    SECTION("not_before: none of these follows at once") {
        Asked asked(codebook_of("{en: [{term: =FIRST, not_before: [of all, and foremost]}]}"));
        CHECK(asked.words("FIRST of all").empty());
        CHECK(asked.words("FIRST and foremost").empty());
        CHECK(asked.words("FIRST, of all forums").empty());
        CHECK(asked.words("FIRST has members of all kinds") == Words{"FIRST"});
    }
    SECTION("not_after: none of these precedes at once") {
        Asked asked(codebook_of("{en: [{term: union, not_after: [trade, African]}]}"));
        CHECK(asked.words("trade unions and the European Union") == Words{"Union"});
        CHECK(asked.words("the trade of the Union") == Words{"Union"});
        CHECK(asked.words("the African Union").empty());
    }
    SECTION("all of them together, each for each place") {
        Asked asked(codebook_of("{en: [{term: forum, with: [cyber], not_after: [second]}]}"));
        CHECK(asked.words("The second forum is no cyber forum.") == Words{"forum"});
        CHECK(asked.words("The second forum, and the forum.").empty());
    }
    SECTION("conditions are terms too") {
        Asked asked(codebook_of("{en: [{term: hub, with: [\"cyber* (skill|talent)\", \"share ...3 data\"]}]}"));
        CHECK(asked.words("A hub for cybersecurity talents.") == Words{"hub"});
        CHECK(asked.words("The hub shares its data.") == Words{"hub"});
        CHECK(asked.words("The hub shares.").empty());
    }
}

// "stand in the same sentence" is meant of more than the term's own words, and of phrases around it.
TEST_CASE("A condition may hold the term, but is not met by the term's own words") {
    SECTION("with a phrase around the term") {
        Asked asked(codebook_of("{en: [{term: =FIRST, with: [membership of FIRST, FIRST conference]}]}"));
        CHECK(asked.words("The membership of FIRST grew.") == Words{"FIRST"});
        CHECK(asked.words("A FIRST conference was held.") == Words{"FIRST"});
        CHECK(asked.words("FIRST grew.").empty());
    }
    SECTION("without a phrase around the term") {
        Asked asked(codebook_of("{en: [{term: summit, without: [base of the summit]}]}"));
        CHECK(asked.words("At the base of the summit.").empty());
        CHECK(asked.words("At the summit.") == Words{"summit"});
    }
    SECTION("a word of the term itself is no condition met") {
        Asked asked(codebook_of("{en: [{term: cyber forum, with: [forum]}, {term: data hub, without: [hub]}]}"));
        CHECK(asked.words("The cyber forum met.").empty());
        CHECK(asked.words("The cyber forum met another forum.") == Words{"cyber forum"});
        CHECK(asked.words("The data hub is open.") == Words{"data hub"});
        CHECK(asked.words("The data hub is a hub.").empty());
    }
}

TEST_CASE("An exclusion wins over the terms of its code, and of no other") {
    Asked asked(codebook_from(R"(
families: [{id: body, layer: names}, {id: role}]
codes:
  - {id: body.first, kind: technical, terms: {en: [first]}, exclude: {en: [first responder, first of all]}}
  - {id: role, terms: {en: [responder]}}
)"));
    CHECK(asked.about("The first responders joined first.") == Words{"role: responders", "body.first: first"});
    CHECK(asked.about("First of all, we join.").empty());
    SECTION("in its language alone, or in every one") {
        Asked french(codebook_from(R"(
families: [{id: t, layer: names}]
codes: [{id: t, terms: {any: [union]}, exclude: {en: [union jack], any: [union libre]}}]
)"));
        CHECK(french.in("en").words("union jack").empty());
        CHECK(french.in("fr").words("union jack") == Words{"union"});
        CHECK(french.in("fr").words("union libre").empty());
    }
}

TEST_CASE("The shipped names of states are matched as the catalogue says") {
    Asked asked(codebook_with_states("families: [{id: x}]\n"));
    CHECK(asked.about("Turkey roasts turkey; TURKEY joins.") == Words{"state.TUR: Turkey", "state.TUR: TURKEY"});
    CHECK(asked.about("Guinea-Bissau and Guinea") == Words{"state.GNB: Guinea-Bissau", "state.GIN: Guinea"});
    CHECK(asked.about("A fund of US$20 million tells us nothing of the US.") == Words{"state.USA: US"});
    CHECK(asked.codes("The U.S. and the U.K. agree.") == Words{"state.USA", "state.GBR"});
    CHECK(asked.about("French and German experts") == Words{"state.FRA: French", "state.DEU: German"});
    CHECK(asked.codes("Papua New Guinea, Equatorial Guinea, New Zealand") ==
          Words{"state.PNG", "state.GNQ", "state.NZL"});
    CHECK(asked.in("fr").about("La France et le Bénin") == Words{"state.FRA: France", "state.BEN: Bénin"});
}
