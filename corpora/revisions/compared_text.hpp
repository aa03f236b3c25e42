// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/span.hpp"

namespace demarche {

// A word of a sentence, as it is compared: `key` is what two spellings of it have in common (case folded). List
// marks, quotes and all other signs are no words, and so are never a change.
struct ComparedWord {
    Span span;  // bytes of ComparedSentence::text
    std::string key;
    friend bool operator==(const ComparedWord&, const ComparedWord&) = default;
};

struct ComparedSentence {
    std::uint32_t ordinal = 0;  // Sentence::ordinal
    std::string text;
    std::uint32_t page = 0;
    std::string section;
    std::string language;
    BlockRole role = BlockRole::body;
    std::uint32_t paragraph = 0;  // index of its block
    std::vector<ComparedWord> words;
};

using ComparedText = std::vector<ComparedSentence>;

// Whether a stop says that it is over: what has none may be a heading, an item, or torn off.
bool ends_as_sentence(std::string_view text) noexcept;

}  // namespace demarche
