// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/second_reading.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpora/readers/text_file.hpp"
#include "tests/extractors/file_content.hpp"

using namespace demarche;

namespace {

// The letters tell what each page is: text, a picture that awaits OCR, one whose text layer is wrong.
FilePages pages_like(const std::string& kinds) {
    FilePages read;
    for (const char kind : kinds) {
        Page page;
        page.number = static_cast<std::uint32_t>(read.pages.size()) + 1;
        page.of = static_cast<std::uint32_t>(kinds.size());
        page.awaits_ocr = kind != 't';
        page.has_wrong_text_layer = kind == 'w';
        page.status = kind == 'p' ? PageStatus::picture : PageStatus::text;
        if (kind != 'p') {
            page.text = "words";
            page.words.push_back({.begin = 0, .length = 5, .box = {}});
        }
        read.pages.push_back(std::move(page));
    }
    return read;
}

Page read_by_ocr(std::uint32_t number) {
    Page page;
    page.number = number;
    page.status = PageStatus::ocr;
    page.text = "read";
    page.words.push_back({.begin = 0, .length = 4, .box = {}});
    return page;
}

using Groups = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("Pages that were put off come in groups of a few") {
    CHECK(pages_put_off(pages_like("ttt")).empty());
    CHECK(pages_put_off(pages_like("tpw")) == Groups{{2, 3}});
    CHECK(pages_put_off(pages_like("pppptppp")) == Groups{{1, 2, 3, 4}, {6, 7, 8}});
}

TEST_CASE("What OCR reads takes the place of what was put off") {
    FilePages whole = pages_like("tpw");
    put_in(whole, {read_by_ocr(2)});
    CHECK(whole.pages[1].status == PageStatus::ocr);
    CHECK(whole.pages[1].of == 3);
    CHECK_FALSE(whole.pages[1].awaits_ocr);
    SECTION("and a page that did not come is unread, with the reason") {
        give_up(whole, {2, 3}, {ErrorKind::too_large, "", "took too long"});
        CHECK(whole.pages[1].status == PageStatus::ocr);
        CHECK(whole.pages[2].status == PageStatus::wrong_text);
        CHECK(whole.pages[2].words.empty());
        CHECK(whole.pages[2].remark == "OCR: took too long");
        REQUIRE(whole.ocr_failure);
        CHECK(whole.ocr_failure->kind == ErrorKind::too_large);
        CHECK(whole.ocr_failure->where == "OCR of page 3");
        CHECK(pages_put_off(whole).empty());
    }
    SECTION("a page that the file does not have is not taken") {
        put_in(whole, {read_by_ocr(9)});
        CHECK(whole.pages.size() == 3);
    }
}

TEST_CASE("The second reading knows the file's language from its sound pages") {
    FilePages first = pages_like("tpw");
    const ReadingOptions second = second_reading(with_ocr(OcrMode::automatic), first, {2, 3}, "fra");
    CHECK(second.text_seen == "words ");
    CHECK(second.ocr_pack == "fra");
    CHECK(second.pages == std::vector<std::uint32_t>{2, 3});
    CHECK_FALSE(second.puts_ocr_off);
}

TEST_CASE("A scan read in two steps is read as in one") {
    const std::string scan = read_bytes(DEMARCHE_SOURCE_DIR "/corpora/sample/gha_2015_en_brief.pdf");
    const FileContent at_once = content_of(scan);
    const FileContent first = content_of(scan, first_reading({}));
    REQUIRE(first.pages.size() == at_once.pages.size());
    FilePages whole;
    whole.pages = first.pages;
    whole.file = first.description;
    for (const Page& page : whole.pages) CHECK(page.awaits_ocr);
    for (const auto& group : pages_put_off(whole)) {
        FileContent second = content_of(scan, second_reading({}, whole, group, ""));
        CHECK(second.description.ocr_pack == "eng");
        put_in(whole, std::move(second.pages));
    }
    for (std::size_t i = 0; i < whole.pages.size(); ++i) {
        CHECK(whole.pages[i].text == at_once.pages[i].text);
        CHECK(whole.pages[i].of == at_once.pages[i].of);
    }
}
