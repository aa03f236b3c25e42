// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpora/readers/dictionary.hpp"
#include "corpora/readers/problems.hpp"

namespace demarche {

struct DictionaryImport {
    std::string file;      // what the dictionary's file is called, in messages and in the codebook
    std::string hash;      // SHA-256 of the file
    std::string language;  // of its words: ISO 639-1, or "any"
    std::string prefix;    // with which the ids of the codes begin
};

// A dictionary as a codebook of one's own, and what became of its entries.
struct DictionaryCodebook {
    std::string yaml;  // a file in the format of corpora/codebooks/README.md
    std::size_t categories = 0;
    // Entries, each counted in each of its categories. Their sum is all that the dictionary holds.
    std::size_t kept = 0;
    std::size_t changed = 0;   // taken over as something near
    std::size_t repeated = 0;  // in their category before; taken once
    std::size_t left_out = 0;
    std::vector<Problem> problems;  // warnings: what was changed, repeated and left out, in the order of lines
};

// Writes a dictionary as a codebook that the user can read, edit and check.
//
// dictionary  with the warnings of its parser, which go to the result and, as comments, to the file
//
// Each category becomes a code, and a family of its own: what is found in one
// category takes nothing from another, as in the programs that the dictionary was made for. A
// category inside another has its id and a dot before its own, and the other as parent. An entry
// that could not be taken over stays in the file as a comment, with the reason.
DictionaryCodebook codebook_from(const Checked<Dictionary>& dictionary, const DictionaryImport& import);

// A name as a part of an id: small letters, digits and "_". Empty when it has none of them.
std::string id_part_of(std::string_view name);

}  // namespace demarche
