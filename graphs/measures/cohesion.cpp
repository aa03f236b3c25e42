// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/cohesion.hpp"

#include <algorithm>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <numeric>

namespace demarche {

namespace {

// The vertices in order of degree, and for each place in that order the later places that it has an edge with: each
// edge once, from its lesser end.
struct Ranking {
    std::vector<SimpleVertex> order;
    std::vector<std::vector<std::uint32_t>> later;
};

Ranking ranking_of(const SimpleGraph& graph) {
    const std::size_t n = boost::num_vertices(graph);
    Ranking ranking{std::vector<SimpleVertex>(n), std::vector<std::vector<std::uint32_t>>(n)};
    std::iota(ranking.order.begin(), ranking.order.end(), SimpleVertex{0});
    std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](SimpleVertex left, SimpleVertex right) {
        return boost::out_degree(left, graph) < boost::out_degree(right, graph);
    });
    std::vector<std::uint32_t> place_of(n);
    for (std::size_t place = 0; place < n; ++place)
        place_of[ranking.order[place]] = static_cast<std::uint32_t>(place);
    for (std::size_t place = 0; place < n; ++place) {
        for (const auto arc : boost::make_iterator_range(boost::out_edges(ranking.order[place], graph)))
            if (const std::uint32_t other = place_of[boost::target(arc, graph)]; other > place)
                ranking.later[place].push_back(other);
        std::sort(ranking.later[place].begin(), ranking.later[place].end());
    }
    return ranking;
}

// Calls `found` with each place that two lists in order have in common.
template <typename Found>
void for_each_common(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, Found found) {
    for (auto one = left.begin(), other = right.begin(); one != left.end() && other != right.end();) {
        if (*one < *other) {
            ++one;
        } else if (*other < *one) {
            ++other;
        } else {
            found(*one++);
            ++other;
        }
    }
}

// By vertex, the triangles that it is a corner of.
std::vector<std::int64_t> triangles_at(const SimpleGraph& graph) {
    const Ranking ranking = ranking_of(graph);
    std::vector<std::int64_t> triangles(ranking.order.size());
    for (std::size_t low = 0; low < ranking.order.size(); ++low)
        for (const std::uint32_t middle : ranking.later[low])
            for_each_common(ranking.later[low], ranking.later[middle], [&](std::uint32_t high) {
                for (const std::size_t corner : {low, std::size_t{middle}, std::size_t{high}})
                    ++triangles[ranking.order[corner]];
            });
    return triangles;
}

}  // namespace

std::vector<std::int32_t> core_numbers_of(const SimpleGraph& graph) {
    std::vector<std::int32_t> cores(boost::num_vertices(graph));
    if (cores.empty()) return cores;  // Boost reads the first bin of none
    boost::core_numbers(graph,
                        boost::make_iterator_property_map(cores.begin(), boost::get(boost::vertex_index, graph)));
    return cores;
}

Components components_of(const SimpleGraph& graph) {
    // Arcs go both ways, so a search along them finds what one without directions would. Boost finds components in
    // order of their least vertex.
    std::vector<std::int32_t> found(boost::num_vertices(graph));
    const std::int32_t count = boost::connected_components(
        graph, boost::make_iterator_property_map(found.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<std::int32_t> sizes(static_cast<std::size_t>(count));
    for (const std::int32_t component : found) ++sizes[static_cast<std::size_t>(component)];
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return sizes[left] > sizes[right]; });
    Components components;
    std::vector<std::int32_t> number(sizes.size());
    for (const std::size_t component : order) {
        components.size.push_back(sizes[component]);
        number[component] = static_cast<std::int32_t>(components.size.size());
    }
    for (const std::int32_t component : found)
        components.number.push_back(number[static_cast<std::size_t>(component)]);
    return components;
}

Clustering clustering_of(const SimpleGraph& graph) {
    const std::vector<std::int64_t> triangles = triangles_at(graph);
    Clustering result;
    result.local.resize(triangles.size());
    double closed = 0, possible = 0;  // paths of two edges, by their middle
    for (std::size_t vertex = 0; vertex < triangles.size(); ++vertex) {
        const auto degree = static_cast<double>(boost::out_degree(static_cast<SimpleVertex>(vertex), graph));
        const double pairs = degree * (degree - 1) / 2;
        if (pairs == 0) continue;
        result.local[vertex] = static_cast<double>(triangles[vertex]) / pairs;
        closed += static_cast<double>(triangles[vertex]);
        possible += pairs;
    }
    if (!result.local.empty())
        result.mean = std::accumulate(result.local.begin(), result.local.end(), 0.0) /
                      static_cast<double>(result.local.size());
    if (possible > 0) result.transitivity = closed / possible;
    return result;
}

double centralisation(const std::vector<double>& values, double most) {
    if (values.empty() || most <= 0) return 0;
    const double largest = *std::max_element(values.begin(), values.end());
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [&](double sum, double value) { return sum + (largest - value); }) /
           most;
}

}  // namespace demarche
