// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/layout_changes.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

namespace demarche {

namespace {

bool is_number(std::string_view word) {
    return word.find_first_not_of("0123456789.") == std::string_view::npos;
}

// A number that counts items, pages or notes; a year counts none.
bool is_short_number(std::string_view word) {
    const auto digits =
        static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return c != '.'; }));
    return is_number(word) && (digits <= 3 || digits < word.size());
}

// "3", "b", "iv"
bool is_item_mark(std::string_view word) {
    if (is_short_number(word) || word.size() == 1) return true;
    return word.size() <= 4 && word.find_first_not_of("ivx") == std::string_view::npos;
}

std::string letters_without_numbers(const std::vector<std::string>& words) {
    std::string letters;
    for (const std::string& word : words)
        if (!is_number(word)) letters += word;
    return letters;
}

std::vector<std::string> words_of(const ComparedText& text, Stretch stretch) {
    std::vector<std::string> words;
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
        for (const ComparedWord& word : text[i].words) words.push_back(word.key);
    return words;
}

// "page#ofgambianationalcybersecuritystrategy"; empty without a number, or with too little else.
std::string pattern_of(const std::vector<std::string>& words) {
    constexpr std::size_t fewest_words = 3, most_words = 25;
    std::string pattern;
    std::size_t numbers = 0;
    for (const std::string& word : words) {
        pattern += is_number(word) ? "#" : word;
        if (is_number(word)) ++numbers;
    }
    const bool is_line = numbers > 0 && words.size() - numbers >= fewest_words && words.size() <= most_words;
    return is_line ? pattern : std::string();
}

std::vector<long> numbers_of(const std::vector<std::string>& words) {
    std::vector<long> numbers;
    for (const std::string& word : words)
        if (is_number(word)) numbers.push_back(word.size() <= 9 ? std::strtol(word.c_str(), nullptr, 10) : -1);
    return numbers;
}

// Whether one of the numbers mostly goes up by one from line to line.
bool counts_up(const std::vector<std::vector<long>>& lines) {
    for (std::size_t place = 0; place < lines.front().size(); ++place) {
        std::size_t steps = 0;
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (lines[i][place] == lines[i - 1][place] + 1) ++steps;
        if (3 * steps >= 2 * (lines.size() - 1)) return true;
    }
    return false;
}

// The lines that say the same on page after page, but for its number.
std::vector<std::string> running_lines_of(const ComparedText& text) {
    constexpr std::size_t fewest_pages = 5;
    std::map<std::string, std::vector<std::vector<long>>> lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::vector<std::string> words = words_of(text, {i, i + 1});
        if (std::string pattern = pattern_of(words); !pattern.empty())
            lines[std::move(pattern)].push_back(numbers_of(words));
    }
    std::vector<std::string> running;
    for (const auto& [pattern, numbers] : lines)
        if (numbers.size() >= fewest_pages && counts_up(numbers)) running.push_back(pattern);
    return running;
}

bool counts_items(const WordRun& run) {
    return std::all_of(run.keys.begin(), run.keys.end(), is_item_mark);
}

bool other_neighbour_begins_with(const WordRun& run, const PairedPassage& other) {
    if (other.sentences.last == other.text.size()) return false;
    const std::vector<ComparedWord>& next = other.text[other.sentences.last].words;
    return next.front().key == run.keys.front();
}

}  // namespace

PrintedText::PrintedText(const RevisionSide& side) : running_lines_(running_lines_of(side.text)) {
    for (const ComparedSentence& sentence : side.text)
        for (const ComparedWord& word : sentence.words)
            if (!is_number(word.key)) letters_.add(word.key);
    for (const std::string& word : side.apparatus)
        if (!is_number(word)) letters_.add(word);
    letters_.index();
}

bool PrintedText::prints(const std::vector<std::string>& words) const {
    return letters_.contains(letters_without_numbers(words));
}

bool PrintedText::has_running_line(const std::string& pattern) const {
    return std::binary_search(running_lines_.begin(), running_lines_.end(), pattern);
}

bool PrintedText::is_running_line(const ComparedSentence& sentence) const {
    return has_running_line(pattern_of(words_of({sentence}, {0, 1})));
}

bool PrintedText::explains(const PrintedText& own, const ComparedText& of_own, Stretch stretch) const {
    constexpr std::size_t most_words = 12, most_without_end = 40;
    const std::vector<std::string> words = words_of(of_own, stretch);
    if (const std::string pattern = pattern_of(words); own.has_running_line(pattern) && !has_running_line(pattern))
        return true;
    const std::string letters = letters_without_numbers(words);
    const bool is_sentence = ends_as_sentence(of_own[stretch.last - 1].text);
    if (words.size() <= (is_sentence ? most_words : most_without_end)) return letters_.contains(letters);
    constexpr std::size_t often = 10;
    const std::size_t times = letters_.count(letters, often);
    return times > 0 && times >= own.letters_.count(letters, often);
}

bool has_other_borders_only(const std::vector<WordRun>& runs, const PairedPassage& before,
                            const PairedPassage& after) {
    if (runs.empty()) return false;
    const auto is_running = [](const PairedPassage& side) {
        return side.sentences.size() == 1 && side.printed.is_running_line(side.text[side.sentences.first]);
    };
    const bool is_numbers_only = std::all_of(runs.begin(), runs.end(), [](const WordRun& run) {
        return run.fate == WordFate::kept || std::all_of(run.keys.begin(), run.keys.end(), is_number);
    });
    if (is_numbers_only && is_running(before) && is_running(after)) return true;
    const bool is_torn = before.sentences.size() + after.sentences.size() > 2;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const WordRun& run = runs[i];
        if (run.fate == WordFate::kept) continue;
        const PairedPassage& other = run.fate == WordFate::added ? before : after;
        const bool is_first = i == 0, is_last = i + 1 == runs.size();
        const bool is_new_word = is_replacement(runs, i);
        if (counts_items(run) && (is_first || is_last || is_torn) && !is_new_word) continue;
        // "... proposed it in | 2013. It sets out": the end of what stood before.
        const bool is_year = run.keys.size() == 1 && is_number(run.keys.front()) && !is_new_word;
        if (is_year && (is_first || (is_last && other_neighbour_begins_with(run, other)))) continue;
        constexpr std::size_t least_at_edge = 3, least_inside = 6;
        const std::size_t least = is_first || is_last ? least_at_edge : least_inside;
        if (run.keys.size() < least || !other.printed.prints(run.keys)) return false;
    }
    return true;
}

void take_out_marks(std::vector<WordRun>& runs) {
    for (std::size_t i = runs.size(); i-- > 0;)
        if (runs[i].fate != WordFate::kept && counts_items(runs[i]) && !is_replacement(runs, i))
            runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
    join_runs(runs);
}

}  // namespace demarche
