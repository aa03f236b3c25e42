// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extractors/rendered_page.hpp"

#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>

#include <memory>
#include <utility>

#include "corpora/readers/text_file.hpp"
#include "extractors/formats/pdf_pictures.hpp"
#include "tests/extractors/file_content.hpp"

namespace demarche {

RenderedPage rendered_page(const std::string& brief, int number, double resolution) {
    const std::string bytes = read_bytes(std::string(DEMARCHE_SOURCE_DIR "/corpora/sample/") + brief + ".pdf");
    FileContent content = content_of(bytes);  // which also sets up Poppler
    PDFDoc pdf(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
    return {std::move(content.pages.at(static_cast<std::size_t>(number) - 1)), render(pdf, number, resolution)};
}

}  // namespace demarche
