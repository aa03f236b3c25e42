// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"

namespace demarche {

// Marks glossaries and lists of abbreviations: what they say of a body or a treaty is what its name means, not
// what a state does about it. The blocks under a title that says so ("3.17 Appendix – Glossary of terms", "Liste
// des abréviations"), as far as they look like entries, get the role glossary; the title stays a heading.
//
// An entry begins with an acronym ("CERT – Computer Emergency Response Team"), or with a term and a sign or words
// between it and what it means ("Cyberspace: the ..."), or comes after the one before it in the alphabet. Fewer
// than four of them are no list. Definitions that an Act gives in its sections are its text and stay so.
//
// text    of all blocks
// sizes   of the print of each block, in points
// cost    linear in the number of blocks; texts are looked at only under such titles
void mark_glossaries(std::string_view text, const std::vector<float>& sizes, std::vector<Block>& blocks);

// Whether a heading says that a glossary or a list of abbreviations follows, in the languages that strategies come
// in.
bool is_glossary_title(std::string_view text);

}  // namespace demarche
