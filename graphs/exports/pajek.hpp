// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// Pajek's .net, as "Pajek: Reference Manual" (V. Batagelj, A. Mrvar) describes it, in two dialects, for no one
// file is read by all:
//
//   write_pajek            one *Vertices line with one number, one section of *Arcs (*Edges of a projection), the
//                          relation as label of each line (`l "commits"`). Pajek, NetworkX and igraph read it.
//   write_pajek_relations  a section of *Arcs for each relation (`*Arcs :3 "commits"`), which Pajek takes for a
//                          multi-relational network; and where all edges lead from authors to others, the
//                          two-mode *Vertices line with both numbers. For Pajek itself: NetworkX takes the
//                          second section for nodes and fails at two numbers, igraph fails at the sections.
//
// In both, a vertex is labelled with its name, unique in the file, and has its id as `url`, which is the one
// parameter with a text of any kind that igraph lets pass. Parallel edges are kept. Pajek has no way to escape
// within quotes: a quotation mark becomes an apostrophe, a backslash a slash. UTF-8 without a mark at the
// beginning.
void write_pajek(const Network& network, std::ostream& out);
void write_pajek_relations(const Network& network, std::ostream& out);

}  // namespace demarche
