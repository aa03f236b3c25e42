// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/readers/problems.hpp"

namespace demarche {

struct CsvRow {
    int line = 0;                    // in which it begins; a quoted cell may run over several
    std::vector<std::string> cells;  // as many as the header has
};

// A table with a header (RFC 4180).
//
// Taken as spreadsheets write it: a byte order mark, CRLF, LF or CR, spaces
// around cells, empty lines, and ";" or tab in place of "," when the header line
// says so.
struct CsvTable {
    std::string file;
    std::vector<std::string> header;
    std::vector<CsvRow> rows;

    // The place of a column whose name is `name` in any case (ASCII).
    std::optional<std::size_t> column(std::string_view name) const noexcept;
};

// Reads a table out of `text`. Problems: text that is not UTF-8, no header,
// empty or repeated column names, rows of another length than the header (left
// out of the value), quotation marks that do not pair.
//
// name  what messages call the file
Checked<CsvTable> parse_csv(std::string_view text, const std::string& name);

// The same for a file; Error{missing}, Error{unreadable}.
Checked<CsvTable> read_csv(const std::filesystem::path& path);

}  // namespace demarche
