// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/marks.hpp"

#include <catch2/catch.hpp>

using namespace demarche;

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
