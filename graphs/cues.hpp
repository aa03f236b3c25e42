// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "corpora/model/mention.hpp"
#include "corpora/model/span.hpp"
#include "graphs/evidence.hpp"

namespace demarche {

// What the words around a mention make of it: words of engaging (family `forum`) make of a body spoken of one that
// is engaged, and words of purpose (family `naming`) say what another state is named for.
class SentenceCues {
public:
    // Keeps the mention if it is such a word.
    //
    // document  index of its document, the same as in a question
    void note(std::uint32_t document, const Mention& mention);

    // Whether a sentence speaks of engaging.
    bool is_engaging(std::uint32_t document, std::uint32_t sentence) const;

    // What a state is named for by the words at `name`: of the words of purpose, those that run closest around the
    // name; where none do, the sentence's: to work with one state against another is cooperation first. Who is an
    // example of those to work with is one to work with.
    std::optional<Purpose> purpose_of(std::uint32_t document, std::uint32_t sentence, Span name) const;

private:
    struct Cue {
        Span span;
        std::optional<Purpose> purpose;  // nothing: a word of engaging
    };
    const std::vector<Cue>& in(std::uint32_t document, std::uint32_t sentence) const;

    std::unordered_map<std::uint64_t, std::vector<Cue>> by_place_;  // by document and sentence
};

}  // namespace demarche
