// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "corpora/readers/csv_table.hpp"
#include "corpora/readers/languages.hpp"

namespace demarche {

namespace {

namespace fs = std::filesystem;

constexpr int earliest_year = 1980;
constexpr int latest_year = 2100;
const std::vector<std::string> known_columns = {"file", "state", "title", "year", "language", "issuer", "revises"};

bool is_known(const CsvTable& table, std::size_t column) {
    return std::any_of(known_columns.begin(), known_columns.end(),
                       [&](const std::string& name) { return table.column(name) == column; });
}

// Runs of white space, line ends among them, as one space: titles are copied from title pages.
std::string folded(const std::string& cell) {
    std::string result;
    bool is_pending = false;
    for (const char letter : cell) {
        if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
            is_pending = !result.empty();
            continue;
        }
        if (is_pending) result += ' ';
        is_pending = false;
        result += letter;
    }
    return result;
}

std::string upper(std::string_view word) {
    std::string result(word);
    for (char& letter : result)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    return result;
}

// The same file written in two ways ("a.pdf", "./a.pdf") is one.
std::string normal(const std::string& file) {
    return fs::path(file).lexically_normal().generic_string();
}

// Turns one table into sources and notes every mistake with its line and column.
class ManifestReader {
public:
    ManifestReader(const CsvTable& table, fs::path folder, const Catalogue& catalogue)
        : table_(table), folder_(std::move(folder)), catalogue_(catalogue) {}

    Checked<std::vector<Source>> read() {
        check_columns();
        if (!table_.column("file")) return std::move(checked_);
        for (const CsvRow& row : table_.rows) {
            // Spreadsheets leave rows of nothing but commas behind the last one.
            const auto is_empty = [](const std::string& cell) { return folded(cell).empty(); };
            if (!std::all_of(row.cells.begin(), row.cells.end(), is_empty)) read_row(row);
        }
        if (checked_.value.empty() && checked_.problems.empty() && table_.rows.empty())
            say(0, "names no file: add a row for each document");
        check_revisions();
        return std::move(checked_);
    }

private:
    void say(int line, std::string what) {
        checked_.problems.push_back({{table_.file, line}, false, std::move(what)});
    }

    void say(const CsvRow& row, const std::string& column, const std::string& what) {
        say(row.line, "column " + column + ": " + what);
    }

    void check_columns() {
        if (!table_.column("file"))
            say(1,
                "the header has no column 'file', which names the documents (the columns are "
                "file,state,title,year,language,issuer,revises)");
        std::vector<std::string> absent;
        for (const std::string& name : known_columns)
            if (!table_.column(name)) absent.push_back(name);
        for (std::size_t at = 0; at < table_.header.size(); ++at) {
            if (is_known(table_, at)) continue;
            if (const auto meant = nearest(table_.header[at], absent))
                say(1, "column " + table_.header[at] + ": did you mean '" + *meant +
                           "'? If it is a column of your own, add a column '" + *meant +
                           "' too, which may be empty");
        }
    }

    // The cell of a known column, empty when there is no such column.
    std::string cell(const CsvRow& row, const std::string& column) const {
        const auto at = table_.column(column);
        return at ? folded(row.cells[*at]) : std::string();
    }

    void read_row(const CsvRow& row) {
        const std::string file = cell(row, "file");
        if (file.empty()) {
            say(row, "file", "is empty: name the document's file, relative to the manifest");
            return;
        }
        Source source;
        source.name = normal(file);
        source.path = fs::absolute(folder_ / file).lexically_normal();
        const auto [earlier, is_new] = line_of_file_.emplace(source.name, row.line);
        if (!is_new) {
            say(row, "file",
                "'" + file + "' is named in line " + std::to_string(earlier->second) +
                    " already: delete one of the two rows");
            return;
        }
        source.declared = read_facts(row);
        for (std::size_t at = 0; at < table_.header.size(); ++at)
            if (!is_known(table_, at)) source.further[table_.header[at]] = row.cells[at];
        checked_.value.push_back(std::move(source));
    }

    DocumentFacts read_facts(const CsvRow& row) {
        DocumentFacts facts;
        const auto text_of = [&](const std::string& column) -> std::optional<Fact<std::string>> {
            std::string value = cell(row, column);
            if (value.empty()) return std::nullopt;
            return Fact<std::string>{std::move(value)};
        };
        facts.title = text_of("title");
        facts.issuer = text_of("issuer");
        facts.state = text_of("state");
        if (facts.state) check_state(row, facts.state->value);
        facts.language = text_of("language");
        if (facts.language) check_language(row, facts.language->value);
        facts.year = read_year(row);
        facts.revises = text_of("revises");
        if (facts.revises) facts.revises->value = normal(facts.revises->value);
        return facts;
    }

