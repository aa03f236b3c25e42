// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/hyphens.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpora/model/utf8.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view true_hyphen = "\xE2\x80\x90";

// First halves that keep their hyphen more often than not when the document says nothing.
constexpr std::array own_hyphen_heads = {"self", "non", "so", "well", "co", "multi", "cross", "whole", "all", "ex"};

constexpr std::size_t longest_word = 64;       // bytes; longer ones are addresses
constexpr std::size_t shortest_beginning = 5;  // shorter ones begin anything

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

constexpr std::uint64_t empty_hash = 14695981039346656037ULL;  // FNV-1a

std::uint64_t with(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
}

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = empty_hash;
    for (const char c : word) hash = with(hash, c);
    return hash;
}

bool is_ascii(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// hash_of(bare_word(word)); for ASCII, most words, without making a string.
std::uint64_t hash_of_bare_word(std::string_view word) {
    word = without_marks(word);
    if (!is_ascii(word)) return hash_of(case_folded(word));
    std::uint64_t hash = empty_hash;
    for (const char c : word)
        if (c != '\'')  // as case_folded() does
            hash = with(hash, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    return hash;
}

// The different words of a document as they are printed, each with how often, in order of the first.
// Most words of a text are one of a few hundred, which need not be folded and taken apart each time.
class PrintedWords {
public:
    void add(std::string_view word) {
        const auto [known, is_new] = places_.try_emplace(word, words_.size());
        if (is_new)
            words_.emplace_back(word, 1U);
        else
            ++words_[known->second].second;
    }
    const std::vector<std::pair<std::string_view, std::uint32_t>>& words() const noexcept { return words_; }

private:
    tsl::robin_map<std::string_view, std::size_t> places_;
    std::vector<std::pair<std::string_view, std::uint32_t>> words_;
};

bool is_upper_case_word(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += code_point_length(word[at]))
        if (is_lower_case(first_code_point(word.substr(at)))) return false;
    return true;
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
    PrintedWords printed;
    bool was_broken = false;
    for (const PrintedLine& line : lines) {
        const Page& page = pages[line.page];
        for (std::uint32_t i = line.first; i < line.last; ++i) {
            const std::string_view word = page.letters(page.words[i]);
            const bool is_rest = was_broken && i == line.first;
            const bool is_end = i + 1 == line.last;
            was_broken = is_end && trailing_hyphen(word) > 0;
            if (was_broken && word.ends_with(true_hyphen)) ++true_hyphens_at_ends_;
            if (!was_broken && !is_rest && word.size() < longest_word) printed.add(word);
        }
    }
    for (const auto& [word, times] : printed.words()) learn(word, times);
    breaks_with_true_hyphens_ = true_hyphens_at_ends_ >= 3 && true_hyphens_inside_ * 50 < true_hyphens_at_ends_;
    learn_habit(pages, lines);
}

// Text that is set without breaking words has few hyphens at line ends, and those are the words' own.
void HyphenJudge::learn_habit(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines) {
    std::size_t ends = 0, whole = 0, own = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string_view head = pages[lines[i].page].letters(pages[lines[i].page].words[lines[i].last - 1]);
        const std::size_t hyphen = trailing_hyphen(head);
        if (hyphen == 0) continue;
        ++ends;
        const Page& page = pages[lines[i + 1].page];
        const std::string first = bare_word(head.substr(0, head.size() - hyphen));
        const std::string second = bare_word(page.letters(page.words[lines[i + 1].first]));
        if (knows(first + second)) ++whole;
        if (knows(std::string(first).append("-").append(second))) ++own;
    }
    const bool are_few = ends * 70 < lines.size();
    breaks_words_ = !(are_few && whole <= own) && !(own >= 2 && own > 3 * whole);
}

void HyphenJudge::learn(std::string_view word, std::uint32_t times) {
    std::uint32_t& count = words_[hash_of_bare_word(word)];
    const bool is_known = count > 0;
    count += times;
    if (is_known) return;
    // The rest is worked out once for each word.
    if (word.find(true_hyphen) != std::string_view::npos) ++true_hyphens_inside_;
    const std::string bare = bare_word(word);
    std::uint64_t hash = empty_hash;
    for (std::size_t i = 0; i + 1 < bare.size(); ++i) {
        hash = with(hash, bare[i]);
        if (i + 1 >= shortest_beginning) beginnings_.insert(hash);
        if (bare[i + 1] == '-') hyphen_heads_.insert(hash);
    }
}

std::uint32_t HyphenJudge::times(std::string_view word) const {
    const auto found = words_.find(hash_of(word));
    return found == words_.end() ? 0 : found->second;
}

bool HyphenJudge::are_one_word(std::string_view head, std::string_view tail) const {
    return words_.contains(hash_of_bare_word(std::string(head) + std::string(tail)));
}

bool HyphenJudge::is_typesetting(std::string_view head, std::string_view tail) const {
    const std::size_t hyphen = trailing_hyphen(head);
    if (hyphen == 0 || tail.empty()) return false;
    const std::string_view part = head.substr(0, head.size() - hyphen);
    if (head.ends_with(soft_hyphen)) return true;  // it is nothing but a break
    if (breaks_with_true_hyphens_) return head.ends_with(true_hyphen);
    // "Asia-/Pacific" keeps its hyphen; "CYBER-/SECURITY" in a heading is for the words to say.
    if (is_upper_case(first_code_point(tail)) && !is_upper_case(last_code_point(part))) return false;
    return is_broken(part, tail);
}

bool HyphenJudge::is_broken(std::string_view head, std::string_view tail) const {
    const std::string first = bare_word(head), second = bare_word(tail);
    if (first.empty() || second.empty()) return false;
    if (!is_letter(last_code_point(first)) || !is_letter(first_code_point(second))) return false;  // "COVID-19"
    const std::uint32_t whole = times(first + second), hyphenated = times(first + "-" + second);
    if (whole + hyphenated > 0) return whole >= hyphenated;
    if (!breaks_words_) return false;
    // A word of the same stem: "digitalised" for "digital-/isation".
    const std::string beginning = first + second.substr(0, std::clamp<std::size_t>(second.size() - 1, 2, 4));
    if (beginning.size() >= shortest_beginning && beginnings_.contains(hash_of(beginning))) return true;
    // "CERT-/GOV" among other words in capitals that are known alone.
    if (is_upper_case_word(head) && is_upper_case_word(tail) &&
        (knows(first) || first.find('-') != std::string::npos))
        return false;
    return !keeps_by_parts(first, second);
}

bool HyphenJudge::keeps_by_parts(const std::string& first, const std::string& second) const {
    // Only the last part of "state-of-the-art" can have been broken.
    const std::size_t inner = first.rfind('-');
    if (inner != std::string::npos) return !knows(first.substr(inner + 1) + second) && knows(second);
    if (first.size() == code_point_length(first.front())) return true;  // "e-government"
    for (const std::string_view own : own_hyphen_heads)
        if (first == own) return true;
    if (hyphen_heads_.contains(hash_of(first)) && knows(second)) return true;
    // Both halves are words of the document and their union is not: "decision-making".
    return first.size() >= 4 && second.size() >= 4 && knows(first) && knows(second);
}

}  // namespace demarche
