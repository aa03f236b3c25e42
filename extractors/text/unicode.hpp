// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"

namespace demarche {

// Questions about UTF-8 text that the rest of the room asks ICU through here.
// All take valid or invalid UTF-8; an invalid byte counts as U+FFFD.

std::uint32_t first_code_point(std::string_view text) noexcept;  // 0 for an empty text
std::uint32_t last_code_point(std::string_view text) noexcept;   // 0 for an empty text

// A space, tab, no-break space or blank of a given width, none of which is a line's end.
bool is_blank(std::uint32_t point) noexcept;
bool is_lower_case(std::uint32_t point) noexcept;
bool is_upper_case(std::uint32_t point) noexcept;  // title case too
bool is_letter(std::uint32_t point) noexcept;
bool is_digit(std::uint32_t point) noexcept;
// Han, kana, Thai, Lao, Khmer, Burmese: written without spaces between words.
bool is_unspaced_script(std::uint32_t point) noexcept;
bool is_word_character(std::uint32_t point) noexcept;      // letter, digit or a mark on one
bool is_private_or_unknown(std::uint32_t point) noexcept;  // private use, U+FFFD, unassigned

// Unicode NFC; returns the text itself when it is already so.
std::string composed(std::string_view text);

// Unicode NFKC: what a compatibility character stands for.
std::string compatible(std::string_view text);

// What two spellings of a word have in common: NFKC, case folded, without
// apostrophes. Accents stay, as stemmers need them.
std::string case_folded(std::string_view text);

// Without the accents of Latin, Greek and Cyrillic letters: "sécurité" -> "securite".
std::string without_accents(std::string_view text);

}  // namespace demarche
