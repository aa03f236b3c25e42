// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/marks.hpp"

#include <catch2/catch.hpp>

using namespace demarche;

TEST_CASE("The number of a section has three parts or more") {
    for (const char* number : {"7.5.2", "7.5.2.13.", "(4.4.1.1)", "2.4.1:"}) {
        INFO(number);
        CHECK(is_section_number(number));
    }
    for (const char* word : {"", "7.5", "4.2", "2012.10.17", "7..2", "7.5.a", "1", "...", "v1.2.3"}) {
        INFO(word);
        CHECK_FALSE(is_section_number(word));
    }
}

TEST_CASE("What counts items is a mark of a list") {
    for (const char* mark : {"(a)", "1.", "1.2.3", "12.10.", "iv)", "a)", "13(c)", "(12)", "\xE2\x80\xA2", "-"}) {
        INFO(mark);
        CHECK(is_list_mark(mark));
    }
    SECTION("but no word, and no year, though a line begins with it and a stop stands behind") {
        for (const char* word : {"", "The", "2012", "2012.", "2012)", "1.5%", "EU)", "etc."}) {
            INFO(word);
            CHECK_FALSE(is_list_mark(word));
        }
    }
}
