// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// Lines that belong together, in reading order; they may stand in two columns or on two pages.
struct Paragraph {
    BlockRole role = BlockRole::body;
    std::vector<std::uint32_t> lines;  // indices into the document's lines
};

// Groups lines into paragraphs in reading order, leaving out the margins.
//
// A paragraph that a column or page ends is joined with its rest; a footnote
// between the two follows the paragraph.
std::vector<Paragraph> find_paragraphs(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines,
                                       const std::vector<bool>& is_margin);

}  // namespace demarche
