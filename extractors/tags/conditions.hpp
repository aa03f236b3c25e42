// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpora/model/span.hpp"
#include "extractors/tags/compiled_codebook.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/tags/vocabulary.hpp"

namespace demarche {

// The words of the sentence at hand.
struct SentenceWords {
    std::vector<Token> tokens;
    std::vector<KnownWord> words;  // at each token
    std::vector<Span> addresses;   // web and mail, in bytes

    // Whether tokens [first, last) stand in one address: "www.xyz.int/regional-forum".
    bool is_in_address(std::uint32_t first, std::uint32_t last) const noexcept;
};

// Tells of the terms of a sentence whether the words that they ask for or may not
// stand beside are there. Holds scratch memory, so it belongs to one thread.
class ConditionFinder {
public:
    // sentence  its words; filled anew for each
    ConditionFinder(const CompiledCodebook& codebook, const SentenceWords& sentence)
        : codebook_(codebook), sentence_(sentence) {}

    // To be called when the sentence has changed.
    void forget();

    // The condition that a term at tokens [first, last) does not meet, in words; empty when it meets all.
    std::string_view unmet(const TermConditions& conditions, std::uint32_t first, std::uint32_t last);
    // Whether something stands beside tokens [first, last) that may not.
    bool is_beside_denial(const TermConditions& conditions, std::uint32_t first, std::uint32_t last);

private:
    struct Place {
        std::uint32_t first, last;
        std::uint32_t earlier;  // the place before of the same condition, + 1; 0: none
    };
    void find_places();
    bool stands_around(std::uint32_t condition, std::uint32_t first, std::uint32_t last);
    bool follows(std::uint32_t condition, std::uint32_t first);
    bool precedes(std::uint32_t condition, std::uint32_t last);
    bool is_at(const Hit& hit, std::uint32_t condition) const;

    const CompiledCodebook& codebook_;
    const SentenceWords& sentence_;
    std::vector<Hit> hits_;
    // Of the whole sentence, found when a term asks for the first of them.
    std::vector<Place> places_;
    std::vector<std::uint32_t> latest_;  // by condition: its last place, + 1
    std::vector<std::uint32_t> filled_;  // conditions that have one
    bool are_places_found_ = false;
};

}  // namespace demarche
