// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "corpora/model/codebook.hpp"

namespace demarche {

// The codebook as a document to read, print and hand to a coder: each family and code with its
// definition, terms by language, exclusions, rules in words, examples, and where it is written; then the
// concepts that rules refer to. The same codebook gives the same bytes.

// One page that needs nothing beside it: no script, no file, no network. A code's id is its anchor.
void write_reference_html(const Codebook& codebook, std::ostream& out);

// Markdown with the same content; a code's id is its anchor here too.
void write_reference_markdown(const Codebook& codebook, std::ostream& out);

}  // namespace demarche
