// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
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
    add_codebook_option(*command, options->network.codebook);
    add_network_options(*command, options->network);
    add_network_shape(*command, options->shape);
    command->add_flag("--bare", options->is_bare, "Networks without measures, communities and layout");
    command
        ->add_option("--each", options->years_each, "One file for each N years, named after them; networks alone")
        ->check(CLI::Range(1, 100).description(""))
        ->type_name("N");
    command->footer(list_of_formats() +
                    "Examples:\n"
                    "  demarche export study --to graphml -o network.graphml\n"
                    "  demarche export study --to graphml -o eu.graphml --group eu --stance commit --each 5");
    command->callback([options, &status] {
        for (const std::filesystem::path& file : export_study(*options)) std::cout << file.string() << '\n';
        status = done;
    });
}

}  // namespace demarche::cli
