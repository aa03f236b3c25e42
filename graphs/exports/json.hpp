// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// JSON in the node-link form of D3 and NetworkX: {"directed", "multigraph", "graph", "nodes", "links"}, each node
// and each link on a line of its own.
//
// A node has its `id`; a link `source` and `target` (ids), its own `id`, and the relation as `key`, by which
// NetworkX keeps parallel edges apart. Attributes are numbers, booleans and strings; a missing one is left out. A
// network that is laid out has `x` and `y` on its nodes, where D3's simulation takes them up. The edges are called
// "links", as D3 and NetworkX up to 3.3 have it; later: node_link_graph(data, edges="links").
void write_json(const Network& network, std::ostream& out);

}  // namespace demarche
