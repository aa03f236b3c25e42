// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpora/revisions/substance.hpp"

namespace demarche {

// A text of these sentences, one paragraph each unless joined; words are apart by blanks, and signs at their ends
// are no part of them.
ComparedText revised_text(const std::vector<std::string>& sentences, const std::string& language = "en");

RevisionSide revised_side(const std::vector<std::string>& sentences, const std::string& language = "en");

// The words of a text, one after the other.
std::vector<std::string> keys_of(const ComparedText& text);

}  // namespace demarche
