// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "corpora/model/error.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/tagging.hpp"

namespace demarche::cli {

namespace {
struct Options {
    std::string file;
    std::vector<std::string> codebook;
};
}  // namespace

void add_tag(CLI::App& program, int& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("tag", "Code sentences given as JSON lines");
    command->add_option("FILE", options->file, R"(JSON lines {"sid", "text", "lang"?}; - reads standard input)")
        ->required();
    add_codebook_option(*command, options->codebook);
    command->footer(
        "Example:\n"
        R"(  echo '{"sid":"1","text":"Kenya will ratify the Budapest Convention."}' | demarche tag -)");
    command->callback([options, &status] {
        if (options->file == "-") {
            tag_lines(std::cin, "standard input", options->codebook, std::cout);
        } else {
            std::ifstream file(options->file);
            if (!file) throw Error(ErrorKind::missing, options->file, "cannot be opened; check the name");
            tag_lines(file, options->file, options->codebook, std::cout);
        }
        status = done;
    });
}

}  // namespace demarche::cli
