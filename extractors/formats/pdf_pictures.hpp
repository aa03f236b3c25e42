// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/formats/picture.hpp"

class PDFDoc;

namespace demarche {

// What a page shows besides letters.
struct Drawing {
    bool has_ink = false;           // anything at all
    double picture_share = 0;       // of the page, that its largest picture covers: 0 to 1
    double picture_resolution = 0;  // of that picture as it is shown, in dots per inch
};

// Costs the decoding of the page's pictures, which text extraction skips: for pages that may be scans.
Drawing drawing_of(PDFDoc& pdf, int number);

// Draws a page as it is shown, in grey.
//
// resolution  in dots per inch; lowered where the page would come to more than 25 million dots
// cost        20 to 200 ms at 300 dots per inch, 4 bytes a dot
Picture render(PDFDoc& pdf, int number, double resolution);

}  // namespace demarche
