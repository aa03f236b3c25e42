// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/graphml.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"
#include "graphs/exports/xml_text.hpp"

namespace demarche {

namespace {

// Domains are told apart in the ids of keys: an attribute may be one of nodes and of edges.
struct Domain {
    std::string_view name;    // as in for="..."
    std::string_view prefix;  // of key ids
};
constexpr Domain of_graph = {"graph", "g_"};
constexpr Domain of_nodes = {"node", "n_"};
constexpr Domain of_edges = {"edge", "e_"};

class GraphmlWriter {
public:
    explicit GraphmlWriter(std::ostream& out) : buffered_(out) {
        buffer_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    }

    template <typename Item>
    void declare(Domain domain, const std::vector<Attribute<Item>>& attributes) {
        for (const Attribute<Item>& attribute : attributes) {
            buffer_ += "  <key";
            name_key("id", domain, attribute.name);
            put("for", domain.name);
            put("attr.name", attribute.name);
            put("attr.type", to_string(attribute.type));
            buffer_ += "/>\n";
        }
    }

    void begin_graph(const Network& network) {
        buffer_ += network[boost::graph_bundle].is_directed
                       ? "  <graph id=\"demarche\" edgedefault=\"directed\">\n"
                       : "  <graph id=\"demarche\" edgedefault=\"undirected\">\n";
        const NetworkFacts& facts = network[boost::graph_bundle];
        data("    ", of_graph, graph_attributes(facts), facts);
        const auto attributes = node_attributes(facts);
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
            buffer_ += "    <node";
            put("id", network[vertex].id);
            buffer_ += ">\n";
            data("      ", of_nodes, attributes, network[vertex]);
            buffer_ += "    </node>\n";
            buffered_.pass_on();
        }
    }

    template <typename Item>
    void edge(const Network& network, NetworkEdge edge, std::string_view id,
              const std::vector<Attribute<Item>>& attributes, const Item& item) {
        buffer_ += "    <edge";
        put("id", id);
        put("source", network[boost::source(edge, network)].id);
        put("target", network[boost::target(edge, network)].id);
        put("label", to_string(network[edge].relation));
        buffer_ += ">\n";
        data("      ", of_edges, attributes, item);
        buffer_ += "    </edge>\n";
        buffered_.pass_on();
    }

    void end() {
        buffer_ += "  </graph>\n</graphml>\n";
        buffered_.end();
    }

private:
    void put(std::string_view name, std::string_view value) {
        buffer_ += ' ';
        buffer_ += name;
        buffer_ += "=\"";
        append_xml(buffer_, value, XmlPlace::attribute);
        buffer_ += '"';
    }

    void name_key(std::string_view name, Domain domain, std::string_view attribute) {
        buffer_ += ' ';
        buffer_ += name;
        buffer_ += "=\"";
        buffer_ += domain.prefix;
        buffer_ += attribute;
        buffer_ += '"';
    }

    template <typename Item>
    void data(std::string_view indent, Domain domain, const std::vector<Attribute<Item>>& attributes,
              const Item& item) {
        for (const Attribute<Item>& attribute : attributes) {
            value_.clear();
            append_plain(value_, attribute.value(item));
            if (value_.empty()) continue;
            buffer_ += indent;
            buffer_ += "<data";
            name_key("key", domain, attribute.name);
            buffer_ += '>';
            append_xml(buffer_, value_, XmlPlace::content);
            buffer_ += "</data>\n";
        }
    }

    BufferedText buffered_;
    std::string& buffer_ = buffered_.text();
    std::string value_;
};

template <typename Item>
void declare_all(GraphmlWriter& writer, const NetworkFacts& facts, const std::vector<Attribute<Item>>& of_edge) {
    writer.declare(of_graph, graph_attributes(facts));
    writer.declare(of_nodes, node_attributes(facts));
    writer.declare(of_edges, of_edge);
}

}  // namespace

void write_graphml(const Network& network, std::ostream& out) {
    const NetworkFacts& facts = network[boost::graph_bundle];
    const auto attributes = edge_attributes(facts);
    GraphmlWriter writer(out);
    declare_all(writer, facts, attributes);
    writer.begin_graph(network);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        writer.edge(network, edge, edge_id(network, edge), attributes, network[edge]);
    writer.end();
}

void write_graphml_multi(const Network& network, std::ostream& out) {
    const NetworkFacts& facts = network[boost::graph_bundle];
    const auto attributes = mention_attributes(facts);
    GraphmlWriter writer(out);
    declare_all(writer, facts, attributes);
    writer.begin_graph(network);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        for (const Evidence& evidence : network[edge].evidence)
            writer.edge(network, edge, evidence.observation, attributes, MentionEdge{network[edge], evidence});
    writer.end();
}

}  // namespace demarche
