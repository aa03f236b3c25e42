// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/evaluation/agreement.hpp"
#include "corpora/evaluation/clusters.hpp"
#include "corpora/evaluation/scope.hpp"
#include "corpora/evaluation/scores.hpp"
#include "corpora/model/coded_sentence.hpp"

namespace demarche {

// One difference between two coders, to be read.
struct Miss {
    enum class Kind {
        missed,  // the reference gives the code, the other does not
        extra,   // the other way round
        stance,  // both give it, with another stance
    };
    Kind kind = Kind::missed;
    std::string code;
    const CodedSentence* reference = nullptr;  // the sentence as each has it; never null
    const CodedSentence* other = nullptr;
    // Codes that stand in the other's place: of a missed one, what the other gives and the reference does
    // not; of an extra one, what the reference gives and the other does not. Only those compared.
    std::vector<std::string> instead;
};

std::string_view to_string(Miss::Kind kind) noexcept;

// How far coders agree, for one line of a table.
struct AgreementRow {
    std::string name;
    int number = 0;  // as Score::number
    AgreementEstimate estimate;
};

// Agreement on codes and on stances.
//
// A unit of the rows over codes is one decision: one code, given to one sentence
// or not. The codes are those that at least one of the coders gave at least once: those that
// nobody ever gave would only add agreement. A unit of `stance` is a code with
// a stance in a sentence, to which two coders or more gave one.
struct AgreementTable {
    AgreementRow all;
    std::vector<AgreementRow> families, codes;
    AgreementRow stance;
};

// Agreement among any number of coders; a sentence that a coder has not read is missing for that coder.
AgreementTable agreement_among(const std::vector<const Coding*>& coders, const Scope& scope,
                               const Clusters& clusters, const Draws& draws);

// Stances, the reference's by the other's, in the order of `enum class Stance`.
inline constexpr std::size_t stance_count = 5;
using StanceTable = std::array<std::array<std::size_t, stance_count>, stance_count>;

// One coder's work held against another's, over the sentences that both have read.
struct Comparison {
    std::string reference, other;
    Score all;
    std::vector<Score> families, codes, languages, documents;  // codes by family; the last two by name
    StanceTable stances{};
    AgreementTable agreement;
    std::vector<Miss> misses;  // codes with the most differences first; in each, in the order of the reference
};

// The misses point into the two codings, which must outlive the comparison.
//
// cost  draws x clusters for each line of the tables, but for those of documents, which have no interval
Comparison compare(const Coding& reference, const Coding& other, const Scope& scope, const Clusters& clusters,
                   const Draws& draws);

}  // namespace demarche
