// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// DOT, for pictures by Graphviz: `sfdp -Tsvg network.dot -o network.svg`.
//
// One edge for each pair and relation. A node's shape and colour tell its type, its size its strength; an edge's
// width tells its weight and its colour the relation. In SVG, what is under the mouse is told in full: a node's
// definition, an edge's first quotation. All attributes stand in the file under their own names, as texts: DOT
// knows no types.
//
// Escaping: within quotes DOT knows only \" and \\. Graphviz turns entities ("&amp;") in what it shows into
// characters, so ampersands are written as such there; other attributes are left as they are. A line end in a
// text is written as a blank. A network that is laid out has `pos`, in points, which `neato -n` takes over.
void write_dot(const Network& network, std::ostream& out);

}  // namespace demarche
