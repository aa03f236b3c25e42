// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "corpora/exports/names.hpp"
#include "corpora/exports/table_exports.hpp"
#include "corpora/model/csv_writer.hpp"
#include "corpora/readers/csv_table.hpp"

using namespace demarche;

namespace {

std::string csv_cell(const std::string& text) {
    std::ostringstream out;
    CsvWriter(out).text(text).end_row();
    return out.str();
}

// Two documents: one with a sentence and two mentions, one that needs a password.
TableSource source() {
    StudyDocument strategy;
    strategy.id = "aus_2020_en";
    strategy.name = "aus_2020_en.pdf";
    strategy.path = "/somewhere/aus_2020_en.pdf";
    strategy.stamp = {"ab12", 99, 7};
    strategy.facts.state = Fact<std::string>{"AUS", Provenance::manifest};
    strategy.facts.year = Fact<int>{2020, Provenance::worked_out};
    strategy.facts.title = Fact<std::string>{"A \"safe\", open space", Provenance::worked_out};
    strategy.further = {{"kind", "national"}};
    strategy.quality = {12, 10, 1, 1, 4000, 31, 2, 0.97, 3, 1, 0.875};
    strategy.sentences = 1;
    strategy.mentions = 2;
    StudyDocument locked;
    locked.id = "locked";
    locked.name = "=cmd|' /C calc'!A0.pdf";
    locked.failure = Failure{ErrorKind::encrypted, "page 1", "it needs a password"};
    locked.further = {{"source", "mail"}};

    const std::string sentence = "Norms in Genève: we will act.";
    Observation norm;
    norm.id = "aus_2020_en:1:norm.g:1";
    norm.document = "aus_2020_en";
    norm.mention = {"norm.g", 1, Span(20, 28), "will act", "norm.g#act", Stance::commit};
    norm.page = 3;
    norm.boxes = {{3, {72.3F, 100, 110.25F, 111.5F}}, {4, {72.3F, 50, 90.01F, 61}}};
    norm.sentence = sentence;
    norm.within_sentence = Span(20, 28);
    norm.section = "1, Aims";
    norm.role = BlockRole::body;
    norm.language = "en";
    Observation city = norm;
    city.id = "aus_2020_en:1:place.geneva:1";
    city.mention = {"place.geneva", 1, Span(9, 16), "Genève", "place.geneva/any/1", std::nullopt};
    city.within_sentence = Span(9, 16);

    ReadDocument read;
    read.text = CleanText(sentence, {{Span(0, 30), BlockRole::body, 3}}, {});
    read.sentences = {{1, Span(0, 30), "en", BlockRole::body, 3, "1, Aims"}};
    return {{strategy, locked},
            [=](const std::function<void(const Observation&)>& visit) {
                visit(city);
                visit(norm);
            },
            [=](const std::string& document) {
                if (document != "aus_2020_en") throw std::logic_error("asked for a document without a text");
                return read;
            },
            [](const std::string& document) {
                DocumentNames names;
                if (document != "aus_2020_en") return names;
                names.defined = {{"ACSC", "Australian Cyber Security Centre", "fp.agency", 1, 3},
                                 {"IT", "information, technology", "", 1, 3}};
                names.focal_points = {{"Australian Cyber Security Centre", "ACSC", "fp.agency", 1, 3, 7},
                                      {"Department of Home Affairs", "", "fp.agency", 1, 3, 1}};
                return names;
            }};
}

std::string exported(const std::string& name) {
    const TableExport* found = find_table_export(name);
    REQUIRE(found != nullptr);
    std::ostringstream out;
    found->write(source(), out);
    return out.str();
}

std::vector<nlohmann::json> lines_of(const std::string& text) {
    std::vector<nlohmann::json> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

}  // namespace

TEST_CASE("A CSV cell is quoted where RFC 4180 asks for it") {
    CHECK(csv_cell("plain") == "plain\n");
    CHECK(csv_cell("") == "\n");
    CHECK(csv_cell("a,b") == "\"a,b\"\n");
    CHECK(csv_cell("say \"no\"") == "\"say \"\"no\"\"\"\n");
    CHECK(csv_cell("two\nlines") == "\"two\nlines\"\n");
    CHECK(csv_cell(" spaced ") == "\" spaced \"\n");
    CHECK(csv_cell("Genève, 网络") == "\"Genève, 网络\"\n");
}

TEST_CASE("A CSV text is never a formula") {
    CHECK(csv_cell("=1+1") == "\"'=1+1\"\n");
    CHECK(csv_cell("=HYPERLINK(\"http://example.org\")") == "\"'=HYPERLINK(\"\"http://example.org\"\")\"\n");
    for (const std::string beginning : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
        CAPTURE(beginning);
        CHECK(csv_cell(beginning + "x") == "\"'" + beginning + "x\"\n");
        CHECK(csv_cell(beginning) == "\"'" + beginning + "\"\n");
    }
    SECTION("but is left alone where the sign stands further on") {
        CHECK(csv_cell("a=b") == "a=b\n");
        CHECK(csv_cell("cyber-security") == "cyber-security\n");
        CHECK(csv_cell("'quoted'") == "'quoted'\n");
    }
    SECTION("and numbers stay numbers") {
        std::ostringstream out;
        CsvWriter csv(out);
        csv.number(std::int64_t{-5}).number(-0.25).number(0.1).number(std::int64_t{2020}).empty();
        csv.number(std::numeric_limits<double>::quiet_NaN()).end_row();
        CHECK(out.str() == "-5,-0.25,0.1,2020,,\n");
    }
}

TEST_CASE("Bytes that are not UTF-8 become replacement characters") {
    CHECK(csv_cell("caf\xE9.pdf") == "caf\xEF\xBF\xBD.pdf\n");
}

TEST_CASE("The names that documents give are tables of their own") {
    CHECK(exported("focal-points-csv") ==
          "document,state,year,organisation,acronym,code,page,sentence,mentions\n"
          "aus_2020_en,AUS,2020,Australian Cyber Security Centre,ACSC,fp.agency,3,1,7\n"
          "aus_2020_en,AUS,2020,Department of Home Affairs,,fp.agency,3,1,1\n");
    CHECK(exported("defined-names-csv") ==
          "document,state,year,short_form,long_form,code,page,sentence\n"
          "aus_2020_en,AUS,2020,ACSC,Australian Cyber Security Centre,fp.agency,3,1\n"
          "aus_2020_en,AUS,2020,IT,\"information, technology\",,3,1\n");
}

TEST_CASE("The documents table says what is known and from where") {
    SECTION("as CSV") {
        CHECK(
            exported("documents-csv") ==
            "id,name,sha256,status,state,state_from,title,title_from,year,year_from,language,language_from,issuer,"
            "issuer_from,revises,revises_from,pages,pages_with_text,pages_blank,pages_unread,words,hyphens_joined,"
            "replacement_characters,pages_by_ocr,pages_wrong_text,ocr_confidence,language_confidence,sentences,"
            "mentions,failure_kind,failure_place,failure,manifest_kind,manifest_source\n"
            "aus_2020_en,aus_2020_en.pdf,ab12,analysed,AUS,manifest,\"A \"\"safe\"\", open space\",worked_out,2020,"
            "worked_out,,,,,,,12,10,1,1,4000,31,2,3,1,0.875,0.97,1,2,,,,national,\n"
            "locked,\"'=cmd|' /C calc'!A0.pdf\",,failed,,,,,,,,,,,,,,,,,,,,,,,,,,encrypted,page 1,it needs a "
            "password,"
            ",mail\n");
    }
    SECTION("as JSON lines") {
        const auto lines = lines_of(exported("documents-jsonl"));
        REQUIRE(lines.size() == 2);
        CHECK(lines[0]["year"] == 2020);
        CHECK(lines[0]["year_from"] == "worked_out");
        CHECK(lines[0]["issuer"].is_null());
        CHECK(lines[0]["language_confidence"] == 0.97);
        CHECK(lines[0]["pages_by_ocr"] == 3);
        CHECK(lines[0]["pages_wrong_text"] == 1);
        CHECK(lines[0]["ocr_confidence"] == 0.875);
        CHECK(lines[0]["failure"].is_null());
        CHECK(lines[0]["manifest"] == nlohmann::json{{"kind", "national"}});
        CHECK(lines[1]["name"] == "=cmd|' /C calc'!A0.pdf");
        CHECK(lines[1]["mentions"].is_null());
        CHECK(lines[1]["ocr_confidence"].is_null());
        CHECK(lines[1]["failure"]["kind"] == "encrypted");
        CHECK(lines[1]["failure"]["what"] == "it needs a password");
    }
}

TEST_CASE("The mentions table carries quotation, place, state and year") {
    SECTION("as CSV") {
        CHECK(
            exported("mentions-csv") ==
            "id,document,state,year,code,stance,page,sentence,text,term,rule,section,role,language,begin,end\n"
            "aus_2020_en:1:place.geneva:1,aus_2020_en,AUS,2020,place.geneva,,3,1,Norms in Genève: we will act.,"
            "Genève,place.geneva/any/1,\"1, Aims\",body,en,9,16\n"
            "aus_2020_en:1:norm.g:1,aus_2020_en,AUS,2020,norm.g,commit,3,1,Norms in Genève: we will act.,will act,"
            "norm.g#act,\"1, Aims\",body,en,20,28\n");
    }
    SECTION("as JSON lines, with boxes") {
        const std::string text = exported("mentions-jsonl");
        CHECK(
            text.substr(text.find('\n') + 1) ==
            "{\"id\":\"aus_2020_en:1:norm.g:1\",\"document\":\"aus_2020_en\",\"state\":\"AUS\",\"year\":2020,"
            "\"code\":\"norm.g\",\"stance\":\"commit\",\"page\":3,\"sentence\":1,\"text\":\"Norms in Genève: we "
            "will "
            "act.\",\"term\":\"will act\",\"within\":[20,28],\"rule\":\"norm.g#act\",\"section\":\"1, Aims\","
            "\"role\":\"body\",\"language\":\"en\",\"begin\":20,\"end\":28,\"boxes\":[[3,72.3,100.0,110.25,111.5],"
            "[4,72.3,50.0,90.01,61.0]]}\n");
        const auto lines = lines_of(text);
        CHECK(lines[0]["stance"].is_null());
    }
}

TEST_CASE("The sentences table leaves out documents without a text") {
    CHECK(exported("sentences-csv") ==
          "id,document,state,year,sentence,page,text,section,role,language,begin,end\n"
          "aus_2020_en:1,aus_2020_en,AUS,2020,1,3,Norms in Genève: we will act.,\"1, Aims\",body,en,0,30\n");
    const auto lines = lines_of(exported("sentences-jsonl"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["text"] == "Norms in Genève: we will act.");
    CHECK(lines[0]["page"] == 3);
}

TEST_CASE("Tables without rows still have their header") {
    const TableSource nothing{{}, [](const auto&) {}, [](const std::string&) { return ReadDocument(); }};
    for (const TableExport& table : table_exports()) {
        CAPTURE(table.name);
        std::ostringstream out;
        table.write(nothing, out);
        const std::string text = out.str();
        if (table.name.ends_with("-csv"))
            CHECK(
                ((text.starts_with("id,") || text.starts_with("document,")) && text.find('\n') == text.size() - 1));
        else
            CHECK(text.empty());
    }
}

TEST_CASE("Every table that is written can be read again") {
    for (const TableExport& table : table_exports()) {
        CAPTURE(table.name);
        const std::string text = exported(std::string(table.name));
        if (table.name.ends_with("-csv")) {
            const auto read = parse_csv(text, "table.csv");
            CHECK(read.value.rows.size() == (table.name == "sentences-csv" ? 1U : 2U));
            CHECK(read.problems.empty());
        } else {
            CHECK_FALSE(lines_of(text).empty());
        }
    }
}

TEST_CASE("Each table export has a name and a description of its own") {
    std::set<std::string_view> names, descriptions;
    for (const TableExport& table : table_exports()) {
        CHECK(names.insert(table.name).second);
        CHECK_FALSE(table.description.empty());
        CHECK(find_table_export(table.name) == &table);
    }
    CHECK(names.size() == 8);
    CHECK(find_table_export("mentions-xlsx") == nullptr);
}

TEST_CASE("Words for enumerations are read back") {
    for (const BlockRole role : {BlockRole::body, BlockRole::heading, BlockRole::footnote, BlockRole::contents,
                                 BlockRole::cover, BlockRole::imprint, BlockRole::glossary})
        CHECK(role_named(name_of(role)) == role);
    for (const PageStatus status :
         {PageStatus::text, PageStatus::ocr, PageStatus::blank, PageStatus::picture, PageStatus::wrong_text})
        CHECK(page_status_named(name_of(status)) == status);
    for (const Provenance provenance : {Provenance::manifest, Provenance::worked_out})
        CHECK(provenance_named(name_of(provenance)) == provenance);
    CHECK(error_kind_named("too_large") == ErrorKind::too_large);
    CHECK_FALSE(role_named("aside"));
    CHECK_FALSE(error_kind_named(""));
}
