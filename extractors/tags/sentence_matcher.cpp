// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/sentence_matcher.hpp"

#include <algorithm>
#include <tuple>

#include "extractors/tags/rules.hpp"

namespace demarche {

namespace {

using Fate = Consideration::Fate;

constexpr std::string_view state_prefix = "state.";

bool overlap(const Hit& hit, std::uint32_t first, std::uint32_t last) {
    return hit.first < last && first < hit.last;
}

bool is_within(const Candidate& inner, const Candidate& outer) {
    return outer.first <= inner.first && inner.last <= outer.last &&
           outer.last - outer.first > inner.last - inner.first;
}

bool is_author(const Code& code, std::string_view author_state) {
    return !author_state.empty() && code.id.size() == state_prefix.size() + author_state.size() &&
           code.id.starts_with(state_prefix) && code.id.ends_with(author_state);
}

}  // namespace

void SentenceMatcher::find_hits(const SentenceContext& sentence) {
    tokenize(sentence.text, tokens_);
    language_ = primary_language(sentence.language);
    cache_.look_up(language_, sentence.text, tokens_, words_);
    codebook_.automaton.find(words_, hits_);
}

// Conditions and exclusions first: the terms that they decide on come in the same list.
void SentenceMatcher::sort_hits() {
    exclusions_.clear();
    conditions_.clear();
    candidates_.clear();
    places_.clear();
    cues_.clear();
    for (const Hit& hit : hits_) {
        const PatternRole& role = codebook_.roles[hit.pattern];
        if (role.kind == PatternRole::Kind::condition) conditions_.push_back({role.owner, hit.first, hit.last});
        if (role.kind == PatternRole::Kind::exclusion) exclusions_.push_back(hit);
    }
    for (const Hit& hit : hits_) {
        const PatternRole& role = codebook_.roles[hit.pattern];
        if (role.kind == PatternRole::Kind::code) {
            Candidate candidate{
                role.owner, hit.first,  hit.last, &codebook_.source.codes[role.owner].terms[role.term],
                nullptr,    Fate::kept, {}};
            const TermConditions& conditions = codebook_.conditions[role.owner][role.term];
            if (conditions.any()) candidate.because = unmet(conditions, hit);
            if (!candidate.because.empty()) candidate.fate = Fate::condition_failed;
            candidates_.push_back(std::move(candidate));
        } else if (role.kind == PatternRole::Kind::atom) {
            const TermConditions& conditions = codebook_.atom_conditions[role.atom][role.term];
            if (conditions.any() && !unmet(conditions, hit).empty()) continue;
            places_.push_back({role.atom, hit.first, hit.last});
            const std::string& name = codebook_.atom_names[role.atom];
            if (name.starts_with("@stance."))
                if (const auto kind = cue_kind_of(std::string_view(name).substr(1)))
                    cues_.push_back({*kind, hit.first, hit.last});
        }
    }
}

// The condition that a hit does not meet, in words; empty when it meets all.
std::string SentenceMatcher::unmet(const TermConditions& conditions, const Hit& hit) const {
    bool has_with = false, has_without = false, is_before = false, is_after = false;
    for (const ConditionPlace& place : conditions_) {
        // The term's own words are no condition met; a phrase around them is.
        const bool says_more = place.first < hit.first || place.last > hit.last;
        if (place.condition == conditions.with) has_with |= says_more;
        if (place.condition == conditions.without) has_without |= says_more;
        if (place.condition == conditions.not_before) is_before |= place.first == hit.last;
        if (place.condition == conditions.not_after) is_after |= place.last == hit.first;
    }
    if (conditions.with && !has_with) return "none of its `with` terms stands in the sentence";
    if (conditions.without && has_without) return "one of its `without` terms stands in the sentence";
    if (conditions.not_before && is_before) return "one of its `not_before` terms follows";
    if (conditions.not_after && is_after) return "one of its `not_after` terms precedes";
    return {};
}

void SentenceMatcher::strike_out_excluded() {
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        for (const Hit& hit : exclusions_) {
            const PatternRole& role = codebook_.roles[hit.pattern];
            if (role.owner != candidate.code || !overlap(hit, candidate.first, candidate.last)) continue;
            candidate.fate = Fate::excluded;
            candidate.because = "part of \"" + codebook_.source.codes[role.owner].exclusions[role.term].text + "\"";
            break;
        }
    }
}

