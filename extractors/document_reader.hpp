// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpora/model/document.hpp"
#include "corpora/model/finding.hpp"
#include "corpora/model/page.hpp"
#include "corpora/model/state.hpp"
#include "extractors/formats/extractor.hpp"

namespace demarche {

// What a stored text depends on besides its file; to be changed with every change
// of the extractors that shows in the text, so that old studies are read anew.
std::string_view reading_version() noexcept;

// A file's pages as its format's reader gives them.
struct FilePages {
    std::vector<Page> pages;
    FileDescription file;        // known once the last page is
    std::optional<Failure> cut;  // set: reading ended before the last page, and why
    // Set: all pages came, and OCR of some of them failed; where says of which, what why.
    std::optional<Failure> ocr_failure;
};

// --- from bytes to sentences, in two steps: the first deals with foreign
//     parsers and hostile files, and may run in another process ---

ReadingOptions reading_options(const DocumentFacts& declared, OcrMode ocr = OcrMode::automatic);

// The first step, in this process.
//
// bytes   the file, whole
// throws  Error of one document (malformed, encrypted) when no page with text came before it
FilePages read_pages(std::string_view bytes, const ReadingOptions& options);

// The second step: clean, work out facts, split.
//
// file_name  without its folder; a source of facts
// throws     Error{no_text}
// safe to call from many threads at once
ReadDocument make_document(FilePages read, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue);

// Both steps, in this process.
ReadDocument read_document(std::string_view bytes, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue, OcrMode ocr = OcrMode::automatic);

}  // namespace demarche
