// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/paths.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>
#include <limits>

namespace demarche::measures {

// The length of a weighted path. Equal within rounding: Boost's algorithms compare lengths with these operators.
struct PathLength {
    double value = 0;

    friend bool operator<(PathLength left, PathLength right) noexcept {
        constexpr double tolerance = 1e-10;  // relative; lengths are never negative
        return left.value * (1 + tolerance) < right.value;
    }
    friend bool operator>(PathLength left, PathLength right) noexcept { return right < left; }
    friend bool operator==(PathLength left, PathLength right) noexcept {
        return !(left < right) && !(right < left);
    }
    friend bool operator!=(PathLength left, PathLength right) noexcept { return !(left == right); }
    friend PathLength operator+(PathLength left, PathLength right) noexcept { return {left.value + right.value}; }
};

}  // namespace demarche::measures

// Boost asks here for the length that nothing exceeds: of what is out of reach.
template <>
class std::numeric_limits<demarche::measures::PathLength> {
public:
    static constexpr bool is_specialized = true;
    // Named as the standard has it. The brackets keep macros of that name away, as everywhere in Boost.
    static constexpr demarche::measures::PathLength(max)() noexcept {
        return {std::numeric_limits<double>::infinity()};
    }
};

namespace demarche {

namespace {

using measures::PathLength;

std::vector<PathLength> lengths_of(const SimpleGraph& graph) {
    std::vector<PathLength> lengths;
    lengths.reserve(boost::num_edges(graph));
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        lengths.push_back({1 / graph[edge].weight});
    return lengths;
}

// Boost counts paths in the type of a degree unless told otherwise, and there may be more than any whole number
// holds.
template <typename Length, typename... WeightMap>
std::vector<double> brandes(const SimpleGraph& graph, WeightMap... weights) {
    const std::size_t n = boost::num_vertices(graph);
    const auto index = boost::get(boost::vertex_index, graph);
    const auto mapped = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
    std::vector<double> centrality(n), dependency(n), path_count(n);
    std::vector<Length> distance(n);
    std::vector<std::vector<boost::graph_traits<SimpleGraph>::edge_descriptor>> incoming(n);
    boost::brandes_betweenness_centrality(graph, mapped(centrality), boost::dummy_property_map(), mapped(incoming),
                                          mapped(distance), mapped(dependency), mapped(path_count), index,
                                          weights...);
    return centrality;
}

// Adds up the distances of all that a breadth-first search finds.
class DistanceSummer : public boost::default_bfs_visitor {
public:
    DistanceSummer(std::vector<std::uint32_t>& distance, Reach& reach) : distance_(&distance), reach_(&reach) {}

    template <typename Edge>
    void tree_edge(const Edge& edge, const SimpleGraph& graph) {
        const std::uint32_t length = (*distance_)[boost::source(edge, graph)] + 1;
        (*distance_)[boost::target(edge, graph)] = length;
        ++reach_->vertices;
        reach_->distance += length;
    }

private:
    std::vector<std::uint32_t>* distance_;  // pointers: Boost copies visitors
    Reach* reach_;
};

std::vector<Reach> reaches_by_arcs(const SimpleGraph& graph) {
    const std::size_t n = boost::num_vertices(graph);
    std::vector<Reach> found(n);
    std::vector<std::uint32_t> distance(n);
    std::vector<boost::default_color_type> colours(n);
    const auto colour = boost::make_iterator_property_map(colours.begin(), boost::get(boost::vertex_index, graph));
    boost::queue<SimpleVertex> waiting;
    for (const SimpleVertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
        colours.assign(n, boost::white_color);
        distance[vertex] = 0;
        boost::breadth_first_visit(graph, vertex, waiting, DistanceSummer(distance, found[vertex]), colour);
    }
    return found;
}

std::vector<Reach> reaches_by_weight(const SimpleGraph& graph) {
    const std::size_t n = boost::num_vertices(graph);
    const std::vector<PathLength> lengths = lengths_of(graph);
    const auto index = boost::get(boost::vertex_index, graph);
    std::vector<Reach> found(n);
    std::vector<PathLength> distance(n);
    for (const SimpleVertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
        boost::dijkstra_shortest_paths(
            graph, vertex,
            boost::weight_map(
                boost::make_iterator_property_map(lengths.begin(), boost::get(boost::edge_index, graph)))
                .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
        for (SimpleVertex other = 0; other < n; ++other) {
            if (other == vertex || std::isinf(distance[other].value)) continue;
            ++found[vertex].vertices;
            found[vertex].distance += distance[other].value;
        }
    }
    return found;
}

}  // namespace

std::vector<double> betweenness_sums(const SimpleGraph& graph, bool is_weighted) {
    if (!is_weighted) return brandes<std::uint32_t>(graph);
    const std::vector<PathLength> lengths = lengths_of(graph);
    return brandes<PathLength>(
        graph, boost::make_iterator_property_map(lengths.begin(), boost::get(boost::edge_index, graph)));
}

std::vector<Reach> reaches(const SimpleGraph& graph, bool is_weighted) {
    return is_weighted ? reaches_by_weight(graph) : reaches_by_arcs(graph);
}

}  // namespace demarche
