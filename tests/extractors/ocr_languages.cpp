// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/formats/ocr_languages.hpp"

using namespace demarche;

TEST_CASE("Each language has its OCR pack, and each pack its package") {
    CHECK(ocr_pack_of("fr") == "fra");
    CHECK(ocr_pack_of("de-AT") == "deu");
    CHECK(ocr_pack_of("zh") == "chi_sim");
    CHECK(ocr_pack_of("zh-Hant") == "chi_tra");
    CHECK(ocr_pack_of("sr") == "srp");
    CHECK(ocr_pack_of("sr-Latn") == "srp_latn");
    CHECK(ocr_pack_of("xx").empty());
    CHECK(ocr_pack_of("").empty());
    CHECK(ocr_package_of("chi_tra") == "tesseract-ocr-chi-tra");
    CHECK(is_in_latin_letters("vie"));
    CHECK_FALSE(is_in_latin_letters("tha"));
}

TEST_CASE("A script names the packs to try, most likely first") {
    CHECK(ocr_packs_of_script("Cyrillic").front() == "rus");
    CHECK(ocr_packs_of_script("Han").size() == 3);
    CHECK(ocr_packs_of_script("Runic").empty());
}
