// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/readers/problems.hpp"

namespace demarche {

// Reads and checks the codebook at `paths`, each a file or a folder of *.yaml
// files (the format: corpora/codebooks/README.md). A later path adds to the earlier ones: its
// entry for a code, family or concept that is there already adds terms, and
// replaces what it says of label, definition, kind, parent, title, number, layer.
// Within one path, two entries for one code or family are a mistake.
//
// throws  Error{missing}, Error{unreadable}; Error{usage} for a folder without a codebook
Checked<Codebook> check_codebook(const std::vector<std::filesystem::path>& paths);

// The same for a text, as if it were the only file.
Checked<Codebook> check_codebook_text(std::string_view yaml, const std::string& name);

// The codebook, or Error{invalid} that lists every mistake with its file and line.
//
// addition  joined to it as merge() does, without the cost of another hash
Codebook read_codebook(const std::vector<std::filesystem::path>& paths, Codebook addition = {});

// Adds a codebook to another: entries for one code, family or concept are joined as
// above, and the hash is made anew. Term ids stay unique: numbers go on where they stopped.
void merge(Codebook& into, Codebook addition);

// SHA-256 over all that decides what is found: layers, kinds, terms, conditions,
// exclusions, rules, the ids that mentions quote. Titles, labels, definitions, examples, comments, and the
// files that entries stand in make no difference.
std::string hash_of(const Codebook& codebook);

// The kinds that a body can be of.
const std::vector<std::string>& body_kinds();

}  // namespace demarche
