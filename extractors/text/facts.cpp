// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/facts.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "extractors/text/languages.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::size_t title_page_bytes = 4000;
constexpr int first_strategy_year = 1990;  // before it a year on a cover is not one of a cyber strategy
constexpr int last_year = 2099;

bool is_word_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

// How often `name` stands in `text` as whole words.
int occurrences(std::string_view text, std::string_view name) {
    int count = 0;
    if (name.empty()) return 0;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
        const bool begins = at == 0 || !is_word_byte(text[at - 1]);
        const bool ends = at + name.size() == text.size() || !is_word_byte(text[at + name.size()]);
        if (begins && ends) ++count;
    }
    return count;
}

std::vector<std::string> parts_of(std::string_view file_name) {
    std::vector<std::string> parts(1);
    for (const char c : file_name.substr(0, file_name.rfind('.'))) {
        if (is_word_byte(c))
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    return parts;
}

bool is_alpha3_of(const State& state, const std::string& part) {
    return part.size() == 3 &&
           std::equal(part.begin(), part.end(), state.iso3.begin(), state.iso3.end(),
                      [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; });
}

bool is_of_a_strategy(int year) {
    return year >= first_strategy_year && year <= last_year;
}

// "2021", and the year of "20211001" as archives prefix their files.
std::optional<int> year_in(const std::string& digits) {
    if (digits.size() != 4 && digits.size() != 8) return std::nullopt;
    if (!std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c); }))
        return std::nullopt;
    const int year = std::stoi(digits.substr(0, 4));
    if (!is_of_a_strategy(year)) return std::nullopt;
    return year;
}

template <typename Value>
void work_out(std::optional<Fact<Value>>& fact, std::optional<Value> found) {
    if (!fact && found) fact = Fact<Value>{std::move(*found), Provenance::worked_out};
}

// Names of all languages: the file's own is not known yet, and covers are often in two.
int times_named(std::string_view text, const State& state) {
    int times = 0;
    for (const auto& [language, name] : state.name) {
        times = std::max(times, occurrences(text, name));
        times = std::max(times, occurrences(text, case_folded(name)));
    }
    if (const auto adjectives = state.adjectives.find("en"); adjectives != state.adjectives.end())
        for (const std::string& adjective : adjectives->second) times += occurrences(text, adjective);
    return times;
}

std::optional<std::string> named_most(std::string_view text, const Catalogue& catalogue, int at_least) {
    const State* best = nullptr;
    int most = at_least - 1;
    bool is_tie = false;
    for (const State& state : catalogue) {
        const int times = times_named(text, state);
        if (times > most) {
            most = times;
            best = &state;
            is_tie = false;
        } else if (times == most && best) {
            is_tie = true;
        }
    }
    if (!best || is_tie) return std::nullopt;
    return best->iso3;
}

std::optional<std::string> work_out_state(const FactEvidence& evidence, const Catalogue& catalogue) {
    const std::vector<std::string> parts = parts_of(evidence.file_name);
    for (const std::string& part : parts)
        for (const State& state : catalogue)
            if (is_alpha3_of(state, part)) return state.iso3;
    std::string spaced;
    for (const std::string& part : parts) spaced += part + " ";
    if (auto named = named_most(spaced, catalogue, 1)) return named;
    return named_most(std::string_view(evidence.text.text()).substr(0, title_page_bytes), catalogue, 2);
}

std::optional<int> work_out_year(const FactEvidence& evidence) {
    for (const std::string& part : parts_of(evidence.file_name))
        if (const auto year = year_in(part)) return year;
    // The last year of a title page is the one of publication: "Strategy 2016-2021, London, 2016" is rare enough.
    std::optional<int> first;
    const std::string_view cover = std::string_view(evidence.text.text()).substr(0, title_page_bytes / 4);
    for (std::size_t at = 0; at + 4 <= cover.size(); ++at) {
        const bool begins = at == 0 || !is_word_byte(cover[at - 1]);
        const bool ends = at + 4 == cover.size() || !is_word_byte(cover[at + 4]);
        if (begins && ends && !first) first = year_in(std::string(cover.substr(at, 4)));
    }
    if (first) return first;
    // Programs that do not know the date write 0000 or 1601.
    if (evidence.metadata_year && is_of_a_strategy(*evidence.metadata_year)) return evidence.metadata_year;
    return std::nullopt;
}

bool is_useful_title(std::string_view title) {
    return title.size() >= 8 && title.size() <= 200 && title.find(' ') != std::string_view::npos &&
           title.find("Microsoft Word") == std::string_view::npos && title.find(".doc") == std::string_view::npos &&
           title.find(".indd") == std::string_view::npos && title.find("PowerPoint") == std::string_view::npos;
}

// The block in the largest print among the first ones: printed height stands for the font size.
std::optional<std::string> work_out_title(const FactEvidence& evidence) {
    constexpr std::size_t cover_blocks = 12;
    const Block* best = nullptr;
    float tallest = 0;
    const auto& blocks = evidence.text.blocks();
    for (std::size_t i = 0; i < std::min(blocks.size(), cover_blocks); ++i) {
        const std::string_view words = evidence.text.slice(blocks[i].span);
        if (!is_useful_title(words)) continue;
        const std::vector<PageBox> boxes = evidence.text.origin(blocks[i].span);
        const float height = boxes.empty() ? 0 : boxes.front().box.y1 - boxes.front().box.y0;
        if (!best || height > tallest + 0.5F) {
            best = &blocks[i];
            tallest = height;
        }
    }
    if (best) return std::string(evidence.text.slice(best->span));
    if (evidence.metadata_title && is_useful_title(*evidence.metadata_title)) return evidence.metadata_title;
    return std::nullopt;
}

}  // namespace

DocumentFacts complete_facts(const DocumentFacts& declared, const FactEvidence& evidence,
                             const Catalogue& catalogue, double& confidence) {
    DocumentFacts facts = declared;
    const LanguageGuess guess = detect_language(evidence.text.text());
    confidence = guess.confidence;
    if (!guess.language.empty()) work_out(facts.language, std::optional(guess.language));
    if (!facts.state) work_out(facts.state, work_out_state(evidence, catalogue));
    if (!facts.year) work_out(facts.year, work_out_year(evidence));
    if (!facts.title) work_out(facts.title, work_out_title(evidence));
    return facts;
}

}  // namespace demarche
