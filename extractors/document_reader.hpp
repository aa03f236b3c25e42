// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "corpora/model/document.hpp"
#include "corpora/model/finding.hpp"
#include "corpora/model/state.hpp"

namespace demarche {

// What a stored text depends on besides its file; to be changed with every change
// of the extractors that shows in the text, so that old studies are read anew.
std::string_view reading_version() noexcept;

// From bytes to sentences: extract, clean, work out facts, split.
//
// bytes      the file, whole
// file_name  without its folder; a source of facts
// throws     Error of one document (malformed, encrypted, no_text)
// safe to call from many threads at once
ReadDocument read_document(std::string_view bytes, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue);

}  // namespace demarche
