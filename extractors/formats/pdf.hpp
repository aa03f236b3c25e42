// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "extractors/formats/extractor.hpp"

namespace demarche {

// PDF through Poppler.
//
// Word boxes and fonts come from Poppler's TextOutputDev, its own interface and
// not the stable C++ one: measured on real strategies, the word list with boxes
// then costs what plain text costs, against 1.5 to 1.7 times as much. Debian
// pins the version; all of Poppler stays behind pdf*.cpp. Pages that are pictures, or whose text layer is
// wrong, go to OCR (recogniser.hpp).
std::unique_ptr<Extractor> make_pdf_extractor();

}  // namespace demarche
