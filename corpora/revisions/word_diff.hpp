// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpora/revisions/alignment.hpp"
#include "corpora/revisions/compared_text.hpp"

namespace demarche {

enum class WordFate { kept, removed, added };

// Neighbouring words of one fate, as printed; of kept ones as the new text prints them.
struct WordRun {
    WordFate fate = WordFate::kept;
    std::string text;
    std::vector<std::string> keys;  // of its words
    friend bool operator==(const WordRun&, const WordRun&) = default;
};

// The words changed between two stretches: a longest common subsequence, removed words before those added in
// their place. A word torn in two or joined ("cyber security", "cybersecurity") is kept.
//
// cost  the product of the two lengths in words, after what is common at both ends; beyond four million all that
//       is between counts as changed
std::vector<WordRun> diff_words(const ComparedText& before, Stretch of_before, const ComparedText& after,
                                Stretch of_after);

// Whether other words stand in the place of a changed run: whether its neighbour is changed as well.
bool is_replacement(const std::vector<WordRun>& runs, std::size_t index) noexcept;

// Makes neighbouring runs of one fate one.
void join_runs(std::vector<WordRun>& runs);

}  // namespace demarche
