// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which documents a concordance is made of. A name that fits nothing is a mistake to be told of: an empty answer
// would be taken for a finding.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpora/model/error.hpp"
#include "pipeline/concordance.hpp"

namespace demarche {

namespace {

constexpr std::size_t most_listed = 20;

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Of many, those that look like what was asked for.
std::string list_of(const std::set<std::string>& known, const std::string& asked) {
    if (known.empty()) return "it has none";
    std::vector<std::string> alike;
    for (const std::string& value : known)
        if (known.size() <= most_listed || value.find(asked) != std::string::npos) alike.push_back(value);
    if (alike.size() > most_listed || alike.empty())
        return fmt::format("it has {}, which `demarche status` lists", known.size());
    return fmt::format("it has {}", fmt::join(alike, ", "));
}

void require_known(const std::string& option, const std::vector<std::string>& asked,
                   const std::set<std::string>& known, const std::string& noun) {
    for (const std::string& value : asked)
        if (!known.contains(value))
            throw Error(ErrorKind::usage, option,
                        fmt::format("the study has no {} \"{}\"; {}", noun, value, list_of(known, value)));
}

void check_names(const ConcordanceOptions& options, const std::vector<StudyDocument>& all) {
    std::set<std::string> ids, states;
    for (const StudyDocument& document : all) {
        ids.insert(document.id);
        if (document.facts.state) states.insert(document.facts.state->value);
    }
    require_known("--state", options.states, states, "document of the state");
    std::vector<std::string> asked = options.documents;
    std::erase_if(asked, [&](const std::string& name) {
        return std::any_of(all.begin(), all.end(),
                           [&](const StudyDocument& document) { return document.name == name; });
    });
    require_known("--document", asked, ids, "document");
}

bool is_chosen(const ConcordanceOptions& options, const StudyDocument& document) {
    const auto& facts = document.facts;
    if (!options.documents.empty() && !contains(options.documents, document.id) &&
        !contains(options.documents, document.name))
        return false;
    if (!options.states.empty() && !(facts.state && contains(options.states, facts.state->value))) return false;
    return !options.years ||
           (facts.year && facts.year->value >= options.years->first && facts.year->value <= options.years->second);
}

}  // namespace

std::vector<StudyDocument> chosen_documents(const ConcordanceOptions& options, std::vector<StudyDocument> all) {
    check_names(options, all);
    std::erase_if(all, [&](const StudyDocument& document) { return !is_chosen(options, document); });
    if (all.empty())
        throw Error(ErrorKind::usage, options.study.string(),
                    "no document of the study is of these states, years and names together");
    return all;
}

}  // namespace demarche
