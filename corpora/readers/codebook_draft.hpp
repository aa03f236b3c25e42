// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/readers/problems.hpp"

// Between a codebook's files and the codebook: what the files say, before
// entries are joined and references followed. For the readers alone.

namespace demarche {

// What one path of a codebook says. What an entry leaves out is empty, and
// operands of rules that may be a code or a term stand among the references.
struct CodebookDraft {
    Codebook said;
    std::map<std::string, bool> stance_of_family;
    // Where this path says them; a second time is a mistake.
    std::map<std::string, EntryPlace> family_places, code_places, rule_places;
};

// Adds what a file says to its path's draft, and its mistakes to `problems`.
void read_codebook_text(std::string_view yaml, const std::string& file, CodebookDraft& draft,
                        std::vector<Problem>& problems);

// Tells codes from terms among the operands of rules: a reference that names neither
// a code nor anything like one becomes a term.
void settle_operands(Codebook& codebook);

// The mistakes that only show in the whole: references, cycles, unused and repeated entries.
//
// with_repeated_terms  look for terms that stand in two codes as well, which are warnings and a tenth of the time
//                      that loading takes
std::vector<Problem> check_references(const Codebook& codebook, bool with_repeated_terms);

// A term made of alternatives already expanded.
Term make_term(const std::string& language, const std::string& text, std::vector<Pattern> patterns,
               const EntryPlace& place);

// Gives every term its id, from the entry that it stands in and its place there.
void number_terms(Codebook& codebook);

// Whether `reference` has the form of a code's id, or of the beginning of one: "body.nato", "body.*".
bool looks_like_code(std::string_view reference) noexcept;

// One text for each pattern, different for different patterns.
std::string canonical(const Pattern& pattern);

// The family that a code's id puts it in: the longest whose id begins it, or null.
const Family* family_of(const Codebook& codebook, std::string_view code) noexcept;

// Codes that demarche makes itself from the catalogue of states.
inline constexpr std::string_view family_of_states = "state";

}  // namespace demarche
