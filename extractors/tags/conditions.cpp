// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/conditions.hpp"

#include <algorithm>

namespace demarche {

bool SentenceWords::is_in_address(std::uint32_t first, std::uint32_t last) const noexcept {
    return std::any_of(addresses.begin(), addresses.end(), [&](Span address) {
        return address.begin() <= tokens[first].begin && tokens[last - 1].end <= address.end();
    });
}

void ConditionFinder::forget() {
    are_places_found_ = false;
}

// A sentence has dozens of places and few of them are asked for, so they are not sorted but strung together by
// condition.
void ConditionFinder::find_places() {
    latest_.resize(codebook_.condition_lengths.size());
    for (const std::uint32_t condition : filled_) latest_[condition] = 0;
    filled_.clear();
    places_.clear();
    codebook_.condition_automaton.find(sentence_.words, hits_);
    for (const Hit& hit : hits_) {
        if (sentence_.is_in_address(hit.first, hit.last)) continue;
        const std::uint32_t condition = codebook_.roles[hit.pattern].owner;
        if (latest_[condition] == 0) filled_.push_back(condition);
        places_.push_back({hit.first, hit.last, latest_[condition]});
        latest_[condition] = static_cast<std::uint32_t>(places_.size());
    }
    are_places_found_ = true;
}

// Whether the sentence has a condition elsewhere than within tokens [first, last): a term's own words are no
// condition met; a phrase around them is.
bool ConditionFinder::stands_around(std::uint32_t condition, std::uint32_t first, std::uint32_t last) {
    if (!are_places_found_) find_places();
    for (std::uint32_t at = latest_[condition]; at != 0; at = places_[at - 1].earlier)
        if (places_[at - 1].first < first || places_[at - 1].last > last) return true;
    return false;
}

bool ConditionFinder::is_at(const Hit& hit, std::uint32_t condition) const {
    return codebook_.roles[hit.pattern].owner == condition && !sentence_.is_in_address(hit.first, hit.last);
}

// Whether a place of a condition begins at a token. Neighbours are asked for most often of all, so the rest of the
// sentence is left alone.
bool ConditionFinder::follows(std::uint32_t condition, std::uint32_t first) {
    if (first >= sentence_.tokens.size()) return false;
    codebook_.condition_automaton.find_at(first, sentence_.words, hits_);
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) { return is_at(hit, condition); });
}

// Whether a place of a condition ends before a token.
bool ConditionFinder::precedes(std::uint32_t condition, std::uint32_t last) {
    for (auto first = last - std::min(last, codebook_.condition_lengths[condition]); first < last; ++first) {
        codebook_.condition_automaton.find_at(first, sentence_.words, hits_);
        if (std::any_of(hits_.begin(), hits_.end(),
                        [&](const Hit& hit) { return hit.last == last && is_at(hit, condition); }))
            return true;
    }
    return false;
}

std::string_view ConditionFinder::unmet(const TermConditions& conditions, std::uint32_t first, std::uint32_t last) {
    if (conditions.with && !stands_around(conditions.with, first, last))
        return "none of its `with` terms stands in the sentence";
    if (conditions.without && stands_around(conditions.without, first, last))
        return "one of its `without` terms stands in the sentence";
    if (conditions.not_before && follows(conditions.not_before, last))
        return "one of its `not_before` terms follows";
    if (conditions.not_after && precedes(conditions.not_after, first))
        return "one of its `not_after` terms precedes";
    return {};
}

bool ConditionFinder::is_beside_denial(const TermConditions& conditions, std::uint32_t first, std::uint32_t last) {
    return (conditions.not_before && follows(conditions.not_before, last)) ||
           (conditions.not_after && precedes(conditions.not_after, first));
}

}  // namespace demarche
