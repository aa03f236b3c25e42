// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/diffing.hpp"

namespace demarche::cli {

namespace {

// As diff(1): 1 says that there is a difference.
constexpr int different = 1;

bool wants_colour() {
    const char* none = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) == 1 && !(none && *none);
}

}  // namespace

void add_diff(CLI::App& program, int& status) {
    static const std::map<std::string, DiffFormat> formats = {{"text", DiffFormat::text},
                                                              {"json", DiffFormat::json},
                                                              {"html", DiffFormat::html},
                                                              {"csv", DiffFormat::csv}};
    auto options = std::make_shared<DiffOptions>();
    CLI::App* command = program.add_subcommand("diff", "Say what changed from one strategy to the next");
    command->add_option("OLD", options->before, "A PDF or text file, or a document of the study by its id");
    command->add_option("NEW", options->after, "The same, of the version that came after it");
    command->add_option("--study", options->study, "The study that holds the documents")->type_name("STUDY");
    command
        ->add_option("--lineage", options->lineage, "All strategies of a state in the study, one after the other")
        ->type_name("STATE");
    command
        ->add_option("--only", options->only,
                     "Only changes of this kind: added, removed, reworded, moved, split, merged")
        ->type_name("KIND")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_flag("--stat", options->stat_only, "Counts and substance, without the changes");
    add_choice(*command, "--format", options->format, formats,
               "text, json, html (one page) or csv (a row a change)")
        ->type_name("FORMAT")
        ->default_str("text");
    command->add_option("-o,--output", options->output, "A file in place of standard output")->type_name("FILE");
    add_ocr(*command, options->ocr);
    add_codebook_option(*command, options->codebook);
    add_reading(*command, options->reading);
    command->footer(
        "Examples:\n"
        "  demarche diff strategy-2016.pdf strategy-2022.pdf --format html -o changes.html\n"
        "  demarche diff gbr_2016_en gbr_2022_en --study study --only reworded\n"
        "  demarche diff --study study --lineage GBR --stat\n"
        "Exit status: 0 the same, 1 different, 2 an error.");
    command->callback([options, &status] {
        options->in_colour = options->output.empty() && wants_colour();
        status = write_diff(*options, std::cout) ? different : done;
    });
}

}  // namespace demarche::cli
