// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/communities.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

#include "graphs/measures/igraph_graph.hpp"

namespace demarche {

namespace {

using measures::IgraphGraph;
using measures::IgraphSession;
using measures::IgraphVector;
using measures::require;

std::vector<double> strengths_of(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    std::vector<double> strengths(vertices);
    for (const WeightedPair& pair : pairs) {
        strengths[pair.source] += pair.weight;
        strengths[pair.target] += pair.weight;
    }
    return strengths;
}

double total_weight(const std::vector<WeightedPair>& pairs) {
    return std::accumulate(pairs.begin(), pairs.end(), 0.0,
                           [](double sum, const WeightedPair& pair) { return sum + pair.weight; });
}

// The graph in igraph's form, and Leiden on it.
class Leiden {
public:
    Leiden(std::size_t vertices, const std::vector<WeightedPair>& pairs, double resolution)
        : graph_(vertices, pairs),
          weights_(weights_of(pairs)),
          strengths_(strengths_of(vertices, pairs)),
          // What makes igraph's objective, the constant Potts model, modularity.
          resolution_(resolution / (2 * total_weight(pairs))) {}

    std::vector<std::int32_t> run(std::uint32_t seed) const {
        constexpr double randomness = 0.01;            // igraph's own default
        constexpr igraph_integer_t until_stable = -1;  // iterations
        const IgraphSession session(seed);
        igraph_vector_int_t membership{};
        require(igraph_vector_int_init(&membership, 0));
        const igraph_error_t status =
            igraph_community_leiden(graph_.get(), weights_.get(), strengths_.get(), resolution_, randomness, false,
                                    until_stable, &membership, nullptr, nullptr);
        std::vector<std::int32_t> parts;
        for (igraph_integer_t vertex = 0; vertex < igraph_vector_int_size(&membership); ++vertex)
            parts.push_back(static_cast<std::int32_t>(VECTOR(membership)[vertex]));
        igraph_vector_int_destroy(&membership);
        require(status);
        return parts;
    }

private:
    static std::vector<double> weights_of(const std::vector<WeightedPair>& pairs) {
        std::vector<double> weights;
        weights.reserve(pairs.size());
        for (const WeightedPair& pair : pairs) weights.push_back(pair.weight);
        return weights;
    }

    IgraphGraph graph_;
    IgraphVector weights_, strengths_;
    double resolution_;
};

// Numbers that do not depend on how the algorithm named its parts.
std::vector<std::int32_t> numbered_by_size(const std::vector<std::int32_t>& parts) {
    std::unordered_map<std::int32_t, std::size_t> at;  // parts in order of their least vertex
    std::vector<std::size_t> sizes;
    for (const std::int32_t part : parts) {
        const auto [place, is_new] = at.try_emplace(part, sizes.size());
        if (is_new) sizes.push_back(0);
        ++sizes[place->second];
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return sizes[left] > sizes[right]; });
    std::vector<std::int32_t> number(sizes.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        number[order[place]] = static_cast<std::int32_t>(place) + 1;
    std::vector<std::int32_t> numbered;
    numbered.reserve(parts.size());
    for (const std::int32_t part : parts) numbered.push_back(number[at.at(part)]);
    return numbered;
}

// In small networks one run in six may find what is best, and ten miss it; there more cost nothing.
std::uint32_t runs_for(const std::vector<WeightedPair>& pairs, const CommunityOptions& options) {
    constexpr std::size_t fewest = 10, most = 100;
    constexpr std::size_t pairs_in_all = 1'000'000;  // a second or less
    if (options.runs) return *options.runs;
    return static_cast<std::uint32_t>(
        std::clamp(pairs_in_all / std::max<std::size_t>(pairs.size(), 1), fewest, most));
}

std::vector<std::int32_t> best_parts(std::size_t vertices, const std::vector<WeightedPair>& pairs,
                                     const CommunityOptions& options) {
    std::vector<std::int32_t> best(vertices);
    if (pairs.empty()) {  // every vertex is alone
        std::iota(best.begin(), best.end(), 0);
        return best;
    }
    const Leiden leiden(vertices, pairs, options.resolution);
    for (std::uint32_t run = 0, runs = runs_for(pairs, options); run < runs; ++run) {
        std::vector<std::int32_t> parts = leiden.run(options.seed + run);
        // Only what is better by more than rounding: which of two equals is kept must not hang on the last bit.
        // A run may also end in less than there is with all in one community, which `best` begins with.
        constexpr double rounding = 1e-12;
        const double least = modularity_of(best, pairs, options.resolution) + (run == 0 ? -rounding : rounding);
        if (modularity_of(parts, pairs, options.resolution) > least) best = std::move(parts);
    }
    return best;
}

}  // namespace

double modularity_of(const std::vector<std::int32_t>& parts, const std::vector<WeightedPair>& pairs,
                     double resolution) {
    const double total = total_weight(pairs);
    if (total <= 0) return 0;
    const std::vector<double> strengths = strengths_of(parts.size(), pairs);
    std::unordered_map<std::int32_t, std::size_t> at;
    std::vector<double> inside, strength;
    for (std::size_t vertex = 0; vertex < parts.size(); ++vertex) {
        const auto [place, is_new] = at.try_emplace(parts[vertex], strength.size());
        if (is_new) {
            inside.push_back(0);
            strength.push_back(0);
        }
        strength[place->second] += strengths[vertex];
    }
    for (const WeightedPair& pair : pairs)
        if (parts[pair.source] == parts[pair.target]) inside[at.at(parts[pair.source])] += pair.weight;
    double sum = 0;
    for (std::size_t part = 0; part < strength.size(); ++part)
        sum += inside[part] / total - resolution * (strength[part] / (2 * total)) * (strength[part] / (2 * total));
    return sum;
}

Communities communities_of(std::size_t vertices, const std::vector<WeightedPair>& pairs,
                           const CommunityOptions& options) {
    if (!(options.resolution > 0)) throw std::logic_error("the resolution of communities is above 0");
    if (options.runs == 0U) throw std::logic_error("communities take at least one run");
    Communities communities;
    communities.number = numbered_by_size(best_parts(vertices, pairs, options));
    communities.figures.resolution = options.resolution;
    communities.figures.modularity = modularity_of(communities.number, pairs, options.resolution);
    if (!communities.number.empty())
        communities.figures.count = *std::max_element(communities.number.begin(), communities.number.end());
    return communities;
}

void add_communities(Network& network, const CommunityOptions& options) {
    const Measured part = measured(network, options.part);
    const Communities communities = communities_of(part.vertices.size(), without_direction(part.pairs), options);
    for (std::size_t place = 0; place < part.vertices.size(); ++place)
        network[part.vertices[place]].community = communities.number[place];
    network[boost::graph_bundle].communities = communities.figures;
}

}  // namespace demarche
