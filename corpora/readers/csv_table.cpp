// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/csv_table.hpp"

#include <csv.h>

#include <algorithm>
#include <new>

#include "corpora/readers/text_file.hpp"

// libcsv splits cells and rows but knows no lines. It is therefore fed one line
// at a time, which tells the line of each row, and of each mistake, for nothing.

namespace demarche {

namespace {

char lower(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

bool same_in_any_case(std::string_view one, std::string_view other) noexcept {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

// The first line with its line end (LF, CRLF, or CR alone).
std::string_view first_line(std::string_view text) noexcept {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) return text;
    const bool is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    return text.substr(0, end + (is_pair ? 2 : 1));
}

// Spreadsheets in countries that write "1,5" separate cells by ";". The header
// shows which, for no column name holds any of the three.
char delimiter_of(std::string_view text) noexcept {
    const std::string_view header = first_line(text);
    for (const char candidate : {',', ';', '\t'})
        if (header.find(candidate) != std::string_view::npos) return candidate;
    return ',';
}

// Rows as they come out of libcsv, with the line in which each begins.
class RowReader {
public:
    explicit RowReader(char delimiter) {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    }
    ~RowReader() { csv_free(&parser_); }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;
    RowReader(RowReader&&) = delete;
    RowReader& operator=(RowReader&&) = delete;

    // Returns the problem that ended the reading early, if there is one.
    std::optional<Problem> read(std::string_view text, const std::string& name) {
        for (int line = 1; !text.empty(); ++line) {
            const std::string_view next = first_line(text);
            text.remove_prefix(next.size());
            if (is_between_rows_) row_.line = line;
            if (!feed(next)) return broken_quotation(name, line);
        }
        if (csv_fini(&parser_, on_cell, on_row, this) == 0) return std::nullopt;
        return Problem{
            {name, row_.line}, false, "a cell of this row begins with a quotation mark that is never closed"};
    }

    std::vector<CsvRow> rows;

private:
    bool feed(std::string_view line) {
        const bool was_between = is_between_rows_;
        is_between_rows_ = false;
        const bool is_taken = csv_parse(&parser_, line.data(), line.size(), on_cell, on_row, this) == line.size();
        if (!is_taken && csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
        const bool is_empty = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (was_between && is_empty && row_.cells.empty()) is_between_rows_ = true;
        return is_taken;
    }

    Problem broken_quotation(const std::string& name, int line) const {
        std::string what =
            "a quotation mark stands inside a cell; put the whole cell in quotation marks and write "
            "those inside it twice (\"\")";
        if (row_.line < line) what += "; the row began in line " + std::to_string(row_.line);
        return {{name, line}, false, what};
    }

    static void on_cell(void* bytes, std::size_t length, void* reader) {
        static_cast<RowReader*>(reader)->row_.cells.emplace_back(static_cast<const char*>(bytes), length);
    }

    static void on_row(int /*terminator*/, void* reader) {
        auto& self = *static_cast<RowReader*>(reader);
        self.rows.push_back(std::move(self.row_));
        self.row_ = {};
        self.is_between_rows_ = true;
    }

    csv_parser parser_{};
    CsvRow row_;
    bool is_between_rows_ = true;
};

std::vector<Problem> check_header(const CsvRow& header, const std::string& name) {
    std::vector<Problem> problems;
    const auto say = [&](const std::string& what) { problems.push_back({{name, header.line}, false, what}); };
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string& column = header.cells[at];
        const auto earlier =
            std::find_if(header.cells.begin(), header.cells.begin() + static_cast<std::ptrdiff_t>(at),
                         [&](const std::string& other) { return same_in_any_case(other, column); });
        if (column.empty())
            say("column " + std::to_string(at + 1) + " has no name: name it in the header, or delete it");
        else if (earlier != header.cells.begin() + static_cast<std::ptrdiff_t>(at))
            say("two columns are named '" + column + "': rename or delete one");
    }
    return problems;
}

std::string count_of_cells(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const noexcept {
    const auto found = std::find_if(header.begin(), header.end(),
                                    [&](const std::string& column) { return same_in_any_case(column, name); });
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

Checked<CsvTable> parse_csv(std::string_view text, const std::string& name) {
    Checked<CsvTable> checked;
    auto& [table, problems] = checked;
    table.file = name;
    text = without_byte_order_mark(text);
    if (const auto invalid = first_invalid_utf8(text)) {
        problems.push_back({{name, line_of(text, *invalid)}, false, advice_on_encoding(text)});
        return checked;
    }

    RowReader reader(delimiter_of(text));
    const auto broken = reader.read(text, name);
    if (reader.rows.empty()) {
        problems.push_back(broken ? *broken
                                  : Problem{{name, 0}, false, "is empty: its first line must name the columns"});
        return checked;
    }
    problems = check_header(reader.rows.front(), name);
    table.header = std::move(reader.rows.front().cells);
    for (std::size_t at = 1; at < reader.rows.size(); ++at) {
        CsvRow& row = reader.rows[at];
        if (row.cells.size() == table.header.size()) {
            table.rows.push_back(std::move(row));
            continue;
        }
        const bool is_long = row.cells.size() > table.header.size();
        problems.push_back({{name, row.line},
                            false,
                            "has " + count_of_cells(row.cells.size()) + ", but the header has " +
                                std::to_string(table.header.size()) +
                                (is_long ? "; put a cell that holds a comma in quotation marks" : "")});
    }
    if (broken) problems.push_back(*broken);
    return checked;
}

Checked<CsvTable> read_csv(const std::filesystem::path& path) {
    return parse_csv(read_bytes(path), path.filename().string());
}

}  // namespace demarche
