// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/codebook.hpp"

// What a codebook says, in the words of its reference, whatever the reference's format.

namespace demarche {

// A pattern in the notation of corpora/codebooks/README.md.
std::string notation_of(const Pattern& pattern);

// A term as written; in quotation marks when it stands for these forms only.
std::string notation_of(const Term& term);

// A condition of a term: "only with", and the terms that it names.
struct TermCondition {
    std::string_view words;
    std::vector<std::string> terms;
};
std::vector<TermCondition> conditions_of(const Term& term);

// Terms under their language, in the order that the languages first come in.
using TermsOfLanguage = std::pair<std::string, std::vector<const Term*>>;
std::vector<TermsOfLanguage> by_language(const std::vector<Term>& terms);

// "French" for "fr", "every language" for "any"; the code itself where it has no name here.
std::string language_name(const std::string& code);

// Whether the language is written from right to left.
bool is_right_to_left(std::string_view language) noexcept;

// One of the things that an operand of a rule accepts.
struct OperandPart {
    enum class Kind { words, term, code, concept_terms };
    Kind kind;
    std::string text;    // "a state named", the term, the code's id, the concept's id
    std::string target;  // of a code and a concept: its anchor
};
std::vector<OperandPart> parts_of(const Operand& operand, const Codebook& codebook);

// "in English and French, within 12 words of each other, in this order"; empty when there is nothing to say.
std::string circumstances_of(const Rule& rule);

// By their numbers, those without one at the end.
std::vector<const Family*> families_in_order(const Codebook& codebook);

std::vector<const Code*> codes_of(const Codebook& codebook, const Family& family);
std::vector<const Rule*> rules_of(const Codebook& codebook, const Code& code);

// "2. Forums and organisations"
std::string title_of(const Family& family);

// How to read the terms: what is written, and what it matches.
const std::vector<std::pair<std::string_view, std::string_view>>& notation_key();

// "250 codes in 16 families, 6021 terms in 11 languages, 120 rules".
std::string size_of(const Codebook& codebook);

}  // namespace demarche
