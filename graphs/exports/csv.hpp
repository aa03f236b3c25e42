// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "graphs/network.hpp"

namespace demarche {

// Two tables as Gephi's Data Laboratory imports them, and as R and spreadsheets
// read them: RFC 4180 (commas, lines end in CR LF, a field with a comma, quote or
// line end stands in quotes), UTF-8 without a mark at the beginning, one header
// line. The columns that Gephi knows come first and have its names: Id, Label;
// Source, Target, Type, Kind, Id, Label, Weight. By "Kind" it keeps parallel
// edges apart. The others are the attributes of the GraphML export.

void write_nodes_csv(const Network& network, std::ostream& out);
// One row for each pair and relation.
void write_edges_csv(const Network& network, std::ostream& out);

}  // namespace demarche
