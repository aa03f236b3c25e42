// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/text/hyphens.hpp"
#include "extractors/text/unicode.hpp"
#include "tests/extractors/printed_pages.hpp"

using namespace demarche;

TEST_CASE("A word that typesetting broke is made whole") {
    CHECK(cleaned_lines({"The infra-", "structure is critical."}) == "The infrastructure is critical.");
    CHECK(cleaned_lines({"The infra\xE2\x80\x90", "structure is critical."}) == "The infrastructure is critical.");
    CHECK(cleaned_lines({"The infra\xC2\xAD", "structure is critical."}) == "The infrastructure is critical.");
    CHECK(cleaned_lines({"The in-", "fra-", "structure is critical."}) == "The infrastructure is critical.");
    SECTION("in capitals too") {
        CHECK(cleaned_lines({"NATIONAL INFRA-", "STRUCTURE PLAN"}) == "NATIONAL INFRASTRUCTURE PLAN");
    }
    SECTION("and counted") {
        CHECK(PrintedPages().page().block(50, 200, {"The infra-", "structure."}).cleaned().quality.hyphens_joined ==
              1);
    }
    SECTION("over the end of a page") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .block(50, 600, {"We protect the infra-"})
                                 .page()
                                 .block(50, 100, {"structure of all."})
                                 .cleaned();
        CHECK(cleaned.text.text() == "We protect the infrastructure of all.");
    }
}

TEST_CASE("A hyphen that is the word's own stays") {
    SECTION("as the document writes the word elsewhere") {
        CHECK(cleaned_lines({"Our cyber-security and our cyber-", "security."}) ==
              "Our cyber-security and our cyber-security.");
        CHECK(cleaned_lines({"Our cybersecurity and our cyber-", "security."}) ==
              "Our cybersecurity and our cybersecurity.");
        CHECK(cleaned_lines({"The making of a decision by decision-", "making bodies."}) ==
              "The making of a decision by decision-making bodies.");
    }
    SECTION("before a capital") {
        CHECK(cleaned_lines({"In Asia-", "Pacific."}) == "In Asia-Pacific.");
    }
    SECTION("before a number") {
        CHECK(cleaned_lines({"The COVID-", "19 crisis."}) == "The COVID-19 crisis.");
    }
    SECTION("after a part that nearly always has one") {
        CHECK(cleaned_lines({"With self-", "regulation."}) == "With self-regulation.");
    }
    SECTION("dashes are no hyphens") {
        CHECK(cleaned_lines({"A plan -", "and a law."}) == "A plan - and a law.");
        CHECK(cleaned_lines({"A plan \xE2\x80\x93", "and a law."}) == "A plan \xE2\x80\x93 and a law.");
    }
    SECTION("a soft one is never") {
        CHECK(cleaned_lines({"Our cyber-security and cyber\xC2\xAD", "security."}) ==
              "Our cyber-security and cybersecurity.");
    }
}

TEST_CASE("A document's habit of breaking words decides what its words leave open") {
    SECTION("where only breaks are set with U+2010, U+002D is the author's") {
        CHECK(cleaned_lines({"The infra\xE2\x80\x90", "structure of all net\xE2\x80\x90",
                             "works in the re\xE2\x80\x90", "gion is a long-", "term task."}) ==
              "The infrastructure of all networks in the region is a long-term task.");
    }
    SECTION("where hardly a line ends in a hyphen, it is the word's own") {
        std::vector<std::string> lines(90, "We protect our critical networks every");
        lines.emplace_back("day in a world-");
        lines.emplace_back("class way");
        CHECK(cleaned_lines(lines).ends_with("every day in a world-class way"));
    }
    SECTION("a word of the same stem tells") {
        CHECK(cleaned_lines({"To digitalise is good and digital-", "isation is better."}) ==
              "To digitalise is good and digitalisation is better.");
    }
}

TEST_CASE("A line that ends in an address or after a stroke goes on without a blank") {
    CHECK(cleaned_lines({"See https://example.org/", "norms for it."}) == "See https://example.org/norms for it.");
    CHECK(cleaned_lines({"See www.example.org/a?b=", "c&d for it."}) == "See www.example.org/a?b=c&d for it.");
    CHECK(cleaned_lines({"The ministries and/", "or agencies."}) == "The ministries and/or agencies.");
    CHECK(cleaned_lines({"See www.example.org", "for it."}) == "See www.example.org for it.");
}

