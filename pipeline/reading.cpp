// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reading.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpora/exports/names.hpp"
#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/text_file.hpp"
#include "extractors/document_reader.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

// Hundredths of a point are finer than any printer.
double rounded(float points) {
    return std::round(static_cast<double>(points) * 100) / 100;
}

// Null where nothing was measured.
Json hundredths(double share, bool is_measured) {
    return is_measured ? Json(std::round(share * 100) / 100) : Json(nullptr);
}

Json boxes_json(const CleanText& text, Span span) {
    Json boxes = Json::array();
    for (const PageBox& line : text.origin(span))
        boxes.push_back(
            {{"page", line.page},
             {"box", {rounded(line.box.x0), rounded(line.box.y0), rounded(line.box.x1), rounded(line.box.y1)}}});
    return boxes;
}

template <typename Value>
Json fact_json(const std::optional<Fact<Value>>& fact) {
    return fact ? Json{{"value", fact->value}, {"from", name_of(fact->provenance)}} : Json(nullptr);
}

Json document_json(const ReadDocument& document, const std::filesystem::path& file) {
    return {{"file", file.filename().string()},
            {"state", fact_json(document.facts.state)},
            {"year", fact_json(document.facts.year)},
            {"language", fact_json(document.facts.language)},
            {"title", fact_json(document.facts.title)},
            {"pages", document.quality.pages},
            {"pages_with_text", document.quality.pages_with_text},
            {"pages_blank", document.quality.pages_blank},
            {"pages_unread", document.quality.pages_unread},
            {"pages_by_ocr", document.quality.pages_by_ocr},
            {"pages_wrong_text", document.quality.pages_wrong_text},
            {"ocr_confidence", hundredths(document.quality.ocr_confidence, document.quality.pages_by_ocr > 0)},
            {"language_confidence", document.quality.language_confidence},
            {"partial", document.partial ? Json(document.partial->where + ": " + document.partial->what) : Json()},
            {"words", document.quality.words},
            {"hyphens_joined", document.quality.hyphens_joined}};
}

Json text_json(const ReadDocument& document, const std::filesystem::path& file) {
    Json json = {{"document", document_json(document, file)},
                 {"pages", Json::array()},
                 {"blocks", Json::array()},
                 {"sentences", Json::array()}};
    for (const PageRecord& page : document.pages)
        json["pages"].push_back(
            {{"number", page.number},
             {"width", rounded(page.width)},
             {"height", rounded(page.height)},
             {"status", name_of(page.status)},
             {"words", page.words},
             {"ocr_confidence", hundredths(page.ocr_confidence, page.status == PageStatus::ocr)},
             {"wrong_text_layer", page.has_wrong_text_layer},
             {"remark", page.remark},
             {"margins", page.margins}});
    for (const Block& block : document.text.blocks())
        json["blocks"].push_back({{"role", name_of(block.role)},
                                  {"page", block.page},
                                  {"span", {block.span.begin(), block.span.end()}},
                                  {"text", document.text.slice(block.span)},
                                  {"boxes", boxes_json(document.text, block.span)}});
    for (const Sentence& sentence : document.sentences)
        json["sentences"].push_back({{"number", sentence.ordinal},
                                     {"page", sentence.page},
                                     {"role", name_of(sentence.role)},
                                     {"section", sentence.section},
                                     {"language", sentence.language},
                                     {"span", {sentence.span.begin(), sentence.span.end()}},
                                     {"text", document.text.slice(sentence.span)},
                                     {"boxes", boxes_json(document.text, sentence.span)}});
    return json;
}

void write_with_margins(const ReadDocument& document, std::ostream& out) {
    auto page = document.pages.begin();
    const auto write_margins_to = [&](std::uint32_t number) {
        for (; page != document.pages.end() && page->number <= number; ++page)
            for (const std::string& line : page->margins) out << line << '\n';
    };
    for (const Block& block : document.text.blocks()) {
        write_margins_to(block.page);
        out << document.text.slice(block.span) << '\n';
    }
    write_margins_to(std::numeric_limits<std::uint32_t>::max());
}

}  // namespace

ReadDocument read_document_file(const std::filesystem::path& file, OcrMode ocr, const PageReader& reader,
                                const Catalogue& catalogue) {
    const std::string bytes = read_bytes(file);
    const std::string name = file.filename().string();
    try {
        require_what_the_ending_says(bytes, name);
        return make_document(reader.read(bytes, reading_options({}, ocr)), name, {}, catalogue);
    } catch (const Error& error) {
        throw error.within(file.string());
    }
}

std::optional<Error> write_text(const TextOptions& options, std::ostream& out) {
    const std::filesystem::path& file = options.file;
    const Catalogue catalogue = read_catalogue(data_folder() / "catalogue" / "states.csv");
    const PageReader reader(options.reading, core_count());
    const ReadDocument document = read_document_file(file, options.ocr, reader, catalogue);
    if (options.format == OutputFormat::json)
        out << text_json(document, file).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
    else if (options.with_margins)
        write_with_margins(document, out);
    else
        out << document.text.text() << '\n';
    if (!document.partial) return std::nullopt;
    return Error(document.partial->kind, document.partial->where, document.partial->what).within(file.string());
}

}  // namespace demarche
