// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace demarche {

// What is computed of a network and kept on its nodes and on itself: plain
// values, and for each what it means and whose definition it is.
//
// All of them are of the network with parallel edges made one: edges of several
// relations between two nodes count as one, of their summed weight. A node's
// neighbours are the nodes that it has an edge with, whichever way it points.
// n is the number of nodes, m the number of pairs of neighbours.

// A node's place among the two kinds of nodes of a two-mode network, held against what is possible there. A state
// can mention no state in a network of states and bodies, so measures for one kind of node are too low for both.
// Of the edges between the two sides only. Borgatti, S. P. and Everett, M. G. (1997), Network analysis of 2-mode
// data, Social Networks 19(3), 243-269; with the maxima for betweenness and closeness as in Borgatti, S. P. and
// Halgin, D. S. (2011), Analyzing affiliation networks. As networkx.bipartite computes them.
struct TwoModePlace {
    double degree = 0;       // neighbours across / nodes on the other side
    double betweenness = 0;  // unweighted, over the most that a node on its side could have
    double closeness =
        0;  // unweighted: (n_other + 2 (n_own - 1)) / sum of distances, times the share of nodes reached
};

struct NodeMeasures {
    // Neighbours. In a directed network those that an edge comes from, or leads to, as well: a pair with edges both
    // ways counts in each, and once in `degree`.
    std::int32_t degree = 0, in_degree = 0, out_degree = 0;
    // The summed weights of the same edges. Barrat, A. et al. (2004), PNAS 101(11), 3747-3752.
    double strength = 0, in_strength = 0, out_strength = 0;
    // The share of shortest paths between two other nodes that lead through the node, summed over all pairs, and
    // divided by the number of pairs: (n-1)(n-2)/2, or (n-1)(n-2) along directions. Freeman, L. C. (1977),
    // Sociometry 40(1), 35-41; algorithm of Brandes, U. (2001), Journal of Mathematical Sociology 25(2), 163-177.
    double betweenness = 0;
    // r/(n-1) * r/(sum of distances to the node from the r nodes that reach it): the inverse mean distance, scaled
    // by the share of nodes in reach, which makes it comparable in a network of several components. Wasserman, S.
    // and Faust, K. (1994), Social Network Analysis, 5.2.2. As NetworkX computes it; igraph has r/(sum of
    // distances).
    double closeness = 0;
    // The share of time that a walker spends at the node who follows edges in proportion to their weight, and
    // starts anew anywhere with probability 0.15, and where no edge leads on. Sums to 1. Brin, S. and Page, L.
    // (1998), Computer Networks 30, 107-117. Along directions where there are some.
    double pagerank = 0;
    // The largest k such that the node belongs to a part in which each node has k neighbours. Seidman, S. B.
    // (1983), Social Networks 5(3), 269-287; algorithm of Batagelj and Zaversnik (2003).
    std::int32_t core = 0;
    std::int32_t component = 0;  // number of its (weak) component: 1 the largest, then by size, then by least id
    // Of the pairs of its neighbours, those that are neighbours of each other; 0 with fewer than two. Always 0
    // where the network is two-mode. Watts, D. J. and Strogatz, S. H. (1998), Nature 393, 440-442.
    double clustering = 0;
    std::optional<TwoModePlace> two_mode;  // of nodes on one of the two sides
};

struct TwoModeFigures {
    std::int32_t first = 0, second = 0;  // nodes on each side: authors, and what they mention
    std::int32_t edges = 0;              // pairs across
    double density = 0;                  // edges / (first * second)
};

struct NetworkMeasures {
    bool has_weighted_paths = false;  // a path's length is the sum of 1/weight, not the number of its edges
    bool has_directed_paths = false;  // paths follow the direction of edges
    bool has_memberships = false;     // edges of Relation::member_of were counted
    std::int32_t nodes = 0;           // n
    std::int32_t edges = 0;           // m; in a directed network ordered pairs
    double density = 0;               // m / possible: n(n-1)/2, or n(n-1) where directed
    std::int32_t components = 0;
    std::int32_t largest_component = 0;  // nodes in it
    std::int32_t largest_core = 0;       // the largest core number
    double mean_clustering = 0;          // over all nodes, as Watts and Strogatz have it
    double transitivity = 0;             // 3 * triangles / paths of two edges
    // How far the network is from a star, where it is 1, and from a network of equals, where it is 0. Freeman, L.
    // C. (1978), Social Networks 1(3), 215-239: sum of (largest - own) over the most that this can be, which is
    // (n-1)(n-2) of degrees, and n-1 of normalised betweenness.
    double degree_centralisation = 0;
    double betweenness_centralisation = 0;
    std::optional<TwoModeFigures> two_mode;  // where the network has two sides
};

// A partition of the network into communities, and how good it is.
struct CommunityFigures {
    std::int32_t count = 0;  // with those of one node
    double modularity = 0;   // of the partition, at `resolution`
    double resolution = 1;
};

}  // namespace demarche
