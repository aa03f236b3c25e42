// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "corpora/readers/csv_table.hpp"
#include "corpora/readers/languages.hpp"
#include "corpora/readers/manifest.hpp"

// Whatever the bytes: each row is as long as the header, rows come in order of their lines, and a table written out
// again with every cell in quotation marks reads as the same one.
//
// And read as a manifest: sources and problems come out, never an exception; each file is named once, and problems
// name lines that the text has. Without errors, what sources say is as it must be, and what one revises is another
// one.

namespace {

using demarche::CsvTable;
using demarche::Source;

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

void check_table(std::string_view text) {
    const CsvTable table = demarche::parse_csv(text, "fuzz.csv").value;
    if (table.header.empty()) return;

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
    if (!is_plain) return;
    const CsvTable again = demarche::parse_csv(written, "fuzz.csv").value;
    require(again.header == table.header && again.rows.size() == table.rows.size());
    for (std::size_t at = 0; at < table.rows.size(); ++at) require(again.rows[at].cells == table.rows[at].cells);
}

void check_facts(const Source& source) {
    const auto& said = source.declared;
    if (said.state) require(said.state->value == "AUS" || said.state->value == "TCD" || said.state->value == "INT");
    if (said.year) require(said.year->value >= 1980 && said.year->value <= 2100);
    if (said.language) require(demarche::is_language_tag(said.language->value));
    for (const auto& fact : {said.title, said.issuer, said.revises}) require(!fact || !fact->value.empty());
}

void check_manifest(std::string_view text) {
    static const demarche::Catalogue catalogue = [] {
        demarche::Catalogue states(2);
        states[0].iso3 = "AUS", states[0].iso2 = "AU", states[0].name = {{"en", "Australia"}};
        states[1].iso3 = "TCD", states[1].iso2 = "TD", states[1].name = {{"en", "Chad"}, {"fr", "Tchad"}};
        return states;
    }();
    const auto [sources, problems] = demarche::check_manifest_text(text, "/strategies/manifest.csv", catalogue);
    std::set<std::string> names;
    for (const Source& source : sources) {
        require(!source.name.empty() && source.path.is_absolute());
        require(names.insert(source.name).second);
    }
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r');
    for (const auto& problem : problems)
        require(problem.place.line >= 0 && problem.place.line <= lines && !problem.what.empty());
    if (demarche::has_errors(problems)) return;
    for (const Source& source : sources) {
        check_facts(source);
        if (const auto& revises = source.declared.revises)
            require(revises->value != source.name && names.contains(revises->value));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_table(text);
    check_manifest(text);
    return 0;
}
