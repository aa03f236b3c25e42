// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "corpora/model/span.hpp"

namespace demarche {

// A word of a text as a search sees it. Of a script that is written without spaces, a letter:
// there a word is found as a run of letters.
struct TextWord {
    Span span;                 // bytes of the text
    std::string form;          // what is compared; two spellings of one word have the same
    bool is_unspaced = false;  // a letter of a script without spaces between words
    bool is_mark = false;      // a sign on the letter before it, without which that is another letter
    bool follows_on = false;   // nothing but white space stands between it and the word before
    friend bool operator==(const TextWord&, const TextWord&) = default;
};

// How a search compares letters.
enum class LetterRule : std::uint8_t {
    folded,  // capitals, accents and compatibility forms make no difference: "Sécurité" is "securite"
    exact,   // all of them do: "FIRST" is not "first"
};

}  // namespace demarche
