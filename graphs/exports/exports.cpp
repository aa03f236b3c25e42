// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/exports.hpp"

#include <algorithm>

#include "graphs/exports/csv.hpp"
#include "graphs/exports/graphml.hpp"

namespace demarche {

const std::vector<NetworkExport>& all_network_exports() {
    static const std::vector<NetworkExport> exports = {
        {"graphml", "graphml", "GraphML: one weighted edge for each pair of nodes and relation", write_graphml},
        {"graphml-multi", "graphml", "GraphML: one edge for each mention, with its page and quotation",
         write_graphml_multi},
        {"nodes-csv", "csv", "table of the nodes, as Gephi imports it", write_nodes_csv},
        {"edges-csv", "csv", "table of the weighted edges, as Gephi imports it", write_edges_csv},
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
