// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/guideline.hpp"
#include "corpora/readers/problems.hpp"

namespace demarche {

// Reads a guideline (the format: corpora/guidelines/README.md) and holds its codes against a codebook: one that the
// codebook does not have would be missing from every document.
//
// name  of the file, for messages; its stem is the guideline's id where the text names none
Checked<Guideline> check_guideline_text(std::string_view yaml, const std::string& name, const Codebook& codebook);

// throws  Error{missing}, Error{unreadable}; Error{invalid} listing every mistake with its line
Guideline read_guideline(const std::filesystem::path& file, const Codebook& codebook);

// The *.yaml files of a folder, in order of name; none when there is no such folder.
std::vector<std::filesystem::path> guideline_files(const std::filesystem::path& folder);

}  // namespace demarche
