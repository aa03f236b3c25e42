// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <set>

#include "corpora/model/utf8.hpp"
#include "extractors/text/marks.hpp"
#include "extractors/text/sentences.hpp"
#include "tests/extractors/printed_pages.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

using Lines = std::vector<std::string>;

TEST_CASE("Running heads, feet and page numbers are left out of the text and kept as margins") {
    PrintedPages printed;
    for (const std::string number : {"7", "8", "9"})
        printed.page()
            .block(50, 20, {"National Cyber Strategy"}, {8})
            .block(50, 200, {"This page says the thing of number " + number + "."})
            .block(300, 780, {number}, {8});
    const auto cleaned = printed.cleaned();
    CHECK(blocks_of(cleaned.text) == Lines{"This page says the thing of number 7.",
                                           "This page says the thing of number 8.",
                                           "This page says the thing of number 9."});
    REQUIRE(cleaned.pages.size() == 3);
    CHECK(cleaned.pages[1].margins == Lines{"National Cyber Strategy", "8"});
    SECTION("Roman numbers too") {
        const auto preface = PrintedPages()
                                 .page()
                                 .block(50, 200, {"One."})
                                 .block(300, 780, {"iv"})
                                 .page()
                                 .block(50, 200, {"Two."})
                                 .block(300, 780, {"v"})
                                 .cleaned();
        CHECK(blocks_of(preface.text) == Lines{"One.", "Two."});
    }
    SECTION("a line in the middle of the page stays, however often it comes") {
        PrintedPages repeated;
        for (int i = 0; i < 4; ++i) repeated.page().block(50, 400, {"Objective and measures."});
        CHECK(repeated.cleaned().text.blocks().size() == 4);
    }
    // 20,000 pages of one line each came out as a document without text.
    SECTION("lines with nothing else beside them are the text") {
        PrintedPages repeated;
        for (int i = 1; i <= 4; ++i) repeated.page().block(50, 20, {"Point of contact " + std::to_string(i) + "."});
        CHECK(blocks_of(repeated.cleaned().text) ==
              Lines{"Point of contact 1.", "Point of contact 2.", "Point of contact 3.", "Point of contact 4."});
    }
    SECTION("a line that comes once stays, wherever it stands") {
        const auto single =
            PrintedPages().page().block(50, 20, {"A title alone."}).page().block(50, 400, {"Text."}).cleaned();
        CHECK(blocks_of(single.text) == Lines{"A title alone.", "Text."});
    }
}

TEST_CASE("A paragraph goes on over the end of a column and of a page") {
    SECTION("a column") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .block(50, 100, {"We will work with all partners", "in the region to"})
                                 .block(320, 100, {"protect critical networks."})
                                 .cleaned();
        CHECK(blocks_of(cleaned.text) ==
              Lines{"We will work with all partners in the region to protect critical networks."});
    }
    SECTION("a page") {
        const auto cleaned = PrintedPages()
                                 .page()
                                 .block(50, 700, {"We will work with all partners to"})
                                 .page()
                                 .block(50, 100, {"protect critical networks."})
                                 .cleaned();
        CHECK(blocks_of(cleaned.text) == Lines{"We will work with all partners to protect critical networks."});
        CHECK(cleaned.text.blocks()[0].page == 1);
        CHECK(cleaned.text.page_at(cleaned.text.blocks()[0].span.end() - 1) == 2);
    }
    SECTION("but not where a sentence ends, or a new one begins") {
        const auto ended = PrintedPages()
                               .page()
                               .block(50, 700, {"We protect all networks."})
                               .page()
                               .block(50, 100, {"eGovernment is next."})
                               .cleaned();
        CHECK(ended.text.blocks().size() == 2);
        const auto begun = PrintedPages()
                               .page()
                               .block(50, 700, {"Our measures"})
                               .page()
                               .block(50, 100, {"The Government acts."})
                               .cleaned();
        CHECK(begun.text.blocks().size() == 2);
    }
    SECTION("nor into other print") {
        const auto other = PrintedPages()
                               .page()
                               .block(50, 300, {"We will work with all partners and we will do it soon, in"})
                               .block(50, 400, {"smaller print of a table"}, {7})
                               .cleaned();
        CHECK(other.text.blocks().size() == 2);
    }
}

