// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpora/concordance/query.hpp"
#include "corpora/model/span.hpp"
#include "corpora/model/text_word.hpp"

namespace demarche {

// Where a query is found in a sentence.
//
// words    of the sentence, by the function that the query was read with
// returns  bytes of the sentence, in order, without overlaps; empty when the query does not hold.
//          Every place of every phrase that was asked for, and of NEAR( ) the words from the first to the last of
//          each group that holds no closer one. Of places that overlap the one that begins first stays, then the
//          longest.
// cost     words of the sentence times words of the query
std::vector<Span> find_hits(const QueryNode& query, const std::vector<TextWord>& words);

// Whether a word's form is what the pattern says: its letters, '*' for any or none.
bool fits(const std::string& pattern, const std::string& form) noexcept;

}  // namespace demarche
