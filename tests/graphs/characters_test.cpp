// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/characters.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace demarche::tests {

namespace {
const std::string lost = "\xEF\xBF\xBD";  // U+FFFD
}

TEST_CASE("Text that every format can carry stays as it is") {
    for (const std::string text : {"", "plain", "tab\tline\nreturn\r", "Äußerung — “so”", "שלום עולם", "网络安全",
                                   "😀 \xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", "\xEF\xBF\xBD", "\xC2\x85"}) {
        CHECK(is_exchangeable(text));
        CHECK(exchangeable(text) == text);
    }
}

TEST_CASE("Characters that XML 1.0 forbids are taken out") {
    CHECK(exchangeable("page\fbreak") == "pagebreak");
    CHECK(exchangeable(std::string("a\0b", 3)) == "ab");
    CHECK(exchangeable("\x01\x1B[0m") == "[0m");
    CHECK(exchangeable("x\xEF\xBF\xBEy\xEF\xBF\xBFz") == "xyz");  // U+FFFE, U+FFFF
}

TEST_CASE("What is no UTF-8 is shown to be lost") {
    CHECK(exchangeable("\xFF") == lost);
    CHECK(exchangeable("a\x80z") == "a" + lost + "z");
    CHECK(exchangeable("\xED\xA0\xBD!") == lost + lost + lost + "!");  // half a surrogate pair
    CHECK(exchangeable("\xC0\xAF") == lost + lost);                    // a slash in too many bytes
    CHECK(exchangeable("\xE2\x82") == lost);                           // a euro sign cut short
    CHECK(exchangeable("\xE2\x82 5") == lost + " 5");
    CHECK(exchangeable("\xF4\x90\x80\x80") == lost + lost + lost + lost);  // beyond U+10FFFF
    CHECK(exchangeable("\xF0\x9F\x98") == lost);
}

TEST_CASE("Whatever the bytes, the result can be exchanged, and stays so") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 12);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int left = length(random); left > 0; --left) text += static_cast<char>(byte(random));
        const std::string cleaned = exchangeable(text);
        REQUIRE(is_exchangeable(cleaned));
        REQUIRE(exchangeable(cleaned) == cleaned);
        REQUIRE(is_exchangeable(text) == (cleaned == text));
    }
}

}  // namespace demarche::tests
