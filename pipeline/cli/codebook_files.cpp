// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of `demarche codebook` that make files: import and reference.
#include <iostream>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/codebook_reference.hpp"
#include "pipeline/dictionary_import.hpp"

namespace demarche::cli {

void add_codebook_import(CLI::App& codebook, int& status) {
    auto options = std::make_shared<DictionaryImportOptions>();
    CLI::App* command = codebook.add_subcommand(
        "import", "Make a codebook of a dictionary of another program (quanteda, LIWC, Lexicoder)");
    command->add_option("DICTIONARY", options->dictionary, "The dictionary's file")->required()->type_name("");
    command
        ->add_option("-o,--output", options->output,
                     "The codebook's file to be made, or a folder for it; - writes to standard output")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--language", options->language,
                     "The language of its words (en, fr ...); any: look for them in every language")
        ->required()
        ->type_name("CODE");
    command->add_option("--prefix", options->prefix, "What the ids of its codes begin with; else the file's name")
        ->type_name("NAME");
    command->add_option("--from", options->from, "The format, one of those below; else by the file's ending")
        ->type_name("FORMAT");
    command
        ->add_option("--encoding", options->encoding,
                     "How its letters are stored: utf-8, or windows-1252 (of which Latin-1 is a part)")
        ->type_name("NAME")
        ->capture_default_str();
    add_format(*command, options->format);
    command->footer(
        "Formats:\n" + dictionary_format_lines() +
        "An existing file is never replaced. Status 1: something was left out, which stands in the file "
        "as a comment.\n"
        "Example:\n"
        "  demarche codebook import populism.dic -o populism.yaml --language en\n"
        "  demarche run strategies -o study --codebook +populism.yaml");
    command->callback([options, &status] {
        const bool is_whole = import_dictionary(*options, std::cout);
        status = is_whole ? done : done_with_failures;
    });
}

void add_codebook_reference(CLI::App& codebook, int& status) {
    auto options = std::make_shared<CodebookReferenceOptions>();
    CLI::App* command =
        codebook.add_subcommand("reference", "Write the codebook as a page to read, print and hand to coders");
    add_codebook_option(*command, options->codebook);
    command
        ->add_option("--format", options->format,
                     "markdown or html; else html for a file that ends in .html, and markdown")
        ->type_name("FORMAT");
    command->add_option("-o,--output", options->output, "The file to write; - writes to standard output")
        ->type_name("FILE")
        ->default_str("-");
    command->footer("Example:\n  demarche codebook reference -o codebook.html");
    command->callback([options, &status] {
        write_codebook_reference(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
