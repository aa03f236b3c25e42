// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/code_languages.hpp"

#include <algorithm>

#include "corpora/model/guideline.hpp"
#include "corpora/model/language.hpp"

namespace demarche {

namespace {

constexpr std::string_view every_language = "any";
constexpr std::string_view of_kind = "kind:";

}  // namespace

CodeLanguages::CodeLanguages(const Codebook& codebook) {
    learn_terms(codebook);
    // A rule may rest on a code that another rule gives.
    while (learn_rules(codebook)) continue;
    count_families(codebook);
}

void CodeLanguages::learn_terms(const Codebook& codebook) {
    const auto learn = [this](const std::vector<Term>& terms, Reach& reach) {
        for (const Term& term : terms) {
            if (term.language == every_language) {
                reach.is_in_any = true;
                continue;
            }
            reach.languages.insert(primary_language(term.language));
            languages_.insert(primary_language(term.language));
        }
    };
    for (const Code& code : codebook.codes) {
        learn(code.terms, codes_[code.id]);
        family_of_[code.id] = code.family;
        kind_of_[code.id] = code.kind;
    }
    for (const Concept& each : codebook.concepts) learn(each.terms, concepts_[each.id]);
    // The words that only a rule has are learnt by asking it; that they are there must be known before.
    for (const Rule& rule : codebook.rules)
        for (const Operand& operand : rule.all)
            for (const Term& term : operand.terms)
                if (term.language != every_language) languages_.insert(primary_language(term.language));
}

bool CodeLanguages::learn_rules(const Codebook& codebook) {
    bool has_learnt = false;
    for (const Rule& rule : codebook.rules) {
        Reach& reach = codes_[rule.code];
        for (const std::string& language : languages_) {
            if (reach.languages.contains(language)) continue;
            const bool is_meant =
                rule.languages.empty() ||
                std::any_of(rule.languages.begin(), rule.languages.end(),
                            [&](const std::string& own) { return primary_language(own) == language; });
            const bool is_found =
                is_meant && std::all_of(rule.all.begin(), rule.all.end(),
                                        [&](const Operand& operand) { return reaches(operand, language); });
            if (!is_found) continue;
            reach.languages.insert(language);
            has_learnt = true;
        }
    }
    return has_learnt;
}

void CodeLanguages::add_reference(const std::string& reference, Reach& reach) const {
    const auto add = [&reach](const Reach& other) {
        reach.languages.insert(other.languages.begin(), other.languages.end());
        reach.is_in_any = reach.is_in_any || other.is_in_any;
    };
    if (reference.starts_with('@')) {
        if (const auto found = concepts_.find(reference.substr(1)); found != concepts_.end()) add(found->second);
        return;
    }
    const bool is_state = reference == "state.other" || reference == "state.author";
    const std::string pattern = is_state ? "state.*" : reference;
    const bool is_kind = reference.starts_with(of_kind);
    for (const auto& [code, of_code] : codes_) {
        const auto kind = kind_of_.find(code);
        const bool is_meant = is_kind ? kind != kind_of_.end() && kind->second == reference.substr(of_kind.size())
                                      : stands_for(pattern, code);
        if (is_meant) add(of_code);
    }
}

// Words of every language stand for one of their own only where there are no others.
bool CodeLanguages::reaches(const Operand& operand, const std::string& language) const {
    Reach reach;
    for (const Term& term : operand.terms) {
        if (term.language == every_language)
            reach.is_in_any = true;
        else
            reach.languages.insert(primary_language(term.language));
    }
    for (const std::string& reference : operand.references) add_reference(reference, reach);
    return reach.languages.contains(language) || (reach.is_in_any && reach.languages.empty());
}

void CodeLanguages::count_families(const Codebook& codebook) {
    std::map<std::string, std::size_t> size;
    std::map<std::string, std::map<std::string, std::size_t>> found;
    for (const Code& code : codebook.codes) {
        const Reach& reach = codes_[code.id];
        if (reach.languages.empty()) continue;
        ++size[code.family];
        for (const std::string& language : reach.languages) ++found[code.family][language];
    }
    for (const auto& [family, languages] : found)
        for (const auto& [language, count] : languages)
            if (2 * count >= size[family]) served_[family].insert(language);
}

bool CodeLanguages::can_find(const std::string& code, std::string_view language) const {
    const auto known = codes_.find(code);
    if (known == codes_.end() || language.empty()) return false;
    const Reach& reach = known->second;
    const std::string main = primary_language(language);
    if (reach.languages.contains(main)) return true;
    if (!reach.is_in_any) return false;
    if (reach.languages.empty()) return true;
    const auto family = family_of_.find(code);
    const auto served = family == family_of_.end() ? served_.end() : served_.find(family->second);
    return served != served_.end() && served->second.contains(main);
}

bool CodeLanguages::can_find_all(const GuidelineItem& item, std::string_view language) const {
    return std::all_of(family_of_.begin(), family_of_.end(), [&](const auto& code_and_family) {
        const std::string& code = code_and_family.first;
        return !is_met_by(item, code) || can_find(code, language);
    });
}

}  // namespace demarche
