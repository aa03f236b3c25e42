// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/utf8.hpp"
#include "corpora/readers/catalogue.hpp"
#include "extractors/text/facts.hpp"
#include "extractors/text/languages.hpp"
#include "tests/extractors/printed_pages.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

namespace {

const Catalogue& states() {
    static const Catalogue catalogue = read_catalogue(DEMARCHE_SOURCE_DIR "/corpora/catalogue/states.csv");
    return catalogue;
}

// What is worked out from a file name and a text in one print.
DocumentFacts facts_of(const std::string& file_name, const std::string& text = "Nothing of note.",
                       const DocumentFacts& declared = {}, const std::optional<std::string>& metadata_title = {},
                       std::optional<int> metadata_year = {}) {
    const auto cleaned = PrintedPages().page().block(50, 200, {text}).cleaned();
    double confidence = -1;
    DocumentFacts facts =
        complete_facts(declared, {file_name, cleaned.text, metadata_title, metadata_year}, states(), confidence);
    CHECK(confidence >= 0);
    CHECK(confidence <= 1);
    return facts;
}

template <typename Value>
Value worked_out(const std::optional<Fact<Value>>& fact) {
    if (!fact) return {};
    CHECK(fact->provenance == Provenance::worked_out);
    return fact->value;
}

}  // namespace

TEST_CASE("The state is worked out") {
    SECTION("from a code in the file name") {
        CHECK(worked_out(facts_of("gbr_2022_en.pdf").state) == "GBR");
        CHECK(worked_out(facts_of("Strategy-EST.pdf").state) == "EST");
    }
    SECTION("from a name in it") {
        CHECK(worked_out(facts_of("Botswana_cyber_strategy.pdf").state) == "BWA");
        CHECK(worked_out(facts_of("new-zealand-cyber-2019.pdf").state) == "NZL");
    }
    SECTION("from the first pages, where one is named more than the others") {
        CHECK(worked_out(
                  facts_of("scan.pdf", "Kenya and its partners. The Government of Kenya, with Ghana.").state) ==
              "KEN");
        CHECK(worked_out(facts_of("scan.pdf", "Kenya is named once.").state).empty());
        CHECK(worked_out(facts_of("scan.pdf", "Kenya and Ghana, Ghana and Kenya.").state).empty());
    }
    SECTION("and left open where nothing says it") {
        CHECK(!facts_of("scan.pdf").state);
        CHECK(!facts_of("strategy_final_version.pdf").state);
    }
}

TEST_CASE("The year is worked out") {
    CHECK(worked_out(facts_of("gbr_2022_en.pdf").year) == 2022);
    CHECK(worked_out(facts_of("20211001_strategy.pdf").year) == 2021);
    CHECK(worked_out(facts_of("strategy.pdf", "Cyber strategy of Kenya, Nairobi 2014").year) == 2014);
    CHECK(worked_out(facts_of("strategy.pdf", "Nothing", {}, {}, 2017).year) == 2017);
    CHECK(!facts_of("strategy_v12345.pdf").year);
    SECTION("a year before there were such strategies is none") {
        CHECK(!facts_of("strategy_1945.pdf", "The Charter of 1945.").year);
    }
    SECTION("nor is the year 0 or 1601 of a file whose maker did not know the date") {
        for (const int year : {0, 1601, 1989, 2100}) CHECK(!facts_of("strategy.pdf", "Nothing", {}, {}, year).year);
    }
}

TEST_CASE("The title is worked out") {
    SECTION("from the largest print on the first page") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .block(50, 100, {"Republic of Kenya"}, {12})
                                 .block(50, 200, {"National Cybersecurity Strategy"}, {24})
                                 .block(50, 300, {"We want a free and open cyberspace for all of us."})
                                 .cleaned();
        double confidence = 0;
        const auto facts =
            complete_facts({}, {"x.pdf", cleaned.text, "Metadata says other", {}}, states(), confidence);
        CHECK(worked_out(facts.title) == "National Cybersecurity Strategy");
    }
    SECTION("from the metadata, unless an office program left them") {
        CHECK(worked_out(facts_of("x.pdf", "Short", {}, "A Cyber Strategy").title) == "A Cyber Strategy");
        CHECK(!facts_of("x.pdf", "Short", {}, "Microsoft Word - draft.doc").title);
    }
}

TEST_CASE("The language is worked out from the text") {
    CHECK(worked_out(facts_of("x.pdf", "The Government will protect critical infrastructure.").language) == "en");
    CHECK(worked_out(facts_of("x.pdf", "Le Gouvernement protège les infrastructures vitales.").language) == "fr");
    CHECK(worked_out(facts_of("x.pdf", "Правительство защищает критическую инфраструктуру.").language) == "ru");
    CHECK(worked_out(facts_of("x.pdf", "政府将保护关键信息基础设施，维护网络空间安全与和平发展。").language) ==
          "zh");
    CHECK(detect_language("").language.empty());
    CHECK(detect_language("12 34 56").language.empty());
    SECTION("from the middle of a long one") {
        std::string text;
        for (int i = 0; i < 200; ++i) text += "Executive summary in English for our partners abroad. ";
        for (int i = 0; i < 3000; ++i) text += "Le Gouvernement protège les infrastructures vitales. ";
        CHECK(detect_language(text).language == "fr");
    }
}

// One letter without a name in the text left its language to chance.
TEST_CASE("Control characters and code points for none do not hide a text's language") {
    const std::string english = "The Government shall protect the critical information infrastructure of the State";
    for (std::uint32_t point = 1; point < 0x110000; point += point >= 0x3000 ? 0xFFF : 1) {
        if (point >= 0xD800 && point < 0xE000) continue;
        std::string text = english;
        append_utf8(text, point);
        INFO(point);
        REQUIRE(detect_language(text + " and work with partners").language == "en");
    }
    for (const std::uint32_t point : {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF}) {
        std::string text = english;
        append_utf8(text, point);
        CHECK(detect_language(text + " and work with partners").language == "en");
    }
    SECTION("nor do bytes that are not UTF-8") {
        CHECK(detect_language(english + "\xC3(" + english).language == "en");
        CHECK(detect_language("\xFF").language.empty());
        CHECK(detect_language("").language.empty());
    }
}

TEST_CASE("What the manifest says is never changed") {
    DocumentFacts declared;
    declared.state = Fact<std::string>{"FRA", Provenance::manifest};
    declared.year = Fact<int>{2018, Provenance::manifest};
    declared.title = Fact<std::string>{"Said", Provenance::manifest};
    declared.language = Fact<std::string>{"fr", Provenance::manifest};
    declared.issuer = Fact<std::string>{"MoFA", Provenance::manifest};
    const auto facts = facts_of("gbr_2022_en.pdf", "The Government of Kenya in Kenya.", declared);
    CHECK(facts == declared);
}
