// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/error.hpp"
#include "extractors/formats/extractor.hpp"
#include "extractors/formats/pdf.hpp"
#include "extractors/formats/plain_text.hpp"

namespace demarche {

const std::vector<std::unique_ptr<Extractor>>& all_extractors() {
    static const auto extractors = [] {
        std::vector<std::unique_ptr<Extractor>> all;
        all.push_back(make_pdf_extractor());
        all.push_back(make_plain_text_extractor());  // last: anything without a signature might be text
        return all;
    }();
    return extractors;
}

std::vector<std::string> readable_endings() {
    std::vector<std::string> endings;
    for (const auto& extractor : all_extractors()) endings.emplace_back(extractor->file_ending());
    return endings;
}

FileDescription read_file(std::string_view bytes, const ReadingOptions& options, const PageSink& sink) {
    if (bytes.empty()) throw Error(ErrorKind::malformed, "", "the file is empty");
    for (const auto& extractor : all_extractors())
        if (extractor->recognises(bytes)) return extractor->read(bytes, options, sink);
    throw Error(ErrorKind::malformed, "", "is neither a PDF nor plain text; convert it to PDF or UTF-8 text first");
}

}  // namespace demarche
