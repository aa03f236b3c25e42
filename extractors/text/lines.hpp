// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"

namespace demarche {

// A printed line: words [first, last) of one page.
struct PrintedLine {
    std::uint32_t page = 0;  // index into the pages, from 0
    std::uint32_t first = 0, last = 0;
    Box box;
    float size = 0;        // of the print, in points (print_size)
    bool is_bold = false;  // most of its letters are
    bool starts_block = false;
};

std::vector<PrintedLine> printed_lines(const std::vector<Page>& pages);

// The line's words with single spaces where the page shows a space. Not cleaned.
std::string raw_text(const Page& page, const PrintedLine& line);

// The font size that most letters of the document are set in; 0 without pages.
float body_size(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines);

}  // namespace demarche
