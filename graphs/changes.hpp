// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// What became of an edge from one network to a later one of the same study.
enum class EdgeFate : std::uint8_t {
    appeared,          // its source was an author before, and did not say so then
    gone,              // its source is an author still, and says so no longer
    kept,              // in both, whatever its weight
    no_source_before,  // in the later alone, whose source has no document that was read in the earlier one
    no_source_after,   // in the earlier alone, whose source has no document that was read in the later one
};

// "appeared", "gone", "kept", "no_source_before", "no_source_after".
std::string_view to_string(EdgeFate fate) noexcept;

struct EdgeChange {
    EdgeFate fate = EdgeFate::kept;
    std::string source, target;  // ids of nodes
    Relation relation = Relation::mentions;
    // Where there is one; in the networks that were compared.
    const Edge* before = nullptr;
    const Edge* after = nullptr;
};

// What appeared and what went between two networks. That a state says something no longer is told from
// having nothing of it to read: only of authors in both is an edge gone, or new.
struct NetworkChanges {
    std::vector<std::string> nodes_appeared, nodes_gone;  // ids, in order
    std::vector<std::string> authors_of_both, authors_before_only, authors_after_only;
    std::vector<EdgeChange> edges;  // all of both networks; in order of source, target, relation

    std::size_t count(EdgeFate fate) const noexcept;
};

// The networks must outlive what is returned. Cost: linear in the edges, after sorting.
NetworkChanges network_changes(const Network& before, const Network& after);

}  // namespace demarche
