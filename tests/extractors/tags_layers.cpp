// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

const char* const bodies = R"(
families: [{id: body, layer: names}, {id: fp}, {id: bb, layer: fp}, {id: norm, stance: true}]
codes:
  - {id: body.nato, kind: regional, terms: {any: [=NATO]}}
  - {id: body.ccdcoe, kind: organisation, terms: {any: [=NATO =CCDCOE, =CCDCOE], en: [Cooperative Cyber Defence Centre of Excellence]}}
  - {id: body.au, kind: regional, terms: {en: [African Union, {term: =AU, without: [Australia]}]}}
  - {id: body.first, kind: technical, terms: {any: [=FIRST]}}
  - {id: fp.agency, terms: {en: [national cyber security centre]}}
  - {id: bb.strategy, terms: {en: [cyber security, strategy]}}
  - {id: norm.g, terms: {en: [critical infrastructure, protect ...3 infrastructure]}}
)";

}  // namespace

TEST_CASE("Inside a layer the longest mention wins") {
    Asked asked(codebook_with_states(bodies));
    CHECK(asked.about("NATO CCDCOE studies it.") == Words{"body.ccdcoe: NATO CCDCOE"});
    CHECK(asked.about("NATO and the CCDCOE study it.") == Words{"body.nato: NATO", "body.ccdcoe: CCDCOE"});
    CHECK(asked.about("The African Union (AU) and AUKUS.") == Words{"body.au: African Union", "body.au: AU"});
    CHECK(asked.about("Australia (AU)") == Words{"state.AUS: Australia"});
    CHECK(asked.about("First, FIRST.") == Words{"body.first: FIRST"});
    SECTION("families that share a layer are one for this") {
        CHECK(asked.about("Guinea-Bissau") == Words{"state.GNB: Guinea-Bissau"});
        CHECK(asked.codes("The national cyber security centre drafts it.") == Words{"fp.agency"});
    }
    SECTION("a mention that lost hides nothing of another layer") {
        CHECK(asked.codes("The national cyber security centre of NATO protects critical infrastructure.") ==
              Words{"fp.agency", "body.nato", "norm.g"});
    }
}

TEST_CASE("Mentions of different layers stand side by side") {
    Asked asked(codebook_from(R"(
families: [{id: a}, {id: b}]
codes:
  - {id: a.short, terms: {en: [information]}}
  - {id: b.long, terms: {en: [information security]}}
)"));
    CHECK(asked.about("Information security") == Words{"a.short: Information", "b.long: Information security"});
}

TEST_CASE("Where each code has its own layer its terms yield to its own only") {
    Asked asked(codebook_from(R"(
families: [{id: bb, layer: each}]
codes:
  - {id: bb.resources, terms: {en: [funding, funding of ...4 training]}}
  - {id: bb.expertise, terms: {en: [training]}}
)"));
    CHECK(asked.about("The funding of cyber training") ==
          Words{"bb.resources: funding of cyber training", "bb.expertise: training"});
}

TEST_CASE("Mentions that overlap without one holding the other both stand") {
    Asked asked(codebook_from(R"(
families: [{id: a}]
codes:
  - {id: a.one, terms: {en: [national cyber centre]}}
  - {id: a.two, terms: {en: [centre for digital trade]}}
  - {id: a.three, terms: {en: [trade]}}
)"));
    CHECK(asked.codes("the national cyber centre for digital trade") == Words{"a.one", "a.two"});
}

TEST_CASE("A text without full stops is one sentence of many mentions") {
    Asked asked(codebook_with_states(bodies));
    std::string text;
    constexpr std::size_t times = 20'000;
    for (std::size_t i = 0; i < times; ++i) text += "NATO CCDCOE protects critical infrastructure of France and ";
    const auto codes = asked.codes(text);
    CHECK(std::count(codes.begin(), codes.end(), "body.ccdcoe") == times);
    CHECK(std::count(codes.begin(), codes.end(), "body.nato") == 0);
    CHECK(std::count(codes.begin(), codes.end(), "state.FRA") == times);
    CHECK(std::count(codes.begin(), codes.end(), "norm.g") == 1);
}

TEST_CASE("A term that two codes of a layer share gives both") {
    Asked asked(codebook_from(R"(
families: [{id: a}]
codes:
  - {id: a.one, terms: {en: [digital envoy]}}
  - {id: a.two, terms: {en: [digital envoy]}}
)"));
    CHECK(asked.codes("a digital envoy") == Words{"a.one", "a.two"});
}

TEST_CASE("In the names layer every place is a mention, elsewhere a sentence carries a code once") {
    Asked asked(codebook_with_states(bodies));
    CHECK(asked.about("NATO asked NATO.") == Words{"body.nato: NATO", "body.nato: NATO"});
    CHECK(asked.about("A strategy is a strategy.") == Words{"bb.strategy: strategy"});
    SECTION("two terms of a code over the same words are one mention in either") {
        CHECK(asked.about("We protect critical infrastructure.") ==
              Words{"norm.g: protect critical infrastructure"});
        Asked twice(codebook_of("{any: [=GGE report], en: [=GGE report]}"));
        CHECK(twice.words("The GGE report.").size() == 1);
    }
}

TEST_CASE("The document's own state is no mention") {
    Asked asked(codebook_with_states(bodies));
    CHECK(asked.by("FRA").codes("France and Germany") == Words{"state.DEU"});
    CHECK(asked.by("DEU").codes("France and Germany") == Words{"state.FRA"});
    CHECK(asked.by("").codes("France and Germany") == Words{"state.FRA", "state.DEU"});
    CHECK(asked.by("INT").codes("France and Germany") == Words{"state.FRA", "state.DEU"});
    SECTION("but its name still hides what lies inside") {
        CHECK(asked.by("GNB").codes("Guinea-Bissau").empty());
    }
}
