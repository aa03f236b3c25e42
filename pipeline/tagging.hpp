// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "corpora/model/mention.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

// The families that gold sets are coded in; the scheme numbers them 1 to 6.
inline constexpr int last_scored_family = 6;

struct TaggedSentence {
    std::string language;  // as given, or worked out
    std::vector<Mention> mentions;
};

// Tags a sentence by itself, as no document's and nobody's: what `demarche tag` says, and what is evaluated.
TaggedSentence tag_sentence(TaggingSession& session, const std::string& text, const std::string& language);

// `demarche tag`: sentences in, codes out, one JSON object a line.
//
// in       {"sid", "text", "lang"?}; a missing language is worked out
// out      {"sid", "lang", "codes", "norms", "further", "states", "mentions"}: codes and norms (with
//          stance) of families 1 to 6, further codes, states named, and each mention with its words and rule
// name     what messages call the input
// throws   Error{invalid} naming the line; the lines before it have been answered
void tag_lines(std::istream& in, const std::string& name, const std::vector<std::string>& codebook_options,
               std::ostream& out);

}  // namespace demarche
