// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/clustering.hpp"

#include <fmt/format.h>
#include <libalglib/dataanalysis.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace demarche {

namespace {

// ALGLIB's number for unweighted average linkage.
constexpr alglib::ae_int_t unweighted_average = 2;

alglib::real_2d_array matrix_of(const std::vector<std::vector<double>>& distances) {
    const auto size = static_cast<alglib::ae_int_t>(distances.size());
    alglib::real_2d_array matrix;
    matrix.setlength(size, size);
    for (alglib::ae_int_t row = 0; row < size; ++row) {
        const std::vector<double>& line = distances[static_cast<std::size_t>(row)];
        if (line.size() != distances.size()) throw std::invalid_argument("distances are not a square");
        for (alglib::ae_int_t column = 0; column < size; ++column)
            matrix(row, column) = line[static_cast<std::size_t>(column)];
    }
    return matrix;
}

std::vector<std::vector<double>> distances_of(const LikenessTable& table, const std::vector<std::size_t>& leaves) {
    std::vector<std::size_t> place(table.units.size(), leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) place[leaves[i]] = i;
    std::vector<std::vector<double>> distances(leaves.size(), std::vector<double>(leaves.size(), 0));
    for (const Likeness& pair : table.pairs) {
        const std::size_t one = place[pair.one], other = place[pair.other];
        if (one == leaves.size() || other == leaves.size()) continue;
        const double distance =
            table.method == LikenessMethod::jensen_shannon ? *pair.value : std::max(1 - *pair.value, 0.0);
        distances[one][other] = distances[other][one] = distance;
    }
    return distances;
}

// Leaves out, one after the other, the unit that lacks a likeness with most of the others, till none lacks any.
std::vector<bool> comparable_units(const LikenessTable& table) {
    const std::size_t size = table.units.size();
    std::vector<std::vector<std::size_t>> without(size);
    for (const Likeness& pair : table.pairs) {
        if (pair.value) continue;
        without[pair.one].push_back(pair.other);
        without[pair.other].push_back(pair.one);
    }
    std::vector<std::size_t> lacking(size);
    for (std::size_t unit = 0; unit < size; ++unit) lacking[unit] = without[unit].size();
    std::vector<bool> is_kept(size, true);
    while (true) {
        const auto worst = std::max_element(lacking.begin(), lacking.end());
        if (worst == lacking.end() || *worst == 0) return is_kept;
        const auto unit = static_cast<std::size_t>(worst - lacking.begin());
        is_kept[unit] = false;
        lacking[unit] = 0;
        for (const std::size_t other : without[unit])
            if (is_kept[other]) --lacking[other];
    }
}

}  // namespace

std::vector<ClusterMerge> average_linkage(const std::vector<std::vector<double>>& distances) {
    const std::size_t size = distances.size();
    if (size < 2) return {};
    alglib::ahcreport report;
    try {
        alglib::clusterizerstate state;
        alglib::clusterizercreate(state);
        alglib::clusterizersetdistances(state, matrix_of(distances), true);
        alglib::clusterizersetahcalgo(state, unweighted_average);
        alglib::clusterizerrunahc(state, report);
    } catch (const alglib::ap_error& error) {
        throw std::logic_error("clustering: " + error.msg);
    }
    std::vector<ClusterMerge> merges;
    std::vector<std::size_t> first_leaf(size), leaves(size, 1);
    for (std::size_t leaf = 0; leaf < size; ++leaf) first_leaf[leaf] = leaf;
    for (std::size_t step = 0; step + 1 < size; ++step) {
        const auto row = static_cast<alglib::ae_int_t>(step);
        auto one = static_cast<std::size_t>(report.z(row, 0)), other = static_cast<std::size_t>(report.z(row, 1));
        if (first_leaf[other] < first_leaf[one]) std::swap(one, other);
        first_leaf.push_back(first_leaf[one]);
        leaves.push_back(leaves[one] + leaves[other]);
        merges.push_back({one, other, report.mergedist(row), leaves.back()});
    }
    return merges;
}

ClusterTree cluster(const LikenessTable& table) {
    const std::vector<bool> is_kept = comparable_units(table);
    ClusterTree tree;
    for (std::size_t unit = 0; unit < is_kept.size(); ++unit)
        (is_kept[unit] ? tree.leaves : tree.left_out).push_back(unit);
    // One that is alone with itself was compared with nobody.
    if (tree.leaves.size() == 1 && !tree.left_out.empty()) {
        tree.left_out.push_back(tree.leaves.front());
        std::sort(tree.left_out.begin(), tree.left_out.end());
        tree.leaves.clear();
    }
    tree.merges = average_linkage(distances_of(table, tree.leaves));
    return tree;
}

std::string newick_label(std::string_view label) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    if (!label.empty() && std::all_of(label.begin(), label.end(), is_plain)) return std::string(label);
    std::string quoted = "'";
    for (const char character : label) {
        if (character == '\'') quoted += '\'';
        const bool is_control = static_cast<unsigned char>(character) < 0x20;
        quoted += is_control ? ' ' : character;
    }
    return quoted + "'";
}

std::string newick(const ClusterTree& tree, const std::vector<std::string>& labels) {
    if (tree.leaves.empty()) return ";";
    std::vector<std::string> nodes;
    std::vector<double> heights;
    for (const std::size_t leaf : tree.leaves) {
        nodes.push_back(newick_label(labels.at(leaf)));
        heights.push_back(0);
    }
    for (const ClusterMerge& merge : tree.merges) {
        const double height = merge.distance / 2;
        // Six decimals: more than the data bear, and the same whatever the order of additions.
        const auto branch = [&](std::size_t child) { return std::max(height - heights[child], 0.0); };
        std::string joined = fmt::format("({}:{:.6f},{}:{:.6f})", nodes[merge.one], branch(merge.one),
                                         nodes[merge.other], branch(merge.other));
        nodes[merge.one].clear();
        nodes[merge.other].clear();
        nodes.push_back(std::move(joined));
        heights.push_back(height);
    }
    return nodes.back() + ";";
}

}  // namespace demarche
