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

// Where and why reading ended, of a document that is kept as far as it goes.
Failure partial_reading(const FilePages& read) {
    Failure failure = *read.cut;
    if (read.pages.empty()) return failure;
    const Page& last = read.pages.back();
    failure.where = "after page " + std::to_string(last.number) +
                    (last.of > last.number ? " of " + std::to_string(last.of) : "") +
                    (failure.where.empty() ? "" : ": " + failure.where);
    return failure;
}

// The pages that did not come count as unread, as far as is known how many they are.
void count_unread(std::uint32_t pages, TextQuality& quality) {
    if (pages <= quality.pages) return;
    quality.pages_unread += pages - quality.pages;
    quality.pages = pages;
}

}  // namespace

std::string_view reading_version() noexcept {
    return "text-2";
}

ReadingOptions reading_options(const DocumentFacts& declared) {
    ReadingOptions options;
    if (declared.language) options.language = declared.language->value;
    return options;
}

FilePages read_pages(std::string_view bytes, const ReadingOptions& options) {
    FilePages read;
    bool has_text = false;
    const PageSink sink = [&](Page&& page) {
        has_text = has_text || !page.words.empty();
        read.pages.push_back(std::move(page));
    };
    try {
        read.file = read_file(bytes, options, sink);
    } catch (const Error& error) {
        if (!has_text) throw;
        read.cut = Failure{error.kind(), error.where(), error.sentence()};
    }
    return read;
}

ReadDocument make_document(FilePages read, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue) {
    ReadDocument document;
    const std::uint32_t pages = read.pages.empty() ? 0 : read.pages.back().of;
    if (read.cut) document.partial = partial_reading(read);
    CleanedPages cleaned = clean(std::move(read.pages));
    if (read.cut) {
        if (cleaned.quality.pages_with_text == 0) throw Error(read.cut->kind, read.cut->where, read.cut->what);
        count_unread(pages, cleaned.quality);
    }
    require_text(cleaned.quality);
    document.quality = cleaned.quality;
    document.pages = std::move(cleaned.pages);
    document.text = std::move(cleaned.text);
    document.facts = complete_facts(declared, {file_name, document.text, read.file.title, read.file.year_created},
                                    catalogue, document.quality.language_confidence);
    const std::string language = document.facts.language ? document.facts.language->value : std::string();
    document.sentences = split_sentences(document.text, language);
    return document;
}

ReadDocument read_document(std::string_view bytes, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue) {
    return make_document(read_pages(bytes, reading_options(declared)), file_name, declared, catalogue);
}

}  // namespace demarche
