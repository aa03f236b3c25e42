// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpora/readers/codebook.hpp"
#include "corpora/readers/codebook_draft.hpp"
#include "corpora/readers/term_notation.hpp"

namespace demarche {

namespace {

constexpr std::array stance_concepts = {"stance.commit", "stance.task",     "stance.support", "stance.urge",
                                        "stance.reject", "stance.describe", "stance.author",  "stance.others"};
constexpr std::array names_concepts = {"names.small",   "names.called",  "names.article", "names.goes_on",
                                       "names.not_own", "names.generic", "names.office"};

std::string first_part(std::string_view id) {
    return std::string(id.substr(0, id.find('.')));
}

bool is_of_states(std::string_view code) {
    return first_part(code) == family_of_states && code.size() > family_of_states.size();
}

// Ids share their first part, so only what comes after it tells which was meant.
std::string did_you_mean_id(const std::string& id, const std::vector<std::string>& known) {
    const std::size_t beginning = first_part(id).size() + 1;
    if (beginning >= id.size()) return did_you_mean(id, known);
    std::vector<std::string> ends;
    for (const std::string& each : known)
        if (each.size() > beginning && each.starts_with(id.substr(0, beginning)))
            ends.push_back(each.substr(beginning));
    const auto meant = nearest(id.substr(beginning), ends);
    return meant ? "; did you mean '" + id.substr(0, beginning) + *meant + "'?" : std::string();
}

// The mistakes of a whole codebook, one function for each kind.
class ReferenceChecker {
public:
    explicit ReferenceChecker(const Codebook& codebook) : codebook_(codebook) {
        for (const Code& code : codebook.codes) codes_.emplace(code.id, &code);
        for (const Concept& each : codebook.concepts) concepts_.emplace(each.id, &each);
    }

    std::vector<Problem> check(bool with_repeated_terms) {
        check_families();
        check_parents();
        check_kinds();
        check_rules();
        check_concepts();
        check_codes_are_given();
        if (with_repeated_terms) check_repeated_terms();
        return std::move(problems_);
    }

private:
    void say(const EntryPlace& place, std::string what) { problems_.push_back({place, false, std::move(what)}); }
    void warn(const EntryPlace& place, std::string what) { problems_.push_back({place, true, std::move(what)}); }

    template <typename Entry>
    static std::vector<std::string> ids_of(const std::unordered_map<std::string, const Entry*>& entries) {
        std::vector<std::string> ids;
        ids.reserve(entries.size());
        for (const auto& [id, entry] : entries) ids.push_back(id);
        std::sort(ids.begin(), ids.end());  // so that the same mistake gets the same advice every time
        return ids;
    }

    void check_families() {
        std::vector<std::string> families;
        for (const Family& family : codebook_.families) families.push_back(family.id);
        for (const Code& code : codebook_.codes)
            if (family_of(codebook_, code.id) == nullptr && !is_of_states(code.id))
                say(code.place, "the code '" + code.id +
                                    "' belongs to no family: its id must begin with a family's, "
                                    "such as '" +
                                    (families.empty() ? std::string("body") : families.front()) + ".'" +
                                    did_you_mean(first_part(code.id), families));
    }

    void check_parents() {
        for (const Code& code : codebook_.codes) {
            if (code.parent.empty()) continue;
            if (!codes_.contains(code.parent)) {
                say(code.place, "the code '" + code.id + "' has the parent '" + code.parent +
                                    "', which is no code" + did_you_mean_id(code.parent, ids_of(codes_)));
                continue;
            }
            std::set<std::string> above;
            const Code* at = &code;
            while (!at->parent.empty() && codes_.contains(at->parent) && above.insert(at->parent).second)
                at = codes_.at(at->parent);
            if (above.contains(code.id))
                say(code.place, "the code '" + code.id + "' is its own parent, over " +
                                    std::to_string(above.size()) + (above.size() == 1 ? " step" : " steps") +
                                    ": one of them must go");
        }
    }

    void check_kinds() {
        for (const Code& code : codebook_.codes)
            if (code.kind.empty() && code.id.starts_with("body."))
                warn(code.place, "the body '" + code.id + "' has no kind, so no rule finds it by 'kind:'");
    }

    void check_rules() {
        for (const Rule& rule : codebook_.rules) {
            if (!codes_.contains(rule.code))
                say(rule.place, "the rule gives the code '" + rule.code + "', which is not in the codebook" +
                                    did_you_mean_id(rule.code, ids_of(codes_)));
            for (const auto* operands : {&rule.all, &rule.none})
                for (const Operand& operand : *operands)
                    for (const std::string& reference : operand.references) check_reference(reference, rule);
            for (const Operand& operand : rule.all) check_operand_has_terms(operand, rule);
        }
    }

