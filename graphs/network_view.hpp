// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include "corpora/model/document.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/state_group.hpp"

namespace demarche {

// Which part of a study a network shows. What is empty or absent restricts nothing.
struct NetworkView {
    // Of documents: those that are left out might as well not be in the study.
    std::optional<int> first_year, last_year;  // a document of unknown year is in none
    std::set<std::string> languages;           // ISO 639-1
    StateGroup authors;
    // Of mentions: only those with one of these stances.
    std::set<Stance> stances;
    // Of edges, once they are weighed. What is left without an edge, and is no author, goes with them.
    double least_weight = 0;

    bool shows(const DocumentFacts& document) const;
    // "documents of 2015 to 2020 by states of body.eu; edges of weight 2 or more"; empty when nothing is
    // restricted.
    std::string in_words() const;
};

}  // namespace demarche
