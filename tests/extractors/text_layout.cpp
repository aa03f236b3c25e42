// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "extractors/text/layout.hpp"
#include "extractors/text/sentences.hpp"
#include "tests/extractors/printed_pages.hpp"

using namespace demarche;

using Lines = std::vector<std::string>;

namespace {

const Lines left = {"The first column speaks of", "the norms of responsible", "behaviour in cyberspace and",
                    "of the measures that build", "confidence between all",   "states of the region."};
const Lines right = {"The second column speaks of", "the protection of critical", "infrastructure and of those",
                     "who own it, who run it and",  "who depend on it in every",  "hour of the day."};
const std::string left_text =
    "The first column speaks of the norms of responsible behaviour in cyberspace and of the measures that build "
    "confidence between all states of the region.";
const std::string right_text =
    "The second column speaks of the protection of critical infrastructure and of those who own it, who run it and "
    "who depend on it in every hour of the day.";

// Lines of two columns given row by row, as a file may hold them.
PrintedPages& rows(PrintedPages& printed, float y, const Lines& one, const Lines& other, float gutter) {
    for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
        const float height = y + 12 * static_cast<float>(i);
        if (i < one.size()) printed.line(50, height, one[i], {10, false, i == 0});
        if (i < other.size()) printed.line(50 + 140 + gutter, height, other[i], {10, false, false});
    }
    return printed;
}

}  // namespace

TEST_CASE("Columns are read one after the other, in whatever order the file holds their lines") {
    PrintedPages printed;
    SECTION("with a wide gutter") {
        rows(printed.page(), 100, left, right, 40);
        CHECK(blocks_of(printed.cleaned().text) == Lines{left_text, right_text});
    }
    SECTION("with a narrow one") {
        rows(printed.page(), 100, left, right, 12);
        CHECK(blocks_of(printed.cleaned().text) == Lines{left_text, right_text});
    }
    SECTION("after the title that stands over both, before what stands below both") {
        printed.page().block(50, 60, {"A Title Right Over Both of the Columns"}, {16});
        rows(printed, 100, left, right, 20);
        printed.block(50, 200, {"This line runs below both columns, from the left edge to the right one."});
        CHECK(blocks_of(printed.cleaned().text) ==
              Lines{"heading: A Title Right Over Both of the Columns", left_text, right_text,
                    "This line runs below both columns, from the left edge to the right one."});
    }
    SECTION("an address too long for its column does not end it") {
        Lines longer = left;
        longer[2] = "www.example.org/norms/of/behaviour";
        rows(printed.page(), 100, longer, right, 20);
        const auto blocks = blocks_of(printed.cleaned().text);
        REQUIRE(blocks.size() == 2);
        CHECK(blocks[1] == right_text);
    }
    SECTION("from the right where writing runs from the right") {
        const Lines one = {"אחת", "אחת", "אחת", "אחת", "אחת"},
                    other = {"שתיים", "שתיים", "שתיים", "שתיים", "שתיים"};
        rows(printed.page(), 100, one, other, 60);
        CHECK(printed.cleaned().text.text().find("אחת") > printed.cleaned().text.text().find("שתיים"));
    }
}

TEST_CASE("Justified lines with wide blanks are no columns") {
    PrintedPages printed;
    printed.page();
    const float ends[][2] = {{150, 300}, {170, 280}, {140, 320}, {160, 290}, {155, 310}};
    float y = 100;
    for (const auto& [second, third] : ends) {
        printed.line(50, y, "Sentences", {10, false, y == 100})
            .line(second, y, "run", {10, false, false})
            .line(third, y, "on", {10, false, false});
        y += 12;
    }
    CHECK(printed.cleaned().text.text() ==
          "Sentences run on Sentences run on Sentences run on Sentences run on Sentences run on");
}

TEST_CASE("A table is read row by row, and each cell whole") {
    PrintedPages printed;
    printed.page();
    const auto row = [&](float y, const Lines& one, const Lines& other, const Lines& third) {
        for (std::size_t i = 0; i < 3; ++i) {
            const float height = y + 12 * static_cast<float>(i);
            if (i < one.size()) printed.line(50, height, one[i]);
            if (i < other.size()) printed.line(180, height, other[i]);
            if (i < third.size()) printed.line(400, height, third[i]);
        }
    };
    row(100, {"Protect the", "networks"}, {"The agency will set", "standards for all who run", "such networks."},
        {"2025"});
    row(150, {"Share threats"}, {"A platform will be built by", "the response team."}, {"2026"});
    row(190, {"Train people"}, {"Universities will offer", "new courses to all."}, {"2027"});
    CHECK(blocks_of(printed.cleaned().text) ==
          Lines{"Protect the networks", "The agency will set standards for all who run such networks.", "2025",
                "Share threats", "A platform will be built by the response team.", "2026", "Train people",
                "Universities will offer new courses to all.", "2027"});
}

