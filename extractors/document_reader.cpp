// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/document_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/error.hpp"
#include "extractors/formats/extractor.hpp"
#include "extractors/text/cleaner.hpp"
#include "extractors/text/facts.hpp"
#include "extractors/text/sentences.hpp"

namespace demarche {

namespace {

// What is known of how a page was read, which cleaning has no use for.
struct PageReading {
    double ocr_confidence = 0;
    std::size_t ocr_words = 0;
    bool has_wrong_text_layer = false;
    std::string remark;
};

std::vector<PageReading> readings_of(const std::vector<Page>& pages) {
    std::vector<PageReading> readings;
    readings.reserve(pages.size());
    for (const Page& page : pages) {
        PageReading reading{0, 0, page.has_wrong_text_layer, page.remark};
        if (page.status == PageStatus::ocr && !page.words.empty()) {
            double sum = 0;
            for (const Word& word : page.words) sum += word.confidence / 100.0;
            reading.ocr_words = page.words.size();
            reading.ocr_confidence = sum / static_cast<double>(reading.ocr_words);
        }
        readings.push_back(std::move(reading));
    }
    return readings;
}

// The records are of the same pages, in the same order.
void note_readings(const std::vector<PageReading>& readings, ReadDocument& document) {
    double sum = 0;
    std::size_t words = 0;
    for (std::size_t i = 0; i < document.pages.size() && i < readings.size(); ++i) {
        const PageReading& reading = readings[i];
        PageRecord& page = document.pages[i];
        page.ocr_confidence = reading.ocr_confidence;
        page.has_wrong_text_layer = reading.has_wrong_text_layer;
        page.remark = reading.remark;
        if (page.status == PageStatus::ocr) ++document.quality.pages_by_ocr;
        if (reading.has_wrong_text_layer) ++document.quality.pages_wrong_text;
        sum += reading.ocr_confidence * static_cast<double>(reading.ocr_words);
        words += reading.ocr_words;
    }
    if (words > 0) document.quality.ocr_confidence = sum / static_cast<double>(words);
}

std::string counted_pages(std::uint32_t count) {
    return std::to_string(count) + (count == 1 ? " page" : " pages");
}

std::string_view what_they_are(std::uint32_t pages, std::uint32_t with_wrong_text) {
    if (with_wrong_text == 0) return pages == 1 ? " is a picture" : " are pictures";
    if (with_wrong_text < pages) return " are pictures or have a wrong text layer";
    return pages == 1 ? " has a wrong text layer" : " have a wrong text layer";
}

// Without a single word there is nothing to tag, and a silent zero would read as "says nothing".
void require_text(const TextQuality& quality, const std::vector<PageReading>& readings) {
    if (quality.pages_with_text > 0) return;
    std::string remark;
    std::uint32_t wrong = 0, damaged = 0;
    for (const PageReading& reading : readings) {
        if (remark.empty()) remark = reading.remark;
        if (reading.has_wrong_text_layer) ++wrong;
        if (reading.remark == damaged_page) ++damaged;
    }
    if (damaged > 0 && damaged == quality.pages_unread)
        throw Error(ErrorKind::malformed, "",
                    "no text could be read: " + std::to_string(damaged) + " of " + counted_pages(quality.pages) +
                        (damaged == 1 ? " is" : " are") +
                        " damaged; fetch it again, or repair it (for example with qpdf or mutool clean)");
    if (quality.pages_unread > 0)
        throw Error(ErrorKind::no_text, "",
                    "no text could be read: " + std::to_string(quality.pages_unread) + " of " +
                        counted_pages(quality.pages) + std::string(what_they_are(quality.pages_unread, wrong)) +
                        (remark.empty() ? "" : "; " + remark));
    throw Error(
        ErrorKind::no_text, "",
        "holds no text: " +
            (quality.pages == 1 ? "its only page is" : "all of its " + counted_pages(quality.pages) + " are") +
            " blank" + (remark.empty() ? "" : ", or " + remark));
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
    return "text-6";
}

ReadingOptions reading_options(const DocumentFacts& declared, OcrMode ocr) {
    ReadingOptions options;
    options.ocr = ocr;
    if (declared.language) options.language = declared.language->value;
    return options;
}

FilePages read_pages(std::string_view bytes, const ReadingOptions& options) {
    FilePages read;
    bool has_text = false;
    const PageSink sink = [&](Page&& page) {
        has_text = has_text || !page.words.empty() || page.awaits_ocr;
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
    const std::vector<PageReading> readings = readings_of(read.pages);
    CleanedPages cleaned = clean(std::move(read.pages));
    if (read.cut) {
        if (cleaned.quality.pages_with_text == 0) throw Error(read.cut->kind, read.cut->where, read.cut->what);
        count_unread(pages, cleaned.quality);
    }
    if (read.ocr_failure) {
        if (cleaned.quality.pages_with_text == 0)
            throw Error(read.ocr_failure->kind, read.ocr_failure->where, read.ocr_failure->what);
        if (!document.partial) document.partial = std::move(read.ocr_failure);
    }
    require_text(cleaned.quality, readings);
    document.quality = cleaned.quality;
    document.pages = std::move(cleaned.pages);
    document.text = std::move(cleaned.text);
    note_readings(readings, document);
    document.facts = complete_facts(declared, {file_name, document.text, read.file.title, read.file.year_created},
                                    catalogue, document.quality.language_confidence);
    const std::string language = document.facts.language ? document.facts.language->value : std::string();
    document.sentences = split_sentences(document.text, language);
    return document;
}

ReadDocument read_document(std::string_view bytes, std::string_view file_name, const DocumentFacts& declared,
                           const Catalogue& catalogue, OcrMode ocr) {
    return make_document(read_pages(bytes, reading_options(declared, ocr)), file_name, declared, catalogue);
}

}  // namespace demarche
