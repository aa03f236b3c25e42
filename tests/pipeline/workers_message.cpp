// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>

#include "pipeline/workers/message.hpp"

namespace demarche {

namespace {

Page page_of_two_words() {
    Page page;
    page.number = 7;
    page.of = 9;
    page.width = 595.276F;
    page.height = 841.89F;
    page.status = PageStatus::text;
    page.fonts = {{"Calibri-Bold", true, false}, {"", false, true}};
    page.text = "Éirepolicy";
    page.has_wrong_text_layer = true;
    page.awaits_ocr = true;
    page.remark = "as an example";
    page.words = {{.begin = 0, .length = 5, .box = {1, 2, 3, 4.5F}, .size = 11, .font = 1},
                  {.begin = 5,
                   .length = 6,
                   .box = {-1, 0, INFINITY, 2},
                   .size = 0.5F,
                   .font = 0,
                   .rotation = 3,
                   .space_after = true,
                   .starts_line = true,
                   .starts_block = true,
                   .confidence = 63}};
    return page;
}

// The one message that the bytes are, or nothing.
std::optional<Message> decoded(std::string_view bytes) {
    MessageReader reader;
    reader.add(bytes);
    return reader.next();
}

bool is_refused(std::string_view bytes) {
    try {
        decoded(bytes);
        return false;
    } catch (const BadMessage&) {
        return true;
    }
}

// The page's bytes with a change to it; its head is made anew, as a malicious worker would.
std::string changed(const std::function<void(Page&)>& change) {
    Page page = page_of_two_words();
    change(page);
    return encode(page);
}

}  // namespace

TEST_CASE("A message comes out as it went in") {
    SECTION("a page, with every field") {
        const Page page = page_of_two_words();
        const auto message = decoded(encode(page));
        REQUIRE(message);
        const Page& read = std::get<Page>(*message);
        CHECK(read.number == 7);
        CHECK(read.of == 9);
        CHECK(read.width == page.width);
        CHECK(read.height == page.height);
        CHECK(read.status == PageStatus::text);
        CHECK(read.text == page.text);
        CHECK(read.has_wrong_text_layer);
        CHECK(read.remark == "as an example");
        REQUIRE(read.fonts.size() == 2);
        CHECK(read.fonts[0].name == "Calibri-Bold");
        CHECK(read.fonts[0].bold);
        CHECK(read.fonts[1].italic);
        REQUIRE(read.words.size() == 2);
        CHECK(read.words[0].length == 5);
        CHECK(read.words[0].box == page.words[0].box);
        CHECK_FALSE(read.words[0].starts_block);
        CHECK(read.words[1].begin == 5);
        CHECK(read.words[1].box.x1 == INFINITY);
        CHECK(read.words[1].rotation == 3);
        CHECK(read.words[1].space_after);
        CHECK(read.words[1].starts_line);
        CHECK(read.words[1].starts_block);
        CHECK(read.words[1].confidence == 63);
        CHECK(encode(read) == encode(page));
    }
    SECTION("a request") {
        ReadingOptions options;
        options.language = "fr";
        options.ocr = OcrMode::never;
        options.puts_ocr_off = true;
        options.pages = {3, 70};
        options.text_seen = "Stratégie";
        options.ocr_pack = "fra";
        const auto message = decoded(encode(ReadRequest{.options = options, .size = 1U << 20U, .seconds = 30}));
        REQUIRE(message);
        const auto& request = std::get<ReadRequest>(*message);
        CHECK(request.options.language == "fr");
        CHECK(request.options.ocr == OcrMode::never);
        CHECK(request.options.puts_ocr_off);
        CHECK(request.options.pages == std::vector<std::uint32_t>{3, 70});
        CHECK(request.options.text_seen == "Stratégie");
        CHECK(request.options.ocr_pack == "fra");
        CHECK(request.size == 1U << 20U);
        CHECK(request.seconds == 30);
    }
    SECTION("the end of a file") {
        const auto message = decoded(encode(EndOfFile{{"A title", std::nullopt, "fra"}, true}));
        REQUIRE(message);
        const auto& end = std::get<EndOfFile>(*message);
        CHECK(end.file.title == "A title");
        CHECK(end.file.ocr_pack == "fra");
        CHECK_FALSE(end.file.year_created);
        CHECK(end.is_worn);
    }
    SECTION("a failure") {
        const auto message = decoded(encode(Failure{ErrorKind::encrypted, "page 3", "needs a password"}));
        REQUIRE(message);
        CHECK(std::get<Failure>(*message).kind == ErrorKind::encrypted);
        CHECK(std::get<Failure>(*message).where == "page 3");
        CHECK(std::get<Failure>(*message).what == "needs a password");
    }
    SECTION("a greeting") {
        const auto message = decoded(encode(Greeting{{"one", "two"}}));
        REQUIRE(message);
        CHECK(std::get<Greeting>(*message).missing_layers == std::vector<std::string>{"one", "two"});
    }
}

TEST_CASE("Messages are put together from any pieces that they come in") {
    const std::string bytes = encode(page_of_two_words()) + encode(EndOfFile{}) + encode(page_of_two_words());
    for (std::size_t step = 1; step <= bytes.size(); ++step) {
        MessageReader reader;
        std::string again;
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            reader.add(std::string_view(bytes).substr(at, step));
            while (const auto message = reader.next()) again += encode(*message);
        }
        CHECK(again == bytes);
    }
}