void SentenceMatcher::prefer_longest() {
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        for (const Candidate& other : candidates_) {
            const bool is_rival = &other != &candidate &&
                                  (other.fate == Fate::kept || other.fate == Fate::inside_longer) &&
                                  codebook_.layer_of_code[other.code] == codebook_.layer_of_code[candidate.code];
            if (!is_rival) continue;
            if (is_within(candidate, other)) {
                candidate.fate = Fate::inside_longer;
                candidate.because = other.term->id + ": \"" + other.term->text + "\"";
                break;
            }
            // The same code twice over the same words: the earlier entry stands.
            if (other.code == candidate.code && other.fate == Fate::kept && &other < &candidate &&
                other.first < candidate.last && candidate.first < other.last) {
                candidate.fate = Fate::repeated;
                candidate.because = other.term->id;
                break;
            }
        }
    }
}

void SentenceMatcher::place_atoms() {
    for (const Candidate& candidate : candidates_)
        if (candidate.fate == Fate::kept) places_.push_back({candidate.code, candidate.first, candidate.last});
    std::sort(places_.begin(), places_.end(), [](const AtomPlace& a, const AtomPlace& b) {
        return std::tie(a.first, a.last, a.atom) < std::tie(b.first, b.last, b.atom);
    });
}

void SentenceMatcher::apply_rules(const SentenceContext& sentence) {
    present_.assign(codebook_.atom_names.size(), false);
    worth_trying_.clear();
    for (const AtomPlace& place : places_) {
        if (present_[place.atom]) continue;
        present_[place.atom] = true;
        const auto& rules = codebook_.rules_by_atom[place.atom];
        worth_trying_.insert(worth_trying_.end(), rules.begin(), rules.end());
    }
    std::sort(worth_trying_.begin(), worth_trying_.end());
    worth_trying_.erase(std::unique(worth_trying_.begin(), worth_trying_.end()), worth_trying_.end());
    for (const std::uint32_t rule : worth_trying_) apply_rule(codebook_.rules[rule], sentence.author_state);
}

void SentenceMatcher::apply_rule(const CompiledRule& compiled, std::string_view author_state) {
    if (!compiled.languages.empty() &&
        std::find(compiled.languages.begin(), compiled.languages.end(), language_) == compiled.languages.end())
        return;
    const auto is_present = [&](const CompiledOperand& operand) {
        return std::any_of(operand.list.begin(), operand.list.end(), [&](Atom atom) { return present_[atom]; });
    };
    if (!std::all_of(compiled.all.begin(), compiled.all.end(), is_present)) return;
    const auto& codes = codebook_.source.codes;
    const auto accepts = [&](const CompiledOperand& operand, const AtomPlace& place) {
        if (place.atom < operand.atoms.size() && operand.atoms[place.atom]) return true;
        if (!(operand.other_states || operand.author_state) || place.atom >= codes.size()) return false;
        if (!codes[place.atom].id.starts_with(state_prefix)) return false;
        return is_author(codes[place.atom], author_state) ? operand.author_state : operand.other_states;
    };
    const Rule& rule = codebook_.source.rules[compiled.rule];
    if (const auto stretch = shortest_stretch(compiled, rule, places_, accepts))
        candidates_.push_back({compiled.code, stretch->first, stretch->second, nullptr, &rule, Fate::kept, {}});
}

void SentenceMatcher::keep_once(const SentenceContext& sentence) {
    std::vector<const Candidate*> first_of;
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        const Code& code = codebook_.source.codes[candidate.code];
        if (is_author(code, sentence.author_state)) {
            candidate.fate = Fate::own_state;
            candidate.because = "the document's own state";
            continue;
        }
        const auto same = std::find_if(first_of.begin(), first_of.end(), [&](const Candidate* earlier) {
            const bool is_same_place = earlier->first < candidate.last && candidate.first < earlier->last;
            return earlier->code == candidate.code && (is_same_place || !codebook_.names_places[candidate.code]);
        });
        if (same != first_of.end()) {
            candidate.fate = Fate::repeated;
            candidate.because = (*same)->term ? (*same)->term->id : (*same)->rule->id;
        } else {
            first_of.push_back(&candidate);
        }
    }
}

const std::vector<Candidate>& SentenceMatcher::match(const SentenceContext& sentence) {
    find_hits(sentence);
    sort_hits();
    strike_out_excluded();
    prefer_longest();
    place_atoms();
    apply_rules(sentence);
    // Terms say more exactly than rules where a code stands, so they come first ...
    keep_once(sentence);
    // ... and then everything is told in the order of the sentence.
    std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
        const auto key = [&](const Candidate& c) {
            return std::tuple(c.first, c.last, std::string_view(codebook_.source.codes[c.code].id),
                              std::string_view(c.term ? c.term->id : c.rule->id));
        };
        return key(a) < key(b);
    });
    return candidates_;
}

}  // namespace demarche
