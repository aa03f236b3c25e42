// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/backbone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "graphs/measures/simple_graph.hpp"

namespace demarche {

namespace {

// What a node's edges are judged by.
struct End {
    double strength = 0;
    std::uint32_t degree = 0;

    void add(double weight) {
        strength += weight;
        ++degree;
    }
    double alpha(double weight) const {
        if (degree < 2) return 1;
        return std::pow(std::max(0.0, 1 - weight / strength), static_cast<double>(degree - 1));
    }
};

bool is_judged(const Edge& edge) {
    return edge.relation != Relation::member_of;
}

// The significance of each pair, in their order. Without directions the two ends of all edges are of one kind.
std::vector<double> significances(const std::vector<WeightedPair>& pairs, std::size_t nodes, bool is_directed) {
    std::vector<End> out(nodes), in_when_directed(is_directed ? nodes : 0);
    std::vector<End>& in = is_directed ? in_when_directed : out;
    for (const WeightedPair& pair : pairs) {
        out[pair.source].add(pair.weight);
        in[pair.target].add(pair.weight);
    }
    std::vector<double> alphas;
    alphas.reserve(pairs.size());
    for (const WeightedPair& pair : pairs)
        alphas.push_back(std::min(out[pair.source].alpha(pair.weight), in[pair.target].alpha(pair.weight)));
    return alphas;
}

NetworkFacts facts_of_backbone(const Network& network, const Network& backbone, double level) {
    NetworkFacts facts = network[boost::graph_bundle];
    facts.backbone_level = level;
    facts.measures.reset();
    facts.communities.reset();
    facts.is_laid_out = false;
    facts.view += fmt::format("{}backbone at {}: {} of {} edges, {} of {} nodes", facts.view.empty() ? "" : "; ",
                              level, boost::num_edges(backbone), boost::num_edges(network),
                              boost::num_vertices(backbone), boost::num_vertices(network));
    return facts;
}

}  // namespace

void add_significance(Network& network) {
    const bool is_directed = network[boost::graph_bundle].is_directed;
    const auto ordered = merged_pairs(network, [&](NetworkEdge edge) { return is_judged(network[edge]); });
    const std::vector<WeightedPair> pairs = is_directed ? ordered : without_direction(ordered);
    const std::vector<double> alphas = significances(pairs, boost::num_vertices(network), is_directed);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        if (!is_judged(network[edge])) continue;
        auto source = static_cast<std::uint32_t>(boost::source(edge, network));
        auto target = static_cast<std::uint32_t>(boost::target(edge, network));
        if (source == target) continue;
        if (!is_directed && source > target) std::swap(source, target);
        const auto place = std::partition_point(pairs.begin(), pairs.end(), [&](const WeightedPair& pair) {
            return std::tie(pair.source, pair.target) < std::tie(source, target);
        });
        network[edge].significance = alphas[static_cast<std::size_t>(place - pairs.begin())];
    }
}

Network backbone_of(const Network& network, double level) {
    if (!(level > 0 && level <= 1)) throw std::logic_error("the level of a backbone is above 0 and at most 1");
    Network judged = network;
    add_significance(judged);
    const auto is_kept = [&](NetworkEdge edge) {
        return judged[edge].significance && *judged[edge].significance < level;
    };
    std::vector<bool> has_edge(boost::num_vertices(judged));
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(judged)))
        if (is_kept(edge)) has_edge[boost::source(edge, judged)] = has_edge[boost::target(edge, judged)] = true;

    Network backbone;
    std::vector<NetworkVertex> moved_to(boost::num_vertices(judged));
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(judged))) {
        if (!has_edge[vertex]) continue;
        moved_to[vertex] = boost::add_vertex(judged[vertex], backbone);
        Node& node = backbone[moved_to[vertex]];
        node.measures.reset();
        node.community.reset();
        node.position.reset();
    }
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(judged)))
        if (is_kept(edge))
            boost::add_edge(moved_to[boost::source(edge, judged)], moved_to[boost::target(edge, judged)],
                            judged[edge], backbone);
    backbone[boost::graph_bundle] = facts_of_backbone(network, backbone, level);
    return backbone;
}

}  // namespace demarche
