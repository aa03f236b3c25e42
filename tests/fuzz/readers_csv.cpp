// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpora/readers/csv_table.hpp"

// Whatever the bytes: each row is as long as the header, rows come in order of
// their lines, and a table written out again with every cell in quotation marks reads as the same one.

namespace {

using demarche::CsvTable;

void require(bool holds) {
    if (!holds) std::abort();
}

void write_row(const std::vector<std::string>& cells, std::string& text) {
    for (std::size_t at = 0; at < cells.size(); ++at) {
        text += at == 0 ? "\"" : ",\"";
        for (const char letter : cells[at]) text.append(letter == '"' ? 2 : 1, letter);
        text += '"';
    }
    text += "\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const CsvTable table = demarche::parse_csv(text, "fuzz.csv").value;
    if (table.header.empty()) return 0;

    std::string written;
    write_row(table.header, written);
    // What separates cells is told by the header line: a header with line ends or separators in it says something
    // else.
    const bool is_plain = written.find_first_of(";\t\r\n") == written.size() - 2;
    int line = 0;
    for (const auto& row : table.rows) {
        require(row.cells.size() == table.header.size());
        require(row.line > line);
        line = row.line;
        write_row(row.cells, written);
    }
    if (!is_plain) return 0;
    const CsvTable again = demarche::parse_csv(written, "fuzz.csv").value;
    require(again.header == table.header && again.rows.size() == table.rows.size());
    for (std::size_t at = 0; at < table.rows.size(); ++at) require(again.rows[at].cells == table.rows[at].cells);
    return 0;
}
