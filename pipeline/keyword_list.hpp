// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpora/model/codebook.hpp"

namespace demarche {

// The codebook as a plain keyword list: each code's terms, without rules,
// exclusions, conditions on the words around a term, or cues of stance. What it
// reaches is the measure of what the rest is worth.
//
// Still a term inside a longer one of its layer yields to it, and words are compared in every inflection.
Codebook keyword_list(Codebook codebook);

}  // namespace demarche
