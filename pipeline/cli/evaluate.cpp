// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/command.hpp"
#include "pipeline/evaluating.hpp"

namespace demarche::cli {

namespace {

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void take_misses(const std::string& text, EvaluateOptions& options) {
    if (is_number(text))
        options.misses = std::stoul(text);
    else
        options.misses_file = text;
}

// "2/3"
void take_part(const std::string& text, EvaluateOptions& options) {
    const std::size_t slash = text.find('/');
    const std::string part = text.substr(0, slash),
                      parts = slash == std::string::npos ? "" : text.substr(slash + 1);
    const bool is_fraction = is_number(part) && is_number(parts);
    if (is_fraction) {
        options.part = std::stoul(part);
        options.parts = std::stoul(parts);
    }
    if (!is_fraction || options.part < 1 || options.part > options.parts)
        throw CLI::ValidationError("--part", "must be as 1/2, the first of two parts; it is " + text);
}

constexpr const char* footer =
    "A FILE of JSON lines {\"sid\", \"codes\", \"norms\"?, \"text\"?, \"lang\"?, \"doc\"?} holds one coder; a "
    "FILE\n"
    "that ends in .csv any number: columns sid, code, and if you have them coder, stance, text, lang, doc;\n"
    "a row for each code, or a row for each sentence, as in \"body.itu; norm.g:commit\". A sentence\n"
    "without codes needs a row (or line) too, or it counts as not read.\n"
    "\n"
    "With one coder: demarche against that coder. With more: coder against coder, agreement among\n"
    "all, and demarche against each. What the figures mean, and the keys of --format json:\n"
    "corpora/evaluation/README.md.\n"
    "\n"
    "Examples:\n"
    "  demarche evaluate gold.jsonl --misses 20\n"
    "  demarche evaluate codes.csv --by code --misses differences.csv\n"
    "  demarche evaluate anna.jsonl ben.jsonl --coders-only";

}  // namespace

void add_evaluate(CLI::App& program, int& status) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command =
        program.add_subcommand("evaluate", "Hold demarche's codes against people's, and coders against each other");
    command->add_option("FILE", options->files, "Coded sentences: a gold set, coders' files")
        ->required()
        ->type_name("");
    add_codebook_option(*command, options->codebook);
    add_format(*command, options->format);
    command
        ->add_option("--family", options->families,
                     "A family to compare, by id or number, repeatable; or all that the files have. Without it: "
                     "families 1 to 6, which gold sets are coded in")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->add_flag("--terms-only", options->terms_only,
                      "Code by the codebook's terms alone, as a plain keyword list would: no rules, no conditions");
    command->add_flag("--coders-only", options->coders_only, "Compare the coders, not demarche");
    command
        ->add_option_function<std::string>(
            "--part", [options](const std::string& text) { take_part(text, *options); },
            "Evaluate one part of the documents, dealt out by their names: 1/2 to tune on, 2/2 to look at last")
        ->type_name("K/N");
    command
        ->add_option_function<std::vector<std::string>>(
            "--by",
            [options](const std::vector<std::string>& tables) {
                for (const std::string& table : tables)
                    (table == "code" ? options->by_code : options->by_document) = true;
            },
            "A further table in the text: code or document; repeatable")
        ->check(CLI::IsMember({"code", "document"}).description(""))
        ->type_name("code|document")
        ->allow_extra_args(false);
    command
        ->add_option_function<std::string>(
            "--misses", [options](const std::string& text) { take_misses(text, *options); },
            "Show this many differences, to be read; or write all to this file, as CSV")
        ->type_name("N|FILE");
    command->footer(footer);
    command->callback([options, &status] {
        write_evaluation(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
