// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "extractors/tags/automaton.hpp"
#include "extractors/tags/naming_words.hpp"
#include "extractors/tags/stance.hpp"
#include "extractors/tags/vocabulary.hpp"

namespace demarche {

// What a hit can stand for in a rule: a code named by its own terms, a concept,
// or a term written in a rule. Numbered from 0.
using Atom = std::uint32_t;

// What a pattern of the automaton is there for.
struct PatternRole {
    enum class Kind : std::uint8_t {
        code,       // `owner` is an index into Codebook::codes, `term` into its terms
        exclusion,  // the same, into its exclusions
        atom,       // a concept's or an operand's term; `atom` says which
        condition,  // `owner` numbers the condition: one of a term's with, without, not_before, not_after
    };
    Kind kind = Kind::code;
    std::uint32_t owner = 0;
    std::uint32_t term = 0;
    Atom atom = 0;
    bool has_gap = false;  // words of others may stand between its own
};

// The conditions of one term, as numbers that PatternRole::owner refers to; 0 is none.
struct TermConditions {
    std::uint32_t with = 0, without = 0, not_before = 0, not_after = 0;
    bool any() const noexcept { return with || without || not_before || not_after; }
};

struct CompiledOperand {
    std::vector<bool> atoms;    // by Atom: any of these will do
    std::vector<Atom> list;     // the same, and every state's when one of these two is asked for
    bool other_states = false;  // "state.other": any but the author state
    bool author_state = false;  // "state.author"
};

struct CompiledRule {
    std::uint32_t rule = 0;              // index into Codebook::rules
    std::uint32_t code = 0;              // index into Codebook::codes
    std::vector<std::string> languages;  // primary languages; empty: all
    std::vector<CompiledOperand> all, none;
};

// A codebook made ready for matching. Immutable; shared by all threads.
struct CompiledCodebook {
    Codebook source;
    Vocabulary vocabulary;
    Automaton automaton;
    // The conditions' patterns alone: half of what is found, and few sentences hold a term that asks for one.
    Automaton condition_automaton;
    std::vector<std::uint32_t> condition_lengths;         // by condition: tokens that its longest pattern may span
    std::vector<PatternRole> roles;                       // by PatternId, of both
    std::vector<std::vector<TermConditions>> conditions;  // by code, by term
    std::vector<std::vector<TermConditions>> atom_conditions;  // by Atom, by term
    std::vector<std::uint32_t> layer_of_code;                  // number of the code's layer
    std::vector<bool> names_places;  // by code: each place is a mention of its own (bodies, states ...)
    std::vector<CompiledRule> rules;
    std::vector<std::vector<std::uint32_t>> rules_by_atom;    // rules whose rarest operand the atom satisfies
    std::vector<std::string> atom_names;                      // by Atom: a code's id, "@concept", or a rule's id
    std::vector<bool> is_operand;                             // by Atom: some rule asks for it
    std::vector<std::optional<StanceCue::Kind>> cue_of_atom;  // of the stance.* concepts
    NamingWords naming;                                       // the names.* concepts
    std::optional<Atom> offices;                              // of the concept whose terms are offices
};

// Codes are the first atoms, in order; concepts and operands' terms follow.
CompiledCodebook compile(Codebook codebook);

// The layer in which every place counts as a mention of its own; elsewhere a
// sentence is given a code once.
inline constexpr const char* names_layer = "names";

}  // namespace demarche
