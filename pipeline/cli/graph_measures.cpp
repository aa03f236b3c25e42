// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"
#include "pipeline/measuring.hpp"

namespace demarche::cli {

void add_graph_measures(CLI::App& graph, int& status) {
    auto options = std::make_shared<MeasuringOptions>();
    CLI::App* command =
        graph.add_subcommand("measures", "Who is central in a study's network, who belongs together, who is alike");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    command
        ->add_option(
            "--by", options->by,
            "The measure that nodes are ranked by: degree, strength, betweenness, closeness, pagerank, core, "
            "twomode_degree ...")
        ->type_name("MEASURE")
        ->default_str("betweenness");
    command->add_option("--type", options->type, "Nodes of this type alone: state, body, norm, instrument ...")
        ->type_name("TYPE");
    command->add_option("--top", options->top, "So many nodes: 20 in text, all otherwise")->type_name("N");
    command->add_flag("--weighted-paths", options->measures.with_weighted_paths,
                      "Betweenness and closeness by 1/weight: what is often said together is near");
    command->add_flag("--directed-paths", options->measures.with_directed_paths,
                      "Betweenness and closeness along directions");
    command->add_flag("--umbrella-codes", options->measures.part.with_umbrella_codes,
                      "Count body.csirt, body.other and ins.other, which stand for many things each");
    command->add_option("--resolution", options->communities.resolution, "More gives more and smaller communities")
        ->check(CLI::Range(1e-6, 1e6).description(""))
        ->type_name("R")
        ->default_str("1");
    add_codebook_option(*command, options->network.codebook);
    add_table_format(*command, options->format);
    add_network_options(*command, options->network);
    add_network_shape(*command, options->shape);
    command->footer(
        "Without --members, memberships count nowhere; with it they count as edges.\n"
        "Examples:\n"
        "  demarche graph measures study --by twomode_degree --type body\n"
        "  demarche graph measures study --project states --tie jaccard --share norms --by-relation "
        "commits,supports");
    command->callback([options, &status] {
        options->measures.part.with_memberships = options->network.with_memberships;
        write_measures(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
