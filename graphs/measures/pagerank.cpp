// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/pagerank.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace demarche {

namespace {

// What share of a vertex's rank an arc takes per unit of its weight; 0 for a vertex without arcs.
std::vector<double> shares_of(const SimpleGraph& graph) {
    std::vector<double> shares(boost::num_vertices(graph));
    for (const auto arc : boost::make_iterator_range(boost::edges(graph)))
        shares[boost::source(arc, graph)] += graph[arc].weight;
    for (double& share : shares)
        if (share > 0) share = 1 / share;
    return shares;
}

}  // namespace

std::vector<double> pageranks(const SimpleGraph& graph, double damping) {
    if (!(damping >= 0 && damping < 1)) throw std::logic_error("damping is at least 0 and below 1");
    const std::size_t n = boost::num_vertices(graph);
    if (n == 0) return {};
    const std::vector<double> shares = shares_of(graph);
    std::vector<double> rank(n, 1 / static_cast<double>(n)), next(n);
    constexpr double enough = 1e-14;
    // Rounding alone can keep the change of very large networks above that: what is left by then is below 1e-30.
    const int most_rounds = damping > 0 ? static_cast<int>(std::ceil(std::log(1e-30) / std::log(damping))) + 1 : 2;
    for (int round = 0; round < most_rounds; ++round) {
        double loose = 0;  // rank of vertices that no arc leaves
        for (std::size_t vertex = 0; vertex < n; ++vertex)
            if (shares[vertex] == 0) loose += rank[vertex];
        next.assign(n, (1 - damping + damping * loose) / static_cast<double>(n));
        for (const auto arc : boost::make_iterator_range(boost::edges(graph))) {
            const SimpleVertex source = boost::source(arc, graph);
            next[boost::target(arc, graph)] += damping * rank[source] * shares[source] * graph[arc].weight;
        }
        double change = 0;
        for (std::size_t vertex = 0; vertex < n; ++vertex) change += std::abs(next[vertex] - rank[vertex]);
        rank.swap(next);
        if (change < enough) break;
    }
    return rank;
}

}  // namespace demarche
