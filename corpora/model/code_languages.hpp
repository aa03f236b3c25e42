// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "corpora/model/codebook.hpp"
#include "corpora/model/guideline.hpp"

namespace demarche {

// In which languages a codebook can find a code at all. A code without French terms is not absent from a French
// strategy: nobody looked. Comparisons take such a silence for what it is.
//
// A code can be found in a language when it has terms in it, or a rule all of whose operands have. Terms for every
// language (acronyms, as a rule) count where the codebook serves the language otherwise: where at least half of the
// codes of the family have terms of their own in it; and for a code that has no other terms.
class CodeLanguages {
public:
    // Cost: the codebook's rules times its languages.
    explicit CodeLanguages(const Codebook& codebook);

    // language  ISO 639-1 or BCP 47 ("pt-BR" is asked for as "pt"); nothing is found in an unknown one ("")
    bool can_find(const std::string& code, std::string_view language) const;
    // Whether all codes can be found that an item or a pattern of it stands for ("fp.*").
    // Cost: the number of codes.
    bool can_find_all(const GuidelineItem& item, std::string_view language) const;

private:
    struct Reach {
        std::set<std::string> languages;
        bool is_in_any = false;
    };
    void learn_terms(const Codebook& codebook);
    bool learn_rules(const Codebook& codebook);  // whether something was new
    void count_families(const Codebook& codebook);
    bool reaches(const Operand& operand, const std::string& language) const;
    void add_reference(const std::string& reference, Reach& reach) const;

    std::map<std::string, Reach> codes_, concepts_;
    std::map<std::string, std::string> family_of_, kind_of_;
    std::set<std::string> languages_;
    std::map<std::string, std::set<std::string>> served_;  // languages, by family
};

}  // namespace demarche
