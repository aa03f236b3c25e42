// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>

#include "pipeline/cli/command.hpp"
#include "pipeline/cli/progress_bar.hpp"
#include "pipeline/study.hpp"

namespace demarche::cli {

namespace {
struct Options {
    RunOptions run;
    OutputFormat format = OutputFormat::text;
    bool quiet = false;
};
}  // namespace

void add_run(CLI::App& program, int& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("run", "Read strategies into a study, or bring a study up to date");
    command->add_option("INPUT", options->run.inputs, "PDFs, folders, or a manifest.csv")->required();
    command->add_option("-o,--output", options->run.study, "The study's folder; made if it is not there")
        ->required()
        ->type_name("STUDY");
    command->add_option("-j,--jobs", options->run.jobs, "Documents worked on at once; default: one per core")
        ->check(CLI::Range(1U, 1024U));
    command->add_flag("--prune", options->run.prune, "Forget documents of the study that the inputs do not name");
    add_ocr(*command, options->run.ocr);
    add_reading(*command, options->run.reading);
    command->add_flag("-q,--quiet", options->quiet, "No progress bar");
    add_codebook_option(*command, options->run.codebook);
    add_format(*command, options->format);
    command->footer(
        "Run again after adding strategies or editing the codebook: only what changed is done.\n"
        "Example:\n  demarche run strategies/manifest.csv -o study");
    command->callback([options, &status] {
        ProgressBar progress(!options->quiet);
        const RunSummary summary = run_study(options->run, progress);
        write_summary(summary, options->format, std::cout);
        const bool all_read =
            std::all_of(summary.documents.begin(), summary.documents.end(),
                        [](const auto& document) { return !document.failure && !document.partial; });
        status = all_read && summary.out_of_reach.empty() ? done : done_with_failures;
    });
}

}  // namespace demarche::cli
