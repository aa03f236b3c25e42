// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a concordance is asked for.
//
//     query   = either { OR either }
//     either  = both { [AND] both }          side by side: words make a phrase, all else an AND
//     both    = item { [AND] NOT item }
//     item    = words | "phrase" | ( query ) | NEAR( word-or-phrase ... [, N] )
//
// A word may hold stars: cyber*, *security, *cyber*; a star alone is any one word of a phrase. "..." may be any
// language's quotation marks.
// AND, OR, NOT and NEAR are operators in capitals only; in quotes they are words. NOT binds closest, then
// AND, then OR, as in SQLite's FTS5, from which the language is taken. It differs where people trip:
// signs inside words ("cyber-security", "state's") separate instead of being errors, and words side by
// side are a phrase, since a shell takes away the quotes that were typed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/text_word.hpp"

namespace demarche {

// How a text falls into words; the room of extractors knows. The same function for queries and texts.
using SplitWords = std::function<void(std::string_view text, std::vector<TextWord>& words)>;

// One word of a phrase.
struct QueryWord {
    std::string pattern;       // a TextWord::form, in which '*' stands for any letters, or for none
    bool is_unspaced = false;  // TextWord::is_unspaced
    // Nothing stood between it and the next one, both unspaced: only white space may in a text, where OCR or
    // a line's end has put it.
    bool touches_next = false;
    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

struct QueryNode {
    enum class Kind : std::uint8_t {
        phrase,  // `words`, one after the other
        all,     // AND: every child in the sentence
        any,     // OR
        except,  // NOT: the first child, in a sentence that none of the others is in
        near,  // phrases, in any order, with at most `distance` words from the end of the first to the last's begin
    };
    Kind kind = Kind::phrase;
    std::string written;           // of a phrase: as it was typed, without its marks
    std::vector<QueryWord> words;  // of a phrase; at least one of them is not "*"
    std::vector<QueryNode> children;
    std::uint32_t distance = 0;
    bool is_closed = false;  // it stood in parentheses: nothing outside joins its children
};

// Reads a query. White space, and signs outside of words, only separate.
//
// throws  Error{usage} that names the place as "query, character N": N counts code points from 1
// cost    linear; a query of more than 200 words or 30 parentheses within each other is refused
QueryNode parse_query(std::string_view text, const SplitWords& split);

// The query as it was understood, with every operator and every phrase in its marks. Reading it again
// gives the same query.
std::string to_string(const QueryNode& query);

}  // namespace demarche
