// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/sentence.hpp"
#include "extractors/tags/learnt_names.hpp"
#include "extractors/tags/sentence_matcher.hpp"

namespace demarche {

// The words of codes' own entries, folded, by index into Codebook::codes: made when they are first asked for.
using CodeWords = std::map<std::uint32_t, std::set<std::string>>;

// The first look over a document: finds where it explains short forms, and asks the
// codebook what the long ones are.
//
// A short form is given the code of a body, an instrument or a focal point when a
// mention of it, by the codebook's own terms, covers the long form or is its head ("Rwanda
// [National Cyber Security Authority]", "[African Union] in Addis Ababa"). Where the letters
// do not fit ("[Information Security Agency] (ACN)") more is asked: of bodies and
// instruments that the letters are initials at least; of the state's own
// offices, whose acronyms are often those of another language, that the name is
// capitalised and the acronym means nothing else.
//
// An acronym that means something without a code is learnt as well: the definition
// wins over the codebook, "CIS" is no body where it is the "Centre for Internet
// Security". But where the codebook gives the acronym without context and knows no long form for
// it, or the long form has most of its words in common with the code that the codebook
// gives, it is taken for a wording that the codebook does not know.
//
// known  words of codes, kept from document to document
LearntNames learn_names(const CleanText& text, const std::vector<Sentence>& sentences, SentenceMatcher& matcher,
                        CodeWords& known);

// Whether a document may give a code names of its own: bodies, instruments, focal points; not states.
bool can_be_learnt(const CompiledCodebook& codebook, std::uint32_t code);

// Whether a code stands for offices of the state: agency, CERT, ambassador.
bool is_focal_point(const Code& code);

}  // namespace demarche
