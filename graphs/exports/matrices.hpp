// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// The network as matrices, for R, UCINET, spreadsheets and programs of one's own: CSV with the ids of nodes as
// first row and first column (names are in the table of nodes), 0 where there is no edge.
//
// Parallel edges are merged: a cell holds the sum of the weights over all relations. With weights in documents or
// sentences, one that holds two relations counts twice. Memberships are not added to what texts say:
// they are left out unless the network has no other edges.

// Square, all nodes by all nodes, from row to column; symmetric for a projection.
void write_adjacency_csv(const Network& network, std::ostream& out);

// Two-mode: authors by what they mention. States named are no columns: they are the same set as the rows, and stand
// in the adjacency matrix. A body that is an author and is mentioned by others is a row and a column. Throws
// Error{usage} for a projection, which has one mode only.
void write_incidence_csv(const Network& network, std::ostream& out);

}  // namespace demarche
