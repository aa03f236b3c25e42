// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/mention.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

// What came of one of a code's own examples.
struct TriedExample {
    const std::string* sentence = nullptr;  // in the code that was tried
    bool should_be_given = false;           // the code, to the sentence
    bool is_given = false;
    std::vector<Mention>
        mentions;  // all that the sentence was given; of the language in which it has the code, if any

    bool is_right() const noexcept { return is_given == should_be_given; }
};

// Tags a code's examples, the positive ones first, and says whether it is given to them.
//
// Examples do not say their language, and a sentence is short for a detector; so
// the code is given when it is given in the language detected, or in English, in
// which most examples are.
std::vector<TriedExample> try_examples(TaggingSession& session, const Code& code);

}  // namespace demarche
