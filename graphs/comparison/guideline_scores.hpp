// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/guideline.hpp"
#include "graphs/comparison/matrix.hpp"

namespace demarche {

struct ItemScore {
    // unknown: not found, and it may stand where nobody could look (CodeCell says why)
    Presence presence = Presence::absent;
    std::uint32_t mentions = 0;
    std::vector<std::size_t> codes;  // indexes of CodedStudy::codes() that are mentioned
};

// How much of a guideline a document (or an author) speaks of.
struct GuidelineScore {
    std::vector<ItemScore> items;  // as the guideline has them
    std::size_t met = 0, unknown = 0;
    // Items met, of all; and what it would be if all unknown ones were met. Nothing if no document of the unit was
    // read.
    std::optional<double> score, score_at_most;
};

// Every code of the guideline must be among those of the study: see codes_of().
// Cost: units times codes.
std::vector<GuidelineScore> score(const CodedStudy& study, const std::vector<ComparedUnit>& units,
                                  const Guideline& guideline);

// The codes of a codebook that meet an item of the guideline, each once.
std::vector<std::string> codes_of(const Guideline& guideline, const Codebook& codebook);

}  // namespace demarche
