// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/document_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "corpora/model/error.hpp"
#include "extractors/formats/extractor.hpp"
#include "extractors/text/cleaner.hpp"
#include "extractors/text/facts.hpp"
#include "extractors/text/sentences.hpp"

namespace demarche {

namespace {

// Without a single word there is nothing to tag, and a silent zero would read as "says nothing".
void require_text(const TextQuality& quality) {
    if (quality.pages_with_text > 0) return;
    const std::string pages = std::to_string(quality.pages) + (quality.pages == 1 ? " page" : " pages");
    if (quality.pages_unread > 0)
        throw Error(ErrorKind::no_text, "",
                    "has no text layer: " + std::to_string(quality.pages_unread) + " of " + pages +
                        (quality.pages_unread == 1 ? " is a picture" : " are pictures") +
                        "; make a searchable copy with an OCR program (for example ocrmypdf) and run again");
    throw Error(ErrorKind::no_text, "", "holds no text: all of its " + pages + " are blank");
}

}  // namespace

std::string_view reading_version() noexcept {
    return "text-2";
}

ReadDocument read_document(std::string_view bytes, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue) {
    std::vector<Page> pages;
    const ReadingOptions options{declared.language ? declared.language->value : std::string()};
    const FileDescription file = read_file(bytes, options, [&](Page&& page) { pages.push_back(std::move(page)); });
    CleanedPages cleaned = clean(std::move(pages));
    require_text(cleaned.quality);
    ReadDocument document;
    document.quality = cleaned.quality;
    document.pages = std::move(cleaned.pages);
    document.text = std::move(cleaned.text);
    document.facts = complete_facts(declared, {file_name, document.text, file.title, file.year_created}, catalogue,
                                    document.quality.language_confidence);
    const std::string language = document.facts.language ? document.facts.language->value : std::string();
    document.sentences = split_sentences(document.text, language);
    return document;
}

}  // namespace demarche
