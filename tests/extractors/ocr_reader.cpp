// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "corpora/model/error.hpp"
#include "extractors/formats/ocr.hpp"
#include "tests/extractors/rendered_page.hpp"

using namespace demarche;

namespace {

// How often each word stands there.
std::map<std::string, int> counted(const std::string& text, const std::vector<Word>& words) {
    std::map<std::string, int> counts;
    for (const Word& word : words) ++counts[text.substr(word.begin, word.length)];
    return counts;
}

// The share of the page's words that were read.
double share_read(const Page& page, const Recognition& found) {
    const auto printed = counted(page.text, page.words);
    auto read = counted(found.text, found.words);
    int both = 0;
    for (const auto& [word, times] : printed) both += std::min(times, read[word]);
    return static_cast<double>(both) / static_cast<double>(page.words.size());
}

// The word that stands once on the page and in what was read.
const Word* lone(const std::string& text, const std::vector<Word>& words, const std::string& wanted) {
    const Word* found = nullptr;
    for (const Word& word : words)
        if (text.substr(word.begin, word.length) == wanted) {
            if (found) return nullptr;
            found = &word;
        }
    return found;
}

}  // namespace

TEST_CASE("OCR reads the words of a page, and where they stand") {
    const RenderedPage rendered = rendered_page("usa_2018_en_brief", 1, 200);
    OcrReader reader;
    const Recognition found = reader.read(rendered.picture, "eng");
    CHECK(share_read(rendered.page, found) > 0.9);  // quotation marks and dashes are read as simpler ones
    CHECK(found.confidence > 0.85);
    int compared = 0;
    for (const auto& [word, times] : counted(rendered.page.text, rendered.page.words)) {
        const Word* printed = lone(rendered.page.text, rendered.page.words, word);
        const Word* read = lone(found.text, found.words, word);
        if (!printed || !read || word.size() < 5) continue;
        ++compared;
        INFO(word);
        CHECK(read->box.x0 == Approx(printed->box.x0).margin(2));
        CHECK(read->box.x1 == Approx(printed->box.x1).margin(2));
        CHECK((read->box.y0 + read->box.y1) / 2 == Approx((printed->box.y0 + printed->box.y1) / 2).margin(3));
    }
    CHECK(compared > 40);
    SECTION("in lines and blocks") {
        CHECK(found.words.front().starts_block);
        const auto lines = std::count_if(found.words.begin(), found.words.end(),
                                         [](const Word& word) { return word.starts_line; });
        CHECK(lines > 15);
    }
    SECTION("the same each time") {
        const Recognition again = reader.read(rendered.picture, "eng");
        CHECK(again.text == found.text);
        CHECK(OcrReader().read(rendered.picture, "eng").text == found.text);
    }
}

TEST_CASE("OCR tells how a picture stands, and in which script") {
    const RenderedPage rendered = rendered_page("usa_2018_en_brief", 1, 150);
    OcrReader reader;
    for (const int turns : {0, 1, 2, 3}) {
        const auto orientation = reader.orientation(turned(rendered.picture, turns));
        REQUIRE(orientation);
        CHECK(orientation->is_sure);
        CHECK((orientation->quarter_turns + turns) % 4 == 0);
        CHECK(orientation->script == "Latin");
    }
}

TEST_CASE("OCR finds no words in what is not print") {
    Picture noise{600, 800, 100, std::vector<std::uint8_t>(std::size_t{600} * 800)};
    std::mt19937 random(1);
    for (std::uint8_t& dot : noise.grey) dot = static_cast<std::uint8_t>(random() % 256);
    CHECK(OcrReader().read(noise, "eng").letters < 3);
    CHECK_FALSE(has_ink(Picture{100, 100, 100, std::vector<std::uint8_t>(10000, 230)}));
}

TEST_CASE("A language pack that is not there is an error with its name") {
    try {
        OcrReader().read(Picture{10, 10, 100, std::vector<std::uint8_t>(100, 255)}, "nonesuch");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::unreadable);
        CHECK(error.sentence() ==
              "the OCR language pack \"nonesuch\" cannot be loaded; install it anew and run again");
    }
}

TEST_CASE("A line lies on its side when it and its words are higher than wide") {
    const std::vector<ReadWord> upright = {{{50, 100, 90, 112}, 8}, {{95, 100, 120, 112}, 4}};
    const std::vector<ReadWord> sideways = {{{50, 100, 62, 140}, 8}, {{50, 145, 62, 170}, 4}};
    CHECK_FALSE(lies_on_its_side(upright));
    CHECK(lies_on_its_side(sideways));
    CHECK(lies_on_its_side({sideways.front()}));
    CHECK_FALSE(lies_on_its_side({}));
    SECTION("not for a line of Thai syllables, narrow and high") {
        std::vector<ReadWord> syllables;
        for (int i = 0; i < 20; ++i) {
            const float left = 50.0F + 12 * static_cast<float>(i);
            syllables.push_back({{left, 100, left + 10, 116}, 3});
        }
        CHECK_FALSE(lies_on_its_side(syllables));
    }
}

TEST_CASE("A turned picture and its boxes are turned back") {
    const Picture picture{3, 2, 72, {1, 2, 3, 4, 5, 6}};
    CHECK(turned(picture, 1).grey == std::vector<std::uint8_t>{4, 1, 5, 2, 6, 3});
    CHECK(turned(turned(picture, 1), 3).grey == picture.grey);
    CHECK(turned(turned(picture, 2), 2).grey == picture.grey);
    // The dot "1" of the corner is at the top right after a quarter turn.
    CHECK(turned_back({1, 0, 2, 1}, 1, 3, 2) == Box{0, 0, 1, 1});
    CHECK(turned_back({2, 1, 3, 2}, 2, 3, 2) == Box{0, 0, 1, 1});
    CHECK(turned_back({0, 2, 1, 3}, 3, 3, 2) == Box{0, 0, 1, 1});
}
