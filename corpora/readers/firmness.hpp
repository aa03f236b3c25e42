// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/readers/problems.hpp"
#include "corpora/revisions/commitment.hpp"

namespace demarche {

// A phrase as the file has it: not yet torn into words.
struct FirmnessPhrase {
    FirmnessLevel level = FirmnessLevel::none;
    bool is_negation = false;  // then without a level
    std::string language;      // ISO 639-1
    std::string text;
};

// Reads the words that tell how firm a sentence is; the format is told in corpora/firmness/firmness.yaml.
//
// name  of the file, for messages
Checked<std::vector<FirmnessPhrase>> check_firmness_text(std::string_view yaml, const std::string& name);

// throws  Error{missing}, Error{unreadable}; Error{invalid} listing every mistake with its line
std::vector<FirmnessPhrase> read_firmness(const std::filesystem::path& file);

}  // namespace demarche
