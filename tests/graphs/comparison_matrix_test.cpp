// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "compared_example.hpp"
#include "corpora/model/code_languages.hpp"
#include "graphs/comparison/code_keyness.hpp"
#include "graphs/comparison/guideline_scores.hpp"
#include "graphs/comparison/trends.hpp"

namespace demarche::tests {

namespace {

constexpr std::size_t un = 0, infrastructure = 1, law = 2;  // columns

std::vector<std::string> ids_of(const std::vector<ComparedUnit>& units) {
    std::vector<std::string> ids;
    for (const ComparedUnit& unit : units) ids.push_back(unit.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Mentions are counted by author and code") {
    ComparedExample example;
    example.add_document("aus_2016", "AUS", 2016);
    example.add_document("aus_2020", "AUS", 2020).sentences = 300;
    example.add_mentions("aus_2016", "body.un", 2);
    example.add_mentions("aus_2020", "body.un", 3);
    example.add_mentions("aus_2020", "norm.g", 1, Stance::commit);

    SECTION("of states") {
        const CodeMatrix matrix = matrix_of(example.study(), UnitKind::state);
        REQUIRE(ids_of(matrix.units) == Ids{"AUS"});
        CHECK(matrix.units[0].label == "Australia");
        CHECK(matrix.units[0].sentences == 500);
        const std::vector<CodeCell>& row = row_of(matrix, "AUS");
        CHECK(value_of(row[un], CellValue::mentions) == 5);
        CHECK(value_of(row[un], CellValue::documents) == 2);
        CHECK(value_of(row[un], CellValue::share) == 1);
        CHECK(*value_of(row[un], CellValue::per_1000) == Approx(10));
        CHECK(value_of(row[infrastructure], CellValue::share) == 0.5);
        CHECK(value_of(row[law], CellValue::presence) == 0);
        CHECK(row[law].presence() == Presence::absent);
    }
    SECTION("of documents") {
        const CodeMatrix matrix = matrix_of(example.study(), UnitKind::document);
        CHECK(ids_of(matrix.units) == Ids{"aus_2016", "aus_2020"});
        CHECK(*value_of(row_of(matrix, "aus_2020")[un], CellValue::per_1000) == Approx(10));
        CHECK(value_of(row_of(matrix, "aus_2016")[infrastructure], CellValue::mentions) == 0);
    }
    SECTION("of some stances, years, languages, authors, documents") {
        example.scope.stances = {Stance::support};
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[infrastructure].mentions == 0);
        example.scope.stances = {Stance::commit};
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[infrastructure].mentions == 1);
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[un].mentions == 0);
        example.scope.stances = {};
        example.scope.from_year = 2017;
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[un].mentions == 3);
        example.scope.to_year = 2018;
        CHECK(example.study().documents().empty());
        example.scope.from_year = example.scope.to_year = std::nullopt;
        example.scope.languages = {"fr"};
        CHECK(example.study().documents().empty());
        example.scope.languages = {};
        example.scope.authors = {"FRA"};
        CHECK(example.study().documents().empty());
        example.scope.authors = {};
        example.scope.documents = {"aus_2016"};
        CHECK(example.study().documents().size() == 1);
    }
    SECTION("each traced to its mention") {
        const CodedStudy study = example.study();
        const Occurrence& found = study.occurrences(1, un).front();
        CHECK(study.mention_id(1, un, found) == "aus_2020:3:body.un:1");
    }
}

TEST_CASE("The order of mentions and documents makes no difference") {
    ComparedExample example;
    example.add_document("b", "FRA", 2015);
    example.add_document("a", "AUS", 2016);
    example.add_mentions("b", "body.un", 2);
    example.add_mentions("a", "norm.g", 3);
    const CodeMatrix there = matrix_of(example.study(), UnitKind::state);
    std::reverse(example.documents.begin(), example.documents.end());
    std::reverse(example.observations.begin(), example.observations.end());
    const CodeMatrix back = matrix_of(example.study(), UnitKind::state);
    CHECK(ids_of(there.units) == ids_of(back.units));
    for (std::size_t unit = 0; unit < there.units.size(); ++unit)
        for (std::size_t code = 0; code < there.cells[unit].size(); ++code)
            CHECK(there.cells[unit][code].mentions == back.cells[unit][code].mentions);
}

