// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "corpora/readers/text_encoding.hpp"

using namespace demarche;

namespace {

std::string utf8(std::string_view bytes) {
    return decoded_text(bytes, TextEncoding::utf8, "my.dic");
}
std::string windows(std::string_view bytes) {
    return decoded_text(bytes, TextEncoding::windows_1252, "my.dic");
}

}  // namespace

TEST_CASE("A text file is decoded to UTF-8 with line feeds") {
    SECTION("from Windows, Unix and old Macintosh") {
        CHECK(utf8("a\r\nb\r\n") == "a\nb\n");
        CHECK(utf8("a\nb") == "a\nb");
        CHECK(utf8("a\rb\r") == "a\nb\n");
    }
    SECTION("without its byte order mark") {
        CHECK(utf8("\xEF\xBB\xBF%") == "%");
    }
    SECTION("and windows-1252, with Latin-1 in it, letter by letter") {
        CHECK(windows("s\xE9"
                      "curit\xE9 \x93"
                      "cyber\x94 \x80") == "sécurité “cyber” €");
    }
    SECTION("and nothing is nothing") {
        CHECK(utf8("").empty());
    }
}

TEST_CASE("What cannot be decoded is told with its line and what to do") {
    CHECK_THROWS_WITH(utf8("%\ns\xE9"
                           "c"),
                      "my.dic: line 2: holds a character that is not UTF-8: save the file as UTF-8, or say "
                      "--encoding windows-1252 if an older Windows program wrote it (Latin-1 is a part of that)");
    CHECK_THROWS_WITH(windows("a\nb\n\x81"),
                      "my.dic: line 3: holds a byte that is no character of windows-1252: save the file as UTF-8");
    CHECK_THROWS_WITH(windows("\xEF\xBB\xBF%"),
                      "my.dic: is in UTF-8, as its byte order mark says: leave --encoding out");
    CHECK_THROWS_WITH(utf8("a\nb\x04"),
                      "my.dic: line 2: holds a control character, which no text has: is it a text file?");
    CHECK_THROWS_WITH(utf8(std::string_view("\xFF\xFE%\0", 4)), "my.dic: is in UTF-16: save it as UTF-8");
}

TEST_CASE("A text is taken apart into lines") {
    CHECK(lines_of("a\n\nb") == std::vector<std::string_view>{"a", "", "b"});
    CHECK(lines_of("a\n") == std::vector<std::string_view>{"a"});
    CHECK(lines_of("").empty());
}
