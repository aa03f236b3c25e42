// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"

namespace demarche {

// Reads the catalogue of states, a CSV table with the columns
//
//     iso3,iso2,name_en,name_fr,name_es,official_en,variants_en,variants_fr,variants_es,
//     adjectives_en,adjectives_fr,adjectives_es,exclude,region,subregion,un_status,un_group,organisations
//
// in any order, lists joined by ";".
//
// returns  the states in order of iso3
// throws   Error{missing}, Error{unreadable}; Error{invalid} listing every mistake with its line
Catalogue read_catalogue(const std::filesystem::path& states_csv);

// The names of states as codes: family "state", layer "names", codes "state.USA" ...
//
// A word of a name that begins with a capital is looked for in exactly this case and in
// capitals throughout, as in headings ("Turkey", "TURKEY", never "turkey"); other words in
// any case. Names stand under their own language. A state's exclusions count in every language.
Codebook codebook_of_states(const Catalogue& catalogue);

}  // namespace demarche
