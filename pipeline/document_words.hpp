// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpora/model/finding.hpp"
#include "graphs/comparison/likeness.hpp"

namespace demarche {

// The stems of a stored text, as the codebook's terms are compared with it: words of letters, case folded and
// reduced by Snowball where it knows the language. Sentences in other languages than the document's, contents
// lists, glossaries, covers and imprints are left out. Cost: linear, about 10 MB/s.
//
// language  of the document; empty: no words, as nobody knows how to compare them
DocumentWords document_words(const std::string& id, const std::string& language, const ReadDocument& document);

}  // namespace demarche
