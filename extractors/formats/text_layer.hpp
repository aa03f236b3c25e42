// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpora/model/page.hpp"

namespace demarche {

// What a page's own text layer is worth. A layer may be there and say something else than what is printed: fonts
// from before Unicode put Hindi, Thai or Bengali shapes at the places of Latin letters; a font without a table
// of its letters gives places in the font for letters; a table may be wrong.
struct TextLayer {
    bool is_wrong = false;
    // Of the letters, those in words that no writing has: 0 to 1. Says how poor the work of an OCR program is
    // whose layer came with the file.
    double odd_share = 0;
    // The OCR pack of the script that is printed, as far as wrong letters or font names show it; or empty.
    std::string pack;
};

// Judges by general evidence, in one walk over the letters:
//
// - letters that the file does not name: U+FFFD, private use, control characters
// - signs that stand on nothing: a vowel sign of Devanagari or Thai after no letter of its script
// - Latin letters, digits or signs among the letters of such scripts
// - Latin letters in fonts known by name to hold another script (Kruti Dev, Chanakya, Preeti ...)
// - Latin words as no language has them (no or few vowels, signs within, capitals within), where the language
// detector
//   then finds no language either
//
// cost  some 10 microseconds for a page; ten times that where the language detector is asked
TextLayer judge_text_layer(const Page& page);

// The pack for the script of a font from before Unicode; empty for all other fonts.
std::string_view pack_of_legacy_font(std::string_view font_name);

}  // namespace demarche
