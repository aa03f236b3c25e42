// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpora/store/study_store.hpp"
#include "graphs/network_builder.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

// What a user asks of a network, as it was typed: names are checked once the codebook and the catalogue are known.
struct NetworkRequest {
    std::vector<std::string> codebook;   // labels and kinds are taken from it
    std::vector<std::string> families;   // ids; "all"; empty: those that NetworkOptions has
    std::vector<std::string> languages;  // ISO 639-1
    std::string group;                   // as state_group() takes it; empty: every author
    std::set<Stance> stances;
    std::optional<int> first_year, last_year;
    double least_weight = 0;
    Weighting weighting = Weighting::mentions;
    bool with_memberships = false;
    bool with_offices = false;
};

// throws  Error{usage} naming a family, language or group that there is not, and those that there are
NetworkOptions network_options(const NetworkRequest& request, const Knowledge& knowledge,
                               const std::vector<StudyDocument>& documents);

// The network of a study, as it was asked for.
//
// throws  as network_options(), and the study's Error
// cost    reads every mention, about a microsecond each
Network network_of(const StudyStore& study, const NetworkRequest& request);
// The same for those who make several, with what they know.
Network network_of(const StudyStore& study, const NetworkRequest& request, const Knowledge& knowledge);

}  // namespace demarche
