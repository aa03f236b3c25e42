// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/networks.hpp"

#include <fmt/format.h>

#include <utility>

#include "corpora/model/error.hpp"
#include "pipeline/version.hpp"

namespace demarche {

namespace {

// The asked, each one of the known.
std::set<std::string> checked(const std::vector<std::string>& asked, const std::set<std::string>& known,
                              const char* what) {
    for (const std::string& name : asked)
        if (!known.contains(name))
            throw Error(ErrorKind::usage, "",
                        fmt::format("there is no {} \"{}\"; there are {}", what, name, fmt::join(known, ", ")));
    return {asked.begin(), asked.end()};
}

std::set<std::string> families_of(const NetworkRequest& request, const Codebook& codebook) {
    std::set<std::string> known = {"state"};
    for (const Family& family : codebook.families) known.insert(family.id);
    if (request.families.empty()) return NetworkOptions().families;
    if (request.families == std::vector<std::string>{"all"}) return known;
    return checked(request.families, known, "family of codes");
}

std::set<std::string> languages_of(const NetworkRequest& request, const std::vector<StudyDocument>& documents) {
    std::set<std::string> known;
    for (const StudyDocument& document : documents)
        if (document.facts.language) known.insert(document.facts.language->value);
    return checked(request.languages, known, "document in the language");
}

}  // namespace

NetworkOptions network_options(const NetworkRequest& request, const Knowledge& knowledge,
                               const std::vector<StudyDocument>& documents) {
    NetworkOptions options;
    options.version = program_version();
    options.families = families_of(request, knowledge.codebook);
    options.weighting = request.weighting;
    options.with_memberships = request.with_memberships;
    options.with_offices = request.with_offices;
    options.view.languages = languages_of(request, documents);
    options.view.stances = request.stances;
    options.view.first_year = request.first_year;
    options.view.last_year = request.last_year;
    options.view.least_weight = request.least_weight;
    if (!request.group.empty()) options.view.authors = state_group(knowledge.catalogue, request.group);
    return options;
}

Network network_of(const StudyStore& study, const NetworkRequest& request) {
    return network_of(study, request, load_knowledge(request.codebook));
}

Network network_of(const StudyStore& study, const NetworkRequest& request, const Knowledge& knowledge) {
    const std::vector<StudyDocument> documents = study.documents();
    NetworkBuilder builder(documents, knowledge.codebook, knowledge.catalogue,
                           network_options(request, knowledge, documents));
    if (request.with_offices)
        for (const StudyDocument& document : documents) builder.add_names(document.id, study.names(document.id));
    study.for_each_observation([&](const Observation& observation) { builder.add(observation); });
    return std::move(builder).build();
}

}  // namespace demarche
