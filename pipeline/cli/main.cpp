// SPDX-License-Identifier: GPL-3.0-or-later
//
// The binary only glues: argv becomes checked options, one pipeline function is
// called, errors become the exit status.
#include <exception>
#include <iostream>
#include <string>

#include "corpora/model/error.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/version.hpp"
#include "pipeline/workers/worker.hpp"

namespace demarche::cli {

namespace {

// In the order of the help. A new command is one new file and one line here.
constexpr AddCommand all_commands[] = {add_run,     add_status, add_text,    add_tag,  add_evaluate, add_codebook,
                                       add_explain, add_kwic,   add_compare, add_diff, add_export,   add_graph};

// The option parser would only say that a command is required.
void refuse_unknown_command(const CLI::App& program, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-') return;
    const std::string asked = argv[1];
    std::string known;
    for (const CLI::App* command : program.get_subcommands({})) {
        if (command->check_name(asked)) return;
        known += (known.empty() ? "" : ", ") + command->get_name();
    }
    throw Error(ErrorKind::usage, "", "there is no command \"" + asked + "\"; there are " + known);
}

int run(int argc, char** argv) {
    CLI::App program(
        "demarche reads national cyber strategies: who engages where, on which norms, how firmly.\n"
        "Every figure leads back to the sentence on the page.");
    program.name("demarche");
    program.set_version_flag("--version", "demarche " + std::string(program_version()));
    program.require_subcommand(1);
    program.get_formatter()->column_width(34);
    program.footer("Example:\n  demarche run corpora/sample/manifest.csv -o study && demarche status study");
    int status = done;
    for (const AddCommand add : all_commands) add(program, status);
    refuse_unknown_command(program, argc, argv);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? done : failed;
    }
    std::cout.flush();
    if (!std::cout) throw Error(ErrorKind::storage, "standard output", "could not be written to its end");
    return status;
}

}  // namespace

}  // namespace demarche::cli

int main(int argc, char** argv) {
    if (demarche::is_worker(argc, argv)) demarche::work(argv);
    try {
        return demarche::cli::run(argc, argv);
    } catch (const demarche::Error& error) {
        std::cerr << "demarche: " << error.what() << '\n';
    } catch (const std::exception& error) {
        std::cerr << "demarche: something went wrong that should not: " << error.what()
                  << "\nPlease report it with the command that you gave.\n";
    }
    return demarche::cli::failed;
}