TEST_CASE("Authors are those of the network") {
    ComparedExample example;
    example.add_document("aus_2016", "AUS", 2016);
    example.add_document("eu_2020", "INT", 2020).facts.issuer = {"United nations", Provenance::manifest};
    example.add_document("gfce_2020", "INT", 2020).facts.issuer = {"Some Forum", Provenance::manifest};
    example.add_document("who_knows", "", 2020);
    CHECK(ids_of(units_of(example.study(), UnitKind::state)) ==
          Ids{"AUS", "INT.some_forum", "body.un", "document.who_knows"});
}

TEST_CASE("An absence is never a failure of reading in disguise") {
    ComparedExample example;
    example.add_document("aus_2016", "AUS", 2016);
    SECTION("a document that was read whole is silent") {
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[un].presence() == Presence::absent);
    }
    SECTION("of one that failed, nothing is known") {
        example.documents.back().failure = Failure{ErrorKind::no_text, "", "pictures"};
        const CodeMatrix matrix = matrix_of(example.study(), UnitKind::state);
        CHECK(matrix.units[0].documents_failed == 1);
        const CodeCell& cell = row_of(matrix, "AUS")[un];
        CHECK(cell.presence() == Presence::unknown);
        for (const CellValue value : {CellValue::mentions, CellValue::per_1000, CellValue::documents,
                                      CellValue::share, CellValue::presence})
            CHECK_FALSE(value_of(cell, value));
    }
    SECTION("nor of pages that were not read") {
        example.documents.back().quality.pages_unread = 1;
        example.add_mentions("aus_2016", "norm.g", 2);
        const CodeMatrix matrix = matrix_of(example.study(), UnitKind::state);
        CHECK(row_of(matrix, "AUS")[un].presence() == Presence::unknown);
        CHECK(row_of(matrix, "AUS")[un].misses_pages);
        // What is found is there, and perhaps more often.
        CHECK(value_of(row_of(matrix, "AUS")[infrastructure], CellValue::mentions) == 2);
        CHECK_FALSE(row_of(matrix, "AUS")[infrastructure].is_complete());
    }
    SECTION("nor where reading ended early") {
        example.documents.back().partial = Failure{ErrorKind::too_large, "page 7", "time was up"};
        CHECK(row_of(matrix_of(example.study(), UnitKind::state), "AUS")[un].presence() == Presence::unknown);
    }
    SECTION("nor of a code that the codebook has no words for in the language") {
        example.add_document("fra_2015", "FRA", 2015, "fr");
        const CodeMatrix matrix = matrix_of(example.study(), UnitKind::state);
        CHECK(row_of(matrix, "FRA")[un].presence() == Presence::absent);
        CHECK(row_of(matrix, "FRA")[infrastructure].presence() == Presence::unknown);
        CHECK(row_of(matrix, "FRA")[infrastructure].misses_languages);
        CHECK(row_of(matrix, "FRA")[law].presence() == Presence::absent);
    }
    SECTION("a rate is one of what could be found") {
        example.add_document("aus_2020", "AUS", 2020, "fr");
        example.add_mentions("aus_2016", "norm.g", 1);
        const CodeCell cell = row_of(matrix_of(example.study(), UnitKind::state), "AUS")[infrastructure];
        CHECK(cell.sentences == 200);
        CHECK(cell.documents_known == 1);
        CHECK(*value_of(cell, CellValue::per_1000) == Approx(5));
        CHECK_FALSE(cell.is_complete());
    }
}

TEST_CASE("A codebook tells in which languages it can find a code") {
    ComparedExample example;
    const CodeLanguages languages(example.codebook);
    CHECK(languages.can_find("norm.g", "en-GB"));
    CHECK_FALSE(languages.can_find("norm.g", "fr"));
    CHECK(languages.can_find("law.applies", "fr"));
    CHECK_FALSE(languages.can_find("law.applies", "de"));
    CHECK_FALSE(languages.can_find("law.applies", ""));
    CHECK_FALSE(languages.can_find("law.unknown", "en"));

    SECTION("acronyms count where the family has words of the language") {
        Term acronym;
        acronym.language = "any";
        Code itu;
        itu.id = "body.itu";
        itu.family = "body";
        itu.terms = {acronym};
        example.codebook.codes.push_back(itu);
        CHECK(CodeLanguages(example.codebook).can_find("body.itu", "el"));  // nothing but an acronym: everywhere
        acronym.language = "en";
        example.codebook.codes.back().terms.push_back(acronym);
        CHECK(CodeLanguages(example.codebook).can_find("body.itu", "fr"));
        CHECK_FALSE(CodeLanguages(example.codebook).can_find("body.itu", "el"));
    }
    SECTION("a rule for one language is none for others") {
        example.codebook.rules[0].languages = {"en"};
        CHECK_FALSE(CodeLanguages(example.codebook).can_find("law.applies", "fr"));
    }
}

