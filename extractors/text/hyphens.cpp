// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/hyphens.hpp"

#include <array>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view true_hyphen = "\xE2\x80\x90";

// First halves that keep their hyphen more often than not when the document says nothing.
constexpr std::array own_hyphen_heads = {"self",  "non",   "so",    "well", "co", "e",
                                         "multi", "cross", "whole", "all",  "ex"};

// A word without the punctuation around it.
std::string_view without_marks(std::string_view word) {
    constexpr std::string_view marks = ".,;:!?()[]\"'";
    const auto is_mark = [&](char c) { return marks.find(c) != std::string_view::npos; };
    while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
    return word;
}

std::string bare_word(std::string_view word) {
    return case_folded(without_marks(word));
}

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

// hash_of(bare_word(word)); for ASCII, most words, without making a string.
std::uint64_t hash_of_bare_word(std::string_view word) {
    word = without_marks(word);
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return hash_of(case_folded(word));
        if (c == '\'') continue;  // as case_folded() does
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        hash = (hash ^ static_cast<unsigned char>(lower)) * 1099511628211ULL;
    }
    return hash;
}

}  // namespace

std::size_t trailing_hyphen(std::string_view word) {
    if (word.ends_with(soft_hyphen)) return soft_hyphen.size();
    if (word.ends_with(true_hyphen)) return true_hyphen.size();
    // A lone hyphen or a double one is a dash.
    if (word.size() > 1 && word.back() == '-' && word[word.size() - 2] != '-') return 1;
    return 0;
}

HyphenJudge::HyphenJudge(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines) {
    for (const PrintedLine& line : lines) {
        const Page& page = pages[line.page];
        for (std::uint32_t i = line.first; i < line.last; ++i) {
            const std::string_view word = page.letters(page.words[i]);
            const bool may_be_broken = i + 1 == line.last && trailing_hyphen(word) > 0;
            if (!may_be_broken && word.size() < 64) words_.insert(hash_of_bare_word(word));
        }
    }
}

bool HyphenJudge::knows(std::string_view word) const {
    return words_.contains(hash_of(word));
}

bool HyphenJudge::is_typesetting(std::string_view head, std::string_view tail) const {
    const std::string first = bare_word(head), second = bare_word(tail);
    if (first.empty() || second.empty()) return false;
    if (!is_letter(last_code_point(first)) || !is_letter(first_code_point(second))) return false;  // "COVID-19"
    if (knows(first + second)) return true;
    if (knows(first + "-" + second)) return false;
    // Only the last part of "state-of-the-art" can have been broken.
    const std::size_t inner = first.rfind('-');
    if (inner != std::string::npos && knows(first.substr(inner + 1) + second)) return true;
    for (const std::string_view own : own_hyphen_heads)
        if (first == own) return false;
    // Both halves are words of the document and their union is not: "decision-making".
    return !(first.size() >= 4 && second.size() >= 4 && knows(first) && knows(second));
}

}  // namespace demarche