    void check_reference(const std::string& reference, const Rule& rule) {
        if (reference.starts_with('@')) {
            if (!concepts_.contains(reference.substr(1)))
                say(rule.place, "the rule refers to the concept '" + reference + "', which is not in the codebook" +
                                    did_you_mean(reference.substr(1), ids_of(concepts_)));
        } else if (reference.starts_with("kind:")) {
            const std::string kind = reference.substr(5);
            if (std::find(body_kinds().begin(), body_kinds().end(), kind) == body_kinds().end())
                say(rule.place,
                    "the rule refers to '" + reference +
                        "', but bodies are multilateral, regional, multistakeholder, technical, industry "
                        "or organisation" +
                        did_you_mean(kind, body_kinds()));
        } else if (!is_code_or_beginning(reference)) {
            say(rule.place, "the rule refers to the code '" + reference +
                                "', which is not in the codebook (a term would need '=' before it)" +
                                did_you_mean_id(reference, ids_of(codes_)));
        }
    }

    bool is_code_or_beginning(const std::string& reference) const {
        if (reference.ends_with(".*")) {
            const std::string beginning = reference.substr(0, reference.size() - 1);
            return first_part(reference) == family_of_states ||
                   std::any_of(codes_.begin(), codes_.end(),
                               [&](const auto& code) { return code.first.starts_with(beginning); });
        }
        if (codes_.contains(reference)) return true;
        if (!is_of_states(reference)) return false;
        const std::string_view state = std::string_view(reference).substr(family_of_states.size() + 1);
        return state == "other" || (state.size() == 3 && std::all_of(state.begin(), state.end(),
                                                                     [](char c) { return c >= 'A' && c <= 'Z'; }));
    }

    // A rule for French that needs a concept with English terms only never finds anything.
    void check_operand_has_terms(const Operand& operand, const Rule& rule) {
        for (const std::string& language : rule.languages) {
            const auto speaks = [&](const Term& term) {
                return term.language == language || term.language == "any";
            };
            const auto is_silent = [&](const std::string& reference) {
                const auto found =
                    reference.starts_with('@') ? concepts_.find(reference.substr(1)) : concepts_.end();
                return found != concepts_.end() &&
                       std::none_of(found->second->terms.begin(), found->second->terms.end(), speaks);
            };
            if (operand.terms.empty() && !operand.references.empty() &&
                std::all_of(operand.references.begin(), operand.references.end(), is_silent))
                warn(rule.place, "the rule is for '" + language + "', but '" + operand.references.front() +
                                     "' has no term in it, so it never finds anything there");
        }
    }

    void check_concepts() {
        std::set<std::string> used;
        for (const Rule& rule : codebook_.rules)
            for (const auto* operands : {&rule.all, &rule.none})
                for (const Operand& operand : *operands)
                    for (const std::string& reference : operand.references)
                        if (reference.starts_with('@')) used.insert(reference.substr(1));
        std::vector<std::string> reserved(stance_concepts.begin(), stance_concepts.end());
        reserved.insert(reserved.end(), names_concepts.begin(), names_concepts.end());
        for (const Concept& each : codebook_.concepts) {
            const bool is_reserved = std::find(reserved.begin(), reserved.end(), each.id) != reserved.end();
            if (each.id.starts_with("stance.") && !is_reserved)
                say(each.place, "the concept '" + each.id +
                                    "' begins with 'stance.', which is kept for stance.commit, "
                                    "task, support, urge, reject, describe, author and others" +
                                    did_you_mean(each.id, reserved));
            else if (each.id.starts_with("names.") && !is_reserved)
                say(each.place, "the concept '" + each.id +
                                    "' begins with 'names.', which is kept for names.small, called, article, "
                                    "goes_on, not_own, generic and office" +
                                    did_you_mean(each.id, reserved));
            else if (!is_reserved && !used.contains(each.id))
                warn(each.place, "no rule uses the concept '" + each.id + "'");
        }
    }

    void check_codes_are_given() {
        std::set<std::string> given;
        for (const Rule& rule : codebook_.rules) given.insert(rule.code);
        for (const Code& code : codebook_.codes)
            if (!code.parent.empty()) given.insert(code.parent);
        for (const Code& code : codebook_.codes)
            if (code.terms.empty() && !given.contains(code.id))
                warn(code.place, "nothing finds the code '" + code.id + "': it has neither terms nor a rule");
    }

    struct Seen {
        const Code* code;
        const Term* term;
    };

    // Terms of two codes that match the same words: neither is longer, so none of them wins by
    // rule. Within a code only a term that adds nothing is worth a word.
    void check_repeated_terms() {
        std::unordered_map<std::string, std::vector<Seen>> seen;  // by layer, pattern and conditions
        for (const Code& code : codebook_.codes) {
            const std::string layer = layer_of(family_of(codebook_, code.id), code);
            for (const Term& term : code.terms) {
                const std::string beginning = layer + "\n" + conditions_of(term) + "\n";
                std::vector<std::string> keys;
                keys.reserve(term.patterns.size());
                for (const Pattern& pattern : term.patterns) keys.push_back(beginning + canonical(pattern));
                check_repeated_term({&code, &term}, keys, seen);
                for (std::string& key : keys) seen[std::move(key)].push_back({&code, &term});
            }
        }
    }

