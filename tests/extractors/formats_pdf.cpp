// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "extractors/document_reader.hpp"
#include "tests/extractors/file_content.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

namespace {

Error mistake_in(std::string_view bytes) {
    try {
        content_of(bytes);
    } catch (const Error& error) {
        return error;
    }
    FAIL("no mistake");
    return {ErrorKind::usage, "", ""};
}

Error refusal_of(const std::string& name, OcrMode ocr) {
    try {
        read_document(bytes_of(name), name, {}, {}, ocr);
    } catch (const Error& error) {
        return error;
    }
    FAIL("no mistake");
    return {ErrorKind::usage, "", ""};
}

void check_box(const Box& box, Box expected) {
    CHECK(box.x0 == Approx(expected.x0).margin(1));
    CHECK(box.y0 == Approx(expected.y0).margin(1));
    CHECK(box.x1 == Approx(expected.x1).margin(1));
    CHECK(box.y1 == Approx(expected.y1).margin(1));
}

std::string words_of(const Page& page) {
    std::string text;
    for (const Word& word : page.words) text += (text.empty() ? "" : " ") + std::string(page.letters(word));
    return text;
}

}  // namespace

TEST_CASE("A PDF is read page by page, each word with its box, size and font") {
    const FileContent content = content_of(bytes_of("two_pages.pdf"));
    REQUIRE(content.pages.size() == 2);
    CHECK(content.description.title == "A Strategy for Tests");
    CHECK(content.description.year_created == 2021);
    const Page& first = content.pages[0];
    CHECK(first.number == 1);
    CHECK(first.width == 600);
    CHECK(first.height == 800);
    CHECK(first.status == PageStatus::text);
    CHECK(words_of(first) == "Cyber Strategy Norms");
    CHECK(words_of(content.pages[1]) == "States met.");
    SECTION("from the top left, in points") {
        // Courier of 20 points: letters 12 wide, from 12.6 above to 3.1 below the base line at 800 - 700.
        check_box(first.words[0].box, {100, 87.4F, 160, 103.1F});
        check_box(first.words[1].box, {172, 87.4F, 268, 103.1F});
        check_box(first.words[2].box, {100, 193.7F, 130, 201.6F});
        check_box(content.pages[1].words[1].box, {92, 393.7F, 116, 401.6F});
    }
    SECTION("with the print") {
        CHECK(first.words[0].size == Approx(20));
        CHECK(first.words[2].size == Approx(10));
        REQUIRE(first.fonts.size() == 2);
        CHECK(first.fonts[first.words[0].font].name == "Courier");
        CHECK_FALSE(first.fonts[first.words[0].font].bold);
        CHECK(first.fonts[first.words[2].font].bold);
        CHECK(first.words[0].rotation == 0);
    }
    SECTION("with its lines and blocks") {
        CHECK(first.words[0].starts_line);
        CHECK(first.words[0].space_after);
        CHECK_FALSE(first.words[1].starts_line);
        CHECK(first.words[2].starts_line);
        CHECK(first.words[2].starts_block);
    }
}

TEST_CASE("A page is measured as it is shown") {
    SECTION("turned as the page says") {
        const FileContent content = content_of(bytes_of("rotated.pdf"));
        REQUIRE(content.pages.size() == 1);
        CHECK(content.pages[0].width == 800);
        CHECK(content.pages[0].height == 600);
        REQUIRE(words_of(content.pages[0]) == "Turned");
        CHECK(content.pages[0].words[0].rotation == 1);
        check_box(content.pages[0].words[0].box, {698.4F, 100, 706.3F, 136});
    }
    SECTION("cut as the page says") {
        const FileContent content = content_of(bytes_of("cropped.pdf"));
        REQUIRE(content.pages.size() == 1);
        CHECK(content.pages[0].width == 500);
        CHECK(content.pages[0].height == 650);
        REQUIRE(words_of(content.pages[0]) == "Cut");
        check_box(content.pages[0].words[0].box, {50, 43.7F, 68, 51.6F});
    }
}

TEST_CASE("A page without words is told to be blank or a picture") {
    const FileContent content = content_of(bytes_of("pictures.pdf"), with_ocr(OcrMode::never));
    REQUIRE(content.pages.size() == 3);
    CHECK(content.pages[0].status == PageStatus::picture);
    CHECK(content.pages[1].status == PageStatus::blank);
    CHECK(content.pages[2].status == PageStatus::picture);
    SECTION("and a document of nothing else is refused") {
        const Error pictures = refusal_of("pictures.pdf", OcrMode::never);
        CHECK(pictures.kind() == ErrorKind::no_text);
        CHECK(pictures.sentence() ==
              "no text could be read: 2 of 3 pages are pictures; OCR was off; run again with --ocr auto");
        const Error wordless = refusal_of("pictures.pdf", OcrMode::automatic);
        CHECK(wordless.kind() == ErrorKind::no_text);
        CHECK(wordless.sentence() ==
              "holds no text: all of its 3 pages are blank, or a picture in which OCR found no words");
        const Error blank = refusal_of("blank.pdf", OcrMode::automatic);
        CHECK(blank.kind() == ErrorKind::no_text);
        CHECK(blank.sentence() == "holds no text: all of its 2 pages are blank");
    }
}

