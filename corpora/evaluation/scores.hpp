// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpora/evaluation/bootstrap.hpp"

namespace demarche {

// Decisions on one code in one sentence, as the reference has it and as another
// coder has it. Where neither gives the code is not counted: nearly everywhere.
struct Counts {
    std::size_t both = 0;    // true positives
    std::size_t missed = 0;  // the reference alone: false negatives
    std::size_t extra = 0;   // the other alone: false positives

    // Nothing where they would be 0/0.
    std::optional<double> precision() const;  // of what the other gave, the share that the reference has
    std::optional<double> recall() const;     // of what the reference has, the share that the other gave
    std::optional<double> f1() const;
};

// Of the codes with a stance that both gave, those with the same stance.
struct StanceCounts {
    std::size_t both = 0, same = 0;
    std::optional<double> share() const;
};

// Means over the codes that either gave, each counting as much as the others
// however rare. Precision and recall over those of them that have one.
struct Macro {
    std::size_t codes = 0;
    std::optional<double> precision, recall, f1;
};

Macro macro_over(const std::vector<Counts>& codes);

// One line of a table: figures over a family, a code, a language, a document, or all.
struct Score {
    std::string name;
    int number = 0;  // of a group of families, in the coding scheme; otherwise 0
    std::size_t sentences = 0;
    Counts counts;
    std::optional<Interval> f1_interval;
    Macro macro;
    StanceCounts stance;
};

}  // namespace demarche
