// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "corpora/readers/csv_table.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

Lines problems_in(std::string_view text) {
    return shown(parse_csv(text, "t.csv").problems);
}

using Cells = std::vector<std::string>;

std::string in_quotes(const std::string& cell) {
    std::string text = "\"";
    for (const char letter : cell) text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return text + '"';
}

}  // namespace

TEST_CASE("A CSV table is read as spreadsheets write it") {
    SECTION("with a byte order mark and CRLF") {
        const auto [table, problems] = parse_csv(
            "\xEF\xBB\xBF"
            "file,year\r\na.pdf,2020\r\n",
            "t.csv");
        CHECK(problems.empty());
        CHECK(table.header == Cells{"file", "year"});
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0].cells == Cells{"a.pdf", "2020"});
    }
    SECTION("without a line end after the last row") {
        CHECK(parse_csv("a,b\n1,2", "t.csv").value.rows.at(0).cells == Cells{"1", "2"});
    }
    SECTION("with CR alone as line end") {
        const auto table = parse_csv("a,b\r1,2\r3,4\r", "t.csv").value;
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[1].line == 3);
    }
    SECTION("with ';' or tab where the header has no comma") {
        CHECK(parse_csv("a;b\n1,5;2\n", "t.csv").value.rows.at(0).cells == Cells{"1,5", "2"});
        CHECK(parse_csv("a\tb\n1,5\t\n", "t.csv").value.rows.at(0).cells == Cells{"1,5", ""});
    }
    SECTION("with commas, quotation marks and line ends in quoted cells") {
        const auto table = parse_csv("a,b\n\"x, y\",\"he said \"\"no\"\"\nand left\"\n", "t.csv").value;
        CHECK(table.rows.at(0).cells == Cells{"x, y", "he said \"no\"\nand left"});
    }
    SECTION("with spaces around cells and after quotation marks") {
        CHECK(parse_csv("a, b\n1 , \"2\" \n", "t.csv").value.rows.at(0).cells == Cells{"1", "2"});
    }
}

TEST_CASE("A CSV row knows the line in which it begins") {
    const auto table = parse_csv("a,b\n\n1,\"one\ntwo\nthree\"\n  \n2,x\n", "t.csv").value;
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].line == 3);
    CHECK(table.rows[1].line == 7);
}

TEST_CASE("A column is found by its name in any case") {
    const auto table = parse_csv("File,YEAR\n", "t.csv").value;
    CHECK(table.column("year") == 1U);
    CHECK(table.column("file") == 0U);
    CHECK_FALSE(table.column("state"));
}

TEST_CASE("Mistakes in a CSV table are told with their line") {
    CHECK(problems_in("") == Lines{"t.csv: is empty: its first line must name the columns"});
    CHECK(
        problems_in("a,b\n1\n1,2\n1,2,3\n") ==
        Lines{
            "t.csv: line 2: has 1 cell, but the header has 2",
            "t.csv: line 4: has 3 cells, but the header has 2; put a cell that holds a comma in quotation marks"});
    CHECK(problems_in("a,,A\n") == Lines{"t.csv: line 1: column 2 has no name: name it in the header, or delete it",
                                         "t.csv: line 1: two columns are named 'A': rename or delete one"});
    CHECK(problems_in("a,b\n1,2\n3,\"4\n5,6\n") ==
          Lines{"t.csv: line 3: a cell of this row begins with a quotation mark that is never closed"});
    CHECK(problems_in("a,b\n1,2 \"x\"\n") ==
          Lines{"t.csv: line 2: a quotation mark stands inside a cell; put the whole cell in quotation marks and "
                "write those inside it twice (\"\")"});
    CHECK(problems_in("a,b\n1,\"2\n3,\"4\"\n") ==
          Lines{"t.csv: line 3: a quotation mark stands inside a cell; put the whole cell in quotation marks and "
                "write those inside it twice (\"\"); the row began in line 2"});
}

TEST_CASE("A CSV table that is not UTF-8 is refused with what to do") {
    CHECK(
        problems_in("file,title\na.pdf,Strat\xE9gie\n") ==
        Lines{
            "t.csv: line 2: holds a character that is not UTF-8: save the file as UTF-8 (in Excel: Save As, \"CSV "
            "UTF-8\"; in LibreOffice: Save As, Edit filter settings, Character set Unicode (UTF-8))"});
    CHECK(problems_in("\xFF\xFE"
                      "f\0i\0") ==
          Lines{"t.csv: line 1: is in UTF-16: save it as UTF-8 (in Excel: Save As, \"CSV UTF-8\")"});
    CHECK(problems_in("PK\x03\x04\x14\xFF") ==
          Lines{"t.csv: line 1: is an Excel or LibreOffice workbook: open it there and save it as \"CSV UTF-8\""});
}

TEST_CASE("A missing table is told from one that cannot be read") {
    const TestFolder folder;
    CHECK_THROWS_WITH(read_csv(folder.path() / "no.csv"),
                      (folder.path() / "no.csv").string() + ": there is no such file");
    CHECK_THROWS_WITH(read_csv(folder.path()), folder.path().string() + ": is a folder, not a file");
}

TEST_CASE("Any cells come back as they were written") {
    std::mt19937 random(20201);  // NOLINT: the same cells on every run are wanted
    const std::string letters = "ab ,;\t\"\r\n\xC3\xA9'";
    for (int round = 0; round < 300; ++round) {
        const std::size_t columns = 1 + random() % 4;
        const std::size_t rows = random() % 5;
        std::string text;
        for (std::size_t column = 0; column < columns; ++column)
            text += (column ? ",c" : "c") + std::to_string(column);
        text += '\n';
        std::vector<Cells> written(rows);
        for (Cells& cells : written) {
            for (std::size_t column = 0; column < columns; ++column) {
                std::string cell;
                for (std::size_t length = random() % 6; length > 0; --length) {
                    const std::size_t at = random() % (letters.size() - 1);
                    cell +=
                        letters[at] == '\xC3' || letters[at] == '\xA9' ? "\xC3\xA9" : std::string(1, letters[at]);
                }
                text += (column ? "," : "") + in_quotes(cell);
                cells.push_back(cell);
            }
            text += random() % 2 ? "\r\n" : "\n";
        }
        const auto [table, problems] = parse_csv(text, "t.csv");
        CAPTURE(text);
        REQUIRE(problems.empty());
        REQUIRE(table.rows.size() == rows);
        for (std::size_t row = 0; row < rows; ++row) REQUIRE(table.rows[row].cells == written[row]);
    }
}
