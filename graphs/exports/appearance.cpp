// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/appearance.hpp"

#include <algorithm>
#include <cmath>

namespace demarche {

Colour colour_of(NodeType type) noexcept {
    switch (type) {
        case NodeType::state: return {0, 114, 178};
        case NodeType::organisation: return {86, 180, 233};
        case NodeType::document: return {153, 153, 153};
        case NodeType::body: return {230, 159, 0};
        case NodeType::norm: return {0, 158, 115};
        case NodeType::instrument: return {204, 121, 167};
        case NodeType::focal_point: return {213, 94, 0};
        case NodeType::theme: return {240, 228, 66};
    }
    return {153, 153, 153};
}

std::string_view shape_of(NodeType type) noexcept {
    switch (type) {
        case NodeType::state:
        case NodeType::organisation: return "ellipse";
        case NodeType::document: return "note";
        case NodeType::body: return "box";
        case NodeType::norm: return "hexagon";
        case NodeType::instrument: return "folder";
        case NodeType::focal_point: return "house";
        case NodeType::theme: return "diamond";
    }
    return "ellipse";
}

std::vector<double> strengths(const Network& network) {
    std::vector<double> sums(boost::num_vertices(network), 0.0);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        if (network[edge].relation == Relation::member_of) continue;
        sums[boost::source(edge, network)] += network[edge].weight;
        sums[boost::target(edge, network)] += network[edge].weight;
    }
    return sums;
}

std::vector<double> relative_diameters(const Network& network) {
    std::vector<double> diameters = strengths(network);
    const auto strongest = std::max_element(diameters.begin(), diameters.end());
    const double most = strongest == diameters.end() || *strongest <= 0 ? 1.0 : *strongest;
    for (double& diameter : diameters) diameter = std::sqrt(diameter / most);
    return diameters;
}

}  // namespace demarche
