// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/readers/codebook.hpp"
#include "corpora/readers/codebook_draft.hpp"
#include "corpora/readers/sha256.hpp"

// A canonical text of a codebook: every string with its length before it, so
// that no two codebooks have the same one; entries in order of id, so that
// moving them between files changes nothing. Terms keep their order: their ids
// are made from it, and mentions quote them.

namespace demarche {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

class Canonical {
public:
    std::string text;

    void add(std::string_view value) {
        add_digits(value.size());
        text += ':';
        text += value;
    }
    void add(std::size_t number) {
        add_digits(number);
        text += ';';
    }

    void add(const std::vector<std::string>& values) {
        add(values.size());
        for (const std::string& value : values) add(value);
    }

    void add(const std::vector<Pattern>& patterns) {
        add(patterns.size());
        for (const Pattern& pattern : patterns) add(pattern);
    }

    void add(const Pattern& pattern) {
        add(pattern.size());
        for (const PatternStep& step : pattern) {
            add(static_cast<std::size_t>(step.kind));
            add(step.text);
            add(static_cast<std::size_t>(step.limit));
        }
    }

    void add(const std::vector<Term>& terms) {
        add(terms.size());
        for (const Term& term : terms) {
            add(term.id);
            add(term.language);
            // What is written and the first of the patterns that it stands for tell all of them; a term may stand
            // for hundreds.
            add(trimmed(term.text));
            add(term.patterns.size());
            if (!term.patterns.empty()) add(term.patterns.front());
            for (const auto* patterns : {&term.with, &term.without, &term.not_before, &term.not_after})
                add(*patterns);
        }
    }

    void add(const std::vector<Operand>& operands) {
        add(operands.size());
        for (const Operand& operand : operands) {
            add(operand.references);
            add(operand.terms);
        }
    }

private:
    void add_digits(std::size_t number) {
        std::array<char, 20> digits{};
        text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
    }
};

template <typename Entry>
std::vector<const Entry*> in_order_of_id(const std::vector<Entry>& entries) {
    std::vector<const Entry*> ordered;
    ordered.reserve(entries.size());
    for (const Entry& entry : entries) ordered.push_back(&entry);
    std::sort(ordered.begin(), ordered.end(), [](const Entry* a, const Entry* b) { return a->id < b->id; });
    return ordered;
}

}  // namespace

std::string canonical(const Pattern& pattern) {
    Canonical canonical;
    canonical.add(pattern);
    return canonical.text;
}

std::string hash_of(const Codebook& codebook) {
    Canonical canonical;
    canonical.add(codebook.families.size());
    for (const Family* family : in_order_of_id(codebook.families)) {
        canonical.add(family->id);
        canonical.add(family->layer);
    }
    canonical.add(codebook.codes.size());
    for (const Code* code : in_order_of_id(codebook.codes)) {
        canonical.add(code->id);
        canonical.add(code->family);
        canonical.add(code->parent);
        canonical.add(code->kind);
        canonical.add(std::size_t{code->has_stance});
        canonical.add(code->terms);
        canonical.add(code->exclusions);
    }
    canonical.add(codebook.concepts.size());
    for (const Concept* each : in_order_of_id(codebook.concepts)) {
        canonical.add(each->id);
        canonical.add(each->terms);
    }
    canonical.add(codebook.rules.size());
    for (const Rule* rule : in_order_of_id(codebook.rules)) {
        canonical.add(rule->id);
        canonical.add(rule->code);
        canonical.add(rule->languages);
        canonical.add(rule->all);
        canonical.add(rule->none);
        canonical.add(static_cast<std::size_t>(rule->within));
        canonical.add(std::size_t{rule->ordered});
    }
    return sha256_of(canonical.text);
}

}  // namespace demarche
