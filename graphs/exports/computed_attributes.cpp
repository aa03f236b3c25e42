// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/computed_attributes.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>

namespace demarche {

namespace {

using enum AttributeType;
using Value = AttributeValue;
using Facts = NetworkFacts;

template <typename Item>
using Attributes = std::vector<Attribute<Item>>;

template <typename Item>
void append(Attributes<Item>& attributes, const Attributes<Item>& more) {
    attributes.insert(attributes.end(), more.begin(), more.end());
}

// A member of something that may be missing: of Node::measures, say.
template <auto Optional, auto Member, typename Item>
Value member_of(const Item& item) {
    const auto& whole = item.*Optional;
    return whole ? Value((*whole).*Member) : Value();
}

template <auto Member>
Value measure(const Node& node) {
    return member_of<&Node::measures, Member>(node);
}

template <auto Member>
Value two_mode(const Node& node) {
    return node.measures ? member_of<&NodeMeasures::two_mode, Member>(*node.measures) : Value();
}

template <auto Member>
Value figure(const Facts& facts) {
    return member_of<&Facts::measures, Member>(facts);
}

template <auto Member>
Value two_mode_figure(const Facts& facts) {
    return facts.measures ? member_of<&NetworkMeasures::two_mode, Member>(*facts.measures) : Value();
}

template <auto Member>
Value community_figure(const Facts& facts) {
    return member_of<&Facts::communities, Member>(facts);
}

template <auto Member>
Value sharing(const Edge& edge) {
    return member_of<&Edge::sharing, Member>(edge);
}

Value paths_in_words(const Facts& facts) {
    if (!facts.measures) return {};
    return fmt::format("{}, {}", facts.measures->has_weighted_paths ? "1/weight" : "edges",
                       facts.measures->has_directed_paths ? "along directions" : "both ways");
}

const Attributes<Node>& degree_attributes() {
    static const Attributes<Node> attributes = {
        {"degree", integer, "nodes that it has an edge with", measure<&NodeMeasures::degree>},
        {"strength", real, "summed weight of its edges", measure<&NodeMeasures::strength>},
    };
    return attributes;
}

const Attributes<Node>& direction_attributes() {
    static const Attributes<Node> attributes = {
        {"in_degree", integer, "nodes that an edge comes from", measure<&NodeMeasures::in_degree>},
        {"out_degree", integer, "nodes that an edge leads to", measure<&NodeMeasures::out_degree>},
        {"in_strength", real, "summed weight of the edges that come in", measure<&NodeMeasures::in_strength>},
        {"out_strength", real, "summed weight of the edges that go out", measure<&NodeMeasures::out_strength>},
    };
    return attributes;
}

const Attributes<Node>& position_in_network_attributes() {
    static const Attributes<Node> attributes = {
        {"betweenness", real, "share of shortest paths between others that lead through it (Freeman 1977)",
         measure<&NodeMeasures::betweenness>},
        {"closeness", real,
         "inverse of the mean distance from the nodes that reach it, times their share of all (Wasserman, Faust "
         "1994)",
         measure<&NodeMeasures::closeness>},
        {"pagerank", real, "PageRank by weight, damping 0.85 unless said otherwise",
         measure<&NodeMeasures::pagerank>},
        {"core", integer, "largest k such that it belongs to a part where each has k neighbours",
         measure<&NodeMeasures::core>},
        {"component", integer, "number of its component, 1 being the largest", measure<&NodeMeasures::component>},
        {"clustering", real,
         "share of pairs of its neighbours that are neighbours; 0 where the network is two-mode",
         measure<&NodeMeasures::clustering>},
    };
    return attributes;
}

const Attributes<Node>& two_mode_attributes() {
    static const Attributes<Node> attributes = {
        {"twomode_degree", real, "its share of the nodes on the other side (Borgatti, Everett 1997)",
         two_mode<&TwoModePlace::degree>},
        {"twomode_betweenness", real, "betweenness over the most that a node on its side could have",
         two_mode<&TwoModePlace::betweenness>},
        {"twomode_closeness", real, "closeness over the most that a node on its side could have",
         two_mode<&TwoModePlace::closeness>},
    };
    return attributes;
}

const Attributes<Facts>& figure_attributes() {
    static const Attributes<Facts> attributes = {
        {"paths", text, "how long a path is for betweenness and closeness, and whether it follows directions",
         paths_in_words},
        {"nodes_measured", integer, "nodes, without body.csirt, body.other and ins.other",
         figure<&NetworkMeasures::nodes>},
        {"pairs_measured", integer, "pairs of nodes with an edge, whatever its relations",
         figure<&NetworkMeasures::edges>},
        {"density", real, "such pairs over those that are possible", figure<&NetworkMeasures::density>},
        {"components", integer, "parts without an edge between them", figure<&NetworkMeasures::components>},
        {"largest_component", integer, "nodes in the largest of them", figure<&NetworkMeasures::largest_component>},
        {"largest_core", integer, "the largest core number", figure<&NetworkMeasures::largest_core>},
        {"mean_clustering", real, "mean of clustering over all nodes", figure<&NetworkMeasures::mean_clustering>},
        {"transitivity", real, "share of paths of two edges whose ends are neighbours",
         figure<&NetworkMeasures::transitivity>},
        {"degree_centralisation", real, "1 of a star, 0 of a network of equals (Freeman 1978)",
         figure<&NetworkMeasures::degree_centralisation>},
        {"betweenness_centralisation", real, "the same of betweenness",
         figure<&NetworkMeasures::betweenness_centralisation>},
    };
    return attributes;
}

const Attributes<Facts>& two_mode_figure_attributes() {
    static const Attributes<Facts> attributes = {
        {"twomode_authors", integer, "authors that were read: the first side",
         two_mode_figure<&TwoModeFigures::first>},
        {"twomode_mentioned", integer, "bodies, norms, instruments and other codes: the second side",
         two_mode_figure<&TwoModeFigures::second>},
        {"twomode_density", real, "pairs across with an edge, over all pairs across",
         two_mode_figure<&TwoModeFigures::density>},
    };
    return attributes;
}

}  // namespace

std::vector<Attribute<NetworkFacts>> computed_graph_attributes(const NetworkFacts& facts) {
    Attributes<Facts> attributes;
    if (facts.backbone_level)
        append(attributes, {{"backbone_level", real, "edges of a lesser significance alone are left",
                             [](const Facts& item) { return Value(*item.backbone_level); }}});
    if (facts.measures) append(attributes, figure_attributes());
    if (facts.measures && facts.measures->two_mode) append(attributes, two_mode_figure_attributes());
    if (facts.communities)
        append(attributes, {{"communities", integer, "communities, with those of one node",
                             community_figure<&CommunityFigures::count>},
                            {"modularity", real, "modularity of the communities (Newman, Girvan 2004)",
                             community_figure<&CommunityFigures::modularity>},
                            {"resolution", real, "resolution that the communities were found at",
                             community_figure<&CommunityFigures::resolution>}});
    return attributes;
}

std::vector<Attribute<Node>> computed_node_attributes(const NetworkFacts& facts) {
    Attributes<Node> attributes;
    if (facts.measures) {
        append(attributes, degree_attributes());
        if (facts.is_directed) append(attributes, direction_attributes());
        append(attributes, position_in_network_attributes());
        if (facts.measures->two_mode) append(attributes, two_mode_attributes());
    }
    if (facts.communities)
        append(attributes, {{"community", integer, "number of its community, 1 being the largest (Leiden)",
                             [](const Node& node) { return node.community ? Value(*node.community) : Value(); }}});
    if (facts.is_laid_out)
        append(attributes, {{"layout_x", real, "where it stands in a drawing, from left to right",
                             [](const Node& node) { return node.position ? Value(node.position->x) : Value(); }},
                            {"layout_y", real, "where it stands in a drawing, from bottom to top",
                             [](const Node& node) { return node.position ? Value(node.position->y) : Value(); }}});
    return attributes;
}

std::vector<Attribute<Edge>> computed_edge_attributes(const NetworkFacts& facts) {
    if (!facts.backbone_level) return {};
    return {{"significance", real, "alpha of the disparity filter: how likely such a share of weight is by chance",
             [](const Edge& edge) { return edge.significance ? Value(*edge.significance) : Value(); }}};
}

std::vector<Attribute<Edge>> projection_edge_attributes(const NetworkFacts& facts) {
    const bool is_whole = facts.shared_weight == SharedWeight::count;
    Attributes<Edge> attributes = {
        {"weight", is_whole ? integer : real, "what the graph's weighting says",
         is_whole ? [](const Edge& edge) { return Value(static_cast<std::int32_t>(edge.weight)); }
                  : [](const Edge& edge) { return Value(edge.weight); }},
        {"relation", text, "shares", [](const Edge& edge) { return Value(to_string(edge.relation)); }},
        {"shared", integer, "how many they have in common",
         [](const Edge& edge) {
             return edge.sharing ? Value(static_cast<std::int32_t>(edge.sharing->ids.size())) : Value();
         }},
        {"jaccard", real, "in common over what either has", sharing<&Sharing::jaccard>},
        {"cosine", real, "in common over the root of the product of what each has", sharing<&Sharing::cosine>},
        {"newman", real, "sum over what they have in common of 1/(k-1), where k have it (Newman 2001)",
         sharing<&Sharing::newman>},
        {"shared_ids", text, "what they have in common, as a list: nodes of the network that was projected",
         [](const Edge& edge) {
             return edge.sharing ? Value(fmt::format("{}", fmt::join(edge.sharing->ids, "; "))) : Value();
         }},
    };
    append(attributes, computed_edge_attributes(facts));
    return attributes;
}

}  // namespace demarche