TEST_CASE("Bullets, dashes and numbers that hang before a paragraph belong to it") {
    for (const std::string mark : {"1", "\xE2\x80\x94", "(a)"}) {
        PrintedPages printed;
        printed.page();
        for (float y = 100; y < 300; y += 50)
            printed.line(50, y, mark, {10, false, true})
                .block(90, y, {"This paragraph is set apart from", "what hangs before it by white."});
        INFO(mark);
        CHECK(blocks_of(printed.cleaned().text) ==
              Lines(4, mark + " This paragraph is set apart from what hangs before it by white."));
    }
}

TEST_CASE("Notes beside the margin do not break into the sentence beside them") {
    PrintedPages printed;
    printed.page().line(50, 100, "Seal of").line(50, 112, "the Authority");
    for (std::size_t i = 0; i < left.size(); ++i) printed.line(160, 100 + 12 * static_cast<float>(i), left[i]);
    CHECK(blocks_of(printed.cleaned().text) == Lines{"Seal of the Authority", left_text});
}

TEST_CASE("Titles that an Act prints beside its sections stand before them") {
    const auto act = [](float notes, float text) {
        PrintedPages printed;
        printed.page();
        float y = 100;
        const auto section = [&](const Lines& note, const Lines& lines) {
            for (std::size_t i = 0; i < lines.size(); ++i)
                printed.line(i == 0 ? text + 10 : text, y + 12 * static_cast<float>(i), lines[i], {10});
            for (std::size_t i = 0; i < note.size(); ++i)
                printed.line(notes, y + 9 * static_cast<float>(i), note[i], {7});
            y += 12 * static_cast<float>(std::max(lines.size(), note.size()));
        };
        section({"Short title"}, {"1. This Act may be cited as the Networks Act,",
                                  "and it begins on the day that the Minister", "appoints by order."});
        section({"Tenure of", "office and", "removal"},
                {"2. A member holds office for five years at the most",
                 "from the day on which he or she was named by", "the Minister."});
        section({}, {"(2) A member may be named for one more term of", "five years."});
        section({"Meetings"}, {"3. The Board meets at least once in each quarter of", "a year."});
        return blocks_of(printed.cleaned().text);
    };
    const Lines expected = {
        "Short title",
        std::string("1. This Act may be cited as the Networks Act, and it begins on the day that the ") +
            "Minister appoints by order.",
        "Tenure of office and removal",
        std::string("2. A member holds office for five years at the most from the day on which he or she ") +
            "was named by the Minister.",
        "(2) A member may be named for one more term of five years.",
        "Meetings",
        "3. The Board meets at least once in each quarter of a year."};
    SECTION("on the left") {
        CHECK(act(50, 110) == expected);
    }
    SECTION("on the left, and nearly at the text") {
        CHECK(act(50, 93) == expected);
    }
    SECTION("on the right") {
        CHECK(act(400, 90) == expected);
    }
}

TEST_CASE("A paragraph with wide white between its lines is one among others with less") {
    PrintedPages printed;
    printed.page().block(
        50, 60,
        {"This page begins with a paragraph whose lines stand", "close, as most of it does, and it has", "three."});
    const Lines wide = {"The wide one has lines that fill the column of the",
                        "page from edge to edge, and so each is followed by",
                        "the next at one and the same distance, which is as", "long as need be."};
    for (std::size_t i = 0; i < wide.size(); ++i) printed.line(50, 120 + 20 * static_cast<float>(i), wide[i]);
    printed.block(50, 220,
                  {"This page ends with a paragraph whose lines stand as",
                   "close as those at its begin, and it has", "three."});
    CHECK(
        blocks_of(printed.cleaned().text) ==
        Lines{
            "This page begins with a paragraph whose lines stand close, as most of it does, and it has three.",
            "The wide one has lines that fill the column of the page from edge to edge, and so each is followed by "
            "the "
            "next at one and the same distance, which is as long as need be.",
            "This page ends with a paragraph whose lines stand as close as those at its begin, and it has three."});
    SECTION("but lines that do not fill it are items") {
        PrintedPages list;
        list.page().block(50, 60,
                          {"This page begins with a paragraph whose lines stand",
                           "close, as most of it does, and it has", "three."});
        list.line(50, 120, "Protect networks").line(50, 140, "Share threats and").line(50, 160, "Train people");
        CHECK(blocks_of(list.cleaned().text).size() == 4);
    }
}

