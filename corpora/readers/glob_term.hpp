// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// An entry of another program's dictionary, in the notation of a codebook.
struct GlobTerm {
    std::string text;         // in the notation of corpora/codebooks/README.md; empty when it cannot be said there
    bool only_forms = false;  // its words stand for themselves: `form` and not `term`
    std::string change;       // how it differs from the entry, or why there is none; empty: it says the same
};

// The term that matches what a glob matches: words in any case, in the form written, where "*" stands for
// any letters, none included, and "?" for one.
//
// The notation has "*" at the end of a word only. So "inter*tion" becomes "inter*" (more is found),
// "*ism" becomes "ism" and "*deceit*" "deceit*" (less is found); `change` says so. One "?" becomes the letters it
// may stand for, in the Latin script; where that cannot be, the word ends there with "*". Signs are no words to
// demarche and fall away; a hyphen, apostrophe or "_" inside a word is a space to it, as in all terms.
//
// The result, if there is one, is a term that expand_term() takes.
GlobTerm term_of_glob(std::string_view glob);

}  // namespace demarche
