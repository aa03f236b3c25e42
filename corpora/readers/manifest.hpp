// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "corpora/model/document.hpp"
#include "corpora/model/state.hpp"
#include "corpora/readers/problems.hpp"

namespace demarche {

// Reads a manifest: a CSV table whose header names the columns
//
//     file,state,title,year,language,issuer,revises
//
// in any order. Only `file`, relative to the manifest, is required; further
// columns are kept as they are. Facts whose cell is empty stay unknown.
//
// catalogue  against which states are checked; if empty, only their form is
// returns    one Source per row, in the order of rows. That the file exists is not asked:
//            the run stores its absence as a failure
// throws     Error{missing}, Error{unreadable}
Checked<std::vector<Source>> check_manifest(const std::filesystem::path& path, const Catalogue& catalogue);

// The same for a text, as if it were the content of `path`.
Checked<std::vector<Source>> check_manifest_text(std::string_view text, const std::filesystem::path& path,
                                                 const Catalogue& catalogue);

// The same, with all mistakes in one Error{invalid}.
std::vector<Source> read_manifest(const std::filesystem::path& path, const Catalogue& catalogue);

}  // namespace demarche
