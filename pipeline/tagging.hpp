// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace demarche {

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
