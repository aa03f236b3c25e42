// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "corpora/model/mention.hpp"

namespace demarche {

// A word of the codebook's `stance.*` concepts, found in a sentence: tokens [first, last).
struct StanceCue {
    enum class Kind : std::uint8_t { commit, task, support, urge, describe, reject, author, others };
    Kind kind = Kind::describe;
    std::uint32_t first = 0, last = 0;
};

// The kind of cue that a concept holds ("stance.commit"); nothing for other concepts.
std::optional<StanceCue::Kind> cue_kind_of(std::string_view concept_id) noexcept;

// How the author of a sentence stands to the norms in it, from the sentence's cues
// in order of their first token. The decision list stands, with the cues, in
// corpora/codebooks/stance.yaml.
//
// tokens_per_word  of the sentence's language: what is near is counted in words
Stance stance_of(const std::vector<StanceCue>& cues, std::uint32_t tokens_per_word);

}  // namespace demarche