TEST_CASE("Keyness says what sets a group apart") {
    ComparedExample example;
    example.add_document("aus_2016", "AUS", 2016).sentences = 1600;
    example.add_document("fra_2015", "FRA", 2015).sentences = 400;
    example.add_mentions("aus_2016", "body.un", 8);
    example.add_mentions("fra_2015", "body.un", 12);
    example.add_mentions("aus_2016", "norm.g", 4);
    const KeynessTable table = keyness_of(example.study(), {"FRA", "DEU"});
    CHECK(ids_of(table.group) == Ids{"FRA"});
    CHECK(ids_of(table.rest) == Ids{"AUS"});
    REQUIRE(table.codes.size() == 2);  // nobody speaks of law
    const CodeKeyness& key = table.codes[0];
    CHECK(key.code == un);
    CHECK(key.log_likelihood == Approx(2 * (12 * std::log(3.0) + 8 * std::log(0.5))));
    CHECK(*key.log_ratio == Approx(std::log2(6.0)));
    CHECK(*key.percent_difference == Approx(500));
    CHECK(key.p == 0.0001);
    CHECK(key.is_of_group());
    CHECK(key.group_authors == 1);
    CHECK(key.rest_authors_known == 1);
    CHECK_FALSE(table.codes[1].is_of_group());
}

TEST_CASE("Trends follow codes through the years") {
    ComparedExample example;
    example.add_document("a", "AUS", 2014);
    example.add_document("b", "FRA", 2015);
    example.add_document("c", "DEU", 2019, "fr");
    example.add_document("d", "DEU", std::nullopt);
    example.add_mentions("a", "body.un", 1);
    example.add_mentions("b", "norm.g", 2);
    example.add_mentions("c", "body.un", 4);
    SECTION("by year") {
        const TrendTable table = trends_of(example.study(), 1);
        REQUIRE(table.periods.size() == 3);
        CHECK(table.periods[0].from == 2014);
        CHECK(table.documents_without_year == 1);
        CHECK(*rate_of(table.periods[2].cells[un]) == Approx(20));
    }
    SECTION("by periods, which begin with multiples") {
        const TrendTable table = trends_of(example.study(), 5);
        REQUIRE(table.periods.size() == 2);
        CHECK(table.periods[0].from == 2010);
        CHECK(table.periods[0].to == 2014);
        const CodeCell& later = table.periods[1].cells[infrastructure];
        CHECK(later.mentions == 2);
        CHECK(value_of(later, CellValue::share) == 1);  // of the one of which it is known
        CHECK(*rate_of(later) == Approx(10));
        CHECK(value_of(table.periods[1].cells[un], CellValue::share) == 0.5);
    }
    SECTION("a period without a year is a mistake") {
        CHECK_THROWS_AS(trends_of(example.study(), 0), std::invalid_argument);
    }
}

TEST_CASE("A guideline scores what is spoken of, and names what is missing") {
    ComparedExample example;
    const auto item = [](const char* id, std::vector<std::string> codes) {
        return GuidelineItem{id, id, std::move(codes), {}};
    };
    const Guideline guideline{
        "g",
        "G",
        "",
        "",
        {item("un", {"body.un"}), item("norms", {"norm.*"}), item("either", {"body.un", "law.applies"})}};
    example.scope.codes = codes_of(guideline, example.codebook);
    CHECK(example.scope.codes == Ids{"body.un", "norm.g", "law.applies"});
    example.add_document("a_en", "AUS", 2014);
    example.add_document("b_fr", "FRA", 2015, "fr");
    example.add_document("c_failed", "DEU", 2015).failure = Failure{ErrorKind::encrypted, "", "locked"};
    example.add_mentions("a_en", "law.applies", 2);
    example.add_mentions("b_fr", "body.un", 1);
    const CodedStudy study = example.study();
    const std::vector<GuidelineScore> scores = score(study, units_of(study, UnitKind::document), guideline);
    REQUIRE(scores.size() == 3);
    CHECK(*scores[0].score == Approx(1 / 3.0));
    CHECK(scores[0].items[1].presence == Presence::absent);
    CHECK(scores[0].items[2].mentions == 2);
    CHECK(*scores[1].score == Approx(2 / 3.0));
    CHECK(scores[1].items[1].presence == Presence::unknown);  // no French words for it
    CHECK(scores[1].unknown == 1);
    CHECK(*scores[1].score_at_most == Approx(1));
    CHECK_FALSE(scores[2].score);
    CHECK(scores[2].unknown == 3);
}

}  // namespace demarche::tests
