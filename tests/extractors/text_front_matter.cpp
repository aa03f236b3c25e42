// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/text/headings.hpp"
#include "tests/extractors/printed_pages.hpp"

using namespace demarche;

using Lines = std::vector<std::string>;

namespace {

std::vector<BlockRole> roles_of(const CleanText& text) {
    std::vector<BlockRole> roles;
    for (const Block& block : text.blocks()) roles.push_back(block.role);
    return roles;
}

PrintedPages& body(PrintedPages& printed) {
    for (int i = 0; i < 4; ++i)
        printed.page().block(
            50, 300, {"We want a free and open cyberspace for all of us.", "It is ours, and nobody else's."});
    return printed;
}

}  // namespace

TEST_CASE("A contents list without leaders is told by page numbers that count up") {
    PrintedPages printed;
    printed.page().block(50, 100, {"Contents"}, {16});
    float y = 140;
    for (const std::string entry :
         {"Foreword 2", "Threats 3", "Norms of behaviour 3", "At a glance4", "Measures 5"}) {
        printed.block(50, y, {entry});
        y += 30;
    }
    const auto cleaned = body(printed).cleaned();
    CHECK(std::vector<BlockRole>(6, BlockRole::contents) == [&] {
        auto roles = roles_of(cleaned.text);
        roles.resize(6);
        return roles;
    }());
    CHECK(roles_of(cleaned.text)[6] == BlockRole::body);
    SECTION("numbers in a text are none") {
        PrintedPages text;
        text.page();
        y = 100;
        for (const std::string line :
             {"There were 9 attacks on 4", "networks in 2016.", "Of them 3 came from 2", "states."}) {
            text.line(50, y, line);
            y += 12;
        }
        CHECK(roles_of(body(text).cleaned().text)[0] == BlockRole::body);
    }
}

TEST_CASE("The arrangement of an Act's sections is a contents list without page numbers") {
    PrintedPages printed;
    printed.page();
    float y = 100;
    for (const std::string line :
         {"ARRANGEMENT OF SECTIONS", "PART I", "1. Short title", "2. Interpretation", "PART II", "3. The Authority",
          "4. Its Response Team", "An Act to provide for security.", "1. This Act may be cited."}) {
        printed.block(50, y, {line});
        y += 40;
    }
    const std::vector<std::string> blocks = blocks_of(body(printed).cleaned().text);
    CHECK(blocks.front() == "contents: ARRANGEMENT OF SECTIONS");
    CHECK(blocks[6] == "contents: 4. Its Response Team");
    CHECK(blocks[7] == "An Act to provide for security.");
    CHECK(blocks[8].find("contents") == std::string::npos);
}

TEST_CASE("The cover and the imprint are marked") {
    PrintedPages printed;
    printed.page().block(50, 300, {"National Cyber Strategy"}, {30}).block(50, 400, {"2016 to 2020"});
    printed.page().block(50, 600, {"\xC2\xA9 The Ministry, 2016"}).block(50, 640, {"ISBN 1-234-56789"});
    const auto cleaned = body(printed).cleaned();
    auto roles = roles_of(cleaned.text);
    REQUIRE(roles.size() >= 5);
    CHECK(roles[0] == BlockRole::cover);
    CHECK(roles[1] == BlockRole::cover);
    CHECK(roles[2] == BlockRole::imprint);
    CHECK(roles[3] == BlockRole::imprint);
    CHECK(roles[4] == BlockRole::body);
}

TEST_CASE("The path of headings is told by their numbers, else by their size") {
    HeadingPath path;
    CHECK(path.text().empty());
    path.enter("Our Vision", 20);
    path.enter("Norms", 14);
    CHECK(path.text() == "Our Vision › Norms");
    path.enter("Measures", 14);
    CHECK(path.text() == "Our Vision › Measures");
    path.enter("2. Action", 14);
    path.enter("2.1 Laws", 14);
    CHECK(path.text() == "Our Vision › 2. Action › 2.1 Laws");
    path.enter("2.2 Courts", 14);
    CHECK(path.text() == "Our Vision › 2. Action › 2.2 Courts");
    path.enter("Annex", 20);
    CHECK(path.text() == "Annex");
}
