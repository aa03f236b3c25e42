// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/compiled_codebook.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpora/model/language.hpp"
#include "extractors/tags/string_table.hpp"
#include "extractors/tags/tokens.hpp"

namespace demarche {

namespace {

class Compiler {
public:
    explicit Compiler(Codebook codebook) { compiled_.source = std::move(codebook); }

    CompiledCodebook compile() {
        const Codebook& source = compiled_.source;
        atom_count_ = static_cast<Atom>(source.codes.size());
        for (std::uint32_t i = 0; i < source.codes.size(); ++i) add_code(i);
        for (const Concept& entry : source.concepts) {
            concepts_[entry.id] = atom_count_;
            // The words of names are compared where there is a name; "of" is in every sentence.
            if (entry.id.starts_with("names.") && entry.id != offices_concept) continue;
            if (entry.id == offices_concept) compiled_.offices = atom_count_;
            add_atom(entry.terms, "@" + entry.id);
        }
        for (std::uint32_t i = 0; i < source.rules.size(); ++i) add_rule(i);
        index_rules();
        for (const std::string& name : compiled_.atom_names)
            compiled_.cue_of_atom.push_back(name.starts_with('@') ? cue_kind_of(std::string_view(name).substr(1))
                                                                  : std::nullopt);
        compiled_.naming = naming_words_of(source);
        compiled_.automaton.freeze();
        compiled_.condition_automaton.freeze();
        return std::move(compiled_);
    }

private:
    // The symbols of the words met so far, by the kind of step that they were in and as written.
    using KnownWords =
        std::array<StringTable<std::vector<Symbol>>, static_cast<std::size_t>(PatternStep::Kind::gap) + 1>;

    void add_code(std::uint32_t index) {
        const Code& code = compiled_.source.codes[index];
        const std::string layer = layer_of(compiled_.source.find_family(code.family), code);
        const auto number = static_cast<std::uint32_t>(layers_.try_emplace(layer, layers_.size()).first->second);
        compiled_.layer_of_code.push_back(number);
        compiled_.names_places.push_back(layer == names_layer);
        auto& conditions = compiled_.conditions.emplace_back();
        for (std::uint32_t t = 0; t < code.terms.size(); ++t) {
            add_patterns(code.terms[t].patterns, code.terms[t].language,
                         {PatternRole::Kind::code, index, t, index});
            conditions.push_back(add_conditions(code.terms[t]));
        }
        for (std::uint32_t t = 0; t < code.exclusions.size(); ++t)
            add_patterns(code.exclusions[t].patterns, code.exclusions[t].language,
                         {PatternRole::Kind::exclusion, index, t, index});
        compiled_.atom_conditions.emplace_back();  // codes keep theirs by code
        compiled_.atom_names.push_back(code.id);
    }

    void add_atom(const std::vector<Term>& terms, const std::string& name) {
        const Atom atom = atom_count_++;
        compiled_.atom_names.push_back(name);
        auto& conditions = compiled_.atom_conditions.emplace_back();
        for (std::uint32_t t = 0; t < terms.size(); ++t) {
            add_patterns(terms[t].patterns, terms[t].language, {PatternRole::Kind::atom, atom, t, atom});
            conditions.push_back(add_conditions(terms[t]));
        }
    }

    TermConditions add_conditions(const Term& term) {
        const auto add = [&](const std::vector<Pattern>& patterns) -> std::uint32_t {
            if (patterns.empty()) return 0;
            ++condition_count_;
            compiled_.condition_lengths.resize(condition_count_ + 1);
            add_patterns(patterns, term.language, {PatternRole::Kind::condition, condition_count_, 0, 0});
            return condition_count_;
        };
        return {add(term.with), add(term.without), add(term.not_before), add(term.not_after)};
    }

