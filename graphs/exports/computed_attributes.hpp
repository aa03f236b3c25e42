// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graphs/exports/attributes.hpp"

namespace demarche {

// The columns of what is computed of a network: measures, communities, layout,
// backbone. Each is there only when `facts` say that it was computed.

std::vector<Attribute<NetworkFacts>> computed_graph_attributes(const NetworkFacts& facts);
std::vector<Attribute<Node>> computed_node_attributes(const NetworkFacts& facts);
std::vector<Attribute<Edge>> computed_edge_attributes(const NetworkFacts& facts);

// All columns of the edges of a projection; those of other networks count mentions, of which these have none.
std::vector<Attribute<Edge>> projection_edge_attributes(const NetworkFacts& facts);

}  // namespace demarche
