// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/code_keyness.hpp"

#include <algorithm>

#include "corpora/model/keyness.hpp"

namespace demarche {

namespace {

std::vector<std::size_t> documents_of(const std::vector<ComparedUnit>& units) {
    std::vector<std::size_t> documents;
    for (const ComparedUnit& unit : units)
        documents.insert(documents.end(), unit.documents.begin(), unit.documents.end());
    return documents;
}

void count_authors(const CodedStudy& study, const std::vector<ComparedUnit>& units, std::size_t code,
                   std::size_t& with, std::size_t& known) {
    for (const ComparedUnit& unit : units) {
        const Presence presence = cell_of(study, unit.documents, code).presence();
        if (presence == Presence::present) ++with;
        if (presence != Presence::unknown) ++known;
    }
}

}  // namespace

KeynessTable keyness_of(const CodedStudy& study, const std::set<std::string>& group) {
    KeynessTable table;
    for (ComparedUnit& unit : units_of(study, UnitKind::state))
        (group.contains(unit.id) ? table.group : table.rest).push_back(std::move(unit));
    const std::vector<std::size_t> in_group = documents_of(table.group), in_rest = documents_of(table.rest);
    for (std::size_t code = 0; code < study.codes().size(); ++code) {
        CodeKeyness key;
        key.code = code;
        key.group = cell_of(study, in_group, code);
        key.rest = cell_of(study, in_rest, code);
        if (key.group.mentions + key.rest.mentions == 0) continue;
        const double count = key.group.mentions, size = key.group.sentences;
        const double other_count = key.rest.mentions, other_size = key.rest.sentences;
        key.log_likelihood = log_likelihood(count, size, other_count, other_size);
        key.log_ratio = log_ratio(count, size, other_count, other_size);
        key.percent_difference = percent_difference(count, size, other_count, other_size);
        key.p = significance_of(key.log_likelihood);
        count_authors(study, table.group, code, key.group_authors, key.group_authors_known);
        count_authors(study, table.rest, code, key.rest_authors, key.rest_authors_known);
        table.codes.push_back(key);
    }
    std::stable_sort(table.codes.begin(), table.codes.end(), [](const CodeKeyness& a, const CodeKeyness& b) {
        return a.log_likelihood > b.log_likelihood;
    });
    return table;
}

}  // namespace demarche
