// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/document.hpp"
#include "corpora/model/state.hpp"

namespace demarche {

// What there is to work facts out from.
struct FactEvidence {
    std::string_view file_name;  // without its folder
    const CleanText& text;
    std::optional<std::string> metadata_title;
    std::optional<int> metadata_year;
};

// Completes what the manifest says of a document with what can be worked out:
//
// state     a part of the file name that is an ISO alpha-3 code, a state's name in the file name,
//           or the one state named most on the first pages (at least twice, and more than any other)
// year      a year in the file name, on the title page, or of the file's creation
// title     the largest print on the first page that has words, or the file's metadata
// language  by the language detector; its confidence goes to `confidence`
//
// What the manifest says is never changed.
DocumentFacts complete_facts(const DocumentFacts& declared, const FactEvidence& evidence,
                             const Catalogue& catalogue, double& confidence);

}  // namespace demarche
