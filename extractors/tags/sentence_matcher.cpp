// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/sentence_matcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "corpora/model/language.hpp"
#include "extractors/tags/addresses.hpp"
#include "extractors/tags/learning.hpp"
#include "extractors/tags/rules.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

using Fate = Consideration::Fate;

constexpr std::string_view state_prefix = "state.";

// Tries the places that overlap tokens [first, last), in order, until `is_done` with one. A text
// without full stops is one sentence of many thousand places, and few are near each other.
//
// places   in order of their first token, none longer than `longest`
template <typename Place, typename Try>
void try_overlapping(const std::vector<Place>& places, std::uint32_t longest, std::uint32_t first,
                     std::uint32_t last, const Try& is_done) {
    auto place = std::partition_point(places.begin(), places.end(),
                                      [&](const Place& each) { return each.first + longest <= first; });
    for (; place != places.end() && place->first < last; ++place)
        if (place->last > first && is_done(*place)) return;
}

template <typename Place>
std::uint32_t longest_of(const std::vector<Place>& places) {
    std::uint32_t longest = 0;
    for (const Place& place : places) longest = std::max(longest, place.last - place.first);
    return longest;
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
    tokenize(sentence.text, sentence_.tokens);
    language_ = primary_language(sentence.language);
    cache_.look_up(language_, sentence.text, sentence_.tokens, sentence_.words);
    codebook_.automaton.find(sentence_.words, hits_);
    sentence_.addresses.clear();
    if (!hits_.empty()) find_addresses(sentence.text, sentence_.addresses);
    conditions_.forget();
}

void SentenceMatcher::sort_hits() {
    exclusions_.clear();
    candidates_.clear();
    places_.clear();
    offices_.clear();
    cues_.clear();
    for (const Hit& hit : hits_) {
        const PatternRole& role = codebook_.roles[hit.pattern];
        if (role.kind == PatternRole::Kind::code)
            add_candidate(hit, role);
        else if (sentence_.is_in_address(hit.first, hit.last))
            continue;
        else if (role.kind == PatternRole::Kind::exclusion)
            exclusions_.push_back(hit);
        else if (role.kind == PatternRole::Kind::atom)
            add_place(hit, role);
    }
}

void SentenceMatcher::add_candidate(const Hit& hit, const PatternRole& role) {
    Candidate& candidate = candidates_.emplace_back();
    candidate.code = role.owner;
    candidate.first = hit.first;
    candidate.last = hit.last;
    candidate.term = &codebook_.source.codes[role.owner].terms[role.term];
    candidate.has_gap = role.has_gap;
    const TermConditions& conditions = codebook_.conditions[role.owner][role.term];
    if (conditions.any()) candidate.because = conditions_.unmet(conditions, hit.first, hit.last);
    if (!candidate.because.empty()) candidate.fate = Fate::condition_failed;
    if (sentence_.is_in_address(hit.first, hit.last)) {
        candidate.fate = Fate::excluded;
        candidate.because = "part of a web or mail address";
    }
}

void SentenceMatcher::add_place(const Hit& hit, const PatternRole& role) {
    const TermConditions& conditions = codebook_.atom_conditions[role.atom][role.term];
    if (conditions.any() && !conditions_.unmet(conditions, hit.first, hit.last).empty()) return;
    if (codebook_.offices == role.atom) offices_.push_back({role.atom, hit.first, hit.last, role.has_gap});
    if (codebook_.is_operand[role.atom]) places_.push_back({role.atom, hit.first, hit.last, role.has_gap});
    if (const auto kind = codebook_.cue_of_atom[role.atom]) cues_.push_back({*kind, hit.first, hit.last});
}

// The document's own vocabulary: what it says an acronym means stands, whatever the codebook makes of it.
void SentenceMatcher::apply_learnt(std::string_view text, const LearntNames& learnt, std::uint32_t ordinal) {
    for (std::uint32_t first = 0; first < sentence_.tokens.size(); ++first)
        if (const LearntName* name = learnt.meaning(text, sentence_.tokens, first, ordinal))
            if (!sentence_.is_in_address(first, first + 1) && is_meant(*name, text, first))
                apply_meaning(*name, first);
}

