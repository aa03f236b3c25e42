// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpora/model/study.hpp"

namespace demarche {

// When each document was replaced. A revision names the file that it revises; a strategy that nobody says to be
// revised holds until its author's next one. International organisations publish side by side: theirs replace
// what they say they do, and nothing else.
class Succession {
public:
    explicit Succession(const std::vector<const StudyDocument*>& documents);

    // Later than the document's own year. Nothing when it holds still, or its year is unknown.
    std::optional<int> year_replaced(const StudyDocument& document) const;

private:
    using Years = std::unordered_map<std::string, std::set<int>>;

    Years revised_;   // by file name
    Years followed_;  // by state
};

}  // namespace demarche