TEST_CASE("A footnote follows the paragraph that it interrupts") {
    const auto cleaned = PrintedPages()
                             .page()
                             .block(50, 600, {"We will work with all of our partners to"})
                             .block(50, 700, {"3 See the report of the group of experts."}, {7})
                             .page()
                             .block(50, 100, {"protect critical networks of the country."})
                             .cleaned();
    CHECK(blocks_of(cleaned.text) ==
          Lines{"We will work with all of our partners to protect critical networks of the country.",
                "footnote: 3 See the report of the group of experts."});
}

TEST_CASE("A heading is short and stands out, and its section's sentences carry it") {
    const auto cleaned =
        PrintedPages()
            .page()
            .block(50, 100, {"Our Vision"}, {16})
            .block(50, 140, {"We want a free and open cyberspace for all of us.", "It is ours and nobody else's."})
            .block(50, 200, {"International Cooperation"}, {10, true})
            .block(50, 240, {"We work together with all of our partners in the world."})
            .cleaned();
    CHECK(blocks_of(cleaned.text) ==
          Lines{"heading: Our Vision",
                "We want a free and open cyberspace for all of us. It is ours and nobody else's.",
                "heading: International Cooperation", "We work together with all of our partners in the world."});
    const auto sentences = split_sentences(cleaned.text, "en");
    REQUIRE(sentences.size() == 5);
    CHECK(sentences[1].section == "Our Vision");
    CHECK(sentences[2].section == "Our Vision");
    CHECK(sentences[4].section == "Our Vision › International Cooperation");
    CHECK(sentences[3].role == BlockRole::heading);
    CHECK(sentences[4].ordinal == 5);
}

TEST_CASE("A contents list is told by its leaders") {
    const auto cleaned = PrintedPages()
                             .page()
                             .block(50, 100, {"Introduction .......... 3"})
                             .block(50, 120, {"Norms . . . . . . . . 12"})
                             .block(50, 400, {"We want a free and open cyberspace for all of us."})
                             .cleaned();
    REQUIRE(cleaned.text.blocks().size() == 3);
    CHECK(cleaned.text.blocks()[0].role == BlockRole::contents);
    CHECK(cleaned.text.blocks()[1].role == BlockRole::contents);
    CHECK(cleaned.text.blocks()[2].role == BlockRole::body);
}

TEST_CASE("Items of a list are paragraphs of their own") {
    const auto cleaned =
        PrintedPages()
            .page()
            .block(50, 100, {"(a) to protect networks;", "(b) to share what is", "known of threats."})
            .cleaned();
    CHECK(blocks_of(cleaned.text) == Lines{"(a) to protect networks;", "(b) to share what is known of threats."});
    SECTION("with a no-break space, once or twice, behind its mark or before it") {
        CHECK(blocks_of(PrintedPages()
                            .page()
                            .block(50, 100,
                                   {"(a) to protect;", "(b)\xC2\xA0to share;",
                                    "\t\xC2\xA0(c)\xC2\xA0\xC2\xA0to act;", "(d)\t\xE2\x80\x83see."})
                            .cleaned()
                            .text) == Lines{"(a) to protect;", "(b) to share;", "(c) to act;", "(d) see."});
    }
    SECTION("and what a dash announces, indented below it") {
        CHECK(blocks_of(PrintedPages()
                            .page()
                            .line(50, 100, "2. In this Act, unless the context requires —", {10, false, true})
                            .line(60, 112, "“Authority” means the Networks Authority under section 5;")
                            .cleaned()
                            .text) == Lines{"2. In this Act, unless the context requires —",
                                            "“Authority” means the Networks Authority under section 5;"});
    }
    SECTION("where the one before it has no end") {
        CHECK(blocks_of(PrintedPages()
                            .page()
                            .block(50, 100, {"vi) The networks of the state"})
                            .block(50, 150, {"vii) The law."})
                            .cleaned()
                            .text) == Lines{"vi) The networks of the state", "vii) The law."});
    }
    SECTION("in the figures and letters of other scripts") {
        for (const char* mark : {"(๑)", "๑.", "(१२)", "(ख)", "(б)", "а)"}) CHECK(is_list_mark(mark));
        for (const char* word : {"г.", "ст.", "๒๕๖๘", "(ขข)", "ข"}) CHECK_FALSE(is_list_mark(word));
    }
}

