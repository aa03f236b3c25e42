// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/pajek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"
#include "graphs/exports/labels.hpp"

namespace demarche {

namespace {

std::string in_quotes(std::string text) {
    std::replace(text.begin(), text.end(), '"', '\'');
    std::replace(text.begin(), text.end(), '\\', '/');
    return '"' + text + '"';
}

// Pajek's own words for shapes and colours.
std::string_view look_of(NodeType type) {
    switch (type) {
        case NodeType::state: return "ellipse ic Blue";
        case NodeType::organisation: return "ellipse ic Cyan";
        case NodeType::document: return "ellipse ic Gray";
        case NodeType::body: return "box ic Orange";
        case NodeType::norm: return "diamond ic Green";
        case NodeType::instrument: return "triangle ic Magenta";
        case NodeType::focal_point: return "triangle ic Red";
        case NodeType::theme: return "cross ic Yellow";
    }
    return "ellipse ic Gray";
}

// In the unit square with y downwards, as Pajek has it: the layout, or a circle if there is none.
std::vector<Position> places(const Network& network) {
    const std::size_t count = boost::num_vertices(network);
    std::vector<Position> places(count);
    Position least{HUGE_VAL, HUGE_VAL}, most{-HUGE_VAL, -HUGE_VAL};
    for (std::size_t vertex = 0; vertex < count; ++vertex) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(vertex) / static_cast<double>(count);
        places[vertex] = network[vertex].position.value_or(Position{std::cos(angle), std::sin(angle)});
        least = {std::min(least.x, places[vertex].x), std::min(least.y, places[vertex].y)};
        most = {std::max(most.x, places[vertex].x), std::max(most.y, places[vertex].y)};
    }
    const double extent = std::max({most.x - least.x, most.y - least.y, 1e-9});
    for (Position& place : places)
        place = {0.05 + 0.9 * (place.x - least.x) / extent, 0.05 + 0.9 * (most.y - place.y) / extent};
    return places;
}

// Whether every edge leads from an author to what is none.
bool has_two_modes(const Network& network) {
    const auto [begin, end] = boost::edges(network);
    return begin != end && std::all_of(begin, end, [&](const NetworkEdge& edge) {
               return network[boost::source(edge, network)].authorship &&
                      !network[boost::target(edge, network)].authorship;
           });
}

class PajekWriter {
public:
    PajekWriter(const Network& network, std::ostream& out)
        : network_(network), labels_(unique_labels(network)), number_(labels_.size()), buffered_(out) {
        for (std::size_t vertex = 0; vertex < labels_.size(); ++vertex) order_.push_back(vertex);
    }

    // The vertices of the first mode come first.
    void begin(bool is_two_mode) {
        text_ += "*Network demarche\n";
        fmt::format_to(std::back_inserter(text_), "*Vertices {}", order_.size());
        if (is_two_mode) {
            const auto others = std::stable_partition(order_.begin(), order_.end(), [&](NetworkVertex vertex) {
                return network_[vertex].authorship.has_value();
            });
            fmt::format_to(std::back_inserter(text_), " {}", others - order_.begin());
        }
        text_ += '\n';
        const std::vector<Position> place = places(network_);
        for (std::size_t index = 0; index < order_.size(); ++index) {
            const NetworkVertex vertex = order_[index];
            number_[vertex] = index + 1;
            fmt::format_to(std::back_inserter(text_), "{} {} {:.4f} {:.4f} {} url {}\n", index + 1,
                           in_quotes(labels_[vertex]), place[vertex].x, place[vertex].y,
                           look_of(network_[vertex].type), in_quotes(one_line(network_[vertex].id)));
            buffered_.pass_on();
        }
    }

    void section(std::string_view relation = {}, int number = 0) {
        text_ += network_[boost::graph_bundle].is_directed ? "*Arcs" : "*Edges";
        if (!relation.empty()) fmt::format_to(std::back_inserter(text_), " :{} \"{}\"", number, relation);
        text_ += '\n';
    }

    void line(NetworkEdge edge) {
        fmt::format_to(std::back_inserter(text_), "{} {} ", number_[boost::source(edge, network_)],
                       number_[boost::target(edge, network_)]);
        append_plain(text_, network_[edge].weight);
        fmt::format_to(std::back_inserter(text_), " l \"{}\"\n", to_string(network_[edge].relation));
        buffered_.pass_on();
    }

    void end() { buffered_.end(); }

private:
    const Network& network_;
    std::vector<std::string> labels_;
    std::vector<NetworkVertex> order_;
    std::vector<std::size_t> number_;  // in the file, from 1
    BufferedText buffered_;
    std::string& text_ = buffered_.text();
};

}  // namespace

void write_pajek(const Network& network, std::ostream& out) {
    PajekWriter writer(network, out);
    writer.begin(false);
    writer.section();
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) writer.line(edge);
    writer.end();
}

void write_pajek_relations(const Network& network, std::ostream& out) {
    PajekWriter writer(network, out);
    writer.begin(has_two_modes(network));
    std::map<Relation, std::vector<NetworkEdge>> by_relation;
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        by_relation[network[edge].relation].push_back(edge);
    for (const auto& [relation, edges] : by_relation) {
        // The same relation has the same number in every file, so that networks can be compared.
        writer.section(to_string(relation), static_cast<int>(relation) + 1);
        for (const NetworkEdge edge : edges) writer.line(edge);
    }
    writer.end();
}

}  // namespace demarche