    void check_state(const CsvRow& row, const std::string& state) {
        const bool has_form = state.size() == 3 && upper(state) == state &&
                              std::all_of(state.begin(), state.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const bool is_listed = catalogue_.empty() || state_with_code(state) != nullptr;
        if (has_form && (state == "INT" || is_listed)) return;
        const std::string meant = state_meant_by(state);
        say(row, "state",
            "'" + state + "' is not a state's three-letter code (ISO 3166-1 alpha-3, such as FRA), nor " +
                "INT for an international body" +
                (meant.empty() ? std::string() : "; did you mean '" + meant + "'?"));
    }

    // By three or two letters.
    const State* state_with_code(const std::string& code) const {
        const auto found = std::find_if(catalogue_.begin(), catalogue_.end(), [&](const State& state) {
            return state.iso3 == code || state.iso2 == code;
        });
        return found == catalogue_.end() ? nullptr : &*found;
    }

    std::string state_meant_by(const std::string& word) const {
        std::string wanted = upper(word);
        if (wanted == "INT") return wanted;
        if (const State* state = state_with_code(wanted)) return state->iso3;
        for (const State& state : catalogue_) {
            if (upper(state.official_name) == wanted) return state.iso3;
            for (const auto& [language, name] : state.name)
                if (upper(name) == wanted) return state.iso3;
        }
        return {};
    }

    void check_language(const CsvRow& row, const std::string& language) {
        if (is_language_tag(language)) return;
        const std::string meant = language_meant_by(language);
        say(row, "language",
            "'" + language + "' is not a language code such as en, fr or zh-Hant" +
                (meant.empty() ? std::string() : "; did you mean '" + meant + "'?"));
    }

    std::optional<Fact<int>> read_year(const CsvRow& row) {
        const std::string text = cell(row, "year");
        if (text.empty()) return std::nullopt;
        int year = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
        if (failure == std::errc() && end == text.data() + text.size() && year >= earliest_year &&
            year <= latest_year)
            return Fact<int>{year};
        say(row, "year",
            "'" + text + "' is not a year from " + std::to_string(earliest_year) + " to " +
                std::to_string(latest_year) + ": write four digits, or leave it empty");
        return std::nullopt;
    }

    // A strategy revises one of another row, and never, over any number of steps, itself.
    void check_revisions() {
        std::map<std::string, std::string> revised_by_file;
        std::vector<std::string> names;
        for (const Source& source : checked_.value) {
            names.push_back(source.name);
            if (source.declared.revises) revised_by_file[source.name] = source.declared.revises->value;
        }
        std::set<std::string> settled;
        for (const Source& source : checked_.value) {
            const auto revised = revised_by_file.find(source.name);
            if (revised == revised_by_file.end()) continue;
            const int line = line_of_file_.at(source.name);
            if (!line_of_file_.contains(revised->second))
                say(line, "column revises: no row has the file '" + revised->second +
                              "': name the earlier strategy as its own row does" +
                              did_you_mean(revised->second, names));
            else
                check_for_cycle(source.name, line, revised_by_file, settled);
        }
        std::stable_sort(checked_.problems.begin(), checked_.problems.end(),
                         [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    }

    void check_for_cycle(const std::string& start, int line,
                         const std::map<std::string, std::string>& revised_by_file,
                         std::set<std::string>& settled) {
        std::vector<std::string> chain;
        std::string current = start;
        while (!settled.contains(current)) {
            settled.insert(current);
            chain.push_back(current);
            const auto next = revised_by_file.find(current);
            if (next == revised_by_file.end()) return;
            current = next->second;
        }
        const auto begin = std::find(chain.begin(), chain.end(), current);
        if (begin == chain.end()) return;  // it runs into a chain that was looked at before
        if (chain.end() - begin == 1 && current == start) {
            say(line, "column revises: '" + current +
                          "' is said to revise itself: name the earlier strategy, or leave it empty");
            return;
        }
        std::string path;
        for (auto step = begin; step != chain.end(); ++step) path += "'" + *step + "' revises ";
        say(line_of_file_.at(current), "column revises: goes in a circle: " + path + "'" + current +
                                           "': the earliest of them must revise none of the others");
    }

    const CsvTable& table_;
    fs::path folder_;
    const Catalogue& catalogue_;
    std::map<std::string, int> line_of_file_;
    Checked<std::vector<Source>> checked_;
};

Checked<std::vector<Source>> check_table(const Checked<CsvTable>& table, const fs::path& path,
                                         const Catalogue& catalogue) {
    if (table.value.header.empty()) return {{}, table.problems};
    auto checked = ManifestReader(table.value, path.parent_path(), catalogue).read();
    checked.problems.insert(checked.problems.end(), table.problems.begin(), table.problems.end());
    std::stable_sort(checked.problems.begin(), checked.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    return checked;
}

}  // namespace

Checked<std::vector<Source>> check_manifest(const fs::path& path, const Catalogue& catalogue) {
    return check_table(read_csv(path), path, catalogue);
}

Checked<std::vector<Source>> check_manifest_text(std::string_view text, const fs::path& path,
                                                 const Catalogue& catalogue) {
    return check_table(parse_csv(text, path.filename().string()), path, catalogue);
}

std::vector<Source> read_manifest(const fs::path& path, const Catalogue& catalogue) {
    return value_or_throw(check_manifest(path, catalogue), path.filename().string());
}

}  // namespace demarche
