// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace demarche {

namespace {

bool is_inside_code_point(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

// At most that many bytes before and after a place, on code point boundaries.
std::string_view bytes_before(std::string_view text, std::size_t at, std::size_t bytes) {
    std::size_t begin = bytes < at ? at - bytes : 0;
    while (begin < at && is_inside_code_point(text, begin)) ++begin;
    return text.substr(begin, at - begin);
}
std::string_view bytes_after(std::string_view text, std::size_t at, std::size_t bytes) {
    std::size_t end = std::min(text.size(), at + bytes);
    while (end > at && is_inside_code_point(text, end)) --end;
    return text.substr(at, end - at);
}

// Words as a reader counts them: the parts of one letter are one.
std::vector<TextWord> counted_words(std::string_view text, const SplitWords& split) {
    std::vector<TextWord> words;
    split(text, words);
    std::vector<TextWord> counted;
    for (TextWord& word : words) {
        const bool goes_on = !counted.empty() && (word.is_mark || word.span.begin() < counted.back().span.end()) &&
                             word.span.begin() <= counted.back().span.end();
        if (goes_on) {
            counted.back().form += word.form;
            counted.back().span = Span(counted.back().span.begin(), word.span.end());
        } else {
            counted.push_back(std::move(word));
        }
    }
    return counted;
}

// One side of a keyword: a stretch of text long enough for what is wanted of it, or all there is.
struct Side {
    std::string_view text;
    Span keyword;
    bool is_left;

    // Calls `try_with` with ever longer stretches until it is content.
    template <typename Try>
    auto grow(std::size_t bytes, const Try& try_with) const {
        for (;; bytes *= 2) {
            const std::string_view stretch =
                is_left ? bytes_before(text, keyword.begin(), bytes) : bytes_after(text, keyword.end(), bytes);
            const bool is_all =
                is_left ? stretch.size() == keyword.begin() : keyword.end() + stretch.size() == text.size();
            if (auto result = try_with(stretch, is_all)) return *std::move(result);
        }
    }
};

// Moves a cut out of the word that it goes through, and off the signs that belong to a word beyond it.
std::string left_in_characters(const std::string& line, std::size_t cut, const SplitWords& split) {
    std::vector<TextWord> words;
    split(line, words);
    const auto next =
        std::find_if(words.begin(), words.end(), [&](const TextWord& word) { return word.span.end() > cut; });
    const bool is_cut = next != words.end() && next->span.begin() < cut && !next->is_unspaced;
    if (is_cut && next->span.end() < line.size()) cut = next->span.end();
    const std::size_t word = is_cut ? (next + 1 != words.end() ? (next + 1)->span.begin() : line.size())
                                    : (next != words.end() ? next->span.begin() : line.size());
    while (cut < word && line[cut - 1] != ' ') ++cut;
    return one_line(std::string_view(line).substr(cut));
}

std::string right_in_characters(const std::string& line, std::size_t cut, const SplitWords& split) {
    std::vector<TextWord> words;
    split(line, words);
    std::size_t before = 0;
    for (const TextWord& word : words) {
        if (word.span.end() <= cut) before = word.span.end();
        if (word.span.begin() < cut && cut < word.span.end() && !word.is_unspaced && word.span.begin() > 0) {
            cut = word.span.begin();
            break;
        }
    }
    while (cut > before && line[cut] != ' ') --cut;
    return one_line(std::string_view(line).substr(0, cut));
}

std::string side_in_characters(const Side& side, std::uint32_t size, const SplitWords& split,
                               const SplitCharacters& split_characters) {
    return side.grow(std::size_t{size} * 2 + 32,
                     [&](std::string_view stretch, bool is_all) -> std::optional<std::string> {
                         const std::string line = one_line(stretch);
                         const std::vector<std::uint32_t> ends = split_characters(line);
                         if (ends.size() <= size) return is_all ? std::optional(line) : std::nullopt;
                         if (side.is_left) return left_in_characters(line, ends[ends.size() - size - 1], split);
                         return right_in_characters(line, size == 0 ? 0 : ends[size - 1], split);
                     });
}

std::string side_in_words(const Side& side, std::uint32_t size, const SplitWords& split) {
    if (size == 0) return {};
    return side.grow(std::size_t{size} * 10 + 32,
                     [&](std::string_view stretch, bool is_all) -> std::optional<std::string> {
                         const std::string line = one_line(stretch);
                         const std::vector<TextWord> words = counted_words(line, split);
                         if (words.size() <= size) return is_all ? std::optional(line) : std::nullopt;
                         if (side.is_left) {
                             std::size_t begin = words[words.size() - size].span.begin();
                             const std::size_t least = words[words.size() - size - 1].span.end();
                             while (begin > least && line[begin - 1] != ' ') --begin;
                             return line.substr(begin);
                         }
                         const std::size_t most = words[size].span.begin();
                         return line.substr(0, std::min(line.find(' ', words[size - 1].span.end()), most));
                     });
}

std::vector<std::string> neighbours(const Side& side, std::size_t count, const SplitWords& split) {
    return side.grow(count * 10 + 32,
                     [&](std::string_view stretch, bool is_all) -> std::optional<std::vector<std::string>> {
                         std::vector<TextWord> words = counted_words(stretch, split);
                         // The outermost one may be a part of a word.
                         if (words.size() <= count && !is_all) return std::nullopt;
                         if (side.is_left) std::reverse(words.begin(), words.end());
                         words.resize(std::min(words.size(), count));
                         std::vector<std::string> forms;
                         forms.reserve(words.size());
                         for (TextWord& word : words) forms.push_back(std::move(word.form));
                         return forms;
                     });
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
        if (!is_space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

Context context_of(std::string_view text, Span keyword, Window window, const SplitWords& split_words,
                   const SplitCharacters& split_characters) {
    const auto side = [&](bool is_left) {
        const Side one{text, keyword, is_left};
        return window.in_words ? side_in_words(one, window.size, split_words)
                               : side_in_characters(one, window.size, split_words, split_characters);
    };
    return {side(true), side(false)};
}

std::vector<std::string> words_before(std::string_view text, Span keyword, std::size_t count,
                                      const SplitWords& split) {
    return neighbours({text, keyword, true}, count, split);
}

std::vector<std::string> words_after(std::string_view text, Span keyword, std::size_t count,
                                     const SplitWords& split) {
    return neighbours({text, keyword, false}, count, split);
}

}  // namespace demarche
