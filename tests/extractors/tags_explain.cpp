// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "tests/extractors/shown.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

const char* const scheme = R"(families: [{id: body, layer: names}, {id: norm, stance: true}]
codes:
  - {id: body.nato, kind: regional, terms: {any: [=NATO]}}
  - {id: body.ccdcoe, kind: organisation, terms: {any: [=NATO =CCDCOE]}}
  - id: body.first
    kind: technical
    terms:
      en:
        - {term: =FIRST, with: [=CSIRT], not_before: [of all], not_after: [at], without: [law]}
        - first forum
    exclude: {en: [first forum of all]}
  - {id: norm.g, terms: {en: [critical infrastructure, protection]}}
concepts: {protect: {en: [protect, safeguard]}, others: {en: [ally, partner], fr: [allié]}}
rules:
  - {id: allies, code: norm.g, all: ["@protect", ["@others", "kind:regional"]], within: 9}
)";

}  // namespace

TEST_CASE("An explanation tells what was considered, what became of it, and why") {
    Asked asked(codebook_with_states(scheme));
    SECTION("kept, with the entry that found it") {
        const auto considered = asked.explain("A CSIRT joined FIRST.");
        REQUIRE(considered.size() == 1);
        CHECK(considered[0].fate == Consideration::Fate::kept);
        CHECK(considered[0].because.empty());
        CHECK(considered[0].mention.rule == "body.first/en/1");
        CHECK(considered[0].place.file == "test.yaml");
        CHECK(considered[0].place.line == 9);
    }
    SECTION("inside a longer term") {
        CHECK(asked.reasons("NATO CCDCOE") ==
              Words{"body.nato: NATO | inside a longer term | body.ccdcoe/any/1: \"=NATO =CCDCOE\"",
                    "body.ccdcoe: NATO CCDCOE | kept"});
    }
    SECTION("a condition not met, and which") {
        CHECK(asked.reasons("FIRST") ==
              Words{"body.first: FIRST | condition not met | none of its `with` terms stands in the sentence"});
        CHECK(asked.reasons("FIRST of all, the CSIRT.") ==
              Words{"body.first: FIRST | condition not met | one of its `not_before` terms follows"});
        CHECK(asked.reasons("The CSIRT at FIRST.") ==
              Words{"body.first: FIRST | condition not met | one of its `not_after` terms precedes"});
        CHECK(asked.reasons("The CSIRT law on FIRST.") ==
              Words{"body.first: FIRST | condition not met | one of its `without` terms stands in the sentence"});
    }
    SECTION("excluded, and by which phrase") {
        CHECK(asked.reasons("The first forum of all.") ==
              Words{"body.first: first forum | excluded | part of \"first forum of all\""});
    }
    SECTION("already given") {
        CHECK(asked.reasons("The protection of critical infrastructure.") ==
              Words{"norm.g: protection | kept", "norm.g: critical infrastructure | already given | norm.g/en/2"});
    }
    SECTION("the document's own state") {
        CHECK(asked.by("FRA").reasons("France") ==
              Words{"state.FRA: France | own state | the document's own state"});
    }
    SECTION("a rule, with its place") {
        const auto considered = asked.explain("To safeguard our partners.");
        REQUIRE(considered.size() == 1);
        CHECK(considered[0].mention.rule == "norm.g#allies");
        CHECK(considered[0].mention.term == "safeguard our partners");
        CHECK(considered[0].place.line == 15);
    }
    SECTION("nothing, where there is nothing") {
        CHECK(asked.reasons("A plain sentence.").empty());
    }
}

namespace {

std::string random_sentence(std::mt19937& random) {
    static const std::vector<std::string> words = {
        "NATO", "CCDCOE", "FIRST",         "CSIRT",      "first",    "forum",
        "of",   "all",    "protect",       "protection", "ally",     "partner",
        "law",  "France", "Guinea-Bissau", "Guinea",     "critical", "infrastructure",
        "at",   "US$20",  "U.S.",          "é",          "网络",     "\xE2\x80\x9C",
        "-",    "the",    "Korean",        "safeguards", "(",        "…"};
    std::string text;
    for (auto n = random() % 18; n > 0; --n) text += words[random() % words.size()] + (random() % 8 ? " " : ", ");
    return text;
}

}  // namespace

TEST_CASE("Whatever the sentence, mentions quote it, are in order, and are what the explanation keeps") {
    const Tagger tagger(codebook_with_states(scheme));
    TaggingSession session(tagger), second(tagger);
    std::mt19937 random(5);
    for (int round = 0; round < 1500; ++round) {
        const std::string text = random_sentence(random);
        const SentenceContext sentence{text, round % 3 ? "en" : "fr", round % 2 ? "FRA" : ""};
        INFO(text);
        const auto mentions = session.tag(sentence);
        std::uint32_t reached = 0;
        for (const Mention& mention : mentions) {
            REQUIRE(mention.span.end() <= text.size());
            REQUIRE(!mention.span.empty());
            REQUIRE(mention.term == text.substr(mention.span.begin(), mention.span.length()));
            REQUIRE(mention.span.begin() >= reached);
            REQUIRE(mention.sentence == 0);
            REQUIRE(mention.stance.has_value() == (mention.code == "norm.g"));
            reached = mention.span.begin();
        }
        std::vector<Mention> kept;
        for (const Consideration& each : second.explain(sentence)) {
            REQUIRE(each.because.empty() == (each.fate == Consideration::Fate::kept));
            REQUIRE(!each.mention.rule.empty());
            if (each.fate == Consideration::Fate::kept) kept.push_back(each.mention);
        }
        REQUIRE(kept == mentions);
    }
}

TEST_CASE("A session that has seen many sentences says what a fresh one says") {
    const Tagger tagger(codebook_with_states(scheme));
    TaggingSession used(tagger);
    std::mt19937 random(6);
    for (int round = 0; round < 300; ++round) {
        const std::string text = random_sentence(random);
        const SentenceContext sentence{text, round % 3 ? "en" : "fr", round % 2 ? "FRA" : "GNB"};
        const auto mentions = used.tag(sentence);
        INFO(text);
        REQUIRE(used.tag(sentence) == mentions);
        REQUIRE(TaggingSession(tagger).tag(sentence) == mentions);
    }
}

TEST_CASE("The mentions of a document are those of its sentences, at their places in the text") {
    const std::string text = "Contents NATO\nNATO met. FIRST and NATO.\n1 NATO, note";
    const CleanText clean(text,
                          {{Span(0, 13), BlockRole::contents, 1},
                           {Span(14, 39), BlockRole::body, 1},
                           {Span(40, 52), BlockRole::footnote, 2}},
                          {});
    const std::vector<Sentence> sentences = {{1, Span(0, 13), "en", BlockRole::contents, 1, ""},
                                             {2, Span(14, 23), "en", BlockRole::body, 1, ""},
                                             {3, Span(24, 39), "en", BlockRole::body, 1, ""},
                                             {4, Span(40, 52), "en", BlockRole::footnote, 2, ""}};
    const Tagger tagger(codebook_with_states(scheme));
    TaggingSession session(tagger);
    const auto mentions = session.tag(clean, sentences, "");
    REQUIRE(mentions.size() == 3);  // a contents list mentions nothing
    CHECK(mentions[0].sentence == 2);
    CHECK(mentions[0].span == Span(14, 18));
    CHECK(mentions[1].sentence == 3);
    CHECK(mentions[1].span == Span(34, 38));
    CHECK(mentions[2].sentence == 4);
    for (const Mention& mention : mentions) CHECK(clean.slice(mention.span) == mention.term);
}
