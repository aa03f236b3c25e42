// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "corpora/model/error.hpp"
#include "graphs/exports/labels.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Three nodes, two of one name.
Network namesakes() {
    Network network;
    for (const auto& [id, label] :
         {std::pair("GEO", "Georgia"), std::pair("USA.GA", "Georgia"), std::pair("X", "")}) {
        Node node;
        node.id = id;
        node.label = label;
        boost::add_vertex(node, network);
    }
    return network;
}

// The worked example with one more mention, whose sentence is `sentence`.
Network with_sentence(const std::string& sentence) {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    example.observations.back().sentence = sentence;
    return example.network();
}

}  // namespace

TEST_CASE("The worked example in each format, byte by byte") {
    const Network network = worked_example().network();
    CHECK(is_golden("worked_example.gexf", written(network, "gexf")));
    CHECK(is_golden("worked_example.net", written(network, "pajek")));
    CHECK(is_golden("worked_example.relations.net", written(network, "pajek-relations")));
    CHECK(is_golden("worked_example.gml", written(network, "gml")));
    CHECK(is_golden("worked_example.dot", written(network, "dot")));
    CHECK(is_golden("worked_example.json", written(network, "json")));
    CHECK(is_golden("worked_example.adjacency.csv", written(network, "adjacency-csv")));
    CHECK(is_golden("worked_example.incidence.csv", written(network, "incidence-csv")));
}

TEST_CASE("Labels tell nodes apart where readers take them for the nodes") {
    CHECK(unique_labels(namesakes()) == std::vector<std::string>{"Georgia (GEO)", "Georgia (USA.GA)", "X"});
    SECTION("whatever they are called") {
        Network network = namesakes();
        network[2].label = "Georgia (GEO)";
        const std::vector<std::string> labels = unique_labels(network);
        CHECK(std::set<std::string>(labels.begin(), labels.end()).size() == 3);
    }
    SECTION("on one line") {
        Network network = namesakes();
        network[2].label = " a\r\n\tb \f";
        CHECK(unique_labels(network)[2] == "a b");
    }
}

TEST_CASE("GEXF has time where documents have years") {
    const std::string gexf = written(worked_example().network(), "gexf");
    CHECK(holds(gexf, "mode=\"dynamic\""));
    CHECK(holds(gexf, "<spell start=\"2016-01-01\" end=\"2020-12-31\"/>"));
    SECTION("and none where none of them has") {
        WorkedExample example = worked_example();
        for (StudyDocument& document : example.documents) document.facts.year.reset();
        const std::string timeless = written(example.network(), "gexf");
        CHECK(holds(timeless, "mode=\"static\""));
        CHECK_FALSE(holds(timeless, "spell"));
        CHECK_FALSE(holds(timeless, "timeformat"));
    }
}

TEST_CASE("GEXF has places when the network is laid out") {
    Network network = worked_example().network();
    CHECK_FALSE(holds(written(network, "gexf"), "viz:position"));
    network[0].position = Position{-1.5, 2};
    CHECK(holds(written(network, "gexf"), "<viz:position x=\"-1.5\" y=\"2\" z=\"0\"/>"));
}

TEST_CASE("Pajek's second dialect says two modes where there are two") {
    WorkedExample example = worked_example();
    CHECK(holds(written(example.network(), "pajek-relations"), "*Vertices 11\n"));  // states name states
    example.options.families = {"norm", "law"};
    const std::string bipartite = written(example.network(), "pajek-relations");
    CHECK(holds(bipartite, "*Vertices 7 5\n"));
    CHECK(holds(bipartite, "*Arcs :3 \"commits\"\n"));
    CHECK(holds(written(example.network(), "pajek"), "*Vertices 7\n"));
}

TEST_CASE("Pajek's quotes hold what has quotes in it") {
    Network network = namesakes();
    network[0].label = "The \"Five\\Nine\"";
    CHECK(holds(written(network, "pajek"), "1 \"The 'Five/Nine'\" "));
}

TEST_CASE("GML is ASCII, and its reals stay reals") {
    const std::string gml = written(with_sentence("é \"q\" & 😀\r\nend"), "gml");
    CHECK(holds(gml, "first_quotation \"&#233; &quot;q&quot; &amp; &#128512;&#13;&#10;end\""));
    CHECK(std::all_of(gml.begin(), gml.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
    WorkedExample example = worked_example();
    example.options.weighting = Weighting::per_thousand_sentences;
    for (StudyDocument& document : example.documents) document.sentences = 1000;
    CHECK(holds(written(example.network(), "gml"), "weight 1.0\n"));
}

TEST_CASE("DOT survives what is special to Graphviz") {
    Network network = namesakes();
    network[0].label = "R&D \"lab\" \\N and one more long name";
    const std::string dot = written(network, "dot");
    CHECK(holds(dot, "label=\"R&amp;D \\\"lab\\\" \\\\N\\nand one more long name\""));
}

TEST_CASE("JSON keeps types and leaves out what is missing") {
    const auto data = nlohmann::json::parse(written(worked_example().network(), "json"));
    CHECK(data["directed"] == true);
    CHECK(data["multigraph"] == true);
    CHECK(data["nodes"].size() == 11);
    CHECK(data["links"].size() == 10);
    CHECK(data["nodes"][0]["id"] == "AUS");
    CHECK(data["nodes"][0]["author"] == true);
    CHECK(data["nodes"][0]["documents"].is_number_integer());
    CHECK_FALSE(data["nodes"][0].contains("un_group"));
    CHECK(data["links"][0]["per_10000_words"].is_number_float());
    CHECK(data["links"][0]["key"] == data["links"][0]["relation"]);
}

TEST_CASE("Matrices add parallel edges up, and leave memberships to themselves") {
    Network network;
    for (const auto& [id, type] : {std::pair("AUS", NodeType::state), std::pair("body.un", NodeType::body)}) {
        Node node;
        node.id = id;
        node.type = type;
        boost::add_vertex(node, network);
    }
    network[0].authorship.emplace();
    const auto add = [&](Relation relation, double weight) {
        Edge edge;
        edge.relation = relation;
        edge.weight = weight;
        boost::add_edge(0, 1, edge, network);
    };
    add(Relation::member_of, 1);
    CHECK(written(network, "incidence-csv") == "id,body.un\nAUS,1\n");
    add(Relation::mentions, 2);
    add(Relation::engages, 0.5);
    CHECK(written(network, "incidence-csv") == "id,body.un\nAUS,2.5\n");
    CHECK(written(network, "adjacency-csv") == "id,AUS,body.un\nAUS,0,2.5\nbody.un,0,0\n");
    SECTION("A projection is symmetric, and has one mode") {
        network[boost::graph_bundle].is_directed = false;
        CHECK(written(network, "adjacency-csv") == "id,AUS,body.un\nAUS,0,2.5\nbody.un,2.5,0\n");
        CHECK_THROWS_WITH(written(network, "incidence-csv"),
                          "a projection has one kind of node, and no matrix of authors by what they mention; "
                          "take adjacency-csv");
    }
}

}  // namespace demarche::tests
