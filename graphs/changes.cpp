// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace demarche {

namespace {

using EdgeName = std::tuple<std::string_view, std::string_view, Relation>;

std::map<EdgeName, const Edge*> edges_of(const Network& network) {
    std::map<EdgeName, const Edge*> edges;
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        edges.emplace(EdgeName(network[boost::source(edge, network)].id, network[boost::target(edge, network)].id,
                               network[edge].relation),
                      &network[edge]);
    return edges;
}

std::set<std::string> nodes_of(const Network& network) {
    std::set<std::string> nodes;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        nodes.insert(network[vertex].id);
    return nodes;
}

// Those with something to read. An author whose documents all failed says nothing that could be missed.
std::set<std::string> authors_of(const Network& network) {
    std::set<std::string> authors;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (network[vertex].authorship && !network[vertex].authorship->documents.empty())
            authors.insert(network[vertex].id);
    return authors;
}

std::vector<std::string> only_in(const std::set<std::string>& one, const std::set<std::string>& other) {
    std::vector<std::string> rest;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(rest));
    return rest;
}

}  // namespace

std::string_view to_string(EdgeFate fate) noexcept {
    switch (fate) {
        case EdgeFate::appeared: return "appeared";
        case EdgeFate::gone: return "gone";
        case EdgeFate::kept: return "kept";
        case EdgeFate::no_source_before: return "no_source_before";
        case EdgeFate::no_source_after: return "no_source_after";
    }
    return "unknown";
}

std::size_t NetworkChanges::count(EdgeFate fate) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(edges.begin(), edges.end(), [&](const EdgeChange& change) { return change.fate == fate; }));
}

NetworkChanges network_changes(const Network& before, const Network& after) {
    NetworkChanges changes;
    const std::set<std::string> nodes_before = nodes_of(before), nodes_after = nodes_of(after);
    changes.nodes_appeared = only_in(nodes_after, nodes_before);
    changes.nodes_gone = only_in(nodes_before, nodes_after);
    const std::set<std::string> authors_before = authors_of(before), authors_after = authors_of(after);
    std::set_intersection(authors_before.begin(), authors_before.end(), authors_after.begin(), authors_after.end(),
                          std::back_inserter(changes.authors_of_both));
    changes.authors_before_only = only_in(authors_before, authors_after);
    changes.authors_after_only = only_in(authors_after, authors_before);

    std::map<EdgeName, EdgeChange> by_name;
    for (const auto& [name, edge] : edges_of(before)) by_name[name].before = edge;
    for (const auto& [name, edge] : edges_of(after)) by_name[name].after = edge;
    for (auto& [name, change] : by_name) {
        change.source = std::get<0>(name);
        change.target = std::get<1>(name);
        change.relation = std::get<2>(name);
        if (change.before == nullptr)
            change.fate = authors_before.contains(change.source) ? EdgeFate::appeared : EdgeFate::no_source_before;
        else if (change.after == nullptr)
            change.fate = authors_after.contains(change.source) ? EdgeFate::gone : EdgeFate::no_source_after;
        changes.edges.push_back(std::move(change));
    }
    return changes;
}

}  // namespace demarche
