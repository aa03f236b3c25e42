// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"

namespace demarche {

// What demarche knows before it reads a document.
struct Knowledge {
    Catalogue catalogue;
    Codebook codebook;  // the states of the catalogue included
};

// The folder that holds `codebooks` and `catalogue`: $DEMARCHE_DATA, or beside the
// installed program, or in the source tree it was built from.
// throws  Error{missing} when it is in none of these
std::filesystem::path data_folder();

// The codebook files that a user's --codebook options ask for: the shipped ones,
// unless a path without a leading "+" replaces them.
std::vector<std::filesystem::path> codebook_paths(const std::vector<std::string>& options);

// throws  Error{invalid} naming every mistake in a codebook, Error{missing}
Knowledge load_knowledge(const std::vector<std::string>& codebook_options);

}  // namespace demarche
