// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"

namespace demarche {

// More patterns than this in one term are a mistake: alternatives multiply.
inline constexpr std::size_t max_patterns_per_term = 512;

// The patterns that a term stands for, in the notation of corpora/codebooks/README.md:
// "(cyber|digital) envoy" is two. In the order written, each once.
//
// only_forms  plain words match in the forms written only, not inflected, as if the term stood in quotes
// throws      Error{invalid} without a place, for a term that says nothing or is not well-formed
std::vector<Pattern> expand_term(std::string_view text, bool only_forms = false);

}  // namespace demarche
