// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"

namespace demarche {

// The words by which documents give and carry names: the codebook's `names.*`
// concepts. Those of all languages are held together, as documents quote
// foreign names; none of these words is a name in another language.
struct NamingWords {
    using Words = std::set<std::string, std::less<>>;

    Words small;                            // "of", "and", "de la": words that names are not told by
    Words articles;                         // what stands before "Agency" in "the Agency"
    Words article_languages;                // languages that have articles
    Words goes_on;                          // "of", "for": with it a name goes on
    Words not_own;                          // "each", "other": before a name, it is nobody's own
    Words generic;                          // "national cert": no name by itself; whole names
    std::vector<std::string> called;        // "hereinafter", "далее": announces a short form; longest first
    std::array<bool, 256> called_begins{};  // by byte: a phrase of `called` may begin with it, in either case
};

// The concepts that naming words are read from, and the one whose terms are offices ("Ministry of ...").
inline constexpr std::string_view small_words_concept = "names.small";
inline constexpr std::string_view offices_concept = "names.office";

NamingWords naming_words_of(const Codebook& codebook);

// A word as naming words are compared: without case and accents.
std::string folded_word(std::string_view word);

}  // namespace demarche
