// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>

#include "graphs/network.hpp"

namespace demarche {

// Which nodes a projection keeps.
enum class Projected : std::uint8_t {
    states,   // that are authors and were read
    authors,  // all that were read: organisations, and documents of unknown author, as well
    bodies,   // that an author mentions; what they share is authors
};

struct ProjectionOptions {
    Projected nodes = Projected::states;
    // What states and authors may share. Of no effect on bodies.
    std::set<NodeType> shared = {NodeType::body, NodeType::norm, NodeType::instrument};
    // By which edges; none: all that a text says. member_of counts only if it is named.
    std::set<Relation> relations = {};
    SharedWeight weight = SharedWeight::count;
};

// One side of a network of authors and what they mention, tied by what it shares of the other: an undirected
// network of Relation::shares, at most one edge between two nodes, from the lesser id to the greater. Edges carry
// the ids of what is shared, so that the number leads back to the mentions; their weight is as options.weight has
// it. Nodes that share nothing stay, alone. Umbrella codes count neither as shared nor as nodes. Measures,
// communities and positions of `network` are not taken over: they are another network's. The view says what was
// projected and left out. cost  the sum of k(k-1)/2 over what k nodes share: linear in what the result holds
Network projection_of(const Network& network, const ProjectionOptions& options);

}  // namespace demarche
