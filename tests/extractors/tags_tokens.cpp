// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "extractors/tags/tokens.hpp"
#include "extractors/text/unicode.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

Words tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, tokens);
    Words words;
    for (const Token& token : tokens) words.emplace_back(text.substr(token.begin, token.end - token.begin));
    return words;
}

}  // namespace

TEST_CASE("A token is a run of letters, digits and marks") {
    CHECK(tokens_of("The ITU's 193 members") == Words{"The", "ITU", "s", "193", "members"});
    CHECK(tokens_of("").empty());
    CHECK(tokens_of(" ... -- \xE2\x80\x94 \xE2\x80\x9C\xE2\x80\x9D ").empty());
    SECTION("hyphens and dashes part words") {
        CHECK(tokens_of("cyber-attack") == Words{"cyber", "attack"});
        CHECK(tokens_of("2021\xE2\x80\x93"
                        "2025") == Words{"2021", "2025"});
        CHECK(tokens_of("non\xE2\x80\x91state") == Words{"non", "state"});
    }
    SECTION("so do apostrophes, straight or curled") {
        CHECK(tokens_of("l'ANSSI, d\xE2\x80\x99\xC3\x89tat") == Words{"l", "ANSSI", "d", "\xC3\x89tat"});
    }
    SECTION("and the signs of references and addresses") {
        CHECK(tokens_of("A/RES/73/27") == Words{"A", "RES", "73", "27"});
        CHECK(tokens_of("FIRST.org") == Words{"FIRST", "org"});
        CHECK(tokens_of("cert@cert.ee") == Words{"cert", "cert", "ee"});
    }
    SECTION("a no-break space is a space") {
        CHECK(tokens_of("United\xC2\xA0Nations") == Words{"United", "Nations"});
    }
    SECTION("an accent belongs to its letter, composed or not") {
        CHECK(tokens_of("s\xC3\xA9"
                        "curit\xC3\xA9") == Words{"s\xC3\xA9"
                                                  "curit\xC3\xA9"});
        CHECK(tokens_of("se\xCC\x81"
                        "curite\xCC\x81") == Words{"se\xCC\x81"
                                                   "curite\xCC\x81"});
    }
}

TEST_CASE("An acronym is one token, with stops or without") {
    CHECK(tokens_of("the U.N. Charter") == Words{"the", "U.N", "Charter"});
    CHECK(tokens_of("U.N.") == Words{"U.N"});
    CHECK(tokens_of("the U.S.-led talks") == Words{"the", "U.S", "led", "talks"});
    CHECK(tokens_of("N.A.T.O members") == Words{"N.A.T.O", "members"});
    SECTION("in every script that has capitals") {
        CHECK(tokens_of("του Ο.Η.Ε. και") == Words{"του", "Ο.Η.Ε", "και"});
        CHECK(found_by("=ΟΗΕ", "στον Ο.Η.Ε.", "el") == Words{"Ο.Η.Ε"});
        CHECK(tokens_of("С.Ш.А. и О.Н") == Words{"С.Ш.А", "и", "О.Н"});
        CHECK(tokens_of("а.б") == Words{"а", "б"});
    }
    SECTION("stops between longer words are ends of sentences or of labels") {
        CHECK(tokens_of("in Annex B.The") == Words{"in", "Annex", "B", "The"});
        CHECK(tokens_of("e.g. EE.UU.") == Words{"e", "g", "EE", "UU"});
    }
    SECTION("its letters are compared") {
        CHECK(letters_of("U.N") == "UN");
        CHECK(letters_of("Charter") == "Charter");
        CHECK(found_by("=UN", "Members of the U.N. agreed.") == Words{"U.N"});
        CHECK(found_by("=U.N.", "Members of the UN agreed.") == Words{"UN"});
    }
}

TEST_CASE("A currency is no state: the dollar sign belongs to its letters") {
    CHECK(tokens_of("US$20 million") == Words{"US$", "20", "million"});
    CHECK(tokens_of("$20") == Words{"20"});
    CHECK(found_by("=US", "A budget of US$20 million with US support.") == Words{"US"});
}

TEST_CASE("Scripts without spaces are tokens letter by letter") {
    CHECK(tokens_of("网络安全") == Words{"网", "络", "安", "全"});
    CHECK(tokens_of("与ITU合作") == Words{"与", "ITU", "合", "作"});
    CHECK(tokens_of("サイバー大使") == Words{"サ", "イ", "バ", "ー", "大", "使"});
    CHECK(tokens_of("ไทย") == Words{"ไ", "ท", "ย"});
    SECTION("scripts with spaces are not, whatever their letters") {
        CHECK(tokens_of("الأمن السيبراني") == Words{"الأمن", "السيبراني"});
        CHECK(tokens_of("국제 연합") == Words{"국제", "연합"});
        CHECK(tokens_of("साइबर सुरक्षा") == Words{"साइबर", "सुरक्षा"});
        CHECK(tokens_of("ООН и ОБСЕ") == Words{"ООН", "и", "ОБСЕ"});
    }
}

TEST_CASE("Tokens are in order, apart, not empty and on code points, whatever the text") {
    const std::vector<std::string> pieces = {"cyber",
                                             "U",
                                             ".",
                                             "N",
                                             "-",
                                             "'",
                                             "$",
                                             " ",
                                             "网",
                                             "ก",
                                             "é",
                                             "e\xCC\x81",
                                             "20",
                                             "\xC2\xA0",
                                             "Ж",
                                             "\n",
                                             "\xE2\x80\x99",
                                             "A",
                                             "أ",
                                             "\xF0\x9F\x94\x92"};
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
        std::vector<Token> tokens;
        tokenize(text, tokens);
        std::uint32_t reached = 0;
        for (const Token& token : tokens) {
            INFO(text);
            REQUIRE(token.begin >= reached);
            REQUIRE(token.end > token.begin);
            REQUIRE(token.end <= text.size());
            REQUIRE((static_cast<unsigned char>(text[token.begin]) & 0xC0) != 0x80);
            REQUIRE(!first_invalid_utf8(std::string_view(text).substr(token.begin, token.end - token.begin)));
            reached = token.end;
        }
    }
}

TEST_CASE("Bytes that are not UTF-8 do no harm to tokens") {
    std::mt19937 random(2);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) text += static_cast<char>(random() % 256);
        std::vector<Token> tokens;
        tokenize(text, tokens);
        std::uint32_t reached = 0;
        for (const Token& token : tokens) {
            REQUIRE(token.begin >= reached);
            REQUIRE(token.end > token.begin);
            REQUIRE(token.end <= text.size());
            reached = token.end;
        }
    }
}
