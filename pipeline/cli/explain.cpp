// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"
#include "pipeline/explaining.hpp"

namespace demarche::cli {

void add_explain(CLI::App& program, int& status) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* command = program.add_subcommand("explain", "Say why a mention was made, and what lost");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    command->add_option("MENTION", options->mention, "The mention's id, from an export or the table `mentions`")
        ->required();
    add_codebook_option(*command, options->codebook);
    add_format(*command, options->format);
    command->footer("Example:\n  demarche explain study aus_2020_en:412:body.itu:1");
    command->callback([options, &status] {
        write_explanation(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
