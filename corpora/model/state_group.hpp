// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "corpora/model/state.hpp"

namespace demarche {

// Some of the states of the catalogue, as comparisons and networks ask for them.
struct StateGroup {
    std::string name;              // as it is to be shown: "body.eu", "Southern Asia", "AUS, NZL"
    std::set<std::string> states;  // ISO 3166-1 alpha-3
};

// The group that a user names, in any case:
//   "eu", "body.nato"          the members of an organisation, as the catalogue has them
//   "Africa", "Western Asia"   a region or subregion of UN M49
//   "WEOG"                     a regional group in the United Nations
//   "AUS", "AUS,NZL"           states by their codes
//
// throws  Error{usage} for any other name; it lists what there is
StateGroup state_group(const Catalogue& catalogue, std::string_view name);

}  // namespace demarche
