// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/offices.hpp"

#include <algorithm>

#include "graphs/characters.hpp"

namespace demarche {

namespace {

constexpr std::string_view model_prefix = "fp.";

// Whether the words of `inner` stand in a row in `outer`; both as id_part() writes them.
bool holds_words(std::string_view outer, std::string_view inner) {
    if (inner.empty()) return false;
    for (std::size_t at = outer.find(inner); at != std::string_view::npos; at = outer.find(inner, at + 1)) {
        const std::size_t end = at + inner.size();
        if ((at == 0 || outer[at - 1] == '_') && (end == outer.size() || outer[end] == '_')) return true;
    }
    return false;
}

bool holds_acronym(std::string_view term, std::string_view acronym) {
    if (acronym.empty()) return false;
    const auto is_of_word = [](char character) { return !id_part(std::string_view(&character, 1)).empty(); };
    for (std::size_t at = term.find(acronym); at != std::string_view::npos; at = term.find(acronym, at + 1)) {
        const std::size_t end = at + acronym.size();
        if ((at == 0 || !is_of_word(term[at - 1])) && (end == term.size() || !is_of_word(term[end]))) return true;
    }
    return false;
}

}  // namespace

void Offices::learn(const std::string& author, const std::string& document, const DocumentNames& names) {
    std::vector<NamedFocalPoint> named;
    std::copy_if(names.focal_points.begin(), names.focal_points.end(), std::back_inserter(named),
                 [](const NamedFocalPoint& one) { return one.code.starts_with(model_prefix); });
    std::stable_sort(named.begin(), named.end(),
                     [](const auto& left, const auto& right) { return left.mentions > right.mentions; });
    std::vector<Known>& known = by_document_[document];
    for (const NamedFocalPoint& one : named) {
        std::string folded = id_part(one.organisation);
        if (folded.empty()) continue;
        std::string id = "office.";
        id.append(author).append(".").append(folded);
        known.push_back({{std::move(id), one.organisation, one.code, one.acronym}, std::move(folded)});
    }
}

const Office* Offices::named_in(const std::string& document, const Mention& mention) const {
    const auto of_document = by_document_.find(document);
    if (of_document == by_document_.end()) return nullptr;
    const std::string words = id_part(mention.term);
    const auto first_that = [&](const auto& is_named) -> const Office* {
        for (const Known& known : of_document->second)
            if (known.office.model == mention.code && is_named(known)) return &known.office;
        return nullptr;
    };
    // The surest first: a part of a name ("the Agency") fits many.
    if (const Office* office = first_that([&](const Known& known) { return known.folded == words; })) return office;
    if (const Office* office =
            first_that([&](const Known& known) { return holds_acronym(mention.term, known.office.acronym); }))
        return office;
    if (const Office* office = first_that([&](const Known& known) { return holds_words(words, known.folded); }))
        return office;
    return first_that([&](const Known& known) { return holds_words(known.folded, words); });
}

}  // namespace demarche
