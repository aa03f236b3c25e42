// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpora/model/page.hpp"
#include "extractors/formats/picture.hpp"

namespace demarche {

// A page of a sample brief, whose fonts are in the file: as its text layer has it, and as it looks.
struct RenderedPage {
    Page page;
    Picture picture;
};

RenderedPage rendered_page(const std::string& brief, int number, double resolution);

}  // namespace demarche
