// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/command.hpp"

namespace demarche::cli {

// Each subcommand has a file of its own.
void add_graph(CLI::App& program, int& status) {
    CLI::App* graph = program.add_subcommand("graph", "Ask a study's network, or check a network file");
    graph->require_subcommand(1);
    graph->footer("Example:\n  demarche graph changes study --before 2011-2015 --after 2016-2020");
    add_graph_changes(*graph, status);
    add_graph_measures(*graph, status);
    add_graph_lint(*graph, status);
}

}  // namespace demarche::cli