TEST_CASE("Capitals that are set apart from their words come back to them") {
    SECTION("a drop capital") {
        const auto cleaned =
            PrintedPages()
                .page()
                .line(50, 100, "T", {34, false, true})
                .block(70, 100, {"he state protects all of", "its networks and all of", "its people."})
                .cleaned();
        CHECK(cleaned.text.text() == "The state protects all of its networks and all of its people.");
    }
    SECTION("one that is a word") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .line(50, 100, "A", {34, false, true})
                                 .block(70, 100, {"nation protects all of", "its networks: a strong", "nation."})
                                 .cleaned();
        CHECK(cleaned.text.text() == "A nation protects all of its networks: a strong nation.");
    }
    SECTION("small capitals") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .line(50, 200, "S", {14, false, true})
                                 .line(59, 203, "TRATEGIC", {11})
                                 .line(114, 200, "O", {14})
                                 .line(123, 203, "BJECTIVE", {11})
                                 .cleaned();
        CHECK(cleaned.text.text() == "STRATEGIC OBJECTIVE");
        SECTION("parted within a word, and from the sign behind it") {
            const auto parted = PrintedPages()
                                    .page()
                                    .line(50, 200, "M", {14, false, true})
                                    .line(58, 203, "ALI", {11})
                                    .line(75.5F, 203, "CIOUS", {11})
                                    .line(103, 200, ",", {14})
                                    .line(115, 200, "A", {14})
                                    .line(123, 203, "CTORS", {11})
                                    .cleaned();
            CHECK(parted.text.text() == "MALICIOUS, ACTORS");
        }
        SECTION("over two lines as high as the full ones") {
            const auto title = PrintedPages()
                                   .page()
                                   .line(50, 100, "S", {14, true, true})
                                   .line(58, 103, "CALE", {11, true})
                                   .line(50, 117, "U", {14, true})
                                   .line(58, 120, "P", {11, true})
                                   .block(50, 150, {"Text that is set smaller,", "line by line,", "as text is."})
                                   .cleaned();
            CHECK(blocks_of(title.text) ==
                  std::vector<std::string>{"heading: SCALE UP",
                                           "Text that is set smaller, line by line, as text is."});
        }
    }
    SECTION("spaced letters") {
        PrintedPages printed;
        printed.page();
        float x = 50;
        for (const std::string letter : {"C", "Y", "B", "E", "R", " ", "P", "L", "A", "N"}) {
            if (letter != " ") printed.line(x, 200, letter, {10, false, x == 50});
            x += letter == " " ? 5.0F : 6.5F;
        }
        CHECK(printed.cleaned().text.text() == "CYBER PLAN");
    }
}

TEST_CASE("A hyphen at a line end is told from a dash") {
    CHECK(trailing_hyphen("infra-") == 1);
    CHECK(trailing_hyphen("infra\xC2\xAD") == 2);
    CHECK(trailing_hyphen("infra\xE2\x80\x90") == 3);
    CHECK(trailing_hyphen("-") == 0);
    CHECK(trailing_hyphen("infra--") == 0);
    CHECK(trailing_hyphen("infra") == 0);
    CHECK(trailing_hyphen("") == 0);
}

TEST_CASE("Letters read as they should") {
    CHECK(cleaned_lines({"\xEF\xAC\x81rst o\xEF\xAC\x83"
                         "ce, e\xEF\xAC\x80orts, \xEF\xAC\x82ow"}) == "first office, efforts, flow");
    CHECK(cleaned_lines({"cyber\xC2\xADspace"}) == "cyberspace");
    CHECK(cleaned_lines({"se\xCC\x81"
                         "curite\xCC\x81"}) == "sécurité");
    CHECK(cleaned_lines({"No\xC2\xA0"
                         "12"}) == "No 12");
    CHECK(cleaned_lines({"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF mark\x01s"}) == "zerowidth marks");
    SECTION("radicals that a font names for whole characters are those") {
        CHECK(cleaned_lines({"国⺠と⻑期、⻘⼈"}) == "国民と長期、青人");
        CHECK(cleaned_lines({"⺟⻳"}) == "母龟");
        CHECK(cleaned_lines({"⺀⺚"}) == "⺀⺚");  // look like no character
    }
    SECTION("those that the file does not name are counted") {
        const auto cleaned = PrintedPages().page().line(50, 200, "a\xEF\xBF\xBD \xEE\x80\x81z").cleaned();
        CHECK(cleaned.quality.replacement_characters == 2);
    }
}

TEST_CASE("Bullets before a paragraph and note numbers behind a word are left out") {
    CHECK(cleaned_lines({"\xE2\x80\xA2 Protect networks."}) == "Protect networks.");
    CHECK(cleaned_lines({"\xEF\x82\xB7 Protect networks."}) == "Protect networks.");
    SECTION("a note number is small and raised") {
        const auto cleaned = PrintedPages().page().line(50, 200, "Our networks.").raised("12").cleaned();
        CHECK(cleaned.text.text() == "Our networks.");
    }
    SECTION("glued to a word too, but not where it is set like the word") {
        CHECK(PrintedPages().page().line(50, 200, "All CERTs").raised("6").cleaned().text.text() == "All CERTs");
        CHECK(cleaned_lines({"The ISO27001 and NIS2 of the G7."}) == "The ISO27001 and NIS2 of the G7.");
    }
    SECTION("other numbers stay") {
        CHECK(cleaned_lines({"All 12 networks."}) == "All 12 networks.");
    }
}

TEST_CASE("Lines of scripts without spaces are joined without one") {
    CHECK(cleaned_lines({"维护网络空间", "安全。"}) == "维护网络空间安全。");
    CHECK(cleaned_lines({"サイバー大", "使を任命"}) == "サイバー大使を任命");
    CHECK(cleaned_lines({"与 ITU", "合作"}) == "与 ITU 合作");
    CHECK(cleaned_lines({"국제", "연합"}) == "국제 연합");
}

TEST_CASE("Spellings are compared without case, accents and apostrophes") {
    CHECK(case_folded("D'État") == "détat");
    CHECK(case_folded("d\xE2\x80\x99\xC3\x89tat") == "détat");
    CHECK(case_folded("STRASSE") == case_folded("straße"));
    CHECK(case_folded("ΑΣ") == case_folded("ας"));
    CHECK(without_accents("sécurité") == "securite");
    CHECK(without_accents("Ёж") == "Еж");
    CHECK(without_accents("हिन्दी") == "हिन्दी");
    CHECK(composed("e\xCC\x81") == "é");
    CHECK(first_code_point("") == 0);
    CHECK(last_code_point("") == 0);
    CHECK(first_code_point("é!") == 0xE9);
    CHECK(last_code_point("!é") == 0xE9);
    CHECK(last_code_point("\x80") == 0xFFFD);
}
