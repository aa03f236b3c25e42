// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/text/display.hpp"
#include "extractors/text/search_words.hpp"

namespace demarche {

namespace {

// "form|form"
std::string forms(const std::string& text, LetterRule rule = LetterRule::folded) {
    std::vector<TextWord> words;
    search_words(text, rule, words);
    std::string joined;
    for (const TextWord& word : words) joined += (joined.empty() ? "" : "|") + word.form;
    return joined;
}

}  // namespace

TEST_CASE("Searches compare words without regard to case and accents") {
    CHECK(forms("Sécurité, SÉCURITÉ") == "securite|securite");
    CHECK(forms("Straße") == "strasse");
    CHECK(forms("ﬁrst") == "first");
    CHECK(forms("ΑΣΦΆΛΕΙΑ ασφάλεια") == "ασφαλεια|ασφαλεια");
    SECTION("but Cyrillic's short i is a letter of its own, yo is not") {
        CHECK(forms("Мой щит, её") == forms("мой ЩИТ ее"));
        CHECK(forms("мой") != forms("мои"));
    }
    SECTION("vowel points of Arabic and Hebrew are optional, vowel signs of Hindi are letters") {
        CHECK(forms("الأَمن") == forms("الامن"));
        CHECK(forms("שָׁלוֹם") == forms("שלום"));
        CHECK(forms("सुरक्षा") != forms("सुरक्ष"));
        CHECK(forms("सुरक्षा प्रथा") == "सुरक्षा|प्रथा");
    }
    SECTION("exactly, when asked to") {
        CHECK(forms("FIRST Sécurité", LetterRule::exact) == "FIRST|Sécurité");
        CHECK(forms("Se\xCC\x81"
                    "curite\xCC\x81",
                    LetterRule::exact) == "Sécurité");
    }
}

TEST_CASE("Signs separate words, and so do footnotes' numbers") {
    CHECK(forms("cyber-security, state's U.N.") == "cyber|security|state|s|u|n");
    CHECK(forms("attacks85 by 5G, G20 and cyber²") == "attacks|85|by|5g|g20|and|cyber");
    CHECK(forms("\xC2\xAD \xE2\x80\x8D ́ ـ").find("||") == std::string::npos);
}

TEST_CASE("In scripts without spaces each letter is a word") {
    std::vector<TextWord> words;
    search_words("IT安 全。ไทย", LetterRule::folded, words);
    REQUIRE(words.size() == 6);
    CHECK_FALSE(words[0].is_unspaced);
    CHECK(words[1].is_unspaced);
    CHECK(words[2].follows_on);
    CHECK_FALSE(words[3].follows_on);
    SECTION("half-width kana are kana, and a voiced sign is no letter") {
        CHECK(forms("ｻｲﾊﾞｰ") == forms("サイバー"));
        search_words("バ", LetterRule::folded, words);
        REQUIRE(words.size() == 2);
        CHECK(words[1].is_mark);
        CHECK((words[0].span == words[1].span));
    }
    SECTION("radicals that fonts give for characters are those") {
        CHECK(forms("国⺠") == forms("国民"));
    }
    SECTION("Thai's am is the same in one sign and in two") {
        CHECK(forms("น้ำ") == forms("น้ํา"));
    }
}

TEST_CASE("The width of a text is the columns that it takes") {
    CHECK(display_width("état") == 4);
    CHECK(display_width("e\xCC\x81tat") == 4);
    CHECK(display_width("安全 AB") == 7);
    CHECK(display_width("ที่") == 1);
    CHECK(display_width("\xE2\x81\xA7ابج\xE2\x81\xA9") == 3);
    CHECK(display_width("ｻﾊﾞ") == 3);
}

TEST_CASE("A text's direction is that of its first letter") {
    CHECK(reads_right_to_left("(1) الأمن cyber"));
    CHECK(reads_right_to_left("אבטחה"));
    CHECK_FALSE(reads_right_to_left("cyber الأمن"));
    CHECK_FALSE(reads_right_to_left("123"));
}

TEST_CASE("Characters are what readers take for one") {
    CharacterBreaks breaks;
    CHECK(breaks.ends("ab") == std::vector<std::uint32_t>{1, 2});
    CHECK(breaks.ends("e\xCC\x81x") == std::vector<std::uint32_t>{3, 4});
    CHECK(breaks.ends("क्षि").size() <= 2);
    CHECK(breaks.ends("").empty());
}

TEST_CASE("Words are ordered without regard to case and accents") {
    const WordOrder order;
    CHECK(order.key("état") == order.key("Etat"));
    CHECK(order.key("état") < order.key("law"));
    CHECK(order.key("law") < order.key("закон"));
}

}  // namespace demarche
