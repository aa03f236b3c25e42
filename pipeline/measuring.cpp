// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/measuring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "corpora/model/error.hpp"
#include "graphs/exports/computed_attributes.hpp"

namespace demarche {

namespace {

constexpr std::array node_types = {NodeType::state, NodeType::organisation, NodeType::document,    NodeType::body,
                                   NodeType::norm,  NodeType::instrument,   NodeType::focal_point, NodeType::theme};
constexpr std::size_t shown_in_text = 20;

// A measure by the name of its column. A community's number is no more or less of anything.
Attribute<Node> measure_named(const std::string& name, const NetworkFacts& facts) {
    std::string known;
    for (const Attribute<Node>& attribute : computed_node_attributes(facts)) {
        if (attribute.name == "community" || attribute.name == "component") continue;
        if (attribute.name == name) return attribute;
        known += (known.empty() ? "" : ", ") + std::string(attribute.name);
    }
    throw Error(ErrorKind::usage, "", fmt::format("this network has no measure \"{}\"; it has {}", name, known));
}

std::optional<NodeType> type_named(const std::string& name) {
    if (name.empty()) return std::nullopt;
    std::string known;
    for (const NodeType type : node_types) {
        if (name == to_string(type)) return type;
        known += (known.empty() ? "" : ", ") + std::string(to_string(type));
    }
    throw Error(ErrorKind::usage, "", fmt::format("there is no type of node \"{}\"; there are {}", name, known));
}

// What is missing ranks last.
double number_in(const AttributeValue& value) {
    if (const auto* whole = std::get_if<std::int32_t>(&value)) return *whole;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return -1;
}

std::vector<NetworkVertex> ranked(const Network& network, const Attribute<Node>& measure,
                                  std::optional<NodeType> type) {
    std::vector<std::pair<double, NetworkVertex>> found;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (network[vertex].measures && (!type || network[vertex].type == *type))
            found.emplace_back(number_in(measure.value(network[vertex])), vertex);
    // Vertices are in order of id already.
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    std::vector<NetworkVertex> vertices;
    vertices.reserve(found.size());
    for (const auto& [value, vertex] : found) vertices.push_back(vertex);
    return vertices;
}

}  // namespace

std::vector<std::vector<std::string>> community_members(const Network& network) {
    const auto& figures = network[boost::graph_bundle].communities;
    std::vector<std::vector<std::string>> members(figures ? static_cast<std::size_t>(figures->count) : 0);
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (const auto community = network[vertex].community)
            members[static_cast<std::size_t>(*community - 1)].push_back(network[vertex].id);
    return members;
}

std::vector<NetworkEdge> ties_by_weight(const Network& network) {
    const auto [begin, end] = boost::edges(network);
    std::vector<NetworkEdge> ties(begin, end);
    std::stable_sort(ties.begin(), ties.end(), [&](const NetworkEdge& left, const NetworkEdge& right) {
        return network[left].weight > network[right].weight;
    });
    return ties;
}

void write_measures(const MeasuringOptions& options, std::ostream& out) {
    const std::optional<NodeType> type = type_named(options.type);
    const StudyStore study = StudyStore::open(options.study);
    MeasuredNetwork measured;
    measured.network = network_of(study, options.network);
    give_shape(measured.network, options.shape);
    add_measures(measured.network, options.measures);
    CommunityOptions communities = options.communities;
    communities.part = options.measures.part;
    add_communities(measured.network, communities);

    measured.by = options.by.empty() ? "betweenness" : options.by;
    const Attribute<Node> measure = measure_named(measured.by, measured.network[boost::graph_bundle]);
    measured.ranked = ranked(measured.network, measure, type);
    const std::size_t all = measured.ranked.size();
    const std::size_t wanted = options.format == TableFormat::text ? shown_in_text : all;
    measured.shown = std::min(all, options.top ? std::size_t{*options.top} : wanted);
    switch (options.format) {
        case TableFormat::text: return write_measures_text(measured, out);
        case TableFormat::json: return write_measures_json(measured, out);
        case TableFormat::csv: return write_measures_csv(measured, out);
    }
}

}  // namespace demarche
