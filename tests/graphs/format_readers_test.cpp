// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdlib>

#include "other_programs.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

// What readers_table finds in all formats of one network.
Verdict read_all_formats(const Network& network, const std::vector<StudyDocument>& documents) {
    const TemporaryFolder folder;
    for (const NetworkExport& format : all_network_exports()) {
        if (!network[boost::graph_bundle].is_directed && format.name == "incidence-csv") continue;
        folder.write("network." + std::string(format.name),
                     written({network, documents}, std::string(format.name)));
    }
    setenv("DEMARCHE_BOOST_READER", DEMARCHE_BOOST_READER, 1);
    return run_python({source_file("tests/graphs/readers_table").string(), folder.path().string()});
}

void check_read_alike(const Network& network, const std::vector<StudyDocument>& documents) {
    const Verdict verdict = read_all_formats(network, documents);
    INFO(verdict.said);
    if (verdict.was_skipped())
        WARN("skipped some readers, which are not installed:\n" + verdict.said);
    else
        CHECK(verdict.status == 0);
}

// Two bodies that authors have in common.
Network projection() {
    Network network;
    network[boost::graph_bundle].is_directed = false;
    for (const char* id : {"body.eu", "body.itu", "body.un"}) {
        Node node;
        node.id = node.label = id;
        node.type = NodeType::body;
        node.position = Position{static_cast<double>(boost::num_vertices(network)), 0.5};
        boost::add_vertex(node, network);
    }
    Edge edge;
    edge.relation = Relation::shares;
    edge.weight = 2;
    boost::add_edge(0, 1, edge, network);
    edge.weight = 1;
    boost::add_edge(1, 2, edge, network);
    return network;
}

}  // namespace

TEST_CASE("Every reader reads in every format what was written") {
    SECTION("the worked example") {
        const WorkedExample example = worked_example();
        check_read_alike(example.network(), example.documents);
    }
    SECTION("with texts that are hard to write") {
        const WorkedExample example = nasty_example();
        check_read_alike(example.network(), example.documents);
    }
    SECTION("with weights that are no whole numbers") {
        WorkedExample example = worked_example();
        example.options.weighting = Weighting::per_thousand_sentences;
        check_read_alike(example.network(), example.documents);
    }
    SECTION("a projection, laid out") {
        check_read_alike(projection(), {});
    }
}

TEST_CASE("The table of readers sees what differs") {
    const Network network = worked_example().network();
    const TemporaryFolder folder;
    folder.write("network.json", written(network, "json"));
    std::string gml = written(network, "gml");
    const auto verdict_on = [&](const std::string& text) {
        folder.write("network.gml", text);
        return run_python({source_file("tests/graphs/readers_table").string(), folder.path().string()});
    };
    const Verdict untouched = verdict_on(gml);
    if (untouched.status == 127) {
        WARN("skipped for want of Python");
        return;
    }
    CHECK(untouched.said.find("DIFFERENCES") == std::string::npos);
    if (untouched.said.find("alike") == std::string::npos) return;  // no reader of GML at all
    SECTION("a value") {
        gml.replace(gml.find("weight 3"), 8, "weight 4");
    }
    SECTION("an edge too few") {
        const std::size_t at = gml.rfind("  edge [");
        gml.erase(at, gml.rfind("]\n]") + 2 - at);
    }
    SECTION("a relation") {
        gml.replace(gml.find("relation \"commits\""), 18, "relation \"rejects\"");
    }
    CHECK(verdict_on(gml).status == 1);
}

}  // namespace demarche::tests
