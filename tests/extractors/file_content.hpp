// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/readers/text_file.hpp"
#include "extractors/formats/extractor.hpp"

namespace demarche {

// A file with all its pages, as a test looks at it.
struct FileContent {
    FileDescription description;
    std::vector<Page> pages;
};

inline FileContent content_of(std::string_view bytes, const ReadingOptions& options = {}) {
    FileContent content;
    content.description = read_file(bytes, options, [&](Page&& page) { content.pages.push_back(std::move(page)); });
    return content;
}

inline ReadingOptions with_ocr(OcrMode mode, std::string language = {}) {
    ReadingOptions options;
    options.ocr = mode;
    options.language = std::move(language);
    return options;
}

// One of the small files that files/make made.
inline std::string bytes_of(const std::string& name) {
    return read_bytes(std::string(DEMARCHE_SOURCE_DIR "/tests/extractors/files/") + name);
}

}  // namespace demarche
