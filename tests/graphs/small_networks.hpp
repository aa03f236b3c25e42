// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graphs/network.hpp"

namespace demarche::tests {

// Networks made by hand, to measure. Edges are given by ids; nodes are those they name and `alone`.

struct PlainEdge {
    std::string source, target;
    double weight = 1;
    Relation relation = Relation::mentions;
};

// Node types follow ids: "body.x", "norm.x", "ins.x" are what they say, others are states, authors that were read
// if an edge leaves them or they are alone.
Network network_of_edges(const std::vector<PlainEdge>& edges, bool is_directed = true,
                         const std::vector<std::string>& alone = {});

// `edges` random edges of weights 1 to 9 among `nodes` states, the same for the same seed.
Network random_network(std::size_t nodes, std::size_t edges, bool is_directed, std::uint32_t seed);

// Random edges from `states` states to `bodies` bodies.
Network random_two_mode_network(std::size_t states, std::size_t bodies, std::size_t edges, std::uint32_t seed);

const Node& node_of(const Network& network, const std::string& id);
// Null when there is none.
const Edge* edge_between(const Network& network, const std::string& source, Relation relation,
                         const std::string& target);

}  // namespace demarche::tests
