// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/network_changes.hpp"

namespace demarche::cli {

void add_graph_changes(CLI::App& graph, int& status) {
    auto options = std::make_shared<NetworkChangesOptions>();
    CLI::App* command = graph.add_subcommand(
        "changes", "What appeared in a study's network, and what went, between two spans of years");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    command
        ->add_option_function<std::string>(
            "--before",
            [options](const std::string& text) {
                const Years years = years_of("--before", text);
                options->before_first = years.first;
                options->before_last = years.last;
            },
            "Documents of the earlier network, as 2011-2015")
        ->required()
        ->type_name("A-B");
    command
        ->add_option_function<std::string>(
            "--after",
            [options](const std::string& text) {
                const Years years = years_of("--after", text);
                options->after_first = years.first;
                options->after_last = years.last;
            },
            "Documents of the later network, as 2016-2020")
        ->required()
        ->type_name("A-B");
    add_codebook_option(*command, options->network.codebook);
    add_table_format(*command, options->format);
    add_network_options(*command, options->network, {.with_years = false});
    command->footer(
        "An edge is gone only if its author has documents in both spans; authors with documents in one\n"
        "alone are named, and their edges counted apart.\n"
        "Example:\n"
        "  demarche graph changes study --before 2011-2015 --after 2016-2020 --family body --group eu");
    command->callback([options, &status] {
        write_network_changes(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
