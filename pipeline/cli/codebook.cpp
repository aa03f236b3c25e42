// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/command.hpp"
#include "pipeline/codebook_listing.hpp"
#include "pipeline/codebook_testing.hpp"

namespace demarche::cli {

namespace {
struct Options {
    std::vector<std::string> codebook;
    OutputFormat format = OutputFormat::text;
    std::string id;
    std::vector<std::string> ids;
};
}  // namespace

void add_codebook(CLI::App& program, int& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("codebook", "Check, list, show, test, import and print the coding scheme");
    command->require_subcommand(1);
    const auto add = [&](const char* name, const char* description, const char* example) {
        CLI::App* part = command->add_subcommand(name, description);
        add_codebook_option(*part, options->codebook);
        add_format(*part, options->format);
        part->footer(std::string("Example:\n  ") + example);
        return part;
    };
    add("check", "Report every mistake with its file and line", "demarche codebook check --codebook +my-codes.yaml")
        ->callback([options, &status] {
            const bool is_good = write_codebook_problems(options->codebook, options->format, std::cout);
            status = is_good ? done : failed;
        });
    add("list", "List the codes by family", "demarche codebook list")->callback([options, &status] {
        write_codebook_list(options->codebook, options->format, std::cout);
        status = done;
    });
    CLI::App* show = add("show", "Show all that is said of one code", "demarche codebook show body.itu");
    show->add_option("ID", options->id, "The code's id")->required();
    show->callback([options, &status] {
        write_code(options->id, options->codebook, options->format, std::cout);
        status = done;
    });
    CLI::App* test = add("test", "Try the example sentences of each code on it; status 1 when one fails",
                         "demarche codebook test --codebook +my-codes.yaml");
    test->add_option("ID", options->ids, "The codes to test, all without one");
    test->callback([options, &status] {
        const bool is_right = write_codebook_test(options->ids, options->codebook, options->format, std::cout);
        status = is_right ? done : done_with_failures;
    });
    add_codebook_import(*command, status);
    add_codebook_reference(*command, status);
}

}  // namespace demarche::cli