    void add_patterns(const std::vector<Pattern>& patterns, const std::string& language, const PatternRole& role) {
        const auto id = static_cast<PatternId>(compiled_.roles.size());
        compiled_.roles.push_back(role);
        KnownWords& known = words_[language];
        Automaton& automaton =
            role.kind == PatternRole::Kind::condition ? compiled_.condition_automaton : compiled_.automaton;
        begin_of_step_ = {0};
        const Pattern* last = nullptr;
        for (const Pattern& pattern : patterns) {
            const bool has_word = take_steps(pattern, last, language, known);
            last = &pattern;
            if (!has_word) continue;
            automaton.add(steps_, id);
            if (steps_.front().kind == Automaton::Step::Kind::symbol)
                compiled_.vocabulary.mark_beginning(steps_.front().symbol);
            if (role.kind == PatternRole::Kind::condition) {
                std::uint32_t& longest = compiled_.condition_lengths[role.owner];
                longest = std::max(longest, length_of(steps_));
            }
            compiled_.roles[id].has_gap |= std::any_of(steps_.begin(), steps_.end(), [](const auto& step) {
                return step.kind == Automaton::Step::Kind::gap;
            });
        }
    }

    // The tokens that a pattern may span.
    static std::uint32_t length_of(const std::vector<Automaton::Step>& steps) {
        std::uint32_t length = 0;
        for (const Automaton::Step& step : steps)
            length += step.kind == Automaton::Step::Kind::gap ? static_cast<std::uint32_t>(step.limit) : 1;
        return length;
    }

    // Leaves the pattern's steps in steps_. Returns whether it asks for a word at all.
    //
    // last  the pattern whose steps are there, of the same term: half of the words are its words too
    bool take_steps(const Pattern& pattern, const Pattern* last, const std::string& language, KnownWords& known) {
        using Kind = Automaton::Step::Kind;
        std::vector<Automaton::Step>& steps = steps_;
        std::size_t at = last ? common_beginning(pattern, *last) : 0;
        begin_of_step_.resize(at + 1);
        steps.resize(begin_of_step_.back());
        for (; at < pattern.size(); ++at) {
            const PatternStep& step = pattern[at];
            if (step.kind == PatternStep::Kind::any) {
                steps.push_back({Kind::any, 0, 0});
            } else if (step.kind == PatternStep::Kind::gap) {
                steps.push_back({Kind::gap, 0, step.limit});
            } else {
                for (const Symbol symbol : symbols_of(step, language, known))
                    steps.push_back({Kind::symbol, symbol, 0});
            }
            begin_of_step_.push_back(steps.size());
        }
        drop_gaps_at_ends();
        return std::any_of(steps.begin(), steps.end(), [](const auto& s) { return s.kind == Kind::symbol; });
    }

    // How many steps of the last pattern are still in steps_ and are the pattern's too.
    std::size_t common_beginning(const Pattern& pattern, const Pattern& last) const {
        const std::size_t most = std::min({pattern.size(), last.size(), begin_of_step_.size() - 1});
        return static_cast<std::size_t>(
            std::mismatch(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(most), last.begin())
                .first -
            pattern.begin());
    }

    // A gap at either end asks for nothing.
    void drop_gaps_at_ends() {
        const auto is_gap = [](const auto& step) { return step.kind == Automaton::Step::Kind::gap; };
        if (steps_.empty() || (!is_gap(steps_.front()) && !is_gap(steps_.back()))) return;
        while (!steps_.empty() && is_gap(steps_.back())) steps_.pop_back();
        while (!steps_.empty() && is_gap(steps_.front())) steps_.erase(steps_.begin());
        begin_of_step_ = {0};  // what is left is no pattern's beginning
    }

    // Alternatives repeat their words in many patterns; each is split and stemmed once.
    const std::vector<Symbol>& symbols_of(const PatternStep& step, const std::string& language, KnownWords& known) {
        const auto [entry, is_new] = known[static_cast<std::size_t>(step.kind)].try_emplace(step.text);
        std::vector<Symbol>& symbols = entry.value();
        if (!is_new) return symbols;
        std::vector<Token> tokens;
        tokenize(step.text, tokens);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool is_whole = step.kind == PatternStep::Kind::prefix && i + 1 < tokens.size();
            const auto kind = is_whole ? PatternStep::Kind::form : step.kind;
            const std::string_view word =
                std::string_view(step.text).substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
            symbols.push_back(compiled_.vocabulary.add(language, kind, word));
        }
        return symbols;
    }

