// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"
#include "pipeline/reading.hpp"

namespace demarche::cli {

void add_text(CLI::App& program, int& status) {
    auto options = std::make_shared<TextOptions>();
    CLI::App* command = program.add_subcommand("text", "Show what is read in one document");
    command->add_option("FILE", options->file, "A PDF or text file")->required();
    add_ocr(*command, options->ocr);
    command->add_flag("--margins", options->with_margins,
                      "Also running heads, feet and page numbers, before the text of their page");
    add_format(*command, options->format);
    add_reading(*command, options->reading);
    command->footer("Example:\n  demarche text strategy.pdf --format json");
    command->callback([options, &status] {
        const auto partial = write_text(*options, std::cout);
        if (partial) std::cerr << "demarche: " << partial->what() << '\n';
        status = partial ? done_with_failures : done;
    });
}

}  // namespace demarche::cli
