// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// GML (M. Himsolt, "GML: A portable Graph File Format", 1997): one edge for each pair and relation.
//
// ASCII, as the format demands and NetworkX insists on: other characters, and line ends within a text, are written
// as numeric entities ("&#233;"), which NetworkX and Gephi turn back and igraph shows as they are. Nodes are
// numbered from 0, as the format has it; their id in the network is `node_id`, that of edges `edge_id`. Labels are
// unique, for NetworkX takes them for the nodes. GML has no booleans: they are 1 and 0. Reals always
// have a point, so that they stay reals. A missing value is left out. Quotations make lines longer than the
// 254 characters that the paper allows; no reader is known to mind.
void write_gml(const Network& network, std::ostream& out);

}  // namespace demarche
