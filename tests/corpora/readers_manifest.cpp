// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/readers/manifest.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

Catalogue three_states() {
    Catalogue catalogue(3);
    catalogue[0].iso3 = "AUS", catalogue[0].iso2 = "AU", catalogue[0].name = {{"en", "Australia"}};
    catalogue[1].iso3 = "CIV", catalogue[1].iso2 = "CI", catalogue[1].name = {{"en", "Côte d'Ivoire"}};
    catalogue[2].iso3 = "FRA", catalogue[2].iso2 = "FR", catalogue[2].name = {{"en", "France"}};
    catalogue[2].official_name = "French Republic";
    return catalogue;
}

class Manifest {
public:
    explicit Manifest(const std::string& text) : file_(folder_.write("manifest.csv", text)) {}

    Checked<std::vector<Source>> check() const { return check_manifest(file_, three_states()); }
    std::vector<Source> read() const { return read_manifest(file_, three_states()); }
    const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TestFolder folder_;
    std::filesystem::path file_;
};

Lines problems_in(const std::string& text) {
    return shown(Manifest(text).check().problems);
}

}  // namespace

TEST_CASE("A manifest says what is known of each document") {
    const Manifest manifest(
        "file,state,title,year,language,issuer,revises,kind\n"
        "old.pdf,AUS,\"Cyber\n  Strategy\",2009,en,,,strategy\n"
        "sub/./new.pdf,AUS,,2020,zh-Hant,Home Affairs,./old.pdf,\n");
    const std::vector<Source> sources = manifest.read();
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].name == "old.pdf");
    CHECK(sources[0].path == manifest.folder() / "old.pdf");
    CHECK(sources[0].declared.state == Fact<std::string>{"AUS", Provenance::manifest});
    CHECK(sources[0].declared.title == Fact<std::string>{"Cyber Strategy"});
    CHECK(sources[0].declared.year == Fact<int>{2009});
    CHECK_FALSE(sources[0].declared.issuer);
    CHECK(sources[0].further == std::map<std::string, std::string>{{"kind", "strategy"}});
    CHECK(sources[1].name == "sub/new.pdf");
    CHECK(sources[1].path == manifest.folder() / "sub" / "new.pdf");
    CHECK(sources[1].declared.language == Fact<std::string>{"zh-Hant"});
    CHECK(sources[1].declared.issuer == Fact<std::string>{"Home Affairs"});
    CHECK(sources[1].declared.revises == Fact<std::string>{"old.pdf"});
}

TEST_CASE("A manifest needs no more than the column file, in any place") {
    CHECK(Manifest("year,FILE\n2020,a.pdf\n").read().at(0).declared.year == Fact<int>{2020});
    SECTION("and rows of empty cells, as spreadsheets leave them, are nothing") {
        CHECK(Manifest("file,year\na.pdf,\n,\n , \n").read().size() == 1);
    }
    SECTION("INT is an international body's") {
        CHECK(Manifest("file,state\na.pdf,INT\n").read().at(0).declared.state->value == "INT");
    }
}

TEST_CASE("Columns of a manifest are checked") {
    CHECK(problems_in("state,year\nAUS,2020\n") ==
          Lines{"manifest.csv: line 1: the header has no column 'file', which names the documents (the columns are "
                "file,state,title,year,language,issuer,revises)"});
    CHECK(
        problems_in("file,sate,lang\na.pdf,AUS,en\n") ==
        Lines{
            "manifest.csv: line 1: column sate: did you mean 'state'? If it is a column of your own, add a column "
            "'state' too, which may be empty",
            "manifest.csv: line 1: column lang: did you mean 'language'? If it is a column of your own, add a "
            "column 'language' too, which may be empty"});
    CHECK(problems_in("file,state,sate\na.pdf,AUS,x\n").empty());
    CHECK(problems_in("file\n") == Lines{"manifest.csv: names no file: add a row for each document"});
}

