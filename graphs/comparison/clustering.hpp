// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/comparison/likeness.hpp"

namespace demarche {

// Two clusters that become one. Clusters are numbered as SciPy and R number them: the n leaves 0 to n-1, then
// n for the first merge, n+1 for the second ...
struct ClusterMerge {
    std::size_t one = 0, other = 0;  // the one with the smaller first leaf first
    double distance = 0;             // mean distance of their leaves
    std::size_t leaves = 0;          // of the new cluster
};

// Agglomerative clustering by average linkage (UPGMA; Sokal and Michener 1958): in each step the two clusters with
// the smallest mean distance between their leaves become one.
//
// distances  square, symmetric, zero on the diagonal
// returns    one merge fewer than there are leaves, in order of distance
// cost       cubic in the leaves at worst, with ALGLIB
std::vector<ClusterMerge> average_linkage(const std::vector<std::vector<double>>& distances);

// The tree of the units that can be compared with one another.
struct ClusterTree {
    std::vector<std::size_t> leaves;    // indexes of LikenessTable::units
    std::vector<std::size_t> left_out;  // units that have no likeness with others; so few as possible
    std::vector<ClusterMerge> merges;   // of `leaves`
};

// Distances are 1 - cosine, or the Jensen-Shannon distance itself.
ClusterTree cluster(const LikenessTable& table);

// The tree in Newick's format (Olsen 1990), with branch lengths: two leaves are as far apart along the branches as
// the distance at which they come together. One line, without a line end; a tree without leaves is ";".
std::string newick(const ClusterTree& tree, const std::vector<std::string>& labels);

// A label as Newick takes it: in single quotation marks unless it is of letters, digits, full stops and hyphens
// alone. (Unquoted, an underscore would be read as a blank.)
std::string newick_label(std::string_view label);

}  // namespace demarche
