// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graphs/comparison/coded_study.hpp"
#include "graphs/comparison/matrix.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

// A study to compare, small enough to check by hand. Its codebook finds body.un in English and French, norm.g in
// English alone, and law.applies by a rule that has English and French words. A document has 200 sentences unless
// said otherwise.
struct ComparedExample {
    std::vector<StudyDocument> documents;
    std::vector<Observation> observations;
    Codebook codebook;
    Catalogue catalogue;
    ComparisonScope scope;

    ComparedExample();

    // Returns the document, to say more of it. Not to be kept over the next.
    StudyDocument& add_document(const std::string& id, const std::string& state, std::optional<int> year,
                                const std::string& language = "en");
    // In sentences that nothing was in yet.
    void add_mentions(const std::string& document, const std::string& code, std::size_t count,
                      std::optional<Stance> stance = std::nullopt);
    CodedStudy study() const;

private:
    std::uint32_t next_sentence_ = 1;
};

// The row of a unit, or a failed requirement.
const std::vector<CodeCell>& row_of(const CodeMatrix& matrix, const std::string& unit);

}  // namespace demarche::tests
