// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/mention.hpp"
#include "corpora/revisions/compared_text.hpp"

namespace demarche {

// One version of a strategy: what is compared.
struct RevisionSide {
    std::string name;  // of the file or document
    std::string title, state, language;
    std::optional<int> year;
    ComparedText text;
    // What is printed and not compared: contents lists, running heads and feet, as keys of words.
    std::vector<std::string> apparatus;
    std::vector<Mention> mentions;  // in order; their sentences are ordinals of `text`
    std::uint32_t pages_unread = 0;
};

// How much a code is on an author's mind, before and after.
struct Emphasis {
    std::string code;
    std::uint32_t before = 0, after = 0;                     // mentions
    double per_thousand_before = 0, per_thousand_after = 0;  // sentences
    // Log-likelihood G2 of the two frequencies, sentences as the sizes of the corpora (Rayson and Garside 2000,
    // "Comparing corpora using frequency profiling"); from 6.63 on, chance makes such a difference in one case
    // of a hundred.
    double log_likelihood = 0;
    std::optional<Stance> stance_before, stance_after;   // the firmest: commit, support, urge, reject, describe
    std::vector<std::string> terms_before, terms_after;  // distinct, as printed; of named offices

    bool is_gained() const noexcept { return before == 0; }
    bool is_lost() const noexcept { return after == 0; }
    bool is_significant() const noexcept { return log_likelihood >= 6.63; }
};

// What changed in what is said, whatever the words.
struct Substance {
    std::vector<Emphasis> codes;  // all that either side has, in order of code
    std::vector<std::string> sections_gained, sections_lost;
};

double log_likelihood(double before, double size_before, double after, double size_after);

Substance compare_substance(const RevisionSide& before, const RevisionSide& after);

}  // namespace demarche
