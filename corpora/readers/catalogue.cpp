// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/catalogue.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpora/readers/codebook.hpp"
#include "corpora/readers/codebook_draft.hpp"
#include "corpora/readers/csv_table.hpp"

namespace demarche {

namespace {

constexpr std::array languages = {"en", "fr", "es"};
const std::vector<std::string> columns = {
    "iso3",        "iso2",        "name_en",     "name_fr",       "name_es",       "official_en",
    "variants_en", "variants_fr", "variants_es", "adjectives_en", "adjectives_fr", "adjectives_es",
    "exclude",     "region",      "subregion",   "un_status",     "un_group",      "organisations"};

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::vector<std::string> list_of(std::string_view cell) {
    std::vector<std::string> items;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        if (std::string item = trimmed(cell.substr(0, end)); !item.empty()) items.push_back(std::move(item));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return items;
}

bool is_capitals(const std::string& text, std::size_t length) {
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class CatalogueReader {
public:
    explicit CatalogueReader(Checked<CsvTable> table)
        : table_(std::move(table.value)), problems_(std::move(table.problems)) {}

    Checked<Catalogue> read() {
        if (table_.header.empty()) return {{}, std::move(problems_)};
        for (const std::string& column : columns)
            if (!table_.column(column)) say(1, "the header has no column '" + column + "'");
        if (has_errors(problems_)) return {{}, std::move(problems_)};
        for (const CsvRow& row : table_.rows) read_row(row);
        std::sort(catalogue_.begin(), catalogue_.end(),
                  [](const State& a, const State& b) { return a.iso3 < b.iso3; });
        return {std::move(catalogue_), std::move(problems_)};
    }

private:
    void say(int line, std::string what) { problems_.push_back({{table_.file, line}, false, std::move(what)}); }

    std::string cell(const CsvRow& row, const std::string& column) const {
        return trimmed(row.cells[*table_.column(column)]);
    }

    void read_row(const CsvRow& row) {
        State state;
        state.iso3 = cell(row, "iso3");
        state.iso2 = cell(row, "iso2");
        for (const std::string language : languages) {
            if (std::string name = cell(row, "name_" + language); !name.empty())
                state.name[language] = std::move(name);
            if (auto list = list_of(cell(row, "variants_" + language)); !list.empty())
                state.variants[language] = std::move(list);
            if (auto list = list_of(cell(row, "adjectives_" + language)); !list.empty())
                state.adjectives[language] = std::move(list);
        }
        state.exclusions = list_of(cell(row, "exclude"));
        state.official_name = cell(row, "official_en");
        state.region = cell(row, "region");
        state.subregion = cell(row, "subregion");
        state.un_status = cell(row, "un_status");
        state.un_group = cell(row, "un_group");
        state.organisations = list_of(cell(row, "organisations"));
        check(state, row.line);
        catalogue_.push_back(std::move(state));
    }

    void check(const State& state, int line) {
        if (!is_capitals(state.iso3, 3)) say(line, "column iso3: '" + state.iso3 + "' is not three capitals");
        if (!is_capitals(state.iso2, 2)) say(line, "column iso2: '" + state.iso2 + "' is not two capitals");
        for (const std::string& code : {state.iso3, state.iso2}) {
            const auto [earlier, is_new] = line_of_code_.emplace(code, line);
            if (!is_new)
                say(line, "the code '" + code + "' is that of line " + std::to_string(earlier->second) + " too");
        }
        if (!state.name.contains("en")) say(line, "column name_en: is empty");
        if (state.un_status != "member" && state.un_status != "observer" && state.un_status != "none")
            say(line, "column un_status: '" + state.un_status + "' is not member, observer or none");
        for (const std::string& body : state.organisations)
            if (!body.starts_with("body."))
                say(line, "column organisations: '" + body + "' is not the id of a body, such as body.un");
    }

    CsvTable table_;
    std::vector<Problem> problems_;
    Catalogue catalogue_;
    std::map<std::string, int> line_of_code_;
};

// --- names as patterns ---

// A code point of one or two bytes: enough for the capitals of the languages above.
struct Letter {
    unsigned point = 0;
    std::size_t length = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0xC2 || first > 0xDF || at + 1 >= text.size()) return {first < 0x80U ? first : 0U, 1};
    return {(first & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU), 2};
}

bool is_capital(unsigned point) {
    return (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7);
}

bool is_small(unsigned point) {
    return (point >= 'a' && point <= 'z') || (point >= 0xE0 && point <= 0xFE && point != 0xF7);
}

// In capitals; letters beyond Latin-1 stay as they are.
std::string in_capitals(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (is_small(letter.point) && letter.length == 1)
            result += static_cast<char>(letter.point - 0x20);
        else if (is_small(letter.point))
            result.append({'\xC3', static_cast<char>(((letter.point - 0x20) & 0x3FU) | 0x80U)});
        else
            result.append(text.substr(at, letter.length));
        at += letter.length;
    }
    return result;
}

// Capitals without their accents, as they are often printed ("ETATS-UNIS").
std::string without_accents_on_capitals(std::string_view text) {
    constexpr std::string_view plain = "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY?";
    constexpr unsigned first_accented = 0xC0;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        const bool is_accented = letter.length == 2 && is_capital(letter.point);
        const char base = is_accented ? plain[letter.point - first_accented] : '?';
        if (base != '?')
            result += base;
        else
            result.append(text.substr(at, letter.length));
        at += letter.length;
    }
    return result;
}

