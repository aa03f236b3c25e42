// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/dot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/appearance.hpp"
#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"
#include "graphs/exports/labels.hpp"

namespace demarche {

namespace {

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') result += '\\';
        result += character;
    }
    return result + '"';
}

// What Graphviz shows.
std::string shown(std::string_view text) {
    std::string result;
    for (const char character : text)
        if (character == '&')
            result += "&amp;";
        else
            result += character;
    return in_quotes(result);
}

// In lines of some twenty characters, so that long names make no long nodes.
std::string shown_in_lines(std::string_view label) {
    constexpr std::size_t wide = 20;
    std::string text = shown(label);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ' || at - begin < wide) continue;
        text.replace(at, 1, "\\n");
        begin = at + 2;
    }
    return text;
}

std::string hex(Colour colour) {
    return fmt::format("\"#{:02X}{:02X}{:02X}\"", colour.red, colour.green, colour.blue);
}

Colour colour_of(Relation relation) {
    switch (relation) {
        case Relation::commits:
        case Relation::organises: return {0, 158, 115};
        case Relation::supports:
        case Relation::engages: return {0, 114, 178};
        case Relation::urges: return {230, 159, 0};
        case Relation::rejects: return {213, 94, 0};
        case Relation::names: return {204, 121, 167};
        case Relation::mentions:
        case Relation::describes:
        case Relation::member_of:
        case Relation::shares: return {153, 153, 153};
    }
    return {153, 153, 153};
}

// These have been written as Graphviz wants them.
bool is_written_apart(std::string_view name) {
    return name == "label" || name == "weight";
}

// These mean something else to Graphviz: "resolution" of a network's communities would be that of the picture.
bool means_something_else(std::string_view name) {
    constexpr std::array<std::string_view, 24> taken = {
        "bb",         "center", "class",  "cluster", "comment", "group", "height", "id",
        "image",      "layers", "layout", "mode",    "model",   "page",  "pos",    "rank",
        "resolution", "root",   "rotate", "scale",   "sep",     "shape", "size",   "style"};
    return std::find(taken.begin(), taken.end(), name) != taken.end();
}

// Points for each unit of the layout: nodes are as wide here as what is written on them.
constexpr double room = 4;

class DotWriter {
public:
    DotWriter(const Network& network, std::ostream& out)
        : network_(network),
          facts_(network[boost::graph_bundle]),
          diameters_(relative_diameters(network)),
          buffered_(out) {
        for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
            heaviest_ = std::max(heaviest_, network[edge].weight);
    }

    void write() {
        text_ += facts_.is_directed ? "digraph demarche {\n" : "graph demarche {\n";
        text_ += "  graph [overlap=prism, outputorder=edgesfirst";
        values(graph_attributes(facts_), facts_);
        text_ +=
            "];\n"
            "  node [style=filled, fontname=\"Helvetica\", fontsize=11, color=\"#FFFFFF\", margin=\"0.05,0.03\"];\n"
            "  edge [arrowsize=0.5];\n";
        const auto of_nodes = node_attributes(facts_);
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network_)))
            node(vertex, of_nodes);
        const auto of_edges = edge_attributes(facts_);
        for (const NetworkEdge one : boost::make_iterator_range(boost::edges(network_))) edge(one, of_edges);
        text_ += "}\n";
        buffered_.end();
    }

private:
    void node(NetworkVertex vertex, const std::vector<Attribute<Node>>& attributes) {
        const Node& node = network_[vertex];
        const std::string label = one_line(node.label.empty() ? node.id : node.label);
        // Dark types are written on in white.
        const bool is_dark =
            node.type == NodeType::state || node.type == NodeType::norm || node.type == NodeType::focal_point;
        fmt::format_to(std::back_inserter(text_), "  {} [label={}, tooltip={}, shape={}, fillcolor={}",
                       in_quotes(one_line(node.id)), shown_in_lines(label),
                       shown(one_line(node.definition.empty() ? label : label + ": " + node.definition)),
                       shape_of(node.type), hex(colour_of(node.type)));
        fmt::format_to(std::back_inserter(text_), ", fontcolor=\"{}\", fontsize={:.1f}",
                       is_dark ? "#FFFFFF" : "#000000", 9 + 15 * diameters_[vertex]);
        if (node.position)
            fmt::format_to(std::back_inserter(text_), ", pos=\"{:.2f},{:.2f}\"", room * node.position->x,
                           room * node.position->y);
        values(attributes, node);
        text_ += "];\n";
        buffered_.pass_on();
    }

    void edge(NetworkEdge one, const std::vector<Attribute<Edge>>& attributes) {
        const Edge& edge = network_[one];
        const std::string source = one_line(network_[boost::source(one, network_)].id);
        const std::string target = one_line(network_[boost::target(one, network_)].id);
        std::string weight;
        append_plain(weight, edge.weight);
        fmt::format_to(std::back_inserter(text_), "  {} {} {} [id={}, weight={}, color={}, penwidth={:.2f}",
                       in_quotes(source), facts_.is_directed ? "->" : "--", in_quotes(target),
                       in_quotes(one_line(edge_id(network_, one))), weight, hex(colour_of(edge.relation)),
                       0.5 + 3.5 * std::sqrt(edge.weight / heaviest_));
        text_ += ", edgetooltip=" + shown(tooltip(edge, source, target));
        values(attributes, edge);
        text_ += "];\n";
        buffered_.pass_on();
    }

    // "AUS commits norm.g: We will protect ..."
    static std::string tooltip(const Edge& edge, const std::string& source, const std::string& target) {
        std::string told = fmt::format("{} {} {}", source, to_string(edge.relation), target);
        if (!edge.evidence.empty()) told += ": " + one_line(std::string(edge.evidence.front().passage->text));
        return told;
    }

    template <typename Item>
    void values(const std::vector<Attribute<Item>>& attributes, const Item& item) {
        for (const Attribute<Item>& attribute : attributes) {
            if (is_written_apart(attribute.name)) continue;
            std::string value;
            append_plain(value, attribute.value(item));
            if (value.empty()) continue;
            text_ += means_something_else(attribute.name) ? ", demarche_" : ", ";
            text_ += attribute.name;
            text_ += '=';
            text_ += in_quotes(one_line(value));
        }
    }

    const Network& network_;
    const NetworkFacts& facts_;
    std::vector<double> diameters_;
    double heaviest_ = 1e-9;
    BufferedText buffered_;
    std::string& text_ = buffered_.text();
};

}  // namespace

void write_dot(const Network& network, std::ostream& out) {
    DotWriter(network, out).write();
}

}  // namespace demarche
