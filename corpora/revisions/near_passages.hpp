// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "corpora/revisions/compared_text.hpp"

namespace demarche {

// Two sentences that speak of the same in other words.
struct NearPassage {
    std::size_t before = 0, after = 0;  // indices of sentences
    double likeness = 0;                // cosine of their words weighted by TF-IDF, 0 to 1
};

// Of the sentences named, those that come nearest to each other, best first, each in one pair at most.
//
// most    pairs at most
// source  Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"
// cost    the sum over words of the product of their frequencies on both sides; words in more than a twentieth
//         of the sentences weigh but do not bring sentences together
std::vector<NearPassage> near_passages(const ComparedText& before, const std::vector<std::size_t>& of_before,
                                       const ComparedText& after, const std::vector<std::size_t>& of_after,
                                       std::size_t most);

}  // namespace demarche
