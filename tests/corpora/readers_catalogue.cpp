// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "corpora/model/error.hpp"
#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

const std::string header =
    "iso3,iso2,name_en,name_fr,name_es,official_en,variants_en,variants_fr,variants_es,adjectives_en,adjectives_fr,"
    "adjectives_es,exclude,region,subregion,un_status,un_group,organisations\n";
const std::string turkey =
    "TUR,TR,Türkiye,Turquie,Turquía,Republic of Türkiye,Republic of Türkiye; Turkey; =TR,,,Turkish,turc; "
    "turque,turco,"
    "Turks and Caicos; turkey farm,Asia,Western Asia,member,WEOG,body.un; body.nato\n";
const std::string ivory =
    "CIV,CI,Côte d'Ivoire,Côte d'Ivoire,Costa de Marfil,,\"Ivoire, Republic of\",,,,,,,Africa,,member,AFRICAN,\n";

Catalogue catalogue_of(const std::string& rows) {
    const TestFolder folder;
    return read_catalogue(folder.write("states.csv", header + rows));
}

// The catalogue in the source tree. The compiler may have been given this file's path from the
// build folder, where the test program stands.
std::filesystem::path shipped_catalogue() {
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
    const std::filesystem::path here = program.parent_path() / __FILE__;
    return here.parent_path() / "../../corpora/catalogue/states.csv";
}

// All patterns of a code in one language, a step in exact case with "=" before it.
Lines patterns_of(const Codebook& codebook, const std::string& code, const std::string& language) {
    Lines lines;
    for (const Term& term : codebook.find_code(code)->terms) {
        if (term.language != language) continue;
        for (const Pattern& pattern : term.patterns) {
            std::string line;
            for (const PatternStep& step : pattern)
                line += (line.empty() ? "" : " ") + std::string(step.kind == PatternStep::Kind::exact ? "=" : "") +
                        step.text;
            lines.push_back(line);
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("The catalogue of states is read in order of code") {
    const Catalogue catalogue = catalogue_of(turkey + ivory);
    REQUIRE(catalogue.size() == 2);
    CHECK(catalogue[0].iso3 == "CIV");
    const State& state = catalogue[1];
    CHECK(state.iso2 == "TR");
    CHECK(state.name.at("fr") == "Turquie");
    CHECK(state.variants.at("en") == Lines{"Republic of Türkiye", "Turkey", "=TR"});
    CHECK_FALSE(state.variants.contains("fr"));
    CHECK(state.adjectives.at("fr") == Lines{"turc", "turque"});
    CHECK(state.exclusions == Lines{"Turks and Caicos", "turkey farm"});
    CHECK(state.official_name == "Republic of Türkiye");
    CHECK(state.region == "Asia");
    CHECK(state.subregion == "Western Asia");
    CHECK(state.un_status == "member");
    CHECK(state.un_group == "WEOG");
    CHECK(state.organisations == Lines{"body.un", "body.nato"});
}

TEST_CASE("Mistakes in the catalogue are told together") {
    CHECK_THROWS_WITH(catalogue_of(turkey + "TUR,T,,,,,,,,,,,,,,maybe,,nato\n"),
                      "states.csv: 5 mistakes:\n"
                      "  line 3: column iso2: 'T' is not two capitals\n"
                      "  line 3: the code 'TUR' is that of line 2 too\n"
                      "  line 3: column name_en: is empty\n"
                      "  line 3: column un_status: 'maybe' is not member, observer or none\n"
                      "  line 3: column organisations: 'nato' is not the id of a body, such as body.un");
    const TestFolder folder;
    CHECK_THROWS_WITH(read_catalogue(folder.write("s.csv", header.substr(5) + turkey.substr(4))),
                      "s.csv: line 1: the header has no column 'iso3'");
}

TEST_CASE("Names of states become codes") {
    const Codebook states = codebook_of_states(catalogue_of(turkey + ivory));
    REQUIRE(states.families.size() == 1);
    CHECK(states.families[0].id == "state");
    CHECK(states.families[0].title == "States named");
    CHECK(states.families[0].layer == "names");
    CHECK(states.find_code("state.TUR")->label == "Türkiye");
    CHECK(states.find_code("state.TUR")->family == "state");
    SECTION("capitals count, and headings are in capitals, with accents or without") {
        CHECK(patterns_of(states, "state.TUR", "en") ==
              Lines{"=Türkiye", "=TÜRKIYE", "=TURKIYE", "=Republic of =Türkiye", "=REPUBLIC of =TÜRKIYE",
                    "=REPUBLIC of =TURKIYE", "=Turkey", "=TURKEY", "=TR", "=Turkish", "=TURKISH"});
        CHECK(patterns_of(states, "state.CIV", "fr") ==
              Lines{"=Côte d'Ivoire", "=CÔTE d'Ivoire", "=COTE d'Ivoire"});
    }
    SECTION("words without a capital are found in any case") {
        CHECK(patterns_of(states, "state.TUR", "fr") == Lines{"=Turquie", "=TURQUIE", "turc", "turque"});
        CHECK(states.find_code("state.TUR")->terms.back().patterns.at(0).at(0).kind == PatternStep::Kind::form);
    }
    SECTION("marks between words are no part of them") {
        CHECK(patterns_of(states, "state.CIV", "en").at(3) == "=Ivoire =Republic of");
    }
    SECTION("exclusions count in every language") {
        const auto& exclusions = states.find_code("state.TUR")->exclusions;
        REQUIRE(exclusions.size() == 2);
        CHECK(exclusions[0].id == "state.TUR/exclude/any/1");
        CHECK(exclusions[1].patterns.at(0).at(0).kind == PatternStep::Kind::form);
    }
}

TEST_CASE("Codes of states join those of a codebook") {
    Codebook codebook = check_codebook_text(
                            "families: [{id: body, layer: names, title: Bodies}]\n"
                            "codes:\n"
                            "  - {id: body.un, label: UN, kind: multilateral, terms: {any: [=UN]}}\n"
                            "  - {id: state.TUR, terms: {en: [Ottoman], fr: [ottoman]}}\n"
                            "rules: [{id: r, code: body.un, all: [state.*]}]\n",
                            "c.yaml")
                            .value;
    const std::string before = codebook.hash;
    merge(codebook, codebook_of_states(catalogue_of(turkey)));
    CHECK(codebook.hash != before);
    CHECK(codebook.hash == hash_of(codebook));
    CHECK(codebook.codes.size() == 2);
    CHECK(codebook.families.size() == 2);
    CHECK(codebook.find_family("body")->title == "Bodies");
    CHECK(codebook.find_code("body.un")->label == "UN");
    const Code& merged = *codebook.find_code("state.TUR");
    CHECK(merged.label == "Türkiye");
    std::set<std::string> ids;
    for (const Term& term : merged.terms) CHECK(ids.insert(term.id).second);
    CHECK(ids.contains("state.TUR/en/1"));
    CHECK(merged.terms.front().text == "Ottoman");
}

TEST_CASE("The shipped catalogue has every state") {
    const Catalogue catalogue = read_catalogue(shipped_catalogue());
    CHECK(catalogue.size() == 197);
    const auto with_status = [&](const std::string& status) {
        return std::count_if(catalogue.begin(), catalogue.end(),
                             [&](const State& state) { return state.un_status == status; });
    };
    CHECK(with_status("member") == 193);
    CHECK(with_status("observer") == 2);
    for (const State& state : catalogue) {
        CAPTURE(state.iso3);
        CHECK(state.name.size() == 3);
        CHECK_FALSE(state.region.empty());
    }
}
