// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// How designers set letters apart from their words: raised note numbers, drop and
// small capitals, letter-spaced titles. Told by size and place, not by what they say.

// Smaller than the word beside it and standing higher.
bool is_raised(const Word& beside, const Word& word) noexcept;

// A raised note number after a word or a full stop: "networks.12", "CERTs6".
bool is_note_mark(const Page& page, const Word& before, const Word& word);

// A capital over several lines, and the rest of its word.
bool is_drop_capital(const Page& page, const Word& word, const Word& next);

// "A", "O", "Y": letters that are words.
bool stands_alone(std::string_view letter) noexcept;

// A full capital and the rest of its word in smaller ones: "S" "TRATEGY".
bool is_small_capital(const Page& page, const Word& word, const Word& next);

// Two parts of a word in small capitals of a line, which spaced letters make a reader of files part: "ALI" "CIOUS".
bool are_small_capitals(const Page& page, const PrintedLine& line, const Word& word, const Word& next);

// The font size of words [first, last), in points: that of the longest, for note marks and drop capitals are short;
// of small capitals, that of the full ones.
float print_size(const Page& page, std::uint32_t first, std::uint32_t last);

// A comma, full stop, hyphen ... right behind a word, which files set apart where the print changes.
bool is_sign_of(const Page& page, const Word& word, const Word& next);

// Whether the line has a run of four single letters or more: "P a g e".
bool has_spaced_letters(const Page& page, const PrintedLine& line);

// Whether word `i` of such a line and the next are letters of one word: single ones,
// with a blank between them that is not wider than the other blanks of their run. Of a
// longer run with blanks all alike nothing can be said, and they stay apart.
bool are_spaced_letters(const Page& page, const PrintedLine& line, std::uint32_t i);

}  // namespace demarche