TEST_CASE("A paragraph goes on past the box and the notes at the foot of its page") {
    const auto cleaned =
        PrintedPages()
            .page()
            .block(50, 200, {"This page is set in the print of the body, and", "so is most of it."})
            .block(50, 620, {"We will work with all of our partners to"})
            .block(50, 660, {"A Box in Other Print"}, {8})
            .page()
            .block(50, 100, {"protect critical networks of the country."})
            .cleaned();
    CHECK(blocks_of(cleaned.text)[1] ==
          "We will work with all of our partners to protect critical networks of the country.");
}

TEST_CASE("A page that is turned is read as if it stood upright") {
    PrintedPages printed;
    rows(printed.page(), 100, left, right, 20);
    std::vector<Page> pages = printed.pages();
    for (Word& word : pages[0].words) {
        word.rotation = 1;
        word.box = {pages[0].width - word.box.y1, word.box.x0, pages[0].width - word.box.y0, word.box.x1};
    }
    const CleanedPages cleaned = clean(pages);
    CHECK(blocks_of(cleaned.text) == Lines{left_text, right_text});
    CHECK(cleaned.text.pieces().front().box == pages[0].words[0].box);
}

TEST_CASE("Arranging keeps every word, once") {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        PrintedPages printed;
        printed.page();
        for (auto n = 1 + random() % 150; n > 0; --n)
            printed.line(static_cast<float>(random() % 550), static_cast<float>(random() % 780),
                         std::to_string(n) + " words",
                         {static_cast<float>(4 + random() % 30), random() % 5 == 0, random() % 3 == 0});
        std::vector<Page> pages = printed.pages();
        for (Word& word : pages[0].words)
            word.rotation = static_cast<std::uint8_t>(random() % 20 == 0 ? random() % 4 : 0);
        const auto sorted_begins = [](const Page& page) {
            std::vector<std::uint32_t> begins;
            for (const Word& word : page.words) begins.push_back(word.begin);
            std::sort(begins.begin(), begins.end());
            return begins;
        };
        const auto before = sorted_begins(pages[0]);
        arrange(pages);
        CHECK(sorted_begins(pages[0]) == before);
        CHECK(pages[0].words.front().starts_line);
        CHECK(pages[0].words.front().starts_block);
        CHECK(pages[0].width == 600);
    }
}

TEST_CASE("Places that are no numbers leave a page as the file has it") {
    PrintedPages printed;
    rows(printed.page(), 100, left, right, 20);
    std::vector<Page> pages = printed.pages();
    pages[0].words[3].box.x1 = std::numeric_limits<float>::quiet_NaN();
    const std::vector<Page> before = pages;
    arrange(pages);
    for (std::size_t i = 0; i < pages[0].words.size(); ++i)
        CHECK(pages[0].words[i].begin == before[0].words[i].begin);
}

TEST_CASE("Size is no reason to fail") {
    SECTION("a page of a hundred thousand words") {
        std::mt19937 random(3);
        PrintedPages printed;
        printed.page();
        for (int i = 0; i < 25'000; ++i)
            printed.line(static_cast<float>(random() % 500), static_cast<float>(random() % 790),
                         "four words of it");
        CHECK(printed.cleaned().quality.words == 100'000);
    }
    SECTION("as many on one line") {
        PrintedPages printed;
        printed.page();
        for (int i = 0; i < 25'000; ++i) printed.line(static_cast<float>(i) * 90, 100, "four words of it");
        CHECK(printed.cleaned().quality.words == 100'000);
    }
    SECTION("twenty thousand pages") {
        PrintedPages printed;
        for (int i = 0; i < 20'000; ++i)
            printed.page()
                .block(50, 20, {"Running head"})
                .block(50, 200, {"A page that says", "little of interest, in"});
        const auto cleaned = printed.cleaned();
        CHECK(cleaned.pages.size() == 20'000);
        CHECK_FALSE(split_sentences(cleaned.text, "en").empty());
    }
}

TEST_CASE("A line that breaks off in the middle of a column does not take what begins the next page") {
    PrintedPages printed;
    printed.page()
        .block(50, 60, {"Vital functions are the defence of the state and the popula-"})
        .block(50, 100, {"No legal concept is meant here. In this respect no changes are pro-"});
    printed.page().block(50, 60, {"posed to the powers of authorities, now or later in the year.", "They remain."});
    CHECK(blocks_of(printed.cleaned().text) ==
          std::vector<std::string>{"Vital functions are the defence of the state and the popula-",
                                   "No legal concept is meant here. In this respect no changes are proposed to the "
                                   "powers of authorities, now or later in the year. They remain."});
}