TEST_CASE("An encrypted PDF is read when it opens without a password") {
    const FileContent content = content_of(bytes_of("empty_password.pdf"));
    REQUIRE(content.pages.size() == 1);
    CHECK(words_of(content.pages[0]) == "Secret");
    SECTION("and refused when it needs one") {
        const Error error = mistake_in(bytes_of("needs_password.pdf"));
        CHECK(error.kind() == ErrorKind::encrypted);
        CHECK(error.sentence() == "needs a password; save a copy without one and run again");
    }
}

TEST_CASE("A damaged PDF is refused") {
    const std::string damaged =
        "is damaged or not a whole PDF; fetch it again, or repair it (for example with qpdf or mutool clean)";
    const Error truncated = mistake_in(bytes_of("truncated.pdf"));
    CHECK(truncated.kind() == ErrorKind::malformed);
    CHECK(truncated.sentence() == damaged);
    CHECK(mistake_in("%PDF-1.4\n").sentence() == damaged);
    CHECK(mistake_in(bytes_of("no_pages.pdf")).kind() == ErrorKind::malformed);
    CHECK(
        mistake_in(bytes_of("no_pages.pdf")).sentence() ==
        "no page can be found in it: it is empty, damaged or cut short; fetch it again, or repair it (for example "
        "with qpdf or mutool clean)");
}

// Newlines converted on the way (FTP's text mode) spoil every compressed stream: a strategy came out as 21 blank
// pages.
TEST_CASE("A page whose content is damaged does not pass for blank") {
    const std::string remark =
        "its content is damaged; fetch the file again, or repair it (for example with qpdf or mutool clean)";
    const auto damage_next = [](std::string& bytes, std::size_t from) {
        const std::size_t at = bytes.find(" Tf", from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, 3, " ZZ");
    };
    std::string bytes = bytes_of("two_pages.pdf");
    damage_next(bytes, bytes.rfind(" Tf") - 1);
    const FileContent content = content_of(bytes);
    REQUIRE(content.pages.size() == 2);
    CHECK(content.pages[0].status == PageStatus::text);
    CHECK(content.pages[0].remark.empty());
    CHECK(content.pages[1].status == PageStatus::picture);
    CHECK(content.pages[1].remark == remark);
    SECTION("and counts as unread") {
        const ReadDocument document = read_document(bytes, "half.pdf", {}, {});
        CHECK(document.quality.pages_unread == 1);
        CHECK(document.quality.pages_blank == 0);
    }
    SECTION("and a document of nothing else is refused as damaged") {
        for (int i = 0; i < 2; ++i) damage_next(bytes, 0);
        try {
            read_document(bytes, "all.pdf", {}, {});
            FAIL("no mistake");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::malformed);
            CHECK(error.sentence() ==
                  "no text could be read: 2 of 2 pages are damaged; fetch it again, or repair it (for example with "
                  "qpdf or mutool clean)");
        }
    }
}

TEST_CASE("A file is known by its bytes, not by its name") {
    CHECK(mistake_in("").sentence() == "the file is empty");
    CHECK(mistake_in(std::string("\0\1\2", 3)).sentence() ==
          "is neither a PDF nor plain text; convert it to PDF or UTF-8 text first");
    SECTION("junk may stand before a PDF's header") {
        CHECK(content_of("junk\n" + bytes_of("two_pages.pdf")).pages.size() == 2);
    }
    SECTION("a PDF is one without its header too, or behind much junk") {
        const std::string whole = bytes_of("two_pages.pdf");
        CHECK(content_of("%1.4" + whole.substr(8)).pages.size() == 2);
        const std::string behind_junk = std::string(4096, ' ') + whole;
        CHECK(content_of(behind_junk).pages.size() == 2);
        CHECK_NOTHROW(require_what_the_ending_says(behind_junk, "strategy.pdf"));
        CHECK_THROWS_AS(require_what_the_ending_says("see startxref", "notes.pdf"), Error);
        CHECK_NOTHROW(require_what_the_ending_says("see startxref", "notes.txt"));
    }
    CHECK(readable_endings() == std::vector<std::string>{"pdf", "txt"});
}
