// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/exports.hpp"

#include <algorithm>

#include "graphs/exports/csv.hpp"
#include "graphs/exports/dot.hpp"
#include "graphs/exports/gexf.hpp"
#include "graphs/exports/gml.hpp"
#include "graphs/exports/graphml.hpp"
#include "graphs/exports/json.hpp"
#include "graphs/exports/matrices.hpp"
#include "graphs/exports/pajek.hpp"
#include "graphs/exports/xlsx.hpp"

namespace demarche {

namespace {

template <void (*write)(const Network&, std::ostream&)>
void of_network(const NetworkSource& source, std::ostream& out) {
    write(source.network, out);
}

}  // namespace

const std::vector<NetworkExport>& all_network_exports() {
    static const std::vector<NetworkExport> exports = {
        {"graphml", "graphml", "GraphML: one weighted edge for each pair of nodes and relation",
         of_network<write_graphml>},
        {"graphml-multi", "graphml", "GraphML: one edge for each mention, with its page and quotation",
         of_network<write_graphml_multi>},
        {"gexf", "gexf", "GEXF 1.3 with time and looks, for Gephi", of_network<write_gexf>},
        {"pajek", "net", "Pajek, in the dialect that NetworkX and igraph read as well", of_network<write_pajek>},
        {"pajek-relations", "net", "Pajek, with relations and two modes as only Pajek reads them",
         of_network<write_pajek_relations>},
        {"gml", "gml", "GML, for NetworkX, igraph and Gephi", of_network<write_gml>},
        {"dot", "dot", "DOT, for pictures by Graphviz", of_network<write_dot>},
        {"json", "json", "JSON in node-link form, for D3, NetworkX and Cytoscape.js", of_network<write_json>},
        {"nodes-csv", "csv", "table of the nodes, as Gephi imports it", of_network<write_nodes_csv>},
        {"edges-csv", "csv", "table of the weighted edges, as Gephi imports it", of_network<write_edges_csv>},
        {"adjacency-csv", "csv", "matrix of all nodes by all nodes", of_network<write_adjacency_csv>},
        {"incidence-csv", "csv", "matrix of authors by what they mention", of_network<write_incidence_csv>},
        {"xlsx", "xlsx", "workbook: documents, states × codes, nodes, edges and mentions", write_xlsx},
    };
    return exports;
}

const NetworkExport* find_network_export(std::string_view name) noexcept {
    const auto& exports = all_network_exports();
    const auto found =
        std::find_if(exports.begin(), exports.end(), [&](const NetworkExport& one) { return one.name == name; });
    return found == exports.end() ? nullptr : &*found;
}

}  // namespace demarche
