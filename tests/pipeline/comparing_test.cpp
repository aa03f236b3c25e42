// SPDX-License-Identifier: GPL-3.0-or-later
//
// The comparison of a whole study, held against plain SQL on its file.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "pipeline/comparing.hpp"
#include "pipeline/guidelines.hpp"
#include "tests/pipeline/corpus_fixture.hpp"

using namespace demarche;

namespace {

using Json = nlohmann::json;

// The one number that a query gives.
double number_of(const std::filesystem::path& study, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2((study / "study.sqlite").c_str(), &database, SQLITE_OPEN_READONLY, nullptr) ==
            SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const double value = sqlite3_column_double(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

Json compared(CompareOptions options) {
    options.format = CompareFormat::json;
    std::ostringstream out;
    write_comparison(options, out);
    return Json::parse(out.str());
}

std::string error_of(const CompareOptions& options) {
    std::ostringstream out;
    try {
        write_comparison(options, out);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

const std::vector<std::string> states = {"AUS", "GBR", "SGP"};
const std::vector<std::string> codes = {"body.un",   "body.eu",       "body.csirt",  "norm.g",      "norm.e",
                                        "fp.agency", "fp.ambassador", "law.applies", "bb.strategy", "ins.budapest"};

// The sample corpus, tagged with the shipped codebook.
const std::filesystem::path& sample_study() {
    static const TestCorpus corpus;
    static const std::filesystem::path study = [] {
        RunOptions options = corpus.options();
        options.codebook.clear();
        TestCorpus::run(options);
        return options.study;
    }();
    return study;
}

CompareOptions of_sample() {
    CompareOptions options;
    options.study = sample_study();
    return options;
}

}  // namespace

TEST_CASE("Plain SQL gives the same matrix for three states and ten codes") {
    CompareOptions options = of_sample();
    options.states = states;
    options.codes = codes;
    const Json matrix = compared(options);
    REQUIRE(matrix["units"].size() == states.size());
    std::size_t present = 0;
    for (const Json& unit : matrix["units"]) {
        const std::string of_state = "FROM mentions m JOIN documents d ON d.id = m.document WHERE d.state = '" +
                                     unit["id"].get<std::string>() + "' AND m.code = '";
        const double sentences = number_of(sample_study(), "SELECT sum(sentences) FROM documents WHERE state = '" +
                                                               unit["id"].get<std::string>() + "'");
        CHECK(unit["sentences"] == sentences);
        CHECK(unit["present"].size() + unit["absent"].size() == codes.size());
        for (const std::string& code : codes) {
            INFO(unit["id"] << " " << code);
            const double mentions = number_of(sample_study(), "SELECT count(*) " + of_state + code + "'");
            if (!unit["present"].contains(code)) {
                CHECK(mentions == 0);
                continue;
            }
            ++present;
            const Json& cell = unit["present"][code];
            CHECK(cell["mentions"] == mentions);
            CHECK(cell["per_1000"].get<double>() == Approx(1000 * mentions / sentences));
            CHECK(cell["documents"] ==
                  number_of(sample_study(), "SELECT count(DISTINCT m.document) " + of_state + code + "'"));
            CHECK(static_cast<double>(cell["evidence"].size()) == mentions);
            for (const Json& mention : cell["evidence"])
                CHECK(number_of(sample_study(), "SELECT count(*) FROM mentions WHERE id = '" +
                                                    mention.get<std::string>() + "'") == 1);
        }
    }
    CHECK(present > 10);
}

TEST_CASE("A state that could not be read is unknown, not silent") {
    CompareOptions options = of_sample();
    options.states = {"document.gha_2015_en_brief"};  // a scan, read without OCR
    const Json unit = compared(options)["units"][0];
    CHECK(unit["documents_failed"] == 1);
    CHECK(unit["present"].empty());
    CHECK(unit["absent"].empty());
    CHECK(unit["unknown"]["norm.g"] == "pages");
    options.mode = CompareMode::guideline;
    options.guideline = "norms";
    const Json scored = compared(options)["units"][0];
    CHECK(scored["score"].is_null());
    CHECK(scored["missing"].empty());
    CHECK(scored["perhaps_missing"].size() == 11);
}

TEST_CASE("Texts of a study are alike within a language") {
    CompareOptions options = of_sample();
    options.mode = CompareMode::likeness;
    options.method = LikenessMethod::text;
    options.states = {"AUS", "GBR", "BEN"};
    const Json pairs = compared(options)["pairs"];
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0]["other"] == "BEN");
    CHECK(pairs[0]["value"].is_null());  // a French text
    CHECK(pairs[0].value("without_value_because", "") == "texts in different languages");
    CHECK(pairs[1]["other"] == "GBR");
    REQUIRE(pairs[1]["value"].is_number());
    CHECK(pairs[1]["value"] > 0);
    CHECK(pairs[1]["value"] < 1);
}

TEST_CASE("A comparison says what it cannot compare") {
    CompareOptions options = of_sample();
    SECTION("a state that the study does not have") {
        options.states = {"AUT"};
        CHECK(error_of(options).starts_with(
            "--states: the study has no author \"AUT\"; did you mean 'AUS'?; it has"));
    }
    SECTION("a code that there is not") {
        options.codes = {"norm.z"};
        CHECK(error_of(options).starts_with("--codes: the codebook has no code \"norm.z\""));
    }
    SECTION("a group that there is not, or that has no document") {
        options.group = "Atlantis";
        CHECK(error_of(options).starts_with("--group: "));
        options.group = "body.asean";
        options.states = {"FRA"};
        CHECK(error_of(options) == "--group: the study has no document of states of body.asean");
    }
    SECTION("years that are none") {
        for (const char* years : {"20", "2020-2010", "-", "2015-20x0", "2015-2016-2017"}) {
            options.years = years;
            CHECK(error_of(options).starts_with("--years: must be as 2018, 2015-2020, 2015- or -2015"));
        }
    }
    SECTION("a stance that there is not, and codes that have none") {
        options.stances = {"firm"};
        CHECK(error_of(options).starts_with("--stance: there is no stance \"firm\""));
        options.stances = {"commit"};
        options.codes = {"body.un"};
        CHECK(error_of(options).starts_with("--stance: none of the codes asked for carries a stance"));
    }
    SECTION("one state beside none") {
        options.mode = CompareMode::side_by_side;
        CHECK(error_of(options).starts_with("--side-by-side: needs to know whom"));
        options.states = {"FRA"};
        CHECK(error_of(options).starts_with("--side-by-side: needs two"));
    }
    SECTION("a group that is everybody") {
        options.mode = CompareMode::keyness;
        options.keyness_group = "body.un";
        options.states = {"AUS", "GBR"};
        CHECK(error_of(options).find("there is no rest to hold them against") != std::string::npos);
    }
    SECTION("a guideline that there is not") {
        options.mode = CompareMode::guideline;
        options.guideline = "norm";
        CHECK(error_of(options).starts_with(
            "--guideline: there is neither a guideline nor a file \"norm\"; did you mean 'norms'?"));
    }
    SECTION("nothing at all") {
        options.years = "1999";
        CHECK(error_of(options).find("no document of the study is left") != std::string::npos);
    }
}
