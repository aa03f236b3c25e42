// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "corpora/model/error.hpp"
#include "pipeline/status.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

// `demarche text`: what the extractor reads in one file, for a person to check.
//
// text  the running text, a paragraph a line
// json  {"document", "pages", "blocks", "sentences"}: roles, spans in bytes of the
//       running text, boxes in points from the page's top left corner, one per printed line
//
// A document that cannot be read to its end is written as far as it goes.
//
// returns  why it was not read to its end, if it was not
// throws   the document's Error
std::optional<Error> write_text(const std::filesystem::path& file, OcrMode ocr, const PageReaderOptions& reading,
                                OutputFormat format, std::ostream& out);

}  // namespace demarche
