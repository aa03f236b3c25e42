// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpora/evaluation/comparison.hpp"
#include "corpora/evaluation/scope.hpp"
#include "corpora/model/coded_sentence.hpp"
#include "pipeline/status.hpp"

namespace demarche {

struct EvaluateOptions {
    std::vector<std::filesystem::path> files;  // at least one
    std::vector<std::string> codebook;         // as --codebook has them
    std::vector<std::string> families;         // ids, numbers, or "all"; empty: those that gold sets are coded in
    bool terms_only = false;                   // demarche codes by the codebook's terms alone
    bool coders_only = false;                  // demarche codes nothing
    std::size_t part = 1, parts = 1;           // of the documents, dealt out by name
    // What is shown.
    OutputFormat format = OutputFormat::text;
    bool by_code = false, by_document = false;  // further tables; JSON has them always
    std::size_t misses = 0;                     // of each comparison
    std::filesystem::path misses_file;          // all of them, as CSV; empty: no file
};

// How demarche's name stands among the coders'.
inline constexpr const char* machine_name = "demarche";

// What made demarche give a code.
struct Grounds {
    std::string words, rule;
};

// Everything that an evaluation came to.
struct Evaluation {
    Scope scope;
    std::string codebook_version, codebook_hash;
    std::vector<Coding> coders;     // people, in the order of the files
    std::optional<Coding> machine;  // nothing when it was not asked for, or no file holds the texts
    std::map<std::pair<std::string, std::string>, Grounds> evidence;  // by sid and code
    std::map<std::string, std::size_t> left_out;  // by family: codes that people gave and that are not compared
    std::map<std::string, std::size_t> unknown;   // compared codes that people gave and the codebook does not have
    bool draws_documents = false;                 // otherwise sentences
    std::vector<Comparison> comparisons;          // coder against coder, then demarche against each
    std::optional<AgreementTable> among_coders;   // of three and more
};

// Reads the files, has demarche code their sentences as `demarche tag` would, and
// compares.
//
// throws  Error of a file or the codebook; Error{invalid} when nothing can be compared: no sentence in
//         common, no text to code, no code of the families asked for
Evaluation evaluate(const EvaluateOptions& options);

// `demarche evaluate`: the same, told on `out` and in the file of misses.
void write_evaluation(const EvaluateOptions& options, std::ostream& out);

// --- how it is told ---

void write_evaluation_text(const Evaluation& evaluation, const EvaluateOptions& options, std::ostream& out);
// The keys are described in corpora/evaluation/README.md.
void write_evaluation_json(const Evaluation& evaluation, const EvaluateOptions& options, std::ostream& out);
void write_misses_csv(const Evaluation& evaluation, std::ostream& out);

}  // namespace demarche
