// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "corpora/model/error.hpp"
#include "corpora/model/finding.hpp"
#include "corpora/model/state.hpp"
#include "pipeline/status.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

// A file as a document by itself, with nothing declared of it.
//
// throws  the file's Error, naming it. One that was read in part is given, and says so
ReadDocument read_document_file(const std::filesystem::path& file, OcrMode ocr, const PageReader& reader,
                                const Catalogue& catalogue);

struct TextOptions {
    std::filesystem::path file;
    OcrMode ocr = OcrMode::automatic;
    PageReaderOptions reading;
    OutputFormat format = OutputFormat::text;
    bool with_margins = false;  // running heads, feet and page numbers too; JSON has them always
};

// `demarche text`: what the extractor reads in one file, for a person to check.
//
// text  the running text, a paragraph a line; margins before the text of their page
// json  {"document", "pages", "blocks", "sentences"}: roles, spans in bytes of the
//       running text, boxes in points from the page's top left corner, one per printed line
//
// A document that cannot be read to its end is written as far as it goes.
//
// returns  why it was not read to its end, if it was not
// throws   the document's Error
std::optional<Error> write_text(const TextOptions& options, std::ostream& out);

}  // namespace demarche
