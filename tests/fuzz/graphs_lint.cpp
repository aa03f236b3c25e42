// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "corpora/model/utf8.hpp"
#include "graphs/exports/gexf.hpp"
#include "graphs/exports/graphml.hpp"
#include "graphs/lint/lint.hpp"

// Whatever the bytes of a file: what is found in it has a line of the file, and is told in UTF-8; and a file that
// is not readable says why. Whatever the texts of a network: the files that are written of it have nothing that
// breaks readers.

namespace {

using namespace demarche;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_bytes(const std::string& bytes) {
    std::istringstream in(bytes);
    const lint::Report report = lint::check_graph_file(in);
    std::uint64_t lines = 1;
    for (const char character : bytes)
        if (character == '\n' || character == '\r') ++lines;
    for (const lint::Defect& finding : report.findings()) {
        require(finding.line >= 1 && finding.line <= lines);
        require(!finding.what.empty() && !first_invalid_utf8(finding.what));
    }
    require(report.total() >= report.findings().size());
    require(report.is_readable || report.format.empty() || report.count("not-well-formed") == 1);
}

void check_network(const std::string& text) {
    Network network;
    for (const char* id : {"AUS", "body.un"}) {
        Node node;
        node.id = id;
        node.label = id + text;
        node.definition = text;
        boost::add_vertex(node, network);
    }
    Edge edge;
    edge.weight = 1;
    boost::add_edge(0, 1, edge, network);
    network[boost::graph_bundle].view = text;
    for (const auto write : {write_graphml, write_gexf}) {
        std::stringstream file;
        write(network, file);
        const lint::Report report = lint::check_graph_file(file);
        require(report.is_readable && report.total() == 0 && report.nodes == 2 && report.edges == 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check_bytes(bytes);
    check_network(bytes);
    return 0;
}
