// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/guideline.hpp"

namespace demarche {

// A shipped guideline by its name, or the user's file.
// throws  Error{usage} for a name that is neither; Error of the file
Guideline load_guideline(const std::string& name_or_file, const Codebook& codebook);

// The shipped guidelines all of whose codes this codebook has, in order of name.
std::vector<Guideline> shipped_guidelines(const Codebook& codebook);

}  // namespace demarche
