// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/two_mode.hpp"

#include <algorithm>
#include <cstddef>

#include "graphs/measures/paths.hpp"

namespace demarche {

namespace {

Side side_of(const Node& node) {
    switch (node.type) {
        case NodeType::state:
        case NodeType::organisation:
        case NodeType::document:
            return node.authorship && !node.authorship->documents.empty() ? Side::first : Side::neither;
        case NodeType::body:
        case NodeType::norm:
        case NodeType::instrument:
        case NodeType::focal_point:
        case NodeType::theme: return Side::second;
    }
    return Side::neither;
}

// The most betweenness that one of `own` nodes can have that face `other`: formulas of Borgatti and Everett (1997),
// in whole-number division.
double most_betweenness(std::int64_t own, std::int64_t other) {
    const std::int64_t s = (own - 1) / other, t = (own - 1) % other;
    return static_cast<double>(other * other * (s + 1) * (s + 1) + other * (s + 1) * (2 * t - s - 1) -
                               t * (2 * s - t + 3)) /
           2;
}

TwoModePlace place_of(std::int64_t own, std::int64_t other, std::int64_t degree, double betweenness_sum,
                      Reach reach) {
    TwoModePlace place;
    place.degree = static_cast<double>(degree) / static_cast<double>(other);
    const double most = most_betweenness(own, other);
    if (most > 0) place.betweenness = betweenness_sum / 2 / most;  // each pair of others was counted both ways
    if (reach.vertices > 0)
        place.closeness = static_cast<double>(other + 2 * (own - 1)) / reach.distance *
                          (static_cast<double>(reach.vertices) / static_cast<double>(own + other - 1));
    return place;
}

}  // namespace

std::vector<Side> sides_of(const Network& network, const std::vector<NetworkVertex>& vertices) {
    std::vector<Side> sides;
    sides.reserve(vertices.size());
    for (const NetworkVertex vertex : vertices) sides.push_back(side_of(network[vertex]));
    return sides;
}

std::optional<TwoModeMeasures> two_mode_measures(const std::vector<Side>& sides,
                                                 const std::vector<WeightedPair>& pairs) {
    const auto first = std::count(sides.begin(), sides.end(), Side::first);
    const auto second = std::count(sides.begin(), sides.end(), Side::second);
    if (first == 0 || second == 0) return std::nullopt;

    std::vector<WeightedPair> across;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(across), [&](const WeightedPair& pair) {
        const Side one = sides[pair.source], other = sides[pair.target];
        return one != other && one != Side::neither && other != Side::neither;
    });
    const SimpleGraph graph = undirected_graph(sides.size(), across);
    const std::vector<double> betweenness = betweenness_sums(graph, false);
    const std::vector<Reach> reach = reaches(graph, false);

    TwoModeMeasures result;
    result.figures.first = static_cast<std::int32_t>(first);
    result.figures.second = static_cast<std::int32_t>(second);
    result.figures.edges = static_cast<std::int32_t>(across.size());
    result.figures.density =
        static_cast<double>(across.size()) / (static_cast<double>(first) * static_cast<double>(second));
    result.places.resize(sides.size());
    for (std::size_t vertex = 0; vertex < sides.size(); ++vertex) {
        if (sides[vertex] == Side::neither) continue;
        const bool is_first = sides[vertex] == Side::first;
        const auto degree = boost::out_degree(static_cast<SimpleVertex>(vertex), graph);
        result.places[vertex] = place_of(is_first ? first : second, is_first ? second : first,
                                         static_cast<std::int64_t>(degree), betweenness[vertex], reach[vertex]);
    }
    return result;
}

}  // namespace demarche