TEST_CASE("Every cell of a manifest is checked, and all mistakes are told together") {
    CHECK(
        problems_in("file,state,year,language\n"
                    "a.pdf,France,20,English\n"
                    ",FRA,2020,en\n"
                    "b.pdf,FR,1979,xx\n"
                    "c.pdf,ZZZ,2020 ,en_GB\n"
                    "./a.pdf,fra,two,\n") ==
        Lines{
            "manifest.csv: line 2: column state: 'France' is not a state's three-letter code (ISO 3166-1 alpha-3, "
            "such as FRA), nor INT for an international body; did you mean 'FRA'?",
            "manifest.csv: line 2: column language: 'English' is not a language code such as en, fr or zh-Hant; "
            "did "
            "you mean 'en'?",
            "manifest.csv: line 2: column year: '20' is not a year from 1980 to 2100: write four digits, or leave "
            "it "
            "empty",
            "manifest.csv: line 3: column file: is empty: name the document's file, relative to the manifest",
            "manifest.csv: line 4: column state: 'FR' is not a state's three-letter code (ISO 3166-1 alpha-3, such "
            "as FRA), nor INT for an international body; did you mean 'FRA'?",
            "manifest.csv: line 4: column language: 'xx' is not a language code such as en, fr or zh-Hant",
            "manifest.csv: line 4: column year: '1979' is not a year from 1980 to 2100: write four digits, or "
            "leave "
            "it empty",
            "manifest.csv: line 5: column state: 'ZZZ' is not a state's three-letter code (ISO 3166-1 alpha-3, "
            "such "
            "as FRA), nor INT for an international body",
            "manifest.csv: line 5: column language: 'en_GB' is not a language code such as en, fr or zh-Hant; did "
            "you mean 'en-gb'?",
            "manifest.csv: line 6: column file: './a.pdf' is named in line 2 already: delete one of the two rows",
        });
}

TEST_CASE("Without a catalogue only the form of a state's code is checked") {
    const TestFolder folder;
    const auto file = folder.write("m.csv", "file,state\na.pdf,ZZZ\nb.pdf,Zz\n");
    CHECK(shown(check_manifest(file, {}).problems) ==
          Lines{"m.csv: line 3: column state: 'Zz' is not a state's three-letter code (ISO 3166-1 alpha-3, such as "
                "FRA), nor INT for an international body"});
}

TEST_CASE("What a strategy revises must be another row's file") {
    CHECK(
        problems_in("file,revises\nnew_2020.pdf,old_2010.pf\nold_2010.pdf,\n") ==
        Lines{
            "manifest.csv: line 2: column revises: no row has the file 'old_2010.pf': name the earlier strategy as "
            "its own row does; did you mean 'old_2010.pdf'?"});
    CHECK(
        problems_in("file,revises\na.pdf,a.pdf\n") ==
        Lines{
            "manifest.csv: line 2: column revises: 'a.pdf' is said to revise itself: name the earlier strategy, or "
            "leave it empty"});
    CHECK(problems_in("file,revises\nd.pdf,a.pdf\na.pdf,b.pdf\nb.pdf,c.pdf\nc.pdf,a.pdf\n") ==
          Lines{"manifest.csv: line 3: column revises: goes in a circle: 'a.pdf' revises 'b.pdf' revises 'c.pdf' "
                "revises 'a.pdf': the earliest of them must revise none of the others"});
    SECTION("two may revise the same one") {
        CHECK(problems_in("file,revises\na.pdf,\nb.pdf,a.pdf\nc.pdf,a.pdf\n").empty());
    }
}

TEST_CASE("All mistakes of a file are one error") {
    SECTION("a single one is told with its line") {
        try {
            Manifest("file,year\na.pdf,x\n").read();
            FAIL("a year that is none must not pass");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::invalid);
            CHECK(error.where() == "manifest.csv: line 2");
        }
    }
    SECTION("several are listed") {
        CHECK_THROWS_WITH(
            Manifest("file,year\na.pdf,x\n,\nb.pdf\n").read(),
            "manifest.csv: 2 mistakes:\n"
            "  line 2: column year: 'x' is not a year from 1980 to 2100: write four digits, or leave it "
            "empty\n"
            "  line 4: has 1 cell, but the header has 2");
    }
    SECTION("the first twenty of very many") {
        std::string text = "file,year\n";
        for (int row = 0; row < 23; ++row) text += std::to_string(row) + ".pdf,x\n";
        CHECK_THROWS_WITH(Manifest(text).read(), Catch::StartsWith("manifest.csv: 23 mistakes:\n  line 2: ") &&
                                                     Catch::EndsWith("\n  and 3 more"));
    }
}
