// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/firmness.hpp"

#include <catch2/catch.hpp>

#include "readers_folder.hpp"

using namespace demarche;

namespace {

Lines problems_of(std::string_view yaml) {
    return shown(check_firmness_text(yaml, "firmness.yaml").problems);
}

}  // namespace

TEST_CASE("The words of firmness are read with their level and language") {
    const auto checked = check_firmness_text(
        "levels:\n"
        "  required: {en: [must, shall], fr: [doit]}\n"
        "  none:\n"
        "    en: [\"may #\"]\n"
        "negations:\n"
        "  es: [\"no\"]\n",
        "firmness.yaml");
    CHECK(checked.problems.empty());
    REQUIRE(checked.value.size() == 5);
    CHECK(checked.value[0].level == FirmnessLevel::required);
    CHECK(checked.value[0].text == "must");
    CHECK(checked.value[2].language == "fr");
    CHECK(checked.value[3].level == FirmnessLevel::none);
    CHECK(checked.value[3].text == "may #");
    CHECK_FALSE(checked.value[3].is_negation);
    CHECK(checked.value[4].is_negation);
}

TEST_CASE("Mistakes in the words of firmness are named with their line") {
    CHECK(problems_of("levels:\n  requird: {en: [must]}\n") ==
          Lines{"firmness.yaml: line 2: there is no level 'requird', only required, stated, intended, permitted, "
                "hedged "
                "and none; did you mean 'required'?"});
    CHECK(problems_of("levels:\n  stated: {english: [will]}\n") ==
          Lines{"firmness.yaml: line 2: 'english' is no language; they are named by two letters, as in en"});
    CHECK(problems_of("levels:\n  stated: {en: will}\n") ==
          Lines{"firmness.yaml: line 2: the words of 'en' must be a list, as in [must, shall]"});
    CHECK(problems_of("levels:\n  stated: {en: [will]}\n  hedged: {en: [will]}\n") ==
          Lines{"firmness.yaml: line 3: 'will' stands in line 2 already; a phrase has one level in a language"});
    CHECK(
        problems_of("levels:\n  stated: [will]\n") ==
        Lines{
            "firmness.yaml: line 2: 'stated' is a map from languages to lists of words, as in en: [must, shall]"});
    CHECK(problems_of("levels: [will]\n").size() == 1);
    CHECK(problems_of("negation: {en: [not]}\n") == Lines{"firmness.yaml: line 1: a scale of firmness has no key "
                                                          "'negation', only levels, negations; did you mean "
                                                          "'negations'?"});
    CHECK(problems_of("negations: {en: [[]]}\n").size() == 1);
    CHECK(problems_of("- must\n").size() == 1);
    CHECK(problems_of("levels: [").size() == 1);
}

TEST_CASE("The shipped words of firmness have no mistake") {
    CHECK(read_firmness(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "corpora/firmness/firmness.yaml").size() >
          200);
    CHECK_THROWS_AS(read_firmness("nowhere/firmness.yaml"), Error);
}
