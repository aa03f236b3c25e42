// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graphs/measures/simple_graph.hpp"
#include "graphs/measures/values.hpp"
#include "graphs/network.hpp"

namespace demarche {

// The two sides of a network of authors and what they mention.
enum class Side : std::uint8_t {
    first,    // states, organisations and documents that were read: who can mention
    second,   // bodies, norms, instruments, focal points, concepts: what is mentioned
    neither,  // states that are only named, authors that could not be read: they could mention nothing
};

// Of these nodes, in their order.
std::vector<Side> sides_of(const Network& network, const std::vector<NetworkVertex>& vertices);

struct TwoModeMeasures {
    TwoModeFigures figures;
    std::vector<std::optional<TwoModePlace>> places;  // by vertex
};

// Of the pairs across: edges within a side (a state names another, the European Union mentions NATO) are no part of
// a two-mode network and are left out. Nothing if a side is empty. `pairs` are as of without_direction(). O(n m).
std::optional<TwoModeMeasures> two_mode_measures(const std::vector<Side>& sides,
                                                 const std::vector<WeightedPair>& pairs);

}  // namespace demarche
