// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/csv.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "graphs/exports/attributes.hpp"

namespace demarche {

namespace {

// Texts go through the writer's guard against formulas; numbers are written as they are.
void add(CsvWriter& row, const AttributeValue& value) {
    if (const auto* whole = std::get_if<std::int32_t>(&value)) {
        row.number(std::int64_t{*whole});
    } else if (const auto* real = std::get_if<double>(&value)) {
        row.number(*real);
    } else {  // a text; true, false, or nothing
        std::string plain;
        append_plain(plain, value);
        row.text(plain);
    }
}

// Gephi's own column for it stands at the front.
bool is_at_the_front(std::string_view name) {
    return name == "label" || name == "weight";
}

template <typename Item>
void add_names(CsvWriter& row, const std::vector<Attribute<Item>>& attributes) {
    for (const Attribute<Item>& attribute : attributes)
        if (!is_at_the_front(attribute.name)) row.text(attribute.name);
}

template <typename Item>
void add_values(CsvWriter& row, const std::vector<Attribute<Item>>& attributes, const Item& item) {
    for (const Attribute<Item>& attribute : attributes)
        if (!is_at_the_front(attribute.name)) add(row, attribute.value(item));
}

}  // namespace

void write_nodes_csv(const Network& network, std::ostream& out) {
    const auto attributes = node_attributes(network[boost::graph_bundle]);
    CsvWriter row(out);
    row.header({"Id", "Label"});
    add_names(row, attributes);
    row.end_row();
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        const Node& node = network[vertex];
        add(row, node.id);
        add(row, node.label);
        add_values(row, attributes, node);
        row.end_row();
    }
}

void write_edges_csv(const Network& network, std::ostream& out) {
    const NetworkFacts& facts = network[boost::graph_bundle];
    const auto attributes = edge_attributes(facts);
    const auto weight = std::find_if(attributes.begin(), attributes.end(),
                                     [](const Attribute<Edge>& attribute) { return attribute.name == "weight"; });
    CsvWriter row(out);
    row.header({"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"});
    add_names(row, attributes);
    row.end_row();
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        const std::string_view relation = to_string(network[edge].relation);
        for (const std::string& text :
             {network[boost::source(edge, network)].id, network[boost::target(edge, network)].id,
              std::string(facts.is_directed ? "Directed" : "Undirected"), std::string(relation),
              edge_id(network, edge), std::string(relation)})
            add(row, text);
        add(row, weight->value(network[edge]));
        add_values(row, attributes, network[edge]);
        row.end_row();
    }
}

}  // namespace demarche