    void check_repeated_term(const Seen& each, const std::vector<std::string>& keys,
                             const std::unordered_map<std::string, std::vector<Seen>>& seen) {
        const Seen* rival = nullptr;
        const Seen* own = nullptr;
        std::size_t repeated = 0;
        for (const std::string& key : keys) {
            const auto same = seen.find(key);
            if (same == seen.end()) continue;
            if (const Seen* found = find_rival(same->second, *each.code, *each.term)) rival = found;
            if (const Seen* found = find_own(same->second, *each.code, *each.term)) {
                own = found;
                ++repeated;
            }
        }
        if (rival != nullptr) warn(each.term->place, repetition(*each.code, *each.term, *rival));
        if (own != nullptr && repeated == keys.size())
            warn(each.term->place, repetition(*each.code, *each.term, *own));
    }

    static const Seen* find_rival(const std::vector<Seen>& same, const Code& code, const Term& term) {
        const auto found = std::find_if(same.begin(), same.end(), [&](const Seen& other) {
            return other.code != &code && (other.term->language == term.language || other.term->language == "any" ||
                                           term.language == "any");
        });
        return found == same.end() ? nullptr : &*found;
    }

    static const Seen* find_own(const std::vector<Seen>& same, const Code& code, const Term& term) {
        const auto found = std::find_if(same.begin(), same.end(), [&](const Seen& other) {
            return other.code == &code && other.term->language == term.language;
        });
        return found == same.end() ? nullptr : &*found;
    }

    static std::string repetition(const Code& code, const Term& term, const Seen& earlier) {
        const EntryPlace& at = earlier.term->place;
        const std::string place = " (" + at.file + ": line " + std::to_string(at.line) + ")";
        if (&code == earlier.code)
            return "the term '" + term.text + "' stands in '" + code.id + "' already" + place;
        return "the term '" + term.text + "' of '" + code.id + "' is one of '" + earlier.code->id + "' too" +
               place + ": which of the two a sentence gets is unclear";
    }

    static std::string conditions_of(const Term& term) {
        std::string text;
        for (const auto* condition : {&term.with, &term.without, &term.not_before, &term.not_after}) {
            for (const Pattern& pattern : *condition) text += canonical(pattern) + ',';
            text += ';';
        }
        return text;
    }

    const Codebook& codebook_;
    std::unordered_map<std::string, const Code*> codes_;
    std::unordered_map<std::string, const Concept*> concepts_;
    std::vector<Problem> problems_;
};

// Whether an operand that is written like a code was meant as one.
bool is_meant_as_code(const std::string& reference, const std::vector<std::string>& beginnings) {
    if (!looks_like_code(reference) || reference.ends_with(".*")) return true;
    const std::string beginning = first_part(reference);
    return std::find(beginnings.begin(), beginnings.end(), beginning) != beginnings.end() ||
           nearest(beginning, beginnings).has_value();
}

void settle_operand(Operand& operand, const Rule& rule, const std::set<std::string>& codes,
                    const std::vector<std::string>& beginnings) {
    std::vector<std::string> references;
    for (const std::string& reference : operand.references) {
        if (is_meant_as_code(reference, beginnings)) {
            references.push_back(reference);
            continue;
        }
        const std::vector<std::string> any = {"any"};
        for (const std::string& language : rule.languages.empty() ? any : rule.languages)
            operand.terms.push_back(make_term(language, reference, expand_term(reference), rule.place));
    }
    // A family of one code has its id ("cbm"), which looks like any word.
    for (const Term& term : operand.terms)
        if (codes.contains(term.text) &&
            std::find(references.begin(), references.end(), term.text) == references.end())
            references.push_back(term.text);
    std::erase_if(operand.terms, [&](const Term& term) { return codes.contains(term.text); });
    operand.references = std::move(references);
}

}  // namespace

void settle_operands(Codebook& codebook) {
    std::set<std::string> codes;
    std::set<std::string> beginnings = {std::string(family_of_states)};
    for (const Family& family : codebook.families) beginnings.insert(first_part(family.id));
    for (const Code& code : codebook.codes) {
        codes.insert(code.id);
        beginnings.insert(first_part(code.id));
    }
    const std::vector<std::string> known(beginnings.begin(), beginnings.end());
    for (Rule& rule : codebook.rules)
        for (auto* operands : {&rule.all, &rule.none})
            for (Operand& operand : *operands) settle_operand(operand, rule, codes, known);
}

std::vector<Problem> check_references(const Codebook& codebook, bool with_repeated_terms) {
    return ReferenceChecker(codebook).check(with_repeated_terms);
}

const Family* family_of(const Codebook& codebook, std::string_view code) noexcept {
    const Family* best = nullptr;
    for (const Family& family : codebook.families) {
        const bool begins =
            code.starts_with(family.id) && (code.size() == family.id.size() || code[family.id.size()] == '.');
        if (begins && (best == nullptr || family.id.size() > best->id.size())) best = &family;
    }
    return best;
}

}  // namespace demarche
