// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/network_view.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace demarche {

bool NetworkView::shows(const DocumentFacts& document) const {
    if (first_year || last_year) {
        if (!document.year) return false;
        const int year = document.year->value;
        if (year < first_year.value_or(year) || year > last_year.value_or(year)) return false;
    }
    if (!languages.empty() && (!document.language || !languages.contains(document.language->value))) return false;
    return authors.states.empty() || (document.state && authors.states.contains(document.state->value));
}

std::string NetworkView::in_words() const {
    std::string documents;
    if (first_year && first_year == last_year)
        documents += fmt::format(" of {}", *first_year);
    else if (first_year && last_year)
        documents += fmt::format(" of {} to {}", *first_year, *last_year);
    else if (first_year)
        documents += fmt::format(" of {} and later", *first_year);
    else if (last_year)
        documents += fmt::format(" of {} and earlier", *last_year);
    if (!languages.empty()) documents += fmt::format(" in {}", fmt::join(languages, ", "));
    if (!authors.states.empty()) documents += " by states of " + authors.name;
    std::vector<std::string> parts;
    if (!documents.empty()) parts.push_back("documents" + documents);
    if (!stances.empty()) {
        std::vector<std::string_view> words;
        for (const Stance stance : stances) words.push_back(to_string(stance));
        parts.push_back(fmt::format("mentions of stance {}", fmt::join(words, ", ")));
    }
    if (least_weight > 0) parts.push_back(fmt::format("edges of weight {} or more", least_weight));
    return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace demarche
