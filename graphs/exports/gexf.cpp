// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/gexf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/appearance.hpp"
#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"
#include "graphs/exports/xml_text.hpp"
#include "graphs/spells.hpp"

namespace demarche {

namespace {

// GEXF has its own places for these.
bool has_own_place(std::string_view name) {
    return name == "label" || name == "weight";
}

std::string_view type_name(AttributeType type) {
    return type == AttributeType::integer ? "integer" : to_string(type);
}

// In the units of the layout, in which a drawing of some hundred nodes is some thousand wide and close in the
// middle.
constexpr double smallest = 4, largest = 24;

class GexfWriter {
public:
    GexfWriter(const Network& network, std::ostream& out)
        : network_(network),
          facts_(network[boost::graph_bundle]),
          node_attributes_(node_attributes(facts_)),
          edge_attributes_(edge_attributes(facts_)),
          spells_(node_spells(network)),
          diameters_(relative_diameters(network)),
          buffered_(out) {}

    void write() {
        begin();
        text_ += "    <nodes>\n";
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network_))) node(vertex);
        text_ += "    </nodes>\n    <edges>\n";
        for (const NetworkEdge one : boost::make_iterator_range(boost::edges(network_))) edge(one);
        text_ += "    </edges>\n  </graph>\n</gexf>\n";
        buffered_.end();
    }

private:
    void begin() {
        text_ +=
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
            "  <meta>\n    <creator>";
        append_xml(text_, facts_.version.empty() ? "demarche" : "demarche " + facts_.version, XmlPlace::content);
        text_ += "</creator>\n    <description>";
        describe();
        text_ += "</description>\n  </meta>\n  <graph";
        const bool has_time =
            std::any_of(spells_.begin(), spells_.end(), [](const Spells& s) { return !s.empty(); });
        put("mode", has_time ? "dynamic" : "static");
        put("defaultedgetype", facts_.is_directed ? "directed" : "undirected");
        put("idtype", "string");
        if (has_time) text_ += R"( timeformat="date" timerepresentation="interval")";
        text_ += ">\n";
        declare("node", node_attributes_);
        declare("edge", edge_attributes_);
    }

    // "weighting: mentions; documents: 84; ..."
    void describe() {
        std::string description;
        for (const auto& attribute : graph_attributes(facts_)) {
            std::string value;
            append_plain(value, attribute.value(facts_));
            if (value.empty()) continue;
            description += fmt::format("{}{}: {}", description.empty() ? "" : ". ", attribute.name, value);
        }
        append_xml(text_, description, XmlPlace::content);
    }

    template <typename Item>
    void declare(std::string_view domain, const std::vector<Attribute<Item>>& attributes) {
        text_ += "    <attributes";
        put("class", domain);
        put("mode", "static");
        text_ += ">\n";
        for (const Attribute<Item>& attribute : attributes) {
            if (has_own_place(attribute.name)) continue;
            text_ += "      <attribute";
            put("id", attribute.name);
            put("title", attribute.name);
            put("type", type_name(attribute.type));
            text_ += "/>\n";
        }
        text_ += "    </attributes>\n";
    }

    void node(NetworkVertex vertex) {
        const Node& node = network_[vertex];
        text_ += "      <node";
        put("id", node.id);
        put("label", node.label.empty() ? node.id : node.label);
        text_ += ">\n";
        values(node_attributes_, node);
        times(spells_[vertex]);
        looks(node, diameters_[vertex]);
        text_ += "      </node>\n";
        buffered_.pass_on();
    }

    void edge(NetworkEdge one) {
        const Edge& edge = network_[one];
        text_ += "      <edge";
        put("id", edge_id(network_, one));
        put("source", network_[boost::source(one, network_)].id);
        put("target", network_[boost::target(one, network_)].id);
        put("kind", to_string(edge.relation));
        put("label", to_string(edge.relation));
        std::string weight;
        append_plain(weight, edge.weight);
        put("weight", weight);
        text_ += ">\n";
        values(edge_attributes_, edge);
        times(spells_of(edge));
        text_ += "      </edge>\n";
        buffered_.pass_on();
    }

    template <typename Item>
    void values(const std::vector<Attribute<Item>>& attributes, const Item& item) {
        text_ += "        <attvalues>\n";
        for (const Attribute<Item>& attribute : attributes) {
            if (has_own_place(attribute.name)) continue;
            value_.clear();
            append_plain(value_, attribute.value(item));
            if (value_.empty()) continue;
            text_ += "          <attvalue";
            put("for", attribute.name);
            put("value", value_);
            text_ += "/>\n";
        }
        text_ += "        </attvalues>\n";
    }

    void times(const Spells& spells) {
        if (spells.empty()) return;
        text_ += "        <spells>\n";
        for (const Spell& spell : spells)
            fmt::format_to(std::back_inserter(text_),
                           "          <spell start=\"{:04}-01-01\" end=\"{:04}-12-31\"/>\n", spell.begin,
                           spell.end - 1);
        text_ += "        </spells>\n";
    }

    void looks(const Node& node, double diameter) {
        const Colour colour = colour_of(node.type);
        fmt::format_to(std::back_inserter(text_), "        <viz:color r=\"{}\" g=\"{}\" b=\"{}\"/>\n", colour.red,
                       colour.green, colour.blue);
        if (node.position)
            fmt::format_to(std::back_inserter(text_), "        <viz:position x=\"{}\" y=\"{}\" z=\"0\"/>\n",
                           node.position->x, node.position->y);
        fmt::format_to(std::back_inserter(text_), "        <viz:size value=\"{:.3f}\"/>\n",
                       smallest + (largest - smallest) * diameter);
    }

    void put(std::string_view name, std::string_view value) {
        text_ += ' ';
        text_ += name;
        text_ += "=\"";
        append_xml(text_, value, XmlPlace::attribute);
        text_ += '"';
    }

    const Network& network_;
    const NetworkFacts& facts_;
    std::vector<Attribute<Node>> node_attributes_;
    std::vector<Attribute<Edge>> edge_attributes_;
    std::vector<Spells> spells_;
    std::vector<double> diameters_;
    BufferedText buffered_;
    std::string& text_ = buffered_.text();
    std::string value_;
};

}  // namespace

void write_gexf(const Network& network, std::ostream& out) {
    GexfWriter(network, out).write();
}

}  // namespace demarche
