// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which sentences need to be looked at for a query: the full-text index of a study names a few of many, where it
// can.
//
// The index knows words as SQLite's unicode61 splits and folds them, which is not as searches here do: it keeps
// the accents of Cyrillic, takes a Thai or Chinese passage for one word and breaks Indic words at vowel signs. So
// the index is asked for the words that it holds (its vocabulary), each is read as a text is, and the sentences of
// those in which a word of the query is found are candidates; hits are then found in the sentences themselves. A
// word outside of the scripts for which that leads to every hit makes all sentences candidates.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpora/concordance/query.hpp"

namespace demarche {

// Sentences in which a query can hold.
struct Candidates {
    enum class Which : std::uint8_t { none, all, matching };
    Which which = Which::all;
    std::string expression;  // of `matching`: for FTS5's MATCH
};

// Calls its argument with every word of the index, once.
using Vocabulary = std::function<void(const std::function<void(std::string_view)>& visit)>;

// Never leaves out a sentence in which find_hits() finds something, if the index is one of these sentences.
//
// split  by which the query was read, folding: with LetterRule::exact a query's words are folded here
// cost   one walk along the vocabulary, about 0.05 s for 50,000 words
Candidates candidates_for(const QueryNode& query, const Vocabulary& vocabulary, const SplitWords& split_folding);

}  // namespace demarche
