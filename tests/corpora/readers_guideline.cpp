// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <map>

#include "corpora/readers/codebook.hpp"
#include "corpora/readers/guideline.hpp"
#include "readers_folder.hpp"

using namespace demarche;

namespace {

Codebook small_codebook() {
    Codebook codebook;
    for (const char* id : {"norm.a", "norm.b", "fp.agency", "fp.ambassador"}) {
        Code code;
        code.id = id;
        code.family = std::string(id).substr(0, std::string(id).find('.'));
        codebook.codes.push_back(code);
    }
    return codebook;
}

Lines problems_of(std::string_view yaml) {
    return shown(check_guideline_text(yaml, "mine.yaml", small_codebook()).problems);
}

}  // namespace

TEST_CASE("A guideline is read with its items and their codes") {
    const Checked<Guideline> checked = check_guideline_text(
        "title: Two things\n"
        "source: Somebody, 2020\n"
        "items:\n"
        "  - {id: office, label: An office, codes: [fp.*]}\n"
        "  - id: norms\n"
        "    codes: [norm.a, norm.b]\n",
        "mine.yaml", small_codebook());
    CHECK(checked.problems.empty());
    const Guideline& guideline = checked.value;
    CHECK(guideline.id == "mine");
    CHECK(guideline.title == "Two things");
    CHECK(guideline.source == "Somebody, 2020");
    REQUIRE(guideline.items.size() == 2);
    CHECK(is_met_by(guideline.items[0], "fp.agency"));
    CHECK_FALSE(is_met_by(guideline.items[0], "fpx.agency"));
    CHECK_FALSE(is_met_by(guideline.items[0], "norm.a"));
    CHECK(guideline.items[1].label == "norms");
    CHECK(is_met_by(guideline.items[1], "norm.b"));
    CHECK_FALSE(is_met_by(guideline.items[1], "norm.bb"));
}

TEST_CASE("Mistakes in a guideline are named with their line") {
    SECTION("a code that the codebook does not have") {
        CHECK(problems_of("items:\n  - {id: x, codes: [norm.A]}\n") ==
              Lines{"mine.yaml: line 2: the codebook has no code 'norm.A'; did you mean 'norm.a'?; `demarche "
                    "codebook list` shows those that it has"});
        CHECK(problems_of("items:\n  - {id: x, codes: [law.*]}\n").size() == 1);
    }
    SECTION("two items of one id") {
        CHECK(
            problems_of("items:\n  - {id: x, codes: [norm.a]}\n  - {id: x, codes: [norm.b]}\n") ==
            Lines{"mine.yaml: line 3: the item 'x' stands in line 2 already: rename one, or put the codes of both "
                  "under one"});
    }
    SECTION("a code named twice") {
        CHECK(problems_of("items:\n  - {id: x, codes: [norm.a, norm.a]}\n") ==
              Lines{"mine.yaml: line 2: the item 'x' names 'norm.a' twice"});
    }
    SECTION("an item without codes, or without a name") {
        CHECK(problems_of("items:\n  - {id: x}\n") ==
              Lines{"mine.yaml: line 2: the item 'x' needs 'codes': those of the codebook that meet it, as in "
                    "[norm.g, fp.*]"});
        CHECK(problems_of("items:\n  - {codes: [norm.a]}\n") ==
              Lines{"mine.yaml: line 2: an item needs an 'id' to be named by"});
    }
    SECTION("keys that it does not have") {
        CHECK(
            problems_of("titel: x\nitems:\n  - {id: x, code: norm.a, codes: [norm.a]}\n") ==
            Lines{"mine.yaml: line 1: a guideline has no key 'titel', only id, title, description, source, items; "
                  "did you mean 'title'?",
                  "mine.yaml: line 3: an item has no key 'code', only id, label, codes; did you mean 'codes'?"});
    }
    SECTION("no items, or something else in their place") {
        const Lines none = {"mine.yaml: a guideline needs 'items': a list of {id, label, codes}, one at least"};
        CHECK(problems_of("title: x\n") == none);
        CHECK(problems_of("title: x\nitems: []\n").size() == 1);
        CHECK(problems_of("- x\n").size() == 1);
        CHECK(problems_of("").size() == 1);
        CHECK(problems_of("items:\n  - norm.a\n") ==
              Lines{"mine.yaml: line 2: an item is a map with the keys id, label, codes"});
    }
    SECTION("what is no YAML") {
        CHECK(problems_of("items: [").size() == 1);
    }
}

TEST_CASE("The guidelines that demarche ships hold what their documents list") {
    const std::filesystem::path corpora = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "corpora";
    const Codebook codebook = read_codebook({corpora / "codebooks"});
    std::map<std::string, std::size_t> items;
    for (const std::filesystem::path& file : guideline_files(corpora / "guidelines")) {
        const Guideline guideline = read_guideline(file, codebook);
        INFO(file);
        CHECK(guideline.id == file.stem());
        CHECK_FALSE(guideline.source.empty());
        items[guideline.id] = guideline.items.size();
    }
    CHECK(items == std::map<std::string, std::size_t>{{"building_blocks", 7},
                                                      {"csf", 6},
                                                      {"international_law", 3},
                                                      {"norms", 11},
                                                      {"osce", 16},
                                                      {"paris_call", 9},
                                                      {"resilience", 4},
                                                      {"tech_accord", 7}});
}

TEST_CASE("A folder without guidelines has none") {
    CHECK(guideline_files("nowhere/at/all").empty());
}
