// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>

#include "corpora/readers/text_file.hpp"
#include "extractors/formats/ocr_languages.hpp"
#include "extractors/formats/recogniser.hpp"
#include "tests/extractors/file_content.hpp"
#include "tests/extractors/rendered_page.hpp"

using namespace demarche;

namespace {

const RenderedPage& printed() {
    static const RenderedPage page = rendered_page("usa_2018_en_brief", 1, 200);
    return page;
}

// The page, as a scan shows it: `words` for its text layer, parted by spaces.
Page scan_with(const std::string& words) {
    Page page;
    page.number = 1;
    page.width = printed().page.width;
    page.height = printed().page.height;
    page.status = words.empty() ? PageStatus::picture : PageStatus::text;
    page.fonts.push_back({"Calibri", false, false});
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        Word word;
        word.begin = static_cast<std::uint32_t>(page.text.size());
        word.length = static_cast<std::uint32_t>(end - at);
        page.text += words.substr(at, end - at);
        page.words.push_back(word);
        at = end + 1;
    }
    return page;
}

PageViews views(bool has_hidden_text, Picture picture = printed().picture) {
    return {.has_hidden_text = has_hidden_text,
            .cover =
                [] {
                    return PageViews::Cover{1, 200};
                },
            .render = [picture = std::move(picture)](double) { return picture; }};
}

Page completed(Page page, const PageViews& seen, OcrMode mode = OcrMode::automatic,
               const std::string& language = {}) {
    Recogniser recogniser(with_ocr(mode, language));
    recogniser.complete(page, seen);
    return page;
}

std::string repeated(const std::string& words, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += words + " ";
    return all.substr(0, all.size() - 1);
}

const std::string wrong = repeated("\uE012\uE034\uE056 \uE078\uE09A\uE0BC\uE0DE", 10);

}  // namespace

TEST_CASE("A picture of text is read by OCR") {
    const Page page = completed(scan_with(""), views(false));
    CHECK(page.status == PageStatus::ocr);
    CHECK(page.words.size() > 100);
    CHECK_FALSE(page.has_wrong_text_layer);
    CHECK(page.remark.empty());
    CHECK(page.words.front().confidence < 100);
    SECTION("but not when OCR is off") {
        const Page unread = completed(scan_with(""), views(false), OcrMode::never);
        CHECK(unread.status == PageStatus::picture);
        CHECK(unread.remark == "OCR was off; run again with --ocr auto");
    }
    SECTION("also when it lies on its side, its words where they are printed") {
        Page sideways = scan_with("");
        std::swap(sideways.width, sideways.height);
        const Page turned_page = completed(std::move(sideways), views(false, turned(printed().picture, 1)));
        CHECK(turned_page.status == PageStatus::ocr);
        CHECK(turned_page.words.size() > 100);
        CHECK(turned_page.words.front().rotation == 1);
        for (const Word& word : turned_page.words) {
            CHECK(word.box.x1 <= turned_page.width + 1);
            CHECK(word.box.y1 <= turned_page.height + 1);
        }
        // The first line of the page now stands at its right edge.
        CHECK(turned_page.words.front().box.x0 > turned_page.width / 2);
    }
    SECTION("a picture without words is blank") {
        const Picture empty{400, 600, 72, std::vector<std::uint8_t>(std::size_t{400} * 600, 250)};
        CHECK(completed(scan_with(""), views(false, empty)).status == PageStatus::blank);
    }
}

TEST_CASE("A wrong text layer is not taken for text") {
    const Page page = completed(scan_with(wrong), views(false));
    CHECK(page.status == PageStatus::ocr);
    CHECK(page.has_wrong_text_layer);
    CHECK(page.words.size() > 100);
    SECTION("nor when OCR is off") {
        const Page unread = completed(scan_with(wrong), views(false), OcrMode::never);
        CHECK(unread.status == PageStatus::wrong_text);
        CHECK(unread.has_wrong_text_layer);
        CHECK(unread.words.empty());
        CHECK(unread.remark == "OCR was off; run again with --ocr auto");
    }
}

TEST_CASE("A language pack that is missing is named, and the page is unread") {
    const std::vector<std::string> installed = ocr_packs();
    constexpr std::array languages = {"to", "dz", "fo", "iu", "bo", "dv"};
    const auto missing = std::find_if(languages.begin(), languages.end(), [&](const char* language) {
        const std::string pack(ocr_pack_of(language));
        return !pack.empty() && !std::binary_search(installed.begin(), installed.end(), pack);
    });
    if (missing == languages.end()) return;  // a machine with every pack
    const std::string package = ocr_package_of(ocr_pack_of(*missing));
    const Page page = completed(scan_with(""), views(false), OcrMode::automatic, *missing);
    CHECK(page.status == PageStatus::picture);
    CHECK(page.words.empty());
    CHECK(page.remark == "needs the OCR language pack " + package + "; install it (apt-get install " + package +
                             ") and run again");
}

TEST_CASE("An OCR program's hidden layer is used when it is good, and replaced when it is poor") {
    const std::string good = repeated("The Government shall protect the critical infrastructure of the State", 3);
    CHECK(completed(scan_with(good), views(true)).status == PageStatus::text);
    const std::string poor = repeated(
        "Tlie Governrnent sh4ll pr0tect the critical infrastructure of the State and work with its partners", 3);
    CHECK(completed(scan_with(poor), views(true)).status == PageStatus::ocr);
    SECTION("text that is printed is never replaced for odd words") {
        CHECK(completed(scan_with(poor), views(false)).status == PageStatus::text);
    }
}

TEST_CASE("A stamp on a scan does not pass for its text") {
    CHECK(completed(scan_with("Scanned by Example 7"), views(false)).status == PageStatus::ocr);
    SECTION("but a title on a photograph is one") {
        const Picture photograph{400, 600, 72, std::vector<std::uint8_t>(std::size_t{400} * 600, 250)};
        CHECK(completed(scan_with("Cyber Strategy 2030"), views(false, photograph)).status == PageStatus::text);
    }
}

TEST_CASE("Each page is read by OCR on demand") {
    const Page page = completed(scan_with("The words of its own text layer"), views(false), OcrMode::always);
    CHECK(page.status == PageStatus::ocr);
    CHECK(page.words.size() > 100);
}

TEST_CASE("A scan of a strategy is read, in its language") {
    const FileContent content = content_of(read_bytes(DEMARCHE_SOURCE_DIR "/corpora/sample/gha_2015_en_brief.pdf"));
    REQUIRE(content.pages.size() == 2);
    for (const Page& page : content.pages) CHECK(page.status == PageStatus::ocr);
    CHECK(content.pages[0].text.find("Ghana") != std::string::npos);
}
