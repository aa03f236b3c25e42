// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each measure costs on a random network without directions, for bench/measures.py to set beside other
// programs.
//
// usage: bench_measures NODES EDGES FILE [MEASURE...]    writes the edges to FILE ("source target weight" by
// number),
//                                                        and prints "measure seconds" of processor time, a line
//                                                        each

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graphs/backbone.hpp"
#include "graphs/measures/cohesion.hpp"
#include "graphs/measures/communities.hpp"
#include "graphs/measures/layout.hpp"
#include "graphs/measures/pagerank.hpp"
#include "graphs/measures/paths.hpp"

namespace {

using demarche::WeightedPair;

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::vector<WeightedPair> random_pairs(std::uint32_t nodes, std::size_t edges) {
    std::mt19937 random(1);
    std::set<std::pair<std::uint32_t, std::uint32_t>> drawn;
    while (drawn.size() < edges) {
        const auto one = static_cast<std::uint32_t>(random() % nodes),
                   other = static_cast<std::uint32_t>(random() % nodes);
        if (one != other) drawn.emplace(std::min(one, other), std::max(one, other));
    }
    std::vector<WeightedPair> pairs;
    for (const auto& [source, target] : drawn)
        pairs.push_back({source, target, 1.0 + static_cast<double>(random() % 9)});
    return pairs;
}

demarche::Network network_of(std::uint32_t nodes, const std::vector<WeightedPair>& pairs) {
    demarche::Network network(nodes);
    for (const WeightedPair& pair : pairs) {
        demarche::Edge edge;
        edge.relation = demarche::Relation::shares;
        edge.weight = pair.weight;
        boost::add_edge(pair.source, pair.target, edge, network);
    }
    network[boost::graph_bundle].is_directed = false;
    return network;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: bench_measures NODES EDGES FILE [MEASURE...]\n";
        return 2;
    }
    const auto nodes = static_cast<std::uint32_t>(std::stoul(argv[1]));
    const std::vector<WeightedPair> pairs = random_pairs(nodes, std::stoul(argv[2]));
    std::ofstream file(argv[3]);
    for (const WeightedPair& pair : pairs) file << pair.source << ' ' << pair.target << ' ' << pair.weight << '\n';
    file.close();

    const demarche::SimpleGraph graph = demarche::undirected_graph(nodes, pairs);
    demarche::Network network = network_of(nodes, pairs);
    const std::vector<std::pair<std::string, std::function<void()>>> all = {
        {"components", [&] { demarche::components_of(graph); }},
        {"core", [&] { demarche::core_numbers_of(graph); }},
        {"clustering", [&] { demarche::clustering_of(graph); }},
        {"pagerank", [&] { demarche::pageranks(graph); }},
        {"communities", [&] { demarche::communities_of(nodes, pairs, {.runs = 1}); }},
        {"backbone", [&] { demarche::add_significance(network); }},
        {"layout", [&] { demarche::add_layout(network); }},
        {"closeness", [&] { demarche::reaches(graph, false); }},
        {"closeness_weighted", [&] { demarche::reaches(graph, true); }},
        {"betweenness", [&] { demarche::betweenness_sums(graph, false); }},
        {"betweenness_weighted", [&] { demarche::betweenness_sums(graph, true); }},
    };
    const std::set<std::string> asked(argv + 4, argv + argc);
    for (const auto& [name, run] : all) {
        if (!asked.empty() && !asked.contains(name)) continue;
        const double begin = processor_seconds();
        run();
        std::cout << name << ' ' << processor_seconds() - begin << std::endl;
    }
}
