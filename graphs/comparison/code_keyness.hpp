// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graphs/comparison/matrix.hpp"

namespace demarche {

// What sets some authors apart from the others: each code's mentions in the sentences of the one and the other, by
// the measures of corpora/model/keyness.hpp.
struct CodeKeyness {
    std::size_t code = 0;  // index of CodedStudy::codes()
    CodeCell group, rest;
    // Of the authors of whom it is known, those that mention it: a difference that rests on one author is his
    // alone.
    std::size_t group_authors = 0, group_authors_known = 0, rest_authors = 0, rest_authors_known = 0;
    double log_likelihood = 0;
    std::optional<double> log_ratio;           // above 0: more often in the group
    std::optional<double> percent_difference;  // of the rest's frequency
    std::optional<double> p;                   // the level that the log-likelihood reaches

    bool is_of_group() const noexcept { return log_ratio.value_or(0) > 0; }
};

struct KeynessTable {
    std::vector<ComparedUnit> group, rest;  // authors
    std::vector<CodeKeyness> codes;         // that one of the two mentions; largest log-likelihood first
};

// group  ids of authors; those that the study does not hold make no difference
KeynessTable keyness_of(const CodedStudy& study, const std::set<std::string>& group);

}  // namespace demarche