    void add_rule(std::uint32_t index) {
        const Rule& rule = compiled_.source.rules[index];
        CompiledRule made;
        made.rule = index;
        const auto& codes = compiled_.source.codes;
        const auto code =
            std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.id == rule.code; });
        if (code == codes.end()) return;  // the reader refuses such a rule
        made.code = static_cast<std::uint32_t>(code - codes.begin());
        for (const std::string& language : rule.languages) made.languages.push_back(primary_language(language));
        for (const Operand& operand : rule.all) made.all.push_back(compiled_operand(operand, rule.id));
        for (const Operand& operand : rule.none) made.none.push_back(compiled_operand(operand, rule.id));
        compiled_.rules.push_back(std::move(made));
    }

    CompiledOperand compiled_operand(const Operand& operand, const std::string& rule_id) {
        CompiledOperand made;
        const auto accept = [&](Atom atom) {
            if (made.atoms.size() <= atom) made.atoms.resize(atom + 1);
            if (!made.atoms[atom]) made.list.push_back(atom);
            made.atoms[atom] = true;
        };
        for (const std::string& reference : operand.references) accept_reference(reference, made, accept);
        if (!operand.terms.empty()) {
            accept(atom_count_);
            add_atom(operand.terms, rule_id);
        }
        return made;
    }

    template <typename Accept>
    void accept_reference(const std::string& reference, CompiledOperand& operand, const Accept& accept) {
        const auto& codes = compiled_.source.codes;
        if (reference.starts_with("@")) {
            if (const auto found = concepts_.find(reference.substr(1)); found != concepts_.end())
                accept(found->second);
            return;
        }
        if (reference == "state.other" || reference == "state.author") {
            (reference == "state.other" ? operand.other_states : operand.author_state) = true;
            for (Atom i = 0; i < codes.size(); ++i)
                if (codes[i].id.starts_with("state.")) operand.list.push_back(i);
            return;
        }
        std::string wanted = reference;
        const bool is_kind = wanted.starts_with("kind:");
        const bool is_prefix = wanted.ends_with("*");
        if (is_kind) wanted.erase(0, 5);
        if (is_prefix) wanted.pop_back();
        for (Atom i = 0; i < codes.size(); ++i)
            if (is_kind     ? codes[i].kind == wanted
                : is_prefix ? codes[i].id.starts_with(wanted)
                            : codes[i].id == wanted)
                accept(i);
    }

    // A rule is tried only when its operand with the fewest atoms is there.
    void index_rules() {
        compiled_.rules_by_atom.resize(atom_count_);
        compiled_.is_operand.resize(atom_count_);
        for (const CompiledRule& rule : compiled_.rules)
            for (const auto* operands : {&rule.all, &rule.none})
                for (const CompiledOperand& operand : *operands)
                    for (const Atom atom : operand.list) compiled_.is_operand[atom] = true;
        for (std::uint32_t r = 0; r < compiled_.rules.size(); ++r) {
            const CompiledRule& rule = compiled_.rules[r];
            const auto rarest =
                std::min_element(rule.all.begin(), rule.all.end(),
                                 [](const auto& a, const auto& b) { return a.list.size() < b.list.size(); });
            if (rarest == rule.all.end()) continue;
            for (const Atom atom : rarest->list) compiled_.rules_by_atom[atom].push_back(r);
        }
    }

    CompiledCodebook compiled_;
    std::map<std::string, std::size_t> layers_;
    std::map<std::string, Atom> concepts_;
    std::map<std::string, KnownWords> words_;  // by language
    std::vector<Automaton::Step> steps_;       // of the pattern at hand
    std::vector<std::size_t> begin_of_step_;   // in steps_, by the pattern's own; and the end
    Atom atom_count_ = 0;
    std::uint32_t condition_count_ = 0;
};

}  // namespace

CompiledCodebook compile(Codebook codebook) {
    return Compiler(std::move(codebook)).compile();
}

}  // namespace demarche
