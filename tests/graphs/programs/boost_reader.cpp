// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Boost.Graph's own readers make of a network file, as JSON on standard output:
// {"reader", "nodes": {id: attributes}, "edges": [[source, target, attributes]], "directed"}
//
//     boost_reader graphml|dot FILE
//
// read_graphml gives values of C++ types; read_graphviz gives texts. Both usually know the properties that a
// program names beforehand; here, every one that comes is taken in. Boost 1.74 refuses the booleans of GraphML,
// "true" and "false", where every other reader wants them: they are read as texts.
#include <boost/algorithm/string/replace.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/lexical_cast.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace {

struct Item {
    std::string id;
    std::map<std::string, nlohmann::json> values;
};

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Item, Item>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, Item, Item>;
template <typename Graph>
using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
template <typename Graph>
using Edge = typename boost::graph_traits<Graph>::edge_descriptor;

nlohmann::json value_of(const boost::any& value) {
    if (const auto* text = boost::any_cast<std::string>(&value)) return *text;
    if (const auto* is_true = boost::any_cast<bool>(&value)) return *is_true;
    if (const auto* whole = boost::any_cast<int>(&value)) return *whole;
    if (const auto* real = boost::any_cast<double>(&value)) return *real;
    throw std::runtime_error(std::string("a value of type ") + value.type().name());
}

// A property of vertices or edges that takes whatever comes.
template <typename Graph, typename Key>
class AnyProperty : public boost::dynamic_property_map {
public:
    AnyProperty(Graph& graph, std::string name) : graph_(graph), name_(std::move(name)) {}
    boost::any get(const boost::any&) override { return {}; }
    std::string get_string(const boost::any&) override { return {}; }
    void put(const boost::any& key, const boost::any& value) override {
        graph_[boost::any_cast<Key>(key)].values[name_] = value_of(value);
    }
    const std::type_info& key() const override { return typeid(Key); }
    const std::type_info& value() const override { return typeid(std::string); }

private:
    Graph& graph_;
    std::string name_;
};

struct Ignored : boost::dynamic_property_map {
    boost::any get(const boost::any&) override { return {}; }
    std::string get_string(const boost::any&) override { return {}; }
    void put(const boost::any&, const boost::any&) override {}
    const std::type_info& key() const override { return typeid(boost::graph_property_tag*); }
    const std::type_info& value() const override { return typeid(std::string); }
};

template <typename Graph>
boost::dynamic_properties properties_of(Graph& graph) {
    return boost::dynamic_properties([&graph](const std::string& name, const boost::any& key, const boost::any&) {
        using Map = boost::shared_ptr<boost::dynamic_property_map>;
        if (key.type() == typeid(Vertex<Graph>)) return Map(new AnyProperty<Graph, Vertex<Graph>>(graph, name));
        if (key.type() == typeid(Edge<Graph>)) return Map(new AnyProperty<Graph, Edge<Graph>>(graph, name));
        return Map(new Ignored);
    });
}

template <typename Graph>
void print(const Graph& graph) {
    nlohmann::json nodes = nlohmann::json::object(), edges = nlohmann::json::array();
    for (const Vertex<Graph> vertex : boost::make_iterator_range(boost::vertices(graph)))
        nodes[graph[vertex].id] = graph[vertex].values;
    for (const Edge<Graph> edge : boost::make_iterator_range(boost::edges(graph)))
        edges.push_back(
            {graph[boost::source(edge, graph)].id, graph[boost::target(edge, graph)].id, graph[edge].values});
    const nlohmann::json document = {{"reader", std::string("Boost ") + BOOST_LIB_VERSION},
                                     {"directed", boost::is_directed(graph)},
                                     {"nodes", nodes},
                                     {"edges", edges}};
    std::cout << document.dump();
}

// read_graphml does not tell the ids of nodes: they are taken from the file, in order.
template <typename Graph>
void read_graphml_text(std::string text) {
    boost::replace_all(text, "attr.type=\"boolean\"", "attr.type=\"string\"");
    std::istringstream in(text);
    Graph graph;
    boost::dynamic_properties properties = properties_of(graph);
    boost::read_graphml(in, graph, properties);
    std::istringstream again(text);
    std::string line;
    for (Vertex<Graph> vertex = 0; std::getline(again, line);) {
        const std::string before = "<node id=\"";
        const std::size_t at = line.find(before);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + before.size();
        graph[vertex++].id = line.substr(begin, line.find('"', begin) - begin);
    }
    print(graph);
}

template <typename Graph>
void read_dot_text(const std::string& text) {
    Graph graph;
    boost::dynamic_properties properties = properties_of(graph);
    properties.property("node_id", boost::get(&Item::id, graph));
    boost::read_graphviz(text, graph, properties, "node_id");
    print(graph);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: boost_reader graphml|dot FILE\n";
        return 2;
    }
    try {
        std::ifstream file(argv[2]);
        const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        const bool is_directed = text.find("edgedefault=\"undirected\"") == std::string::npos && text[0] != 'g';
        if (std::string(argv[1]) == "dot")
            is_directed ? read_dot_text<Directed>(text) : read_dot_text<Undirected>(text);
        else
            is_directed ? read_graphml_text<Directed>(text) : read_graphml_text<Undirected>(text);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
