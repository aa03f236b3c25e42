// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "extractors/document_reader.hpp"
#include "tests/extractors/file_content.hpp"
#include "tests/extractors/printed_pages.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

using Lines = std::vector<std::string>;

namespace {

Lines blocks_in(const std::string& text) {
    return blocks_of(read_document(text, "x.txt", {}, {}).text);
}

std::string mistake_in(const std::string& text) {
    try {
        content_of(text);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::malformed);
        return error.what();
    }
    return "no mistake";
}

}  // namespace

TEST_CASE("Plain text is read with its paragraphs") {
    CHECK(blocks_in("First line\nof one.\n\nSecond\n \nThird") == Lines{"First line of one.", "Second", "Third"});
    CHECK(blocks_in("\n\n  Indented \t text \n") == Lines{"Indented text"});
    SECTION("a form feed begins a page") {
        const auto document = read_document("One.\fTwo.\f\fFour.", "x.txt", {}, {});
        CHECK(document.quality.pages == 4);
        CHECK(document.quality.pages_blank == 1);
        REQUIRE(document.sentences.size() == 3);
        CHECK(document.sentences[1].page == 2);
        CHECK(document.sentences[2].page == 4);
    }
    SECTION("line ends of Windows and a byte order mark are no text") {
        CHECK(blocks_in("\xEF\xBB\xBF"
                        "One\r\nline.\r\n\r\nTwo.\r\n") == Lines{"One line.", "Two."});
    }
    SECTION("nothing is taken for a heading, a margin or a footnote: there is nothing to tell by") {
        CHECK(blocks_in("TITLE\n\n1 A note.\n\n7\n\n7") == Lines{"TITLE", "1 A note.", "7", "7"});
    }
    SECTION("there are no boxes, but there are pages") {
        const auto document = read_document("One.\fTwo.", "x.txt", {}, {});
        const auto boxes = document.text.origin(document.sentences[1].span);
        REQUIRE(boxes.size() == 1);
        CHECK(boxes[0] == PageBox{2, {0, 0, 0, 0}});
    }
}

TEST_CASE("Text that is not UTF-8 is refused, with the line") {
    CHECK(mistake_in("One.\nTwo.\nS\xE9"
                     "curit\xE9.") == "line 3: is not UTF-8; save the file as UTF-8 text and run again");
    CHECK(mistake_in("\xC0\xAF") == "line 1: is not UTF-8; save the file as UTF-8 text and run again");
    CHECK(mistake_in("All is well: \xC3\xA9") == "no mistake");
}

TEST_CASE("A text without a word is refused") {
    CHECK(mistake_in("") == "the file is empty");
    try {
        read_document(" \n\f\n", "x.txt", {}, {});
        FAIL("no mistake");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::no_text);
        CHECK(error.sentence() == "holds no text: all of its 2 pages are blank");
    }
    try {
        read_document(" \n", "x.txt", {}, {});
        FAIL("no mistake");
    } catch (const Error& error) {
        CHECK(error.sentence() == "holds no text: its only page is blank");
    }
}
