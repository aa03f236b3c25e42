// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "extractors/tags/compiled_codebook.hpp"
#include "extractors/tags/sentence_matcher.hpp"

namespace demarche {

// The tokens [first, last) that satisfy a rule's operands together: the shortest
// stretch, the earliest of equals. Nothing when no choice of places satisfies them.
//
// places    what was found in the sentence
// excluded  stretches whose words serve no operand of `all`: phrases that look like the rule's code and are not
// window    tokens that the stretch may have; 0: any number
// accepts   whether a place may serve an operand
// cost      the product of the operands' numbers of places, which are few in a sentence
std::optional<std::pair<std::uint32_t, std::uint32_t>> shortest_stretch(
    const CompiledRule& compiled, const Rule& rule, const std::vector<AtomPlace>& places,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& excluded, std::uint32_t window,
    const std::function<bool(const CompiledOperand&, const AtomPlace&)>& accepts);

}  // namespace demarche
