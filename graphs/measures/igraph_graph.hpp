// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <igraph/igraph.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graphs/measures/simple_graph.hpp"

namespace demarche::measures {

// What igraph's C library needs of us: memory that is given back, and failures that are exceptions. Left alone it
// ends the program when anything fails.
//
// Not to be used by two threads at once: igraph's random numbers and its handler of errors are the program's.

// Makes igraph return its failures, and starts its random numbers from `seed`, for as long as this lives.
class IgraphSession {
public:
    explicit IgraphSession(std::uint32_t seed);
    ~IgraphSession();
    IgraphSession(const IgraphSession&) = delete;
    IgraphSession& operator=(const IgraphSession&) = delete;

private:
    igraph_error_handler_t* handler_before_;
};

// Throws std::bad_alloc when memory ran out, std::logic_error otherwise: we asked for what cannot be done.
void require(igraph_error_t status);

class IgraphVector {
public:
    explicit IgraphVector(const std::vector<double>& values);
    ~IgraphVector() { igraph_vector_destroy(&vector_); }
    IgraphVector(const IgraphVector&) = delete;
    IgraphVector& operator=(const IgraphVector&) = delete;
    const igraph_vector_t* get() const noexcept { return &vector_; }

private:
    igraph_vector_t vector_{};
};

// An undirected graph with the vertices and edges of `pairs`, in their order.
class IgraphGraph {
public:
    IgraphGraph(std::size_t vertices, const std::vector<WeightedPair>& pairs);
    ~IgraphGraph() { igraph_destroy(&graph_); }
    IgraphGraph(const IgraphGraph&) = delete;
    IgraphGraph& operator=(const IgraphGraph&) = delete;
    const igraph_t* get() const noexcept { return &graph_; }

private:
    igraph_t graph_{};
};

}  // namespace demarche::measures
