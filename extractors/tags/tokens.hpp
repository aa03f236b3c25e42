// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A word of a text, as terms are compared with it: bytes [begin, end).
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// Splits a text into tokens: runs of letters, digits and marks. Hyphens,
// apostrophes and all other signs separate, so "cyber-attack" is two tokens; the
// stops of "U.N." do not. In scripts that are written without spaces every
// character is a token, so a term matches as a run of characters.
//
// Terms and documents go through the same function; that is what makes them comparable.
// cost  linear; 200 MB/s and more on ASCII
void tokenize(std::string_view text, std::vector<Token>& tokens);

// Tokens that a word of the language is written with, on average: 2 where every character is a token, else 1. What
// a codebook counts in words ("within: 12") is that many times as many tokens.
//
// language  primary, ISO 639-1: "ja"
std::uint32_t tokens_per_word(std::string_view language) noexcept;

// The token's letters without the stops of an acronym: "U.N" -> "UN".
std::string letters_of(std::string_view token);

}  // namespace demarche
