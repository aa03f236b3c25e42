// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace demarche {

// One row of the catalogue of states. Names are keyed by language ("en", "fr", "es").
struct State {
    std::string iso3, iso2;
    std::map<std::string, std::string> name;
    std::map<std::string, std::vector<std::string>> variants;    // "=UK": matched in exactly this case
    std::map<std::string, std::vector<std::string>> adjectives;  // demonyms and adjectives
    std::vector<std::string> exclusions;     // phrases that hold a name of it and mean something else
    std::string official_name;               // in English
    std::string region, subregion;           // UN M49
    std::string un_status;                   // "member", "observer", "none"
    std::string un_group;                    // regional group for elections; empty if in none
    std::vector<std::string> organisations;  // body ids that it is a member of
};

using Catalogue = std::vector<State>;  // in order of iso3

}  // namespace demarche
