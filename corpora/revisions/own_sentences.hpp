// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpora/revisions/word_diff.hpp"

namespace demarche {

// A sentence that came or went beside the one that it seems to be part of: where an item of a list or a heading
// has no full stop, readers do not see that a new sentence begins.
struct OwnSentence {
    WordFate fate = WordFate::added;
    std::string text;
    std::vector<std::string> keys;
};

// Takes those out of the changed words of a pair, and out of the texts of its sides.
//
// A run is one that begins with a capital or behind a list sign, has five words or more, and stands between a sign
// or the end of a sentence that has none, and a full stop or the end.
//
// before, after  the texts of both sides, as runs print them
// returns  them in order; neighbouring runs of one fate are made one
std::vector<OwnSentence> take_own_sentences(std::vector<WordRun>& runs, std::string& before, std::string& after);

}  // namespace demarche