TEST_CASE("Pages are counted by what is on them") {
    const auto cleaned = PrintedPages().page().line(50, 100, "Two words").picture().page().cleaned();
    CHECK(cleaned.quality.pages == 3);
    CHECK(cleaned.quality.pages_with_text == 1);
    CHECK(cleaned.quality.pages_unread == 1);
    CHECK(cleaned.quality.pages_blank == 1);
    CHECK(cleaned.quality.words == 2);
    REQUIRE(cleaned.pages.size() == 3);
    CHECK(cleaned.pages[0].width == 600);
    CHECK(cleaned.pages[1].status == PageStatus::picture);
    CHECK(clean({}).text.text().empty());
}

TEST_CASE("A quotation is shown where it is printed: one box for each line that it touches") {
    const auto cleaned = PrintedPages().page().block(50, 100, {"We guard the infra-", "structure here."}).cleaned();
    const std::string& text = cleaned.text.text();
    REQUIRE(text == "We guard the infrastructure here.");
    const auto span_of = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.find(words));
        return Span(begin, begin + static_cast<std::uint32_t>(words.size()));
    };
    SECTION("a word on one line has one, its own") {
        const auto boxes = cleaned.text.origin(span_of("guard"));
        REQUIRE(boxes.size() == 1);
        CHECK(boxes[0] == PageBox{1, {65, 100, 90, 110}});
    }
    SECTION("a word broken over two lines has two") {
        const auto boxes = cleaned.text.origin(span_of("infrastructure"));
        REQUIRE(boxes.size() == 2);
        CHECK(boxes[0].box.y0 == 100);
        CHECK(boxes[1] == PageBox{1, {50, 112, 95, 122}});
    }
    SECTION("words of a line have one together") {
        CHECK(cleaned.text.origin(span_of("We guard the")).size() == 1);
        CHECK(cleaned.text.origin(span_of("guard the infrastructure here")).size() == 2);
    }
    SECTION("part of a word has its part of the box") {
        const auto boxes = cleaned.text.origin(span_of("here."));
        const auto part = cleaned.text.origin(span_of("here"));
        REQUIRE(part.size() == 1);
        CHECK(part[0].box.x0 == boxes[0].box.x0);
        CHECK(part[0].box.x1 == Approx(boxes[0].box.x1 - 5));
    }
    SECTION("beyond the text there is nothing") {
        CHECK_THROWS_AS(cleaned.text.origin(Span(0, 1000)), std::out_of_range);
    }
}

namespace {

// Pages of random words, some of them broken, marked, or of other scripts.
PrintedPages random_pages(std::mt19937& random) {
    static const Lines words = {"The",
                                "infra-",
                                "structure",
                                "cyber-security",
                                "of",
                                "protect",
                                "Art.",
                                "5",
                                "(a)",
                                "U.N.",
                                "ends.",
                                "So?",
                                "网络",
                                "安全。",
                                "\xEF\xAC\x81rst",
                                "se\xCC\x81",
                                "1.",
                                "\xE2\x80\xA2",
                                "\xC2\xAD",
                                "x\xC2\xAD",
                                "-",
                                "....",
                                "–",
                                "Überblick",
                                "\xEF\xBF\xBD",
                                "\xC2\xA0",
                                "\xE2\x80\x8B",
                                "II",
                                "e.g.",
                                "أمن"};
    PrintedPages printed;
    for (auto p = 1 + random() % 4; p > 0; --p) {
        printed.page();
        float y = 20;
        while (y < 780) {
            std::string line;
            for (auto n = 1 + random() % 9; n > 0; --n)
                line += (line.empty() ? "" : " ") + words[random() % words.size()];
            const float size = random() % 6 ? 10.0F : (random() % 2 ? 7.0F : 16.0F);
            printed.line(random() % 3 ? 50.0F : 320.0F, y, line, {size, random() % 7 == 0, random() % 4 == 0});
            if (random() % 10 == 0) printed.raised("3");
            y += size + 2 + static_cast<float>(random() % 60);
        }
    }
    return printed;
}

}  // namespace

