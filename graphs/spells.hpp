// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// When a network's nodes and edges are there. What a strategy says is taken to
// hold from the year of the strategy to the year in which it is replaced, or for
// one year when nothing in the study replaces it: a study does not know how long
// a text stayed in force, only that the next one came.

// Whole years, from the first day of `begin` to the last day before `end`.
struct Spell {
    int begin = 0;
    int end = 0;  // above begin
    friend bool operator==(const Spell&, const Spell&) noexcept = default;
};

// In order of time; none touches another. Empty: no time is known, so always.
using Spells = std::vector<Spell>;

// `spells` in order, with those that touch or overlap made one. Those that end before they begin are left out.
Spells merged(Spells spells);

// Nothing when its year is not known. A text replaced within the year of its publication holds for that year.
std::optional<Spell> spell_of(const CitedDocument& document);

// Those of the documents behind the edge's evidence.
Spells spells_of(const Edge& edge);

// Of every node, by vertex: those of its documents, read or not, and those of the edges at it, so that no edge is
// there without its ends. A node is always there when it has none of these, or when one of its edges
// has evidence but no time. Edges without evidence (memberships, projections) add nothing.
// Linear in nodes and evidence.
std::vector<Spells> node_spells(const Network& network);

}  // namespace demarche
