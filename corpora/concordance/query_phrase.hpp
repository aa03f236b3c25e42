// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/concordance/query.hpp"

namespace demarche {

// The words of a phrase with its stars; empty when there is no word in it.
//
// problem  set when a star stands where it says nothing: what is wrong, for a person
std::vector<QueryWord> phrase_words(std::string_view phrase, const SplitWords& split,
                                    std::optional<std::string>& problem);

}  // namespace demarche
