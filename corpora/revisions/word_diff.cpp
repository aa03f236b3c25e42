// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/word_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace demarche {

namespace {

constexpr std::size_t most_cells = 4'000'000;

// A word and the sentence that it stands in.
struct PlacedWord {
    const ComparedSentence* sentence = nullptr;
    const ComparedWord* word = nullptr;
    const std::string& key() const noexcept { return word->key; }
};

std::vector<PlacedWord> words_of(const ComparedText& text, Stretch stretch) {
    std::vector<PlacedWord> words;
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
        for (const ComparedWord& word : text[i].words) words.push_back({&text[i], &word});
    return words;
}

// Words [first, last) as printed; each sentence's part with the signs between its words.
std::string printed(const std::vector<PlacedWord>& words, std::size_t first, std::size_t last) {
    std::string text;
    while (first < last) {
        const ComparedSentence* sentence = words[first].sentence;
        std::size_t end = first;
        while (end < last && words[end].sentence == sentence) ++end;
        if (!text.empty()) text += ' ';
        const std::uint32_t begin = words[first].word->span.begin();
        text += sentence->text.substr(begin, words[end - 1].word->span.end() - begin);
        first = end;
    }
    return text;
}

using Words = std::vector<PlacedWord>;

// Words removed and added between two that are kept; indices.
struct Change {
    std::size_t old_first = 0, old_last = 0, new_first = 0, new_last = 0;
};

// A longest common subsequence of two parts, told by what lies between its words.
//
// Calls note_kept() for each common word and note_changed(removed, added) else, in order.
template <typename Kept, typename Changed>
void compare(const Words& before, Stretch old_part, const Words& after, Stretch new_part, const Kept& note_kept,
             const Changed& note_changed) {
    const std::size_t rows = old_part.size(), columns = new_part.size(), width = columns + 1;
    if (rows * columns > most_cells) return note_changed(rows, columns);
    const auto is_equal = [&](std::size_t row, std::size_t column) {
        return before[old_part.first + row].key() == after[new_part.first + column].key();
    };
    std::vector<std::uint32_t> longest((rows + 1) * width, 0);
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            longest[row * width + column] = is_equal(row, column) ? longest[(row + 1) * width + column + 1] + 1
                                                                  : std::max(longest[(row + 1) * width + column],
                                                                             longest[row * width + column + 1]);
    for (std::size_t row = 0, column = 0; row < rows || column < columns;) {
        if (row < rows && column < columns && is_equal(row, column)) {
            note_kept(), ++row, ++column;
        } else if (column == columns ||
                   (row < rows && longest[(row + 1) * width + column] >= longest[row * width + column + 1])) {
            note_changed(1, 0), ++row;
        } else {
            note_changed(0, 1), ++column;
        }
    }
}

// Whether a clause begins with a word: it is the first of its sentence, or a stop stands before it.
bool begins_clause(const Words& words, std::size_t at) {
    if (at == 0 || words[at - 1].sentence != words[at].sentence) return true;
    const std::string& text = words[at].sentence->text;
    const std::uint32_t begin = words[at - 1].word->span.end(), end = words[at].word->span.begin();
    return text.substr(begin, end - begin).find_first_of(".;:!?") != std::string::npos;
}

// Words that came or went between two equal ones could as well have come a word earlier: "a [b a] c" is "[a b] a
// c". Of the places that say the same, the beginning of a clause is where somebody wrote them.
void slide_to_clause(const Words& words, std::size_t& first, std::size_t& last, std::size_t least,
                     std::size_t& other) {
    if (begins_clause(words, first)) return;
    std::size_t steps = 0;
    for (std::size_t at = first; at > least && words[at - 1].key() == words[at - 1 + (last - first)].key(); --at) {
        ++steps;
        if (!begins_clause(words, at - 1)) continue;
        first -= steps, last -= steps, other -= steps;
        return;
    }
}

void slide_to_clauses(const Words& before, const Words& after, std::vector<Change>& changes) {
    std::size_t old_least = 0, new_least = 0;
    for (Change& change : changes) {
        if (change.old_first == change.old_last) {
            slide_to_clause(after, change.new_first, change.new_last, new_least, change.old_first);
            change.old_last = change.old_first;
        } else if (change.new_first == change.new_last) {
            slide_to_clause(before, change.old_first, change.old_last, old_least, change.new_first);
            change.new_last = change.new_first;
        }
        old_least = change.old_last, new_least = change.new_last;
    }
}

std::vector<Change> changes_between(const Words& before, const Words& after) {
    std::size_t prefix = 0, suffix = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (prefix < shorter && before[prefix].key() == after[prefix].key()) ++prefix;
    while (suffix < shorter - prefix &&
           before[before.size() - 1 - suffix].key() == after[after.size() - 1 - suffix].key())
        ++suffix;
    std::vector<Change> changes;
    std::size_t i = prefix, j = prefix;
    bool is_open = false;
    compare(
        before, {prefix, before.size() - suffix}, after, {prefix, after.size() - suffix},
        [&] { ++i, ++j, is_open = false; },
        [&](std::size_t removed, std::size_t added) {
            if (!is_open) changes.push_back({i, i, j, j});
            is_open = true;
            changes.back().old_last = i += removed;
            changes.back().new_last = j += added;
        });
    slide_to_clauses(before, after, changes);
    return changes;
}

bool has_equal_letters(const Words& before, const Words& after, const Change& change) {
    std::string one, other;
    for (std::size_t i = change.old_first; i < change.old_last; ++i) one += before[i].key();
    for (std::size_t j = change.new_first; j < change.new_last; ++j) other += after[j].key();
    return one == other;
}

void add_run(WordFate fate, const Words& words, std::size_t first, std::size_t last, std::vector<WordRun>& runs) {
    if (first == last) return;
    WordRun run{fate, printed(words, first, last), {}};
    for (std::size_t i = first; i < last; ++i) run.keys.push_back(words[i].key());
    runs.push_back(std::move(run));
}

}  // namespace

std::vector<WordRun> diff_words(const ComparedText& before, Stretch of_before, const ComparedText& after,
                                Stretch of_after) {
    const Words old_words = words_of(before, of_before), new_words = words_of(after, of_after);
    std::vector<WordRun> runs;
    std::size_t told = 0;  // words of the new text
    for (const Change& change : changes_between(old_words, new_words)) {
        if (has_equal_letters(old_words, new_words, change)) continue;
        add_run(WordFate::kept, new_words, told, change.new_first, runs);
        add_run(WordFate::removed, old_words, change.old_first, change.old_last, runs);
        add_run(WordFate::added, new_words, change.new_first, change.new_last, runs);
        told = change.new_last;
    }
    add_run(WordFate::kept, new_words, told, new_words.size(), runs);
    return runs;
}

bool is_replacement(const std::vector<WordRun>& runs, std::size_t index) noexcept {
    return (index > 0 && runs[index - 1].fate != WordFate::kept) ||
           (index + 1 < runs.size() && runs[index + 1].fate != WordFate::kept);
}

void join_runs(std::vector<WordRun>& runs) {
    std::vector<WordRun> joined;
    for (WordRun& run : runs) {
        if (joined.empty() || joined.back().fate != run.fate) {
            joined.push_back(std::move(run));
            continue;
        }
        joined.back().text += " " + run.text;
        joined.back().keys.insert(joined.back().keys.end(), run.keys.begin(), run.keys.end());
    }
    runs = std::move(joined);
}

}  // namespace demarche
