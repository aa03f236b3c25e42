// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/comparison/matrix.hpp"

namespace demarche {

// How alike the units of a matrix are, pair by pair.

enum class LikenessMethod : std::uint8_t {
    cosine,          // of what they say: the cosine of their codes, 0 (nothing in common) to 1
    jensen_shannon,  // of what they say: a distance, 0 (the same shares) to 1
    text,            // of how they say it: the cosine of their words by TF-IDF, 0 to 1
};
std::string_view to_string(LikenessMethod method) noexcept;

// Cosine of the angle between two vectors of equal length. Nothing if one is all zeros.
// Salton and McGill 1983, "Introduction to Modern Information Retrieval".
std::optional<double> cosine(const std::vector<double>& one, const std::vector<double>& other);

// Jensen-Shannon distance of two vectors of weights, each taken as shares of its sum: the square root of the
// divergence with logarithms to base 2, so that it is a metric between 0 and 1. Nothing if one is all zeros.
// Lin 1991, "Divergence measures based on the Shannon entropy"; Endres and Schindelin 2003 for the root.
std::optional<double> jensen_shannon_distance(const std::vector<double>& one, const std::vector<double>& other);

// Why a pair has no value.
enum class NoLikeness : std::uint8_t {
    nothing_found,  // one of them has no mention of the codes compared, or no text
    few_codes,      // in the languages of both, the codebook can find fewer than half of the codes
    no_language,    // their texts are in different languages
    few_texts,      // the study has too few texts in their language to weigh words by
};
std::string_view explanation_of(NoLikeness reason) noexcept;

struct Likeness {
    std::size_t one = 0, other = 0;  // indexes of the units, one < other
    std::optional<double> value;
    std::optional<NoLikeness> missing;  // set when there is no value
    std::size_t compared = 0;           // codes, or words that at least one of them has
    std::size_t shared = 0;             // of those, in both
    std::vector<std::size_t> rests_on;  // the few that the two have most in common, as indexes of `features`
};

struct LikenessTable {
    LikenessMethod method = LikenessMethod::cosine;
    std::vector<ComparedUnit> units;
    std::vector<std::string> features;  // ids of codes, or stems of words
    std::vector<Likeness> pairs;        // every pair, in order of one and other

    // Most alike first; those without a value last.
    std::vector<Likeness> most_alike_first() const;
};

// Compares units by codes. The weights are the cells' values: `value` says of which kind.
//
// A code that cannot be found in the languages of one of the two is left out for this pair, and is no zero; with
// fewer than half of the codes left there is no value. Pages that were not read are not: what was read
// stands for the whole (ComparedUnit::is_read_in_part says so).
//
// method  cosine or jensen_shannon
// cost    pairs times codes
LikenessTable code_likeness(const CodedStudy& study, const CodeMatrix& matrix, LikenessMethod method,
                            CellValue value);

// The words of one document: how often each stem comes, in the sentences that are in the document's language.
struct DocumentWords {
    std::string document;  // ComparedDocument::id
    std::string language;
    std::map<std::string, std::uint32_t> stems;
};

// Documents in a language below which its words are not weighed: how rare a word is cannot be told from so few.
inline constexpr std::size_t fewest_texts = 5;

// Compares units by the words of their texts: cosine of TF-IDF, within a language. A word weighs
//
//     (1 + ln(times it comes)) * ln(documents / documents that have it)
//
// ("ltc": Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"), documents being all of
// `words` in its language, so that a word that every strategy has weighs nothing. Of two units with texts in
// several languages, those that both have are compared; without one in common there is no value.
//
// words  of all documents of the study, also of those that are not compared
// cost   pairs times words of a unit
LikenessTable text_likeness(const CodedStudy& study, const std::vector<ComparedUnit>& units,
                            const std::vector<DocumentWords>& words);

}  // namespace demarche
