// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/dictionary_import.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/exports/dictionary_codebook.hpp"
#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "corpora/readers/codebook_draft.hpp"
#include "corpora/readers/dictionary.hpp"
#include "corpora/readers/languages.hpp"
#include "corpora/readers/sha256.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

namespace fs = std::filesystem;

void check_language(const std::string& language) {
    if (language == "any" || is_language_code(language)) return;
    const std::string meant = language_meant_by(language);
    throw Error(ErrorKind::usage, "",
                "--language must be a code of two letters (ISO 639-1: en, fr, zh) or any, not \"" + language +
                    "\"" + (meant.empty() ? std::string() : "; did you mean " + meant.substr(0, 2) + "?"));
}

TextEncoding encoding_named(const std::string& name) {
    if (name == "utf-8") return TextEncoding::utf8;
    if (name == "windows-1252") return TextEncoding::windows_1252;
    throw Error(ErrorKind::usage, "", "--encoding must be utf-8 or windows-1252, not \"" + name + "\"");
}

std::string prefix_of(const DictionaryImportOptions& options) {
    if (options.prefix.empty()) {
        const std::string prefix = id_part_of(options.dictionary.stem().string());
        return prefix.empty() || prefix == family_of_states ? "dictionary" : prefix;
    }
    if (options.prefix == family_of_states)
        throw Error(ErrorKind::usage, "", "--prefix cannot be state: the names of states have it");
    if (id_part_of(options.prefix) != options.prefix)
        throw Error(ErrorKind::usage, "",
                    "--prefix must be small letters, digits and _, not \"" + options.prefix + "\"");
    return options.prefix;
}

fs::path output_of(const DictionaryImportOptions& options) {
    std::error_code ignored;
    fs::path output = options.output;
    if (fs::is_directory(output, ignored)) output /= options.dictionary.stem().string() + ".yaml";
    if (fs::exists(output, ignored))
        throw Error(ErrorKind::usage, output.string(),
                    "is there already, and what was edited in it would be lost: choose another name, or delete it");
    if (output.extension() != ".yaml" && output.extension() != ".yml")
        throw Error(ErrorKind::usage, output.string(), "must end in .yaml, as the files of a codebook do");
    return output;
}

// What is written must be what `demarche codebook check` lets pass; anything else is a bug here.
void check_result(const DictionaryCodebook& codebook) {
    for (const Problem& problem : check_codebook_text(codebook.yaml, "the codebook").problems)
        if (!problem.is_warning)
            throw std::logic_error("an imported codebook has a mistake: " + to_string(problem));
}

void write_json(const DictionaryCodebook& codebook, const fs::path& output, std::ostream& out) {
    nlohmann::ordered_json json = {{"output", output.string()},
                                   {"categories", codebook.categories},
                                   {"kept", codebook.kept},
                                   {"changed", codebook.changed},
                                   {"repeated", codebook.repeated},
                                   {"left_out", codebook.left_out},
                                   {"problems", nlohmann::ordered_json::array()}};
    for (const Problem& problem : codebook.problems)
        json["problems"].push_back(
            {{"file", problem.place.file}, {"line", problem.place.line}, {"what", problem.what}});
    out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void write_text(const DictionaryCodebook& codebook, const fs::path& output, std::ostream& out) {
    for (const Problem& problem : codebook.problems) out << "warning: " << to_string(problem) << '\n';
    out << fmt::format(
        "{} categories; {} entries taken over as they are, {} changed, {} repeated, {} left out: {}\n",
        codebook.categories, codebook.kept, codebook.changed, codebook.repeated, codebook.left_out,
        output.string());
}

DictionaryCodebook convert(const DictionaryImportOptions& options) {
    const DictionaryFormat& format = dictionary_format_of(options.dictionary, options.from);
    const std::string bytes = read_bytes(options.dictionary);
    const std::string name = options.dictionary.filename().string();
    const Checked<Dictionary> dictionary = parse_dictionary(bytes, name, format, encoding_named(options.encoding));
    DictionaryCodebook codebook =
        codebook_from(dictionary, {name, sha256_of(bytes), options.language, prefix_of(options)});
    check_result(codebook);
    return codebook;
}

}  // namespace

std::string dictionary_format_lines() {
    std::string lines;
    for (const DictionaryFormat& format : dictionary_formats()) {
        std::string endings;
        for (const std::string_view ending : format.endings)
            endings += (endings.empty() ? "" : " ") + std::string(ending);
        lines += fmt::format("  {:<10} {:<17} {}\n", format.name, endings, format.description);
    }
    return lines;
}

bool import_dictionary(const DictionaryImportOptions& options, std::ostream& out) {
    check_language(options.language);
    const bool is_to_stdout = options.output == "-";
    const fs::path output = is_to_stdout ? fs::path("-") : output_of(options);
    const DictionaryCodebook codebook = convert(options);
    if (is_to_stdout)
        out << codebook.yaml;
    else
        write_file_atomically(output, [&](std::ostream& file) { file << codebook.yaml; });
    if (!is_to_stdout && options.format == OutputFormat::json)
        write_json(codebook, output, out);
    else if (!is_to_stdout)
        write_text(codebook, output, out);
    return codebook.left_out == 0;
}

}  // namespace demarche
