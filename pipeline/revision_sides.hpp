// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "corpora/model/finding.hpp"
#include "corpora/model/state.hpp"
#include "corpora/revisions/substance.hpp"
#include "extractors/formats/ocr_mode.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

// A document as a version of a strategy: its sentences as words to compare, without contents lists, list
// marks and the numbers of headings; and its mentions, by the codebook of the session.
//
// name  what it is called in the diff
RevisionSide revision_side(const ReadDocument& document, const std::string& name, TaggingSession& session);

// The same of a file.
//
// throws  the file's Error; that of a document that was read in part as well, as what is missing would pass
//         for removed
RevisionSide revision_side_of_file(const std::filesystem::path& file, OcrMode ocr, const PageReader& reader,
                                   const Catalogue& catalogue, TaggingSession& session);

}  // namespace demarche
