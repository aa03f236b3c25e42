// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace demarche {

// The coding scheme as values. The file format, with examples, is described in
// corpora/codebooks/README.md; corpora/readers/codebook.hpp reads it.

// Where an entry stands in the user's files: every message and explanation names it.
struct EntryPlace {
    std::string file;
    int line = 0;  // from 1; 0 for an entry that demarche made (the names of states)
};

// One step of a pattern.
struct PatternStep {
    enum class Kind : std::uint8_t {
        word,    // any inflection and case of `text`
        form,    // any case of `text`, but no inflection
        exact,   // `text` in exactly this case
        prefix,  // any word that begins with `text`, in any case
        any,     // any one word
        gap,     // up to `limit` words, possibly none
    };
    Kind kind = Kind::word;
    std::string text;  // as written; the matcher splits it into words as it splits a document
    int limit = 0;
    friend bool operator==(const PatternStep&, const PatternStep&) = default;
};

using Pattern = std::vector<PatternStep>;

// An entry of a term list: the same thing said in several patterns ("(cyber|digital) envoy" is two).
struct Term {
    std::string id;        // unique in the codebook: "body.itu/en/2"
    std::string language;  // "any": looked for in a text of every language
    std::string text;      // as written
    std::vector<Pattern> patterns;
    // Conditions on the sentence; each a list of alternatives, empty when there is none.
    std::vector<Pattern> with;        // one of these must stand in the same sentence
    std::vector<Pattern> without;     // none of these may
    std::vector<Pattern> not_before;  // the term is not meant when one of these follows at once
    std::vector<Pattern> not_after;   // nor when one of these precedes at once
    EntryPlace place;
};

// What a rule asks to find in a sentence: one of several things.
struct Operand {
    std::vector<std::string> references;  // "@protect" (a concept), "body.nato" (a code), "body.*", "kind:regional"
    std::vector<Term> terms;              // written where they are used
};

// Gives `code` to a sentence in which all of `all` and none of `none` is found.
struct Rule {
    std::string id;  // unique in the codebook: "norm.g#protect-infrastructure"
    std::string code;
    std::vector<std::string> languages;  // empty: every language
    std::vector<Operand> all;
    std::vector<Operand> none;
    int within = 0;        // words that the operands of `all` may span together; 0: the whole sentence
    bool ordered = false;  // they must come in the order written
    EntryPlace place;
};

struct Code {
    std::string id;      // "norm.g"
    std::string family;  // Family::id
    std::string label;
    std::string definition;
    std::string parent;  // a code's id, or empty
    std::string kind;    // of a body: multilateral, regional ...; otherwise empty
    bool has_stance = false;
    std::vector<Term> terms;
    std::vector<Term> exclusions;  // phrases that look like the code and are not: they win over its terms
    std::vector<std::string> examples_yes, examples_no;  // sentences that it is, and is not, given to
    EntryPlace place;
};

// A named list of terms that rules refer to and that is no code by itself.
struct Concept {
    std::string id;  // without the "@"
    std::vector<Term> terms;
    EntryPlace place;
};

struct Family {
    std::string id;  // "body"
    std::string title;
    int number = 0;  // in the coding scheme
    // A term inside a longer one of the same layer yields to it; mentions of different layers stand side by side.
    // "each" keeps the codes of the family apart: ideas stand together in one sentence, where names cannot.
    std::string layer;
};

// The layer in which a code's terms compete: its family's, or its own.
inline std::string layer_of(const Family* family, const Code& code) {
    if (family == nullptr || family->layer.empty()) return code.family;
    return family->layer == "each" ? code.id : family->layer;
}

struct Codebook {
    std::string version;
    std::string hash;  // SHA-256 over everything that decides what is found
    std::vector<Family> families;
    std::vector<Code> codes;
    std::vector<Concept> concepts;
    std::vector<Rule> rules;

    // Null when there is none. Linear: for messages and tables, not for tagging.
    const Code* find_code(const std::string& id) const noexcept;
    const Family* find_family(const std::string& id) const noexcept;
};

}  // namespace demarche