TEST_CASE("A message that was damaged is refused") {
    const std::string bytes = encode(page_of_two_words());
    SECTION("in any one byte") {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
            // A length that is too large waits for more, which the end of the channel then refuses.
            CHECK((is_refused(damaged) || (at < 4 && !decoded(damaged))));
        }
    }
    SECTION("cut anywhere: it is no message yet") {
        for (std::size_t length = 0; length < bytes.size(); ++length)
            CHECK_FALSE(decoded(std::string_view(bytes).substr(0, length)));
    }
    SECTION("of no length, or of more than there may be") {
        CHECK(is_refused(std::string(8, '\0')));
        CHECK(is_refused(std::string("\xFF\xFF\xFF\xFF\0\0\0\0", 8)));
    }
    SECTION("random bytes") {
        std::mt19937 random(3);
        for (int i = 0; i < 1000; ++i) {
            std::string noise(64, '\0');
            for (char& byte : noise) byte = static_cast<char>(random());
            CHECK((is_refused(noise) || !decoded(noise)));
        }
    }
}

TEST_CASE("A page that later passes could not rely on is refused, however well it is packed") {
    CHECK_FALSE(is_refused(changed([](Page&) {})));
    CHECK(is_refused(changed([](Page& page) { page.words[1].length = 7; })));
    CHECK(is_refused(changed([](Page& page) { page.words[1].begin = 0xFFFFFFFFU; })));
    CHECK(is_refused(changed([](Page& page) { page.words[1].length = 0; })));
    CHECK(is_refused(changed([](Page& page) { page.words[0].begin = 1; })));   // within the É
    CHECK(is_refused(changed([](Page& page) { page.words[0].length = 1; })));  // the same
    CHECK(is_refused(changed([](Page& page) { page.words[0].font = 2; })));
    CHECK(is_refused(changed([](Page& page) { page.words[0].rotation = 4; })));
    CHECK(is_refused(changed([](Page& page) { page.text[3] = '\xFF'; })));
    CHECK(is_refused(changed([](Page& page) { page.remark = "\xC3"; })));
    CHECK(is_refused(changed([](Page& page) { page.status = static_cast<PageStatus>(17); })));
    CHECK_FALSE(is_refused(changed([](Page& page) { page.fonts.clear(), page.words[0].font = 0; })));
    CHECK(is_refused(encode(Failure{static_cast<ErrorKind>(99), "", ""})));
    CHECK(is_refused(encode(Failure{ErrorKind::malformed, "", "\xFE"})));
}

}  // namespace demarche
