// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/own_sentences.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace demarche {

namespace {

constexpr std::size_t fewest_words = 5;

std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '_')) text.remove_suffix(1);
    return text;
}
std::string_view trimmed_begin(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text;
}

template <std::size_t size>
bool ends_with_any(std::string_view text, const std::string_view (&signs)[size]) {
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return text.ends_with(sign); });
}
template <std::size_t size>
bool begins_with_any(std::string_view text, const std::string_view (&signs)[size]) {
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

constexpr std::string_view list_signs[] = {"\xE2\x80\xA2",
                                           "\xE2\x97\x8F",
                                           "\xE2\x96\xAA",
                                           "\xEF\x82\xB7",
                                           "\xE2\x80\x93",
                                           "\xE2\x80\x94",
                                           "-"};  // bullets and dashes
// Those of symbol fonts are U+F000 to U+F0FF.
bool ends_with_list_sign(std::string_view text) {
    const bool is_symbol = text.size() >= 3 && text[text.size() - 3] == '\xEF' &&
                           static_cast<unsigned char>(text[text.size() - 2]) <= 0x83;
    return is_symbol || ends_with_any(text, list_signs);
}

constexpr std::string_view clause_ends[] = {".", "!", "?", ";", ":", ",", ")", "\"", "\xE2\x80\x9D", "\xC2\xBB"};
constexpr std::string_view sentence_ends[] = {".", "!", "?", ";", "\xE3\x80\x82", "\xE0\xA5\xA4"};

// A word that case folding changed begins with a capital; folding changes one byte of its first letter or both.
bool begins_with_capital(std::string_view text, const std::string& key) {
    constexpr std::size_t longest_letter = 2;  // of alphabets that have capitals
    const std::size_t length = text.empty() || (text.front() & 0x80) == 0 ? 1 : longest_letter;
    return text.substr(0, length) != std::string_view(key).substr(0, length);
}

// The text of a side around one of its runs.
struct Surroundings {
    std::string_view left, right;
};

bool is_own_sentence(const WordRun& run, const Surroundings& around, const WordRun* next, std::string_view other) {
    if (run.keys.size() < fewest_words) return false;
    const std::string_view left = trimmed_end(around.left), right = trimmed_begin(around.right);
    const bool is_item = ends_with_list_sign(left);
    if (!is_item && !begins_with_capital(run.text, run.keys.front())) return false;
    const bool is_last = right.find_first_not_of(".!?;:,)\" ") == std::string_view::npos || next == nullptr;
    const bool is_stopped = begins_with_any(right, sentence_ends);
    if (left.empty()) return is_stopped;
    if (!is_last && !(is_stopped && (begins_with_capital(next->text, next->keys.front()) ||
                                     begins_with_any(trimmed_begin(right.substr(1)), list_signs))))
        return false;
    if (is_item || ends_with_any(left, clause_ends)) return true;
    // What it follows has no stop on the other side either, so that nothing says that the sentence goes on.
    return is_stopped && !ends_with_any(trimmed_end(other), sentence_ends);
}

void take_out(std::string& text, std::size_t begin, std::size_t length) {
    std::size_t end = begin + length;
    while (end < text.size() && (text[end] == '.' || text[end] == ' ')) ++end;
    text.erase(begin, end - begin);
    while (!text.empty() && text.back() == ' ') text.pop_back();
}

}  // namespace

std::vector<OwnSentence> take_own_sentences(std::vector<WordRun>& runs, std::string& before, std::string& after) {
    std::vector<OwnSentence> own;
    for (std::size_t i = 0; i < runs.size();) {
        const WordRun& run = runs[i];
        std::string& text = run.fate == WordFate::removed ? before : after;
        const std::string& other = run.fate == WordFate::removed ? after : before;
        const std::size_t at =
            run.fate == WordFate::kept || is_replacement(runs, i) ? std::string::npos : text.find(run.text);
        if (at == std::string::npos ||
            !is_own_sentence(
                run, {std::string_view(text).substr(0, at), std::string_view(text).substr(at + run.text.size())},
                i + 1 < runs.size() ? &runs[i + 1] : nullptr, other)) {
            ++i;
            continue;
        }
        own.push_back({run.fate, run.text, run.keys});
        take_out(text, at, run.text.size());
        runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (!own.empty()) join_runs(runs);
    return own;
}

}  // namespace demarche
