// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_networks.hpp"

#include <map>
#include <set>
#include <stdexcept>

namespace demarche::tests {

namespace {

NodeType type_by_id(const std::string& id) {
    if (id.starts_with("body.")) return NodeType::body;
    if (id.starts_with("norm.")) return NodeType::norm;
    if (id.starts_with("ins.")) return NodeType::instrument;
    return NodeType::state;
}

// Not the distributions of the standard library: each may draw differently.
std::size_t below(std::mt19937& random, std::size_t end) {
    return random() % end;
}

std::string numbered(const char* prefix, std::size_t number) {
    const std::string digits = std::to_string(number);
    return prefix + std::string(6 - digits.size(), '0') + digits;
}

Network random_between(const std::vector<std::string>& sources, const std::vector<std::string>& targets,
                       std::size_t edges, bool is_directed, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::map<std::pair<std::string, std::string>, double> drawn;
    while (drawn.size() < edges) {
        const std::string& source = sources[below(random, sources.size())];
        const std::string& target = targets[below(random, targets.size())];
        if (source == target || (!is_directed && target < source)) continue;
        drawn[{source, target}] = 1 + static_cast<double>(below(random, 9));
    }
    std::vector<PlainEdge> list;
    for (const auto& [ends, weight] : drawn) list.push_back({ends.first, ends.second, weight});
    std::vector<std::string> all = sources;
    all.insert(all.end(), targets.begin(), targets.end());
    return network_of_edges(list, is_directed, all);
}

}  // namespace

Network network_of_edges(const std::vector<PlainEdge>& edges, bool is_directed,
                         const std::vector<std::string>& alone) {
    std::set<std::string> ids(alone.begin(), alone.end());
    std::set<std::string> authors(alone.begin(), alone.end());
    for (const PlainEdge& edge : edges) {
        ids.insert({edge.source, edge.target});
        authors.insert(edge.source);
    }
    Network network;
    std::map<std::string, NetworkVertex> at;
    for (const std::string& id : ids) {
        Node node;
        node.id = node.label = id;
        node.type = type_by_id(id);
        if (node.type == NodeType::state && authors.contains(id)) {
            node.authorship.emplace();
            node.authorship->documents = {id + "_2020_en"};
        }
        at[id] = boost::add_vertex(node, network);
    }
    for (const PlainEdge& edge : edges) {
        Edge made;
        made.relation = edge.relation;
        made.weight = edge.weight;
        boost::add_edge(at.at(edge.source), at.at(edge.target), made, network);
    }
    network[boost::graph_bundle].is_directed = is_directed;
    return network;
}

Network random_network(std::size_t nodes, std::size_t edges, bool is_directed, std::uint32_t seed) {
    std::vector<std::string> ids;
    for (std::size_t number = 0; number < nodes; ++number) ids.push_back(numbered("S", number));
    return random_between(ids, ids, edges, is_directed, seed);
}

Network random_two_mode_network(std::size_t states, std::size_t bodies, std::size_t edges, std::uint32_t seed) {
    std::vector<std::string> sources, targets;
    for (std::size_t number = 0; number < states; ++number) sources.push_back(numbered("S", number));
    for (std::size_t number = 0; number < bodies; ++number) targets.push_back(numbered("body.b", number));
    return random_between(sources, targets, edges, true, seed);
}

const Edge* edge_between(const Network& network, const std::string& source, Relation relation,
                         const std::string& target) {
    const auto from = find_vertex(network, source);
    const auto to = find_vertex(network, target);
    if (!from || !to) return nullptr;
    const auto edge = find_edge(network, *from, relation, *to);
    return edge ? &network[*edge] : nullptr;
}

const Node& node_of(const Network& network, const std::string& id) {
    const auto vertex = find_vertex(network, id);
    if (!vertex) throw std::logic_error("no node " + id);
    return network[*vertex];
}

}  // namespace demarche::tests
