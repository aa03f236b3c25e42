// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"
#include "pipeline/graph_linting.hpp"

namespace demarche::cli {

namespace {
struct Options {
    std::filesystem::path file;
    OutputFormat format = OutputFormat::text;
};

int status_of(GraphVerdict verdict) {
    switch (verdict) {
        case GraphVerdict::clean: return done;
        case GraphVerdict::has_findings: return done_with_failures;
        case GraphVerdict::is_unreadable: return failed;
    }
    return failed;
}
}  // namespace

void add_graph_lint(CLI::App& graph, int& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = graph.add_subcommand(
        "lint",
        "Tell what in a GraphML or GEXF file breaks which reader, and what to do; status 1 when there is any");
    command->add_option("FILE", options->file, "The file, of any program")->required();
    add_format(*command, options->format);
    command->footer("Example:\n  demarche graph lint network.graphml");
    command->callback(
        [options, &status] { status = status_of(write_graph_lint(options->file, options->format, std::cout)); });
}

}  // namespace demarche::cli
