// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpora/model/document.hpp"
#include "corpora/model/state.hpp"

namespace demarche {

// What a run is to read.
//
// inputs      documents, folders, and manifests (*.csv).
//             A folder is searched with all that is in it, hidden files and folders
//             excepted. A manifest.csv in it says what is known of the files that it
//             names; documents beside them are taken too.
//             Of documents in one folder that differ in their extension alone, the one
//             whose extension comes first in `extensions` is taken (a text beside the PDF
//             that it was made from is not a second document); if a manifest names one of
//             them, those that it names
// extensions  that can be read, lower case with the dot: {".pdf", ".txt"}
// returns     each file once, in order of name
// throws      Error{missing} for an input that is not there, Error{usage} for one that is
//             no document or a folder without any, Error{invalid} for a mistake in a manifest
std::vector<Source> plan_sources(const std::vector<std::filesystem::path>& inputs, const Catalogue& catalogue,
                                 const std::vector<std::string>& extensions);

// Unique ids for documents, made from their file names: "AUS 2020.pdf" is "AUS_2020".
//
// Characters other than A-Z a-z 0-9 . _ - become "_". When two would have the same
// id, the later one gets "~" and six hex digits of the SHA-256 of its name (of its
// path, when the names are the same too).
//
// known    ids that a study has given already, with the files that have them: a known
//          file keeps its id, and no other gets it
// returns  one id for each of `sources`, in their order
std::vector<std::string> document_ids(const std::vector<Source>& sources,
                                      const std::map<std::string, std::filesystem::path>& known = {});

}  // namespace demarche
