// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "corpora/readers/codebook.hpp"
#include "corpora/readers/term_notation.hpp"

// Whatever the bytes: a codebook or problems come out, never an exception; problems name lines
// that the text has; terms have ids of their own and patterns that a matcher can take; and the same text gives
// the same hash.

namespace {

using demarche::Pattern;
using demarche::PatternStep;
using demarche::Term;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_pattern(const Pattern& pattern) {
    const auto is_gap = [](const PatternStep& step) { return step.kind == PatternStep::Kind::gap; };
    require(!pattern.empty() && !is_gap(pattern.front()) && !is_gap(pattern.back()));
    for (const PatternStep& step : pattern) {
        const bool has_text = step.kind != PatternStep::Kind::gap && step.kind != PatternStep::Kind::any;
        require(has_text != step.text.empty());
        require(is_gap(step) == (step.limit > 0));
    }
}

void check_terms(const std::vector<Term>& terms, std::set<std::string>& ids) {
    for (const Term& term : terms) {
        require(ids.insert(term.id).second);
        require(!term.patterns.empty() && term.patterns.size() <= demarche::max_patterns_per_term);
        for (const auto* patterns : {&term.patterns, &term.with, &term.without, &term.not_before, &term.not_after})
            std::for_each(patterns->begin(), patterns->end(), check_pattern);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto [codebook, problems] = demarche::check_codebook_text(text, "fuzz.yaml");
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r');
    for (const auto& problem : problems) {
        require(problem.place.line >= 0 && problem.place.line <= lines + 1);
        require(!problem.what.empty());
    }
    std::set<std::string> ids;
    for (const auto& code : codebook.codes) {
        check_terms(code.terms, ids);
        check_terms(code.exclusions, ids);
    }
    for (const auto& each : codebook.concepts) check_terms(each.terms, ids);
    for (const auto& rule : codebook.rules) {
        for (const auto& operand : rule.all) check_terms(operand.terms, ids);
        for (const auto& operand : rule.none) check_terms(operand.terms, ids);
    }
    require(codebook.hash == demarche::check_codebook_text(text, "other.yaml").value.hash);
    return 0;
}
