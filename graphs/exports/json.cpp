// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/json.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "graphs/characters.hpp"
#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

void set(Json& object, std::string_view name, const AttributeValue& value) {
    std::string plain;
    append_plain(plain, value);
    if (plain.empty()) return;
    Json& place = object[std::string(name)];
    if (const auto* is_true = std::get_if<bool>(&value))
        place = *is_true;
    else if (const auto* whole = std::get_if<std::int32_t>(&value))
        place = *whole;
    else if (const auto* real = std::get_if<double>(&value))
        place = *real;
    else
        place = std::move(plain);
}

template <typename Item>
void set_all(Json& object, const std::vector<Attribute<Item>>& attributes, const Item& item) {
    for (const Attribute<Item>& attribute : attributes) set(object, attribute.name, attribute.value(item));
}

Json node_object(const Node& node, const std::vector<Attribute<Node>>& attributes) {
    Json object;
    object["id"] = exchangeable(node.id);
    set_all(object, attributes, node);
    if (node.position) {
        object["x"] = node.position->x;
        object["y"] = node.position->y;
    }
    return object;
}

Json link_object(const Network& network, NetworkEdge edge, const std::vector<Attribute<Edge>>& attributes) {
    Json object;
    object["id"] = exchangeable(edge_id(network, edge));
    object["source"] = exchangeable(network[boost::source(edge, network)].id);
    object["target"] = exchangeable(network[boost::target(edge, network)].id);
    object["key"] = to_string(network[edge].relation);
    set_all(object, attributes, network[edge]);
    return object;
}

}  // namespace

void write_json(const Network& network, std::ostream& out) {
    const NetworkFacts& facts = network[boost::graph_bundle];
    BufferedText buffered(out);
    std::string& text = buffered.text();
    Json graph = Json::object();
    set_all(graph, graph_attributes(facts), facts);
    text = std::string("{\n\"directed\": ") + (facts.is_directed ? "true" : "false") +
           ",\n\"multigraph\": true,\n\"graph\": " + graph.dump() + ",\n\"nodes\": [";
    const auto of_nodes = node_attributes(facts);
    const char* before = "\n";
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        text += before + node_object(network[vertex], of_nodes).dump();
        before = ",\n";
        buffered.pass_on();
    }
    text += "\n],\n\"links\": [";
    const auto of_edges = edge_attributes(facts);
    before = "\n";
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        text += before + link_object(network, edge, of_edges).dump();
        before = ",\n";
        buffered.pass_on();
    }
    text += "\n]\n}\n";
    buffered.end();
}

}  // namespace demarche
