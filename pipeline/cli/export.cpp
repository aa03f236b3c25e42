// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/exporting.hpp"

namespace demarche::cli {

namespace {

std::string list_of_formats() {
    std::string list = "Formats:\n";
    for (const ExportFormat& format : export_formats()) {
        std::string name(format.name);
        name.resize(std::max<std::size_t>(name.size() + 1, 18), ' ');
        list += "  " + name + std::string(format.description) + "\n";
    }
    return list;
}

}  // namespace

void add_export(CLI::App& program, int& status) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command = program.add_subcommand("export", "Write a study's network or tables for other programs");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    command->add_option("--to", options->format, "The format, one of those below")->required()->type_name("FORMAT");
    command->add_option("-o,--output", options->output, "The file to write; - writes to standard output")
        ->required()
        ->type_name("FILE");
    add_codebook_option(*command, options->codebook);
    command->footer(list_of_formats() + "Example:\n  demarche export study --to graphml -o network.graphml");
    command->callback([options, &status] {
        export_study(*options);
        status = done;
    });
}

}  // namespace demarche::cli
