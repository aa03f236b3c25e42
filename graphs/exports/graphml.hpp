// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// GraphML that NetworkX, igraph, Gephi, Cytoscape, yEd and their like all take as it is meant.
//
// Boost's own writer is not used: it leaves attribute names unescaped and control characters in, writes
// booleans as 0 and 1 and doubles with six digits, and names the nodes n0, n1 ... What is written instead
// keeps to what every reader understands:
//   - the default namespace, no prefix; keys, one graph, its data, all nodes, all edges, nothing nested;
//   - the types boolean, int, double and string; a missing value is left out; lists are joined with "; ";
//   - real ids; ids of edges and keys are unique in the file, names of attributes in their domain, and none is
//     a name that Gephi or Cytoscape takes for itself (id, name, size, color, key, interaction ...);
//   - the relation also as label of the edge element, by which Gephi keeps parallel edges apart.

// One edge for each pair and relation.
void write_graphml(const Network& network, std::ostream& out);
// One edge for each mention; its id is the observation's. An edge without mentions is left out.
void write_graphml_multi(const Network& network, std::ostream& out);

}  // namespace demarche
