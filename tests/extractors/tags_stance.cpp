// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

std::string stance_in(std::string_view sentence) {
    static Asked asked(codebook_from(R"(
families: [{id: norm, stance: true}, {id: body, layer: names}]
codes:
  - {id: norm.e, terms: {en: [human rights]}}
  - {id: body.itu, kind: multilateral, terms: {any: [=ITU]}}
concepts:
  stance.commit: {en: [will, shall, be committed to]}
  stance.task: {en: ["'strengthening'", protection of]}
  stance.support: {en: [support, welcome, promote]}
  stance.urge: {en: [should, must, call on]}
  stance.reject: {en: [reject, oppose]}
  stance.describe: {en: ['was', 'were', according to]}
  stance.author: {en: [we, the Government]}
  stance.others: {en: [all states, company]}
)"));
    for (const Mention& mention : asked.mentions(sentence)) {
        if (mention.code == "body.itu") CHECK(!mention.stance);
        if (mention.code == "norm.e") {
            REQUIRE(mention.stance);
            return std::string(to_string(*mention.stance));
        }
    }
    return "no mention";
}

}  // namespace

TEST_CASE("A mention of a norm carries the stance of its sentence") {
    CHECK(stance_in("We will respect human rights.") == "commit");
    CHECK(stance_in("We support human rights.") == "support");
    CHECK(stance_in("All states must respect human rights.") == "urge");
    CHECK(stance_in("We reject attacks on human rights.") == "reject");
    CHECK(stance_in("Human rights were respected.") == "describe");
    SECTION("without a cue it describes") {
        CHECK(stance_in("Human rights in numbers.") == "describe");
    }
}

TEST_CASE("A duty is laid on others where they are named beside it") {
    CHECK(stance_in("Companies handling data should respect human rights.") == "urge");
    CHECK(stance_in("Human rights must be respected by companies.") == "urge");
    CHECK(stance_in("Companies that collect the data of many people must respect human rights.") == "urge");
    CHECK(stance_in("We must respect human rights.") == "commit");
    CHECK(stance_in("With all states we must respect human rights.") == "commit");
}

TEST_CASE("Nearness is counted in words, also where no spaces divide them") {
    Asked asked(codebook_from(R"(
families: [{id: norm, stance: true}]
codes: [{id: norm.g, terms: {ja: [重要インフラ]}}]
concepts: {stance.urge: {ja: [しなければならない]}, stance.others: {ja: [事業者]}}
)"));
    const auto mentions = asked.in("ja").mentions("事業者は重要インフラを防護しなければならない。");
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].stance == Stance::urge);
}

TEST_CASE("A noun of doing is a task where it opens the sentence or nothing else governs it") {
    CHECK(stance_in("3.2 Strengthening human rights.") == "commit");
    CHECK(stance_in("Measures of every kind for the protection of human rights.") == "commit");
    CHECK(stance_in("In that year the laws for the protection of human rights were printed.") == "describe");
    CHECK(stance_in("Wherever we go we welcome the protection of human rights.") == "support");
}

TEST_CASE("Of several cues the stronger, or the first, decides") {
    CHECK(stance_in("We will support human rights.") == "commit");
    CHECK(stance_in("We support what will further human rights.") == "support");
    CHECK(stance_in("We will reject any limit to human rights.") == "reject");
    CHECK(stance_in("According to us human rights will matter.") == "describe");
}

TEST_CASE("What the author takes upon itself is the main clause, whatever comes first") {
    CHECK(stance_in("Because many were harmed last year, we must respect human rights.") == "commit");
    CHECK(stance_in("According to the law, the Government also will respect human rights.") == "commit");
    CHECK(stance_in("According to the law, the Government of those years will have felt human rights.") ==
          "describe");
}

TEST_CASE("Mentions of other families carry no stance") {
    CHECK(stance_in("We will support human rights in the ITU.") != "no mention");
}
