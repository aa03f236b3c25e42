// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpora/model/finding.hpp"
#include "corpora/revisions/commitment.hpp"
#include "corpora/revisions/substance.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

// A document as a version of a strategy: its sentences as words to compare, without contents lists, list
// marks and the numbers of headings; and its mentions, by the codebook of the session.
//
// name  what it is called in the diff
RevisionSide revision_side(const ReadDocument& document, const std::string& name, TaggingSession& session);

// The shipped words that tell how firm a sentence is, torn into words as sentences are.
// throws  Error of the file
FirmnessScale shipped_firmness();

}  // namespace demarche
