// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "concordance_words.hpp"
#include "corpora/concordance/concordance.hpp"
#include "corpora/concordance/context.hpp"

namespace demarche {

namespace {

std::vector<std::uint32_t> each_byte(std::string_view text) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 1; i <= text.size(); ++i) ends.push_back(i);
    return ends;
}

const std::string text = "Part one\nStates agree. They uphold  the law,\nand (all) norms of behaviour.";

Span place_of(const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

// "left|right"
std::string around(const std::string& keyword, Window window) {
    const Context context = context_of(text, place_of(keyword), window, testing::split_plainly, each_byte);
    return context.left + '|' + context.right;
}

using Words = std::vector<std::string>;

StudyDocument document(const std::string& id, const std::string& state, bool failed = false) {
    StudyDocument document;
    document.id = id;
    if (!state.empty()) document.facts.state = Fact<std::string>{state, Provenance::manifest};
    if (failed) document.failure = Failure{ErrorKind::encrypted, "", "needs a password"};
    return document;
}

ConcordanceHit hit(std::size_t document, std::uint32_t sentence) {
    ConcordanceHit hit;
    hit.document = document;
    hit.sentence.ordinal = sentence;
    return hit;
}

}  // namespace

TEST_CASE("A keyword's context runs over sentences and paragraphs, on one line") {
    CHECK(around("uphold", {200, false}) == "Part one States agree. They|the law, and (all) norms of behaviour.");
    SECTION("a word that the window would cut is left out") {
        CHECK(around("uphold", {10, false}) == "They|the law,");
        CHECK(around("uphold", {11, false}) == "agree. They|the law,");
        CHECK(around("behaviour", {12, false}) == "norms of|.");
        CHECK(around("and", {2, false}) == "|");
        CHECK(around("uphold", {5, false}) == "They|the");
    }
    SECTION("in words, with the signs that touch the outermost") {
        CHECK(around("uphold", {2, true}) == "agree. They|the law,");
        CHECK(around("norms", {1, true}) == "(all)|of");
        CHECK(around("norms", {99, true}) == "Part one States agree. They uphold the law, and (all)|of behaviour.");
    }
    SECTION("at the ends of the text there is none") {
        CHECK(around("Part", {3, true}) == "|one States agree.");
        CHECK(around("behaviour", {1, true}) == "of|.");
    }
    SECTION("none when none is wanted") {
        CHECK(around("uphold", {0, true}) == "|");
        CHECK(around("uphold", {0, false}) == "|");
    }
}

TEST_CASE("Concordances sort by the words beside the keyword, nearest first") {
    CHECK(words_before(text, place_of("law"), 3, testing::split_plainly) == Words{"the", "uphold", "they"});
    CHECK(words_after(text, place_of("law"), 3, testing::split_plainly) == Words{"and", "all", "norms"});
    CHECK(words_before(text, place_of("one"), 3, testing::split_plainly) == Words{"part"});
    CHECK(words_after(text, place_of("of"), 3, testing::split_plainly) == Words{"behaviour"});
}

TEST_CASE("Hits are counted by document and state, per 1,000 sentences") {
    Concordance concordance;
    concordance.documents = {document("a", "AUS"), document("b", "AUS"), document("c", "FRA"),
                             document("d", "GHA", true), document("e", "")};
    concordance.sentences = {100, 300, 50, 0, 10};
    concordance.hits = {hit(0, 1), hit(0, 1), hit(0, 7), hit(2, 4)};

    SECTION("documents: the densest first, what was not read last") {
        const auto counts = count_by_document(concordance);
        REQUIRE(counts.size() == 5);
        CHECK(counts[0].document == "a");
        CHECK(counts[0].hits == 3);
        CHECK(counts[0].sentences_with_hits == 2);
        CHECK(counts[0].per_1000() == 30.0);
        CHECK(counts[1].document == "c");
        CHECK(counts[2].hits == 0);
        CHECK(counts[4].document == "d");
        CHECK_FALSE(counts[4].is_read());
        CHECK_FALSE(counts[4].per_1000().has_value());
    }
    SECTION("states: their documents together, and those of no state") {
        const auto counts = count_by_state(concordance);
        REQUIRE(counts.size() == 4);
        CHECK(counts[0].state == "FRA");
        CHECK(counts[1].state == "AUS");
        CHECK(counts[1].documents == 2);
        CHECK(counts[1].per_1000() == 7.5);
        CHECK_FALSE(counts[2].state.has_value());
        CHECK(counts[3].documents_failed == 1);
    }
    CHECK(count_all(concordance).hits == 4);
    CHECK(count_all(concordance).sentences_with_hits == 3);
}

}  // namespace demarche
