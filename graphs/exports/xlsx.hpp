// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>

#include "graphs/exports/exports.hpp"

namespace demarche {

// What a spreadsheet can hold. Smaller in tests.
struct WorkbookLimits {
    std::uint32_t rows = 1'048'576;   // of a sheet, its header included
    std::size_t characters = 32'767;  // of a cell, as UTF-16 counts them
};

// An XLSX workbook: what the network is ("about"), documents, states × codes, nodes, edges, and mentions, a sheet
// each.
//
// Header rows are frozen and have filters; numbers are numbers, and every text is a text, also one that begins
// with "=". A sheet that is full is continued in another, "mentions 2", and "about" says so. A text that is too
// long for a cell ends in "[cut]". Texts are of exchangeable characters, with line feeds for other line ends.
//
// The file is put together in a folder of its own for temporary files, and rows go there as they come: the workbook
// takes no more memory than a row. The same study gives the same bytes; the date in it is always 1 January 2000.
// throws  Error{storage} when temporary files cannot be written; Error{too_large} when there are more codes than
//         a sheet has columns (16,384)
void write_xlsx(const NetworkSource& source, std::ostream& out);
void write_xlsx(const NetworkSource& source, std::ostream& out, WorkbookLimits limits);

}  // namespace demarche
