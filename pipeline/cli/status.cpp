// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"

namespace demarche::cli {

void add_status(CLI::App& program, int& status) {
    auto options = std::make_shared<StatusOptions>();
    CLI::App* command = program.add_subcommand("status", "What a study holds, what failed, what was not read");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    command->add_flag("--by-state", options->by_state, "What was found, a line per state");
    add_format(*command, options->format);
    command->footer("Example:\n  demarche status study --by-state");
    command->callback([options, &status] {
        write_status(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
