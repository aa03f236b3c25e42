// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/succession.hpp"

namespace demarche {

namespace {

std::optional<int> next_after(int year, const std::unordered_map<std::string, std::set<int>>& years,
                              const std::string& key) {
    const auto found = years.find(key);
    if (found == years.end()) return std::nullopt;
    const auto next = found->second.upper_bound(year);
    return next == found->second.end() ? std::nullopt : std::optional(*next);
}

}  // namespace

Succession::Succession(const std::vector<const StudyDocument*>& documents) {
    for (const StudyDocument* document : documents) {
        const DocumentFacts& facts = document->facts;
        if (!facts.year) continue;
        if (facts.revises) revised_[facts.revises->value].insert(facts.year->value);
        if (facts.state && facts.state->value != "INT") followed_[facts.state->value].insert(facts.year->value);
    }
}

std::optional<int> Succession::year_replaced(const StudyDocument& document) const {
    if (!document.facts.year) return std::nullopt;
    const int year = document.facts.year->value;
    if (const auto revision = next_after(year, revised_, document.name)) return revision;
    return document.facts.state ? next_after(year, followed_, document.facts.state->value) : std::nullopt;
}

}  // namespace demarche
