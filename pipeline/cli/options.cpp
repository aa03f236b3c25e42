// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "pipeline/cli/command.hpp"

namespace demarche::cli {

void add_format(CLI::App& command, OutputFormat& format) {
    static const std::map<std::string, OutputFormat> names = {{"text", OutputFormat::text},
                                                              {"json", OutputFormat::json}};
    command.add_option("--format", format, "text (for people) or json (for programs)")
        ->transform(CLI::CheckedTransformer(names, CLI::ignore_case).description("FORMAT"))
        ->default_str("text");
}

void add_codebook_option(CLI::App& command, std::vector<std::string>& codebook) {
    command
        .add_option("--codebook", codebook,
                    "A codebook (file or folder) in place of the shipped one; +PATH adds it to the shipped one")
        ->type_name("PATH")
        ->allow_extra_args(false);
}

}  // namespace demarche::cli
