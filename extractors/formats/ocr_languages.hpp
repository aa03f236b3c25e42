// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// What Tesseract calls languages and scripts, and what Debian calls the packages that hold them.

// The language pack for a language: "fra" for "fr", "chi_tra" for "zh-Hant"; empty if there is none.
std::string_view ocr_pack_of(std::string_view language);

// The packs to try on a page of which only the script is known, most likely first. A script is named as
// Tesseract's detector names it: "Latin", "Cyrillic", "Han". Empty for a script without packs.
std::vector<std::string_view> ocr_packs_of_script(std::string_view script);

// Whether the language of a pack is written in Latin letters.
bool is_in_latin_letters(std::string_view pack);

// "tesseract-ocr-chi-tra".
std::string ocr_package_of(std::string_view pack);

}  // namespace demarche