// A file may name any number for a place; a column's width was once computed from one that is none.
TEST_CASE("Words that stand nowhere, or beyond all paper, are read and kept within reach") {
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN(),
                    beyond = std::numeric_limits<float>::infinity();
    for (const float place : {nowhere, beyond, -beyond, 3e38F, -3e38F}) {
        INFO(place);
        PrintedPages printed;
        printed.page().line(50, 100, "We will appoint a cyber ambassador.").line(place, 112, "We will report.");
        printed.line(50, place, "We will cooperate.");
        const CleanedPages cleaned = printed.cleaned();
        for (const char* sentence :
             {"We will appoint a cyber ambassador.", "We will report.", "We will cooperate."})
            CHECK(cleaned.text.text().find(sentence) != std::string::npos);
        for (const Piece& piece : cleaned.text.pieces())
            for (const float edge : {piece.box.x0, piece.box.y0, piece.box.x1, piece.box.y1})
                CHECK(std::abs(edge) <= farthest_place);
    }
}

TEST_CASE("Whatever is printed, the text keeps its order and knows its places") {
    std::mt19937 random(7);
    for (int round = 0; round < 120; ++round) {
        const PrintedPages printed = random_pages(random);
        const auto cleaned = printed.cleaned();
        const CleanText& text = cleaned.text;
        INFO("round " << round << "\n" << text.text());
        REQUIRE(!first_invalid_utf8(text.text()));
        std::uint32_t reached = 0;
        for (const Block& block : text.blocks()) {
            REQUIRE(!block.span.empty());
            REQUIRE(block.span.begin() == reached);  // one line feed between two
            REQUIRE(text.slice(block.span).find('\n') == std::string_view::npos);
            REQUIRE(text.slice(block.span).front() != ' ');
            REQUIRE(text.slice(block.span).back() != ' ');
            reached = block.span.end() + 1;
        }
        reached = 0;
        for (const Piece& piece : text.pieces()) {
            REQUIRE(piece.span.begin() >= reached);
            REQUIRE(!piece.span.empty());
            REQUIRE(piece.page >= 1);
            REQUIRE(piece.page <= printed.pages().size());
            reached = piece.span.end();
        }
        for (std::size_t at = 0; at < text.text().size(); ++at)  // nothing but blanks between pieces
            if (text.text()[at] != ' ' && text.text()[at] != '\n')
                REQUIRE(
                    !text.origin(Span(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + 1)).empty());
        std::uint32_t last = 0, ordinal = 0;
        for (const Sentence& sentence : split_sentences(text, "en")) {
            REQUIRE(sentence.ordinal == ++ordinal);
            REQUIRE(sentence.span.begin() >= last);
            REQUIRE(!sentence.span.empty());
            last = sentence.span.end();
            const bool is_inside = std::any_of(text.blocks().begin(), text.blocks().end(), [&](const Block& block) {
                return block.span.contains(sentence.span) && block.role == sentence.role;
            });
            REQUIRE(is_inside);
            REQUIRE(sentence.page >= 1);
        }
        REQUIRE(clean(printed.pages()).text.text() == text.text());
    }
}

TEST_CASE("A phrase in bold print within a sentence is no heading") {
    const auto line = [](PrintedPages& pages, float y, const std::string& plain, const std::string& bold) {
        pages.line(50, y, plain);
        pages.line(50 + 5 * static_cast<float>(plain.size() + 1), y, bold, {10, true});
    };
    PrintedPages pages;
    pages.page();
    SECTION("that runs on over the end of a line") {
        line(pages, 100, "To build", "a framework of cooperation and");
        pages.line(50, 112, "collaborations", {10, true}).line(125, 112, "on security and on many other things.");
        CHECK(
            blocks_of(pages.cleaned().text) ==
            Lines{"To build a framework of cooperation and collaborations on security and on many other things."});
    }
    SECTION("that ends before the line does") {
        pages.line(50, 100, "Critical infrastructure and its parts", {10, true}).line(240, 100, "are all");
        pages.line(50, 112, "that the state needs each day.");
        CHECK(blocks_of(pages.cleaned().text) ==
              Lines{"Critical infrastructure and its parts are all that the state needs each day."});
    }
    SECTION("but a line of its own is") {
        pages.line(50, 100, "Critical infrastructure", {10, true})
            .line(50, 112, "It is what the state needs each day.");
        CHECK(blocks_of(pages.cleaned().text) ==
              Lines{"heading: Critical infrastructure", "It is what the state needs each day."});
    }
}