std::vector<std::string> words_of(const std::string& name) {
    constexpr std::string_view around_words = "(),;: ";
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        std::string_view word = std::string_view(name).substr(at, end - at);
        while (!word.empty() && around_words.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
        while (!word.empty() && around_words.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
        const bool is_mark = word == "&" || word == "-";
        if (!word.empty() && !is_mark) words.emplace_back(word);
        at = end + 1;
    }
    return words;
}

void add_pattern(std::vector<Pattern>& patterns, Pattern pattern) {
    if (std::find(patterns.begin(), patterns.end(), pattern) == patterns.end())
        patterns.push_back(std::move(pattern));
}

// A name as written, and as it stands in a heading. "=UK" is meant as written alone.
std::vector<Pattern> patterns_of_name(const std::string& name) {
    using Kind = PatternStep::Kind;
    Pattern as_written;
    Pattern in_heading;
    const bool has_heading = name.find('=') == std::string::npos;
    for (const std::string& word : words_of(name)) {
        const bool is_marked = word.front() == '=';
        const std::string text = is_marked ? word.substr(1) : word;
        const bool is_exact = is_marked || is_capital(letter_at(text, 0).point);
        as_written.push_back({is_exact ? Kind::exact : Kind::form, text, 0});
        in_heading.push_back({is_exact ? Kind::exact : Kind::form, is_exact ? in_capitals(text) : text, 0});
    }
    std::vector<Pattern> patterns;
    add_pattern(patterns, as_written);
    if (!has_heading) return patterns;
    add_pattern(patterns, in_heading);
    for (PatternStep& step : in_heading)
        if (step.kind == Kind::exact) step.text = without_accents_on_capitals(step.text);
    add_pattern(patterns, in_heading);
    return patterns;
}

void add_name(std::vector<Term>& terms, const std::string& language, const std::string& name) {
    std::vector<Pattern> patterns = patterns_of_name(name);
    if (patterns.front().empty()) return;
    const bool is_known = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
        return term.language == language && term.patterns == patterns;
    });
    if (is_known) return;
    Term term;
    term.language = language;
    term.text = name;
    term.patterns = std::move(patterns);
    terms.push_back(std::move(term));
}

Code code_of(const State& state) {
    Code code;
    code.id = "state." + state.iso3;
    code.family = "state";
    const auto name = state.name.find("en");
    code.label = name != state.name.end() ? name->second : state.iso3;
    code.definition = state.official_name;
    for (const std::string language : languages) {
        if (const auto found = state.name.find(language); found != state.name.end())
            add_name(code.terms, language, found->second);
        if (language == "en" && !state.official_name.empty()) add_name(code.terms, language, state.official_name);
        for (const auto* names : {&state.variants, &state.adjectives})
            if (const auto found = names->find(language); found != names->end())
                for (const std::string& each : found->second) add_name(code.terms, language, each);
    }
    for (const std::string& phrase : state.exclusions) add_name(code.exclusions, "any", phrase);
    return code;
}

}  // namespace

Catalogue read_catalogue(const std::filesystem::path& states_csv) {
    return value_or_throw(CatalogueReader(read_csv(states_csv)).read(), states_csv.filename().string());
}

Codebook codebook_of_states(const Catalogue& catalogue) {
    Codebook states;
    states.families.push_back({"state", "States named", 0, "names"});
    for (const State& state : catalogue) states.codes.push_back(code_of(state));
    number_terms(states);
    states.hash = hash_of(states);
    return states;
}

}  // namespace demarche
