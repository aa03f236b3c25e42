// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpora/model/text_word.hpp"

namespace demarche {

// The words of a text, in order, as searches compare them. Queries and texts go through the same function.
//
// A word is a run of letters, marks and digits; all else separates, so "cyber-security" is two words and
// "l'Etat" is two. A number that stands directly after three or more letters is a word of its own: in running
// text it is a footnote's ("attacks85"), and who asks for "covid19" asks for both. Superscript figures separate.
// In scripts without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) each code point of the
// compatibility decomposition is a word, so that half-width and full-width kana are the same.
//
// Folded, a form is NFKC case folded without accents, Arabic and Hebrew vowel points, alef's hamza and the
// Arabic tatweel. Cyrillic's short i and u keep their breve: they are letters, not accented ones.
// Vowel signs of Indic scripts are letters too.
//
// cost  linear; about 20 MB/s
void search_words(std::string_view text, LetterRule rule, std::vector<TextWord>& words);

}  // namespace demarche
