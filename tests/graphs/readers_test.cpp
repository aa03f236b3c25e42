// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <filesystem>

#include "other_programs.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

// What readers.py finds in `graphml`.
Verdict read_by_others(const std::string& graphml, std::size_t nodes, std::size_t edges) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.write("network.graphml", graphml);
    return run_python({source_file("tests/graphs/readers.py").string(), file.string(), "--nodes",
                       std::to_string(nodes), "--edges", std::to_string(edges)});
}

void check_read_alike(const std::string& graphml, std::size_t nodes, std::size_t edges) {
    const Verdict verdict = read_by_others(graphml, nodes, edges);
    INFO(verdict.said);
    if (verdict.was_skipped())
        WARN("skipped for want of Python, NetworkX or igraph: " + verdict.said);
    else
        CHECK(verdict.status == 0);
}

}  // namespace

TEST_CASE("NetworkX and igraph read in GraphML what was written") {
    SECTION("the worked example") {
        const Network network = worked_example().network();
        check_read_alike(written(network, "graphml"), 11, 10);
        check_read_alike(written(network, "graphml-multi"), 11, 12);
    }
    SECTION("with texts that are hard to write") {
        const Network network = nasty_example().network();
        check_read_alike(written(network, "graphml"), 12, 11);
        check_read_alike(written(network, "graphml-multi"), 12, 24);
    }
    SECTION("with nothing in it") {
        WorkedExample example = worked_example();
        example.documents.clear();
        example.observations.clear();
        check_read_alike(written(example.network(), "graphml"), 0, 0);
    }
}

TEST_CASE("The check of GraphML files finds what is wrong") {
    const std::string good = written(worked_example().network(), "graphml");
    const auto spoilt = [&](const std::string& from, const std::string& into) {
        std::string text = good;
        text.replace(text.find(from), from.size(), into);
        return read_by_others(text, 11, 10).status;
    };
    if (read_by_others(good, 11, 10).status == 127) {
        WARN("skipped for want of Python");
        return;
    }
    CHECK(spoilt("<data key=\"n_author\">true", "<data key=\"n_author\">1") == 1);
    CHECK(spoilt("<data key=\"e_weight\">1", "<data key=\"e_weight\">1.0") == 1);
    CHECK(spoilt("<data key=\"e_weight\">1", "<data key=\"e_weight\">0") == 1);
    CHECK(spoilt("<data key=\"n_label\">Australia</data>", "<data key=\"n_label\"></data>") == 1);
    CHECK(spoilt("attr.name=\"iso2\"", "attr.name=\"name\"") == 1);
    CHECK(spoilt("attr.name=\"iso2\"", "attr.name=\"region\"") == 1);
    CHECK(spoilt("<node id=\"FRA\">", "<node id=\"AUS\">") == 1);
    CHECK(spoilt("Australia", "Austr\falia") == 1);
    CHECK(read_by_others(good, 12, 10).status == 1);
}

}  // namespace demarche::tests
