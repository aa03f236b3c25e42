// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/measures/simple_graph.hpp"

namespace demarche {

// How a network holds together. All take a graph whose arcs go both ways.

// Core numbers, by Boost. O(n + m).
std::vector<std::int32_t> core_numbers_of(const SimpleGraph& graph);

struct Components {
    std::vector<std::int32_t>
        number;                      // by vertex, from 1: the largest first, among equals that of the least vertex
    std::vector<std::int32_t> size;  // by number - 1
};
// O(n + m), nearly.
Components components_of(const SimpleGraph& graph);

struct Clustering {
    std::vector<double> local;  // by vertex
    double mean = 0;            // over all vertices; 0 for none
    double transitivity = 0;
};
// Each triangle is found once, from its vertex of least degree, so a hub of thousands of
// neighbours costs no more than its edges: O(m sqrt m) at most. Boost's clustering_coefficient looks every pair of
// a vertex's neighbours up instead, which is quadratic in the degree of a hub, and in compressed rows each look-up
// is linear. Latapy, M. (2008), Theoretical Computer Science 407, 458-473 ("compact-forward").
Clustering clustering_of(const SimpleGraph& graph);

// Sum of (largest - own) over `most`; 0 where `most` is 0 and nothing can differ.
double centralisation(const std::vector<double>& values, double most);

}  // namespace demarche
