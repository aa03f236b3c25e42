// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// GEXF 1.3 (gexf.net/1.3) as Gephi 0.10 and graphology read it: one edge for each pair and relation.
//
//   - The relation is the edge's `kind`, by which Gephi keeps parallel edges apart, and its label.
//   - Time: each edge has the spells of the documents behind it, each node those of its documents and edges
//     (graphs/spells.hpp). Spells are written as dates: they are closed at both ends in GEXF, so one of 2016 to
//     2020 ends on 31 December 2019 and cannot meet the next; and Gephi takes no "integer" for a time format.
//     A network without any time is a static one.
//   - Looks: a node's colour tells its type, its area its strength; it has a place when the network is laid out.
//   - Label and weight are GEXF's own attributes; all others are declared, with types. Missing values are left out.
//
// What is true of the network as a whole has no place in GEXF but the description of the file.
void write_gexf(const Network& network, std::ostream& out);

}  // namespace demarche