// "the Agency" is meant where the article stands and the name does not go on: "the Agency for ...", "the Agency
// Act".
bool SentenceMatcher::is_meant(const LearntName& name, std::string_view text, std::uint32_t first) const {
    if (name.is_acronym) return true;
    const std::vector<Token>& tokens = sentence_.tokens;
    const auto word = [&](std::size_t i) { return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
    const NamingWords& naming = codebook_.naming;
    if (naming.article_languages.contains(language_) &&
        (first == 0 || !naming.articles.contains(folded_word(word(first - 1)))))
        return false;
    const std::size_t next = first + name.words.size();
    if (next >= tokens.size()) return true;
    const bool is_adjacent = text.substr(tokens[next - 1].end, tokens[next].begin - tokens[next - 1].end) == " ";
    return !is_adjacent ||
           !(is_upper_case(first_code_point(word(next))) || naming.goes_on.contains(folded_word(word(next))));
}

// A definition stands for the context that the codebook asks for, not for what may not stand beside the term:
// "(GSIPR, 2009)" cites the office.
bool SentenceMatcher::is_beside_denial(const Candidate& candidate) {
    const auto& terms = codebook_.source.codes[candidate.code].terms;
    const auto term = static_cast<std::size_t>(candidate.term - terms.data());
    return conditions_.is_beside_denial(codebook_.conditions[candidate.code][term], candidate.first,
                                        candidate.last);
}

void SentenceMatcher::apply_meaning(const LearntName& name, std::uint32_t first) {
    const std::uint32_t last = first + static_cast<std::uint32_t>(name.words.size());
    bool is_given = false;
    for (Candidate& candidate : candidates_) {
        if (candidate.first != first || candidate.last != last || candidate.learnt) continue;
        if (candidate.code == name.code)
            is_given = is_given || candidate.fate == Fate::kept || is_beside_denial(candidate);
        else if (candidate.fate == Fate::kept && can_be_learnt(codebook_, candidate.code)) {
            candidate.fate = Fate::excluded;
            candidate.because = "the document defines it as \"" + name.name.long_form + "\"";
        }
    }
    if (!name.code || is_given) return;
    const auto behind = std::partition_point(candidates_.begin(), candidates_.end(), [&](const Candidate& each) {
        return std::tie(each.first, each.last) <= std::tie(first, last);
    });
    candidates_.insert(behind, {*name.code, first, last, &name.term, nullptr, Fate::kept, {}, &name});
}

void SentenceMatcher::strike_out_excluded() {
    const std::uint32_t longest = longest_of(exclusions_);
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        try_overlapping(exclusions_, longest, candidate.first, candidate.last, [&](const Hit& hit) {
            const PatternRole& role = codebook_.roles[hit.pattern];
            if (role.owner != candidate.code) return false;
            candidate.fate = Fate::excluded;
            candidate.because = "part of \"" + codebook_.source.codes[role.owner].exclusions[role.term].text + "\"";
            return true;
        });
    }
}

void SentenceMatcher::prefer_longest() {
    const std::uint32_t longest = longest_of(candidates_);
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        try_overlapping(candidates_, longest, candidate.first, candidate.last,
                        [&](const Candidate& other) { return yields(candidate, other); });
    }
}

// Whether a candidate yields to another that it overlaps.
bool SentenceMatcher::yields(Candidate& candidate, const Candidate& other) const {
    const bool is_rival = &other != &candidate && (other.fate == Fate::kept || other.fate == Fate::inside_longer) &&
                          codebook_.layer_of_code[other.code] == codebook_.layer_of_code[candidate.code];
    if (!is_rival) return false;
    if (is_within(candidate, other)) {
        candidate.fate = Fate::inside_longer;
        candidate.because = other.term->id + ": \"" + other.term->text + "\"";
        return true;
    }
    // The same code twice over the same words: the earlier entry stands.
    if (other.code == candidate.code && other.fate == Fate::kept && &other < &candidate) {
        candidate.fate = Fate::repeated;
        candidate.because = other.term->id;
        return true;
    }
    return false;
}

void SentenceMatcher::place_atoms() {
    for (const Candidate& candidate : candidates_)
        if (candidate.fate == Fate::kept && codebook_.is_operand[candidate.code])
            places_.push_back({candidate.code, candidate.first, candidate.last, candidate.has_gap});
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

// The words of phrases that look like the code and are not.
std::vector<std::pair<std::uint32_t, std::uint32_t>> SentenceMatcher::excluded_places(std::uint32_t code) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    for (const Hit& hit : exclusions_)
        if (codebook_.roles[hit.pattern].owner == code) places.emplace_back(hit.first, hit.last);
    return places;
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
    const std::uint32_t window = static_cast<std::uint32_t>(rule.within) * tokens_per_word(language_);
    if (const auto stretch =
            shortest_stretch(compiled, rule, places_, excluded_places(compiled.code), window, accepts))
        candidates_.push_back(
            {compiled.code, stretch->first, stretch->second, nullptr, &rule, Fate::kept, {}, nullptr});
}

void SentenceMatcher::keep_once(const SentenceContext& sentence) {
    std::map<std::uint32_t, std::vector<const Candidate*>> given;  // by code
    for (Candidate& candidate : candidates_) {
        if (candidate.fate != Fate::kept) continue;
        const Code& code = codebook_.source.codes[candidate.code];
        if (is_author(code, sentence.author_state)) {
            candidate.fate = Fate::own_state;
            candidate.because = "the document's own state";
            continue;
        }
        auto& earlier = given[candidate.code];
        if (const Candidate* same = repeated_by(candidate, earlier)) {
            candidate.fate = Fate::repeated;
            candidate.because = same->term ? same->term->id : same->rule->id;
        } else {
            earlier.push_back(&candidate);
        }
    }
}

// The mention of its code, among those kept, that a candidate would only repeat; or null.
const Candidate* SentenceMatcher::repeated_by(const Candidate& candidate,
                                              const std::vector<const Candidate*>& kept) const {
    if (kept.empty()) return nullptr;
    if (!codebook_.names_places[candidate.code]) return kept.front();
    // Terms come in order and apart, so only the last can overlap the next; rules come at the end.
    const auto begin = candidate.term ? kept.end() - 1 : kept.begin();
    const auto same = std::find_if(begin, kept.end(), [&](const Candidate* earlier) {
        return earlier->first < candidate.last && candidate.first < earlier->last;
    });
    return same == kept.end() ? nullptr : *same;
}

const std::vector<Candidate>& SentenceMatcher::match_terms(const SentenceContext& sentence) {
    find_hits(sentence);
    sort_hits();
    strike_out_excluded();
    prefer_longest();
    return candidates_;
}

const std::vector<Candidate>& SentenceMatcher::match(const SentenceContext& sentence, const LearntNames* learnt,
                                                     std::uint32_t ordinal) {
    find_hits(sentence);
    sort_hits();
    if (learnt && !learnt->empty()) apply_learnt(sentence.text, *learnt, ordinal);
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
