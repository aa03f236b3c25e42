// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpora/model/span.hpp"

namespace demarche {

// How firmly the author of a sentence stands behind a norm (coding scheme, family 4).
enum class Stance { commit, support, urge, describe, reject };

std::string_view to_string(Stance stance) noexcept;
// Nothing for a word that is no stance.
std::optional<Stance> stance_named(std::string_view word) noexcept;

// One code given to one sentence.
struct Mention {
    std::string code;            // "body.itu", "norm.g", "state.FRA"
    std::uint32_t sentence = 0;  // Sentence::ordinal
    Span span;                   // of the words that carry the code, in clean text; inside the sentence
    std::string term;            // those words as printed
    std::string rule;  // the codebook entry that found it: "body.itu/en/2", "norm.g#protect-infrastructure"
    std::optional<Stance> stance;  // of norm.*, law.* and cbm
    friend bool operator==(const Mention&, const Mention&) = default;
};

}  // namespace demarche
