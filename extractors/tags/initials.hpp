// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A word of a long form.
struct NameWord {
    std::string letters;    // folded
    bool is_small = false;  // "of", "and": passed over at no cost
};

// Where the long form of an acronym begins among the words before it: the
// number of its first word, or nothing when the letters do not fit.
//
// After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
// abbreviation definitions in biomedical text", Pacific Symposium on
// Biocomputing 8 (2003), 451-462: every letter of the short form stands in the
// long form, in order, the first one at the beginning of its first word. Theirs
// takes a letter anywhere; here it costs: an initial nothing, a letter inside a
// word that gave its initial something ("CyberSecurity"), a word passed over more
// unless it is small. Of the beginnings that cost least the nearest is taken.
//
// words    those before the acronym, in order; looks at min(n + 5, 2 n) of them for n letters, as they do
// acronym  letters and digits, folded
// cost     the letters of the words times those of the acronym
std::optional<std::size_t> long_form_before(const std::vector<NameWord>& words, std::string_view acronym);

// How many of the words, from the first on, are the long form of an acronym that
// stands before them, in a list of abbreviations or in "ACR (Long Name)": the
// fewest that have all its letters, with none but small words passed over.
std::optional<std::size_t> long_form_after(const std::vector<NameWord>& words, std::string_view acronym);

// Whether the acronym's letters are all initials of the words, in any order: "ACN", National Cyber Security
// Agency. Says little by itself, as any long name has many initials.
bool are_initials(const std::vector<NameWord>& words, std::string_view acronym);

}  // namespace demarche
