// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "corpora/revisions/substance.hpp"
#include "tests/corpora/revised_texts.hpp"

using namespace demarche;

namespace {

Mention mention(const char* code, const char* term = "x", std::optional<Stance> stance = {}) {
    return Mention{.code = code, .sentence = 1, .span = Span(0, 3), .term = term, .rule = "r", .stance = stance};
}

GuidelineItem item(const char* id, const char* code) {
    return GuidelineItem{id, id, {code}, {}};
}

Guideline guideline_of(std::vector<GuidelineItem> items) {
    return {"g", "A guideline", "", "", std::move(items)};
}

// norm.g has English terms alone, body.itu terms in any language.
Codebook small_codebook() {
    Codebook codebook;
    for (const auto& [id, language] : {std::pair("norm.g", "en"), std::pair("body.itu", "any")}) {
        Code code;
        code.id = id;
        code.family = std::string(id).substr(0, std::string(id).find('.'));
        Term term;
        term.language = language;
        code.terms.push_back(term);
        codebook.codes.push_back(std::move(code));
    }
    return codebook;
}

std::vector<std::string> ids_of(const std::vector<GuidelineItem>& items) {
    std::vector<std::string> ids;
    for (const GuidelineItem& each : items) ids.push_back(each.id);
    return ids;
}

}  // namespace

TEST_CASE("The substance of two versions tells codes, stances, offices and sections") {
    RevisionSide before = revised_side({"One.", "Two.", "Three."}), after = revised_side({"One.", "Two.", "Four."});
    before.text[2].role = after.text[2].role = BlockRole::heading;
    before.mentions = {mention("fp.agency", "the Agency", {}), mention("norm.g", "protect", Stance::support),
                       mention("norm.g", "protect", Stance::describe)};
    after.mentions = {mention("body.itu", "ITU", {}), mention("fp.agency", "the Centre", {}),
                      mention("norm.g", "protect", Stance::commit)};
    const Substance substance = compare_substance(before, after);
    REQUIRE(substance.codes.size() == 3);
    CHECK(substance.codes[0].is_gained());
    CHECK(substance.codes[1].terms_before == std::vector<std::string>{"the Agency"});
    CHECK(substance.codes[1].terms_after == std::vector<std::string>{"the Centre"});
    CHECK(substance.codes[2].stance_before == Stance::support);
    CHECK(substance.codes[2].stance_after == Stance::commit);
    CHECK(substance.codes[2].per_thousand_before == Approx(2000 / 3.0));
    CHECK(substance.sections_gained == std::vector<std::string>{"Four."});
    CHECK(substance.sections_lost == std::vector<std::string>{"Three."});
}

TEST_CASE("The substance of two versions tells what guidelines gain and lose") {
    const Guideline guideline = guideline_of(
        {item("office", "fp.*"), item("un", "body.un"), item("law", "law.ihl"), item("norms", "norm.g")});
    RevisionSide before = revised_side({"One."}), after = revised_side({"One."});
    before.mentions = {mention("fp.agency"), mention("body.un")};
    after.mentions = {mention("fp.ambassador"), mention("law.ihl"), mention("law.ihl")};
    const Substance substance = compare_substance(before, after, {{guideline}, {}, {}});
    REQUIRE(substance.guidelines.size() == 1);
    const GuidelineChange& change = substance.guidelines[0];
    CHECK(change.items == 4);
    CHECK(change.met_before == 2);
    CHECK(change.met_after == 2);
    REQUIRE(change.gained.size() == 1);
    CHECK(change.gained[0].id == "law");
    REQUIRE(change.lost.size() == 1);
    CHECK(change.lost[0].id == "un");
    CHECK(compare_substance(before, before, {{guideline}, {}, {}}).guidelines[0].has_changed() == false);
}

TEST_CASE("What could not be read is not said to be lost") {
    RevisionSide before = revised_side({"One."}), after = revised_side({"One."});
    before.mentions = {mention("norm.g"), mention("body.itu")};
    const RevisionKnowledge knowledge{
        {guideline_of({item("protect", "norm.g"), item("itu", "body.*")})}, CodeLanguages(small_codebook()), {}};
    const auto lost_in = [&](const RevisionSide& side) {
        std::vector<std::string> lost;
        for (const Emphasis& code : compare_substance(before, side, knowledge).codes)
            if (code.is_lost()) lost.push_back(code.code);
        return lost;
    };
    SECTION("it is, where all was read in a language that the codebook knows") {
        CHECK(lost_in(after) == std::vector<std::string>{"body.itu", "norm.g"});
        const GuidelineChange change = compare_substance(before, after, knowledge).guidelines[0];
        CHECK(ids_of(change.lost) == std::vector<std::string>{"protect", "itu"});
        CHECK(change.unknown_after == 0);
    }
    SECTION("pages were not read") {
        after.pages_unread = 2;
        CHECK(lost_in(after).empty());
        CHECK(why_unknown(after) == "pages");
        const Substance substance = compare_substance(before, after, knowledge);
        CHECK(substance.codes[0].is_unsure());
        CHECK(substance.codes[0].presence_after == Presence::unknown);
        CHECK_FALSE(substance.codes[0].is_significant());
        CHECK(substance.guidelines[0].lost.empty());
        CHECK(ids_of(substance.guidelines[0].perhaps_lost) == std::vector<std::string>{"protect", "itu"});
        CHECK(substance.guidelines[0].unknown_after == 2);
        CHECK_FALSE(substance.guidelines[0].has_changed());
        SECTION("nor is it said to be gained, the other way round") {
            const Substance mirrored = compare_substance(after, before, knowledge);
            CHECK_FALSE(mirrored.codes[0].is_gained());
            CHECK(mirrored.codes[0].presence_before == Presence::unknown);
            CHECK(ids_of(mirrored.guidelines[0].perhaps_gained) == std::vector<std::string>{"protect", "itu"});
        }
    }
    SECTION("the codebook has no words for it in the language") {
        after.language = "el";
        CHECK(lost_in(after) == std::vector<std::string>{"body.itu"});
        CHECK(why_unknown(after) == "language");
        CHECK(ids_of(compare_substance(before, after, knowledge).guidelines[0].perhaps_lost) ==
              std::vector<std::string>{"protect"});
    }
    SECTION("a text too short to tell its language is taken to be in that of the other") {
        after.language.clear();
        CHECK(lost_in(after) == std::vector<std::string>{"body.itu", "norm.g"});
    }
}

TEST_CASE("Names are the same whatever their capitals") {
    using Names = std::vector<std::string>;
    CHECK(names_without({"Cyber Agency", "the CERT"}, {"cyber agency"}) == Names{"the CERT"});
    CHECK(names_without({"CERT", "Cert"}, {}) == Names{"CERT"});
    CHECK(names_without({}, {"CERT"}).empty());
}

TEST_CASE("The title of a strategy is no section of it") {
    RevisionSide before = revised_side({"Strategy 2016", "Aims"}), after = revised_side({"Strategy 2022", "Means"});
    before.title = "Strategy 2016", after.title = "Strategy 2022";
    for (RevisionSide* side : {&before, &after})
        for (ComparedSentence& sentence : side->text) sentence.role = BlockRole::heading;
    const Substance substance = compare_substance(before, after);
    CHECK(substance.sections_gained == std::vector<std::string>{"Means"});
    CHECK(substance.sections_lost == std::vector<std::string>{"Aims"});
}
