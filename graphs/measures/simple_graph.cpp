// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/simple_graph.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace demarche {

namespace {

// In order and each once. Weights are added up in the order in which they come, so that sums are the same each
// time.
std::vector<WeightedPair> merged(std::vector<WeightedPair> pairs) {
    std::stable_sort(pairs.begin(), pairs.end(), [](const WeightedPair& left, const WeightedPair& right) {
        return std::tie(left.source, left.target) < std::tie(right.source, right.target);
    });
    std::size_t kept = 0;
    for (const WeightedPair& pair : pairs) {
        const bool is_same =
            kept > 0 && pairs[kept - 1].source == pair.source && pairs[kept - 1].target == pair.target;
        if (is_same)
            pairs[kept - 1].weight += pair.weight;
        else
            pairs[kept++] = pair;
    }
    pairs.resize(kept);
    return pairs;
}

SimpleGraph graph_of(std::size_t vertices, const std::vector<WeightedPair>& sorted) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Arc> arcs;
    ends.reserve(sorted.size());
    arcs.reserve(sorted.size());
    for (const WeightedPair& pair : sorted) {
        ends.emplace_back(pair.source, pair.target);
        arcs.push_back({pair.weight});
    }
    return SimpleGraph(boost::edges_are_sorted, ends.begin(), ends.end(), arcs.begin(),
                       static_cast<std::uint32_t>(vertices), static_cast<std::uint32_t>(sorted.size()));
}

}  // namespace

std::vector<WeightedPair> merged_pairs(const Network& network, const EdgeFilter& is_wanted) {
    std::vector<WeightedPair> pairs;
    pairs.reserve(boost::num_edges(network));
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        const auto source = static_cast<std::uint32_t>(boost::source(edge, network));
        const auto target = static_cast<std::uint32_t>(boost::target(edge, network));
        if (source != target && is_wanted(edge)) pairs.push_back({source, target, network[edge].weight});
    }
    return merged(std::move(pairs));
}

Measured measured(const Network& network, MeasuredPart part) {
    Measured result;
    std::vector<std::optional<std::uint32_t>> number(boost::num_vertices(network));
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        if (!part.with_umbrella_codes && is_umbrella(network[vertex])) continue;
        number[vertex] = static_cast<std::uint32_t>(result.vertices.size());
        result.vertices.push_back(vertex);
    }
    result.pairs = merged_pairs(network, [&](NetworkEdge edge) {
        return number[boost::source(edge, network)] && number[boost::target(edge, network)] &&
               (part.with_memberships || network[edge].relation != Relation::member_of);
    });
    for (WeightedPair& pair : result.pairs) {  // in order still: numbers are in the order of vertices
        pair.source = *number[pair.source];
        pair.target = *number[pair.target];
    }
    result.is_directed = network[boost::graph_bundle].is_directed;
    if (!result.is_directed) result.pairs = without_direction(result.pairs);
    return result;
}

std::vector<WeightedPair> without_direction(const std::vector<WeightedPair>& pairs) {
    std::vector<WeightedPair> turned = pairs;
    for (WeightedPair& pair : turned)
        if (pair.source > pair.target) std::swap(pair.source, pair.target);
    return merged(std::move(turned));
}

SimpleGraph directed_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    return graph_of(vertices, pairs);
}

SimpleGraph reversed_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    std::vector<WeightedPair> turned = pairs;
    for (WeightedPair& pair : turned) std::swap(pair.source, pair.target);
    return graph_of(vertices, merged(std::move(turned)));
}

SimpleGraph undirected_graph(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    std::vector<WeightedPair> both = pairs;
    both.reserve(2 * pairs.size());
    for (const WeightedPair& pair : pairs) both.push_back({pair.target, pair.source, pair.weight});
    return graph_of(vertices, merged(std::move(both)));
}

}  // namespace demarche
