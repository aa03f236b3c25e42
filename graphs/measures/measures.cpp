// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/measures.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "graphs/measures/cohesion.hpp"
#include "graphs/measures/pagerank.hpp"
#include "graphs/measures/paths.hpp"
#include "graphs/measures/simple_graph.hpp"
#include "graphs/measures/two_mode.hpp"

namespace demarche {

namespace {

// The network in the forms that its measures are taken on.
struct Forms {
    std::size_t n = 0;
    bool is_directed = true;
    std::vector<WeightedPair> unordered;  // as of without_direction()
    std::vector<WeightedPair> pairs;      // the same where the network has no directions, ordered pairs otherwise
    SimpleGraph both_ways;

    explicit Forms(const Measured& part)
        : n(part.vertices.size()),
          is_directed(part.is_directed),
          unordered(without_direction(part.pairs)),
          pairs(part.pairs),
          both_ways(undirected_graph(n, unordered)) {}
};

using Values = std::vector<NodeMeasures>;

void add_degrees(const Forms& forms, Values& values) {
    for (const WeightedPair& pair : forms.unordered) {
        for (const std::uint32_t end : {pair.source, pair.target}) {
            ++values[end].degree;
            values[end].strength += pair.weight;
        }
    }
    if (!forms.is_directed) return;
    for (const WeightedPair& pair : forms.pairs) {
        ++values[pair.source].out_degree;
        values[pair.source].out_strength += pair.weight;
        ++values[pair.target].in_degree;
        values[pair.target].in_strength += pair.weight;
    }
}

void add_paths(const Forms& forms, bool is_weighted, bool is_directed, Values& values) {
    const SimpleGraph directed = is_directed ? directed_graph(forms.n, forms.pairs) : SimpleGraph();
    // Closeness is of who reaches a node, as NetworkX and Wasserman and Faust have it.
    const SimpleGraph inward = is_directed ? reversed_graph(forms.n, forms.pairs) : SimpleGraph();
    const std::vector<double> between = betweenness_sums(is_directed ? directed : forms.both_ways, is_weighted);
    const std::vector<Reach> reach = reaches(is_directed ? inward : forms.both_ways, is_weighted);
    const auto n = static_cast<double>(forms.n);
    for (std::size_t vertex = 0; vertex < forms.n; ++vertex) {
        // The sums are over ordered pairs, and so is the divisor: without directions both are twice Freeman's.
        if (forms.n > 2) values[vertex].betweenness = between[vertex] / ((n - 1) * (n - 2));
        const double reached = reach[vertex].vertices;
        if (reached > 0) values[vertex].closeness = reached / reach[vertex].distance * (reached / (n - 1));
    }
}

void add_cohesion(const Forms& forms, Values& values, NetworkMeasures& whole) {
    const std::vector<std::int32_t> cores = core_numbers_of(forms.both_ways);
    const Components components = components_of(forms.both_ways);
    const Clustering clustering = clustering_of(forms.both_ways);
    for (std::size_t vertex = 0; vertex < forms.n; ++vertex) {
        values[vertex].core = cores[vertex];
        values[vertex].component = components.number[vertex];
        values[vertex].clustering = clustering.local[vertex];
    }
    if (!cores.empty()) whole.largest_core = *std::max_element(cores.begin(), cores.end());
    whole.components = static_cast<std::int32_t>(components.size.size());
    whole.largest_component = components.size.empty() ? 0 : components.size.front();
    whole.mean_clustering = clustering.mean;
    whole.transitivity = clustering.transitivity;
}

void add_pagerank(const Forms& forms, double damping, Values& values) {
    const std::vector<double> rank =
        pageranks(forms.is_directed ? directed_graph(forms.n, forms.pairs) : forms.both_ways, damping);
    for (std::size_t vertex = 0; vertex < forms.n; ++vertex) values[vertex].pagerank = rank[vertex];
}

void add_centralisation(const Values& values, NetworkMeasures& whole) {
    std::vector<double> degrees, betweenness;
    for (const NodeMeasures& node : values) {
        degrees.push_back(node.degree);
        betweenness.push_back(node.betweenness);
    }
    const auto n = static_cast<double>(values.size());
    whole.degree_centralisation = centralisation(degrees, (n - 1) * (n - 2));
    whole.betweenness_centralisation = centralisation(betweenness, n - 1);
}

double density_of(const Forms& forms) {
    const auto n = static_cast<double>(forms.n);
    if (forms.n < 2) return 0;
    return static_cast<double>(forms.pairs.size()) / (forms.is_directed ? n * (n - 1) : n * (n - 1) / 2);
}

}  // namespace

void add_measures(Network& network, const MeasureOptions& options) {
    const Measured part = measured(network, options.part);
    const Forms forms(part);
    Values values(forms.n);
    NetworkMeasures whole;
    whole.has_weighted_paths = options.with_weighted_paths;
    whole.has_directed_paths = options.with_directed_paths && forms.is_directed;
    whole.has_memberships = options.part.with_memberships;
    whole.nodes = static_cast<std::int32_t>(forms.n);
    whole.edges = static_cast<std::int32_t>(forms.pairs.size());
    whole.density = density_of(forms);

    add_degrees(forms, values);
    add_paths(forms, whole.has_weighted_paths, whole.has_directed_paths, values);
    add_pagerank(forms, options.damping, values);
    add_cohesion(forms, values, whole);
    add_centralisation(values, whole);
    if (forms.is_directed) {  // a projection has lost its other side
        if (const auto two_mode = two_mode_measures(sides_of(network, part.vertices), forms.unordered)) {
            whole.two_mode = two_mode->figures;
            for (std::size_t vertex = 0; vertex < forms.n; ++vertex)
                values[vertex].two_mode = two_mode->places[vertex];
        }
    }
    for (std::size_t place = 0; place < forms.n; ++place) network[part.vertices[place]].measures = values[place];
    network[boost::graph_bundle].measures = whole;
}

}  // namespace demarche
