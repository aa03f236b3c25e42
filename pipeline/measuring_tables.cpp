// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `demarche graph measures` writes: text for people, JSON and CSV for programs.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>
#include <type_traits>
#include <variant>

#include "corpora/model/csv_writer.hpp"
#include "graphs/exports/computed_attributes.hpp"
#include "pipeline/measuring.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t label_width = 32;
// Columns that a terminal has no room for, unless nodes are ranked by them; JSON and CSV have all.
constexpr std::array<std::string_view, 6> narrow = {"in_degree",    "out_degree", "in_strength",
                                                    "out_strength", "component",  "clustering"};

const NetworkFacts& facts_of(const Network& network) {
    return network[boost::graph_bundle];
}

// Whole numbers as they are, others to four places.
std::string in_text(const AttributeValue& value) {
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{:.4g}", *real);
    std::string text;
    append_plain(text, value);
    return text;
}

Json in_json(const AttributeValue& value) {
    return std::visit(
        [](const auto& held) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return nullptr;
            else
                return held;
        },
        value);
}

void write_figures(const Network& network, std::ostream& out) {
    const NetworkFacts& facts = facts_of(network);
    if (!facts.view.empty()) out << "View: " << facts.view << '\n';
    out << fmt::format("{} documents read; {} nodes and {} edges\n", facts.documents, boost::num_vertices(network),
                       boost::num_edges(network));
    std::size_t widest = 0;
    for (const auto& attribute : computed_graph_attributes(facts)) widest = std::max(widest, attribute.name.size());
    for (const auto& attribute : computed_graph_attributes(facts))
        out << fmt::format("  {:<{}}  {}\n", attribute.name, widest, in_text(attribute.value(facts)));
}

void write_nodes(const MeasuredNetwork& measured, std::ostream& out) {
    auto attributes = computed_node_attributes(facts_of(measured.network));
    std::erase_if(attributes, [&](const Attribute<Node>& attribute) {
        return attribute.name != measured.by &&
               std::find(narrow.begin(), narrow.end(), attribute.name) != narrow.end();
    });
    std::vector<std::string> titles = {"id", "label", "type"};
    for (const auto& attribute : attributes) titles.push_back("=" + std::string(attribute.name));
    TextTable table(titles);
    for (std::size_t place = 0; place < measured.shown; ++place) {
        const Node& node = measured.network[measured.ranked[place]];
        std::vector<std::string> row = {node.id, shortened(node.label, label_width),
                                        std::string(to_string(node.type))};
        for (const auto& attribute : attributes) row.push_back(in_text(attribute.value(node)));
        table.add(std::move(row));
    }
    out << fmt::format("\nNodes by {} ({} of {}):\n", measured.by, measured.shown, measured.ranked.size());
    table.write(out);
}

void write_communities(const Network& network, std::ostream& out) {
    out << "\nCommunities:\n";
    std::size_t alone = 0;
    const auto members = community_members(network);
    for (std::size_t place = 0; place < members.size(); ++place) {
        if (members[place].size() == 1)
            ++alone;
        else
            out << fmt::format("  {:>2} ({} nodes): {}\n", place + 1, members[place].size(),
                               fmt::join(members[place], ", "));
    }
    if (alone > 0) out << fmt::format("  and {} of one node each\n", alone);
}

void write_ties(const MeasuredNetwork& measured, std::ostream& out) {
    const Network& network = measured.network;
    if (!facts_of(network).shared_weight) return;
    const std::vector<NetworkEdge> ties = ties_by_weight(network);
    const std::size_t shown = std::min(ties.size(), measured.shown);
    TextTable table({"one", "other", "=shared", "=jaccard", "=cosine", "=newman", "in common"});
    constexpr std::size_t list_width = 100;
    for (std::size_t place = 0; place < shown; ++place) {
        const NetworkEdge& tie = ties[place];
        const Sharing& sharing = *network[tie].sharing;
        table.add({network[boost::source(tie, network)].id, network[boost::target(tie, network)].id,
                   std::to_string(sharing.ids.size()), in_text(sharing.jaccard), in_text(sharing.cosine),
                   in_text(sharing.newman),
                   shortened(fmt::format("{}", fmt::join(sharing.ids, ", ")), list_width)});
    }
    out << fmt::format("\nClosest pairs by {} ({} of {}):\n", to_string(*facts_of(network).shared_weight), shown,
                       ties.size());
    table.write(out);
}

Json ties_json(const Network& network) {
    Json ties = Json::array();
    const auto attributes = projection_edge_attributes(facts_of(network));
    for (const NetworkEdge& tie : ties_by_weight(network)) {
        Json row = {{"source", network[boost::source(tie, network)].id},
                    {"target", network[boost::target(tie, network)].id}};
        for (const auto& attribute : attributes)
            if (attribute.name != "relation" && attribute.name != "shared_ids")
                row[std::string(attribute.name)] = in_json(attribute.value(network[tie]));
        row["shared_ids"] = network[tie].sharing->ids;
        ties.push_back(std::move(row));
    }
    return ties;
}

}  // namespace

void write_measures_text(const MeasuredNetwork& measured, std::ostream& out) {
    write_figures(measured.network, out);
    write_nodes(measured, out);
    write_ties(measured, out);
    write_communities(measured.network, out);
}

void write_measures_json(const MeasuredNetwork& measured, std::ostream& out) {
    const Network& network = measured.network;
    const NetworkFacts& facts = facts_of(network);
    Json figures = {{"view", facts.view},
                    {"documents", facts.documents},
                    {"documents_failed", facts.documents_failed},
                    {"nodes", boost::num_vertices(network)},
                    {"edges", boost::num_edges(network)}};
    for (const auto& attribute : computed_graph_attributes(facts))
        figures[std::string(attribute.name)] = in_json(attribute.value(facts));
    Json nodes = Json::array();
    for (std::size_t place = 0; place < measured.shown; ++place) {
        const Node& node = network[measured.ranked[place]];
        Json row = {{"id", node.id}, {"label", node.label}, {"type", to_string(node.type)}};
        for (const auto& attribute : computed_node_attributes(facts))
            row[std::string(attribute.name)] = in_json(attribute.value(node));
        nodes.push_back(std::move(row));
    }
    Json json = {{"network", std::move(figures)},
                 {"by", measured.by},
                 {"nodes", std::move(nodes)},
                 {"communities", community_members(network)}};
    if (facts.shared_weight) json["ties"] = ties_json(network);
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_measures_csv(const MeasuredNetwork& measured, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"id", "label", "type"});
    const auto attributes = computed_node_attributes(facts_of(measured.network));
    for (const auto& attribute : attributes) csv.text(attribute.name);
    csv.end_row();
    for (std::size_t place = 0; place < measured.shown; ++place) {
        const Node& node = measured.network[measured.ranked[place]];
        csv.text(node.id).text(node.label).text(to_string(node.type));
        for (const auto& attribute : attributes) {
            const AttributeValue value = attribute.value(node);
            if (const auto* whole = std::get_if<std::int32_t>(&value))
                csv.number(std::int64_t{*whole});
            else if (const auto* real = std::get_if<double>(&value))
                csv.number(*real);
            else
                csv.empty();
        }
        csv.end_row();
    }
}

}  // namespace demarche
