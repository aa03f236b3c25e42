// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

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

void require_what_the_ending_says(std::string_view bytes, std::string_view file_name) {
    if (bytes.empty()) throw Error(ErrorKind::malformed, "", "the file is empty");
    std::string ending(file_name.substr(std::min(file_name.rfind('.'), file_name.size() - 1) + 1));
    for (char& letter : ending)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    for (const auto& extractor : all_extractors())
        if (extractor->file_ending() == ending && !extractor->recognises(bytes)) {
            const std::string_view begin = bytes.substr(0, std::min<std::size_t>(bytes.size(), 512));
            const bool is_web_page =
                begin.find("<html") != std::string_view::npos || begin.find("<!DOCTYPE") != std::string_view::npos;
            throw Error(ErrorKind::malformed, "",
                        "is named ." + ending + " but holds something else" +
                            (is_web_page ? " (a web page); fetch the document itself"
                                         : "; fetch it again, or give it the ending of what it is"));
        }
}

FileDescription read_file(std::string_view bytes, const ReadingOptions& options, const PageSink& sink) {
    if (bytes.empty()) throw Error(ErrorKind::malformed, "", "the file is empty");
    for (const auto& extractor : all_extractors())
        if (extractor->recognises(bytes)) return extractor->read(bytes, options, sink);
    throw Error(ErrorKind::malformed, "", "is neither a PDF nor plain text; convert it to PDF or UTF-8 text first");
}

}  // namespace demarche
