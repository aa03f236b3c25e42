// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/cohesion.hpp"

#include <algorithm>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <numeric>
#include <utility>

namespace demarche {

namespace {

// For each vertex, its neighbours that come after it in order of degree: each edge once, at its lesser end. A hub
// comes after its neighbours, so no list is longer than the root of 2m.
struct Later {
    std::vector<std::size_t> begin;  // into vertices, of each vertex, and the end of the last
    std::vector<SimpleVertex> vertices;

    auto of(SimpleVertex vertex) const {
        const auto at = [&](std::size_t place) { return vertices.begin() + static_cast<std::ptrdiff_t>(place); };
        return boost::make_iterator_range(at(begin[vertex]), at(begin[vertex + 1]));
    }
};

Later later_neighbours(const SimpleGraph& graph) {
    const auto rank = [&](SimpleVertex vertex) { return std::pair(boost::out_degree(vertex, graph), vertex); };
    Later later;
    later.begin.push_back(0);
    for (const SimpleVertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
        for (const auto arc : boost::make_iterator_range(boost::out_edges(vertex, graph)))
            if (const SimpleVertex other = boost::target(arc, graph); rank(vertex) < rank(other))
                later.vertices.push_back(other);
        later.begin.push_back(later.vertices.size());
    }
    return later;
}

// By vertex, the triangles that it is a corner of.
std::vector<std::int64_t> triangles_at(const SimpleGraph& graph) {
    const Later later = later_neighbours(graph);
    std::vector<std::int64_t> triangles(boost::num_vertices(graph));
    std::vector<bool> is_after_first(triangles.size());
    for (const SimpleVertex first : boost::make_iterator_range(boost::vertices(graph))) {
        for (const SimpleVertex vertex : later.of(first)) is_after_first[vertex] = true;
        for (const SimpleVertex second : later.of(first))
            for (const SimpleVertex third : later.of(second)) {
                if (!is_after_first[third]) continue;
                ++triangles[first];
                ++triangles[second];
                ++triangles[third];
            }
        for (const SimpleVertex vertex : later.of(first)) is_after_first[vertex] = false;
    }
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
