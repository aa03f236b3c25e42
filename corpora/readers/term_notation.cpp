// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/term_notation.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpora/model/error.hpp"

// Alternatives are text: "critical (national |)infrastructure" becomes two
// texts, each is then cut into words. So a group may hold part of a word, or
// the space after one, as people write it without thinking.

namespace demarche {

namespace {

constexpr int default_gap = 5;
constexpr int longest_gap = 30;
constexpr int deepest_nesting = 20;

[[noreturn]] void refuse(std::string_view term, const std::string& why) {
    throw Error(ErrorKind::invalid, "", "the term '" + std::string(term) + "' " + why);
}

[[noreturn]] void refuse_as_too_many(std::string_view term) {
    refuse(term, "stands for more than " + std::to_string(max_patterns_per_term) +
                     " patterns: split it into several terms");
}

// Reads text with parentheses into the texts that it stands for.
class Alternatives {
public:
    explicit Alternatives(std::string_view text) : text_(text) {}

    std::vector<std::string> expand() {
        std::vector<std::string> texts = sequence(0);
        if (at_ == text_.size()) return texts;
        refuse(text_, text_[at_] == ')' ? "closes a parenthesis that it has not opened"
                                        : "has a '|' outside parentheses: write (one|other)");
    }

private:
    // Up to the next '|' or ')' of its own depth.
    std::vector<std::string> sequence(int depth) {
        if (depth > deepest_nesting) refuse(text_, "has parentheses in parentheses too deep to follow");
        std::vector<std::string> texts = {""};
        while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
            if (text_[at_] == '(') {
                texts = each_with_each(texts, group(depth));
                continue;
            }
            const std::size_t end = std::min(text_.find_first_of("()|", at_), text_.size());
            for (std::string& text : texts) text += text_.substr(at_, end - at_);
            at_ = end;
        }
        return texts;
    }

    std::vector<std::string> group(int depth) {
        std::vector<std::string> texts;
        do {
            ++at_;  // over '(' or '|'
            for (std::string& text : sequence(depth + 1)) texts.push_back(std::move(text));
            if (texts.size() > max_patterns_per_term) refuse_as_too_many(text_);
        } while (at_ < text_.size() && text_[at_] == '|');
        if (at_ == text_.size()) refuse(text_, "opens a parenthesis that it does not close");
        ++at_;
        return texts;
    }

    std::vector<std::string> each_with_each(const std::vector<std::string>& heads,
                                            const std::vector<std::string>& tails) const {
        if (heads.size() * tails.size() > max_patterns_per_term) refuse_as_too_many(text_);
        std::vector<std::string> texts;
        texts.reserve(heads.size() * tails.size());
        for (const std::string& head : heads)
            for (const std::string& tail : tails) texts.push_back(head + tail);
        return texts;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_space(char letter) noexcept {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

bool is_in_word(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && !is_space(text[at]) && text[at] != '~';
}

// "cyber~security" as one word and as two. A hyphen is a space to the matcher, so the third spelling needs nothing.
std::vector<std::string> joined_and_apart(std::string_view term, const std::string& text) {
    std::vector<std::string> texts = {text.substr(0, text.find('~'))};
    for (std::size_t at = texts.front().size(); at < text.size(); ++at) {
        if (text[at] != '~') {
            for (std::string& each : texts) each += text[at];
            continue;
        }
        if (at == 0 || !is_in_word(text, at - 1) || !is_in_word(text, at + 1))
            refuse(term, "has a '~' that does not stand between two parts of a word");
        // "=Cyber~Security": the case of both parts is meant
        const std::size_t word = text.find_last_of(" \t\n\r", at);
        const std::size_t begin = text.find_first_not_of('\'', word == std::string::npos ? 0 : word + 1);
        const bool is_exact = text[begin] == '=';
        std::vector<std::string> apart = texts;
        for (std::string& each : apart) each += is_exact ? " =" : " ";
        texts.insert(texts.end(), apart.begin(), apart.end());
        if (texts.size() > max_patterns_per_term) refuse_as_too_many(term);
    }
    return texts;
}

void split(std::string_view text, std::vector<std::string_view>& words) {
    words.clear();
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
}

// Anything beyond ASCII counts: the marks there are (dashes, quotation marks) matter to no term.
bool has_letter(std::string_view word) noexcept {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

class PatternReader {
public:
    PatternReader(std::string_view term, bool only_forms) : term_(term), only_forms_(only_forms) {}

    // is_one_of_several  the text is one alternative of the term: what is at the edge of an
    //                    empty alternative is then nobody's mistake
    Pattern read(const std::string& text, bool is_one_of_several) {
        in_quotes_ = false;
        split(text, words_);
        pattern_.clear();
        pattern_.reserve(words_.size());
        for (const std::string_view word : words_) add(word);
        if (in_quotes_) refuse(term_, "opens a quotation mark that it does not close");
        if (is_one_of_several) tidy_gaps();
        check();
        return std::move(pattern_);
    }

private:
    // Quotation marks may stand around the term, or around some of its words.
    void add(std::string_view word) {
        if (!in_quotes_ && word.front() == '\'') {
            in_quotes_ = true;
            word.remove_prefix(1);
        }
        const bool closes = in_quotes_ && word.ends_with('\'');
        if (closes) word.remove_suffix(1);
        if (!word.empty()) add_word(word);
        if (closes) in_quotes_ = false;
    }

    void add_word(std::string_view word) {
        for (const std::string_view dots : {"...", "\xE2\x80\xA6"})  // the second as editors make of the first
            if (word.starts_with(dots)) return add_gap(word.substr(dots.size()));
        if (word.find("...") != std::string_view::npos) refuse(term_, "has a '...' that needs a space before it");
        if (word == "*") return add_step(PatternStep::Kind::any, "", 0);
        if (word.front() == '@')
            refuse(term_, "has a word that begins with '@', as concepts do: only rules refer to concepts");
        if (word.front() == '=') return add_exact(word.substr(1));
        if (word.find('=') != std::string_view::npos)
            refuse(term_, "has a '=' inside a word: it stands before one");
        if (word.back() == '*') return add_prefix(word.substr(0, word.size() - 1));
        if (word.find('*') != std::string_view::npos)
            refuse(term_, "has a '*' inside a word: it stands at the end of one, or alone");
        // "&" and dashes between words are not words to the matcher either
        if (has_letter(word)) add_step(plain_kind(), word, 0);
    }

    void add_step(PatternStep::Kind kind, std::string_view text, int limit) {
        pattern_.push_back({kind, std::string(text), limit});
    }

    PatternStep::Kind plain_kind() const {
        return only_forms_ || in_quotes_ ? PatternStep::Kind::form : PatternStep::Kind::word;
    }

    void add_gap(std::string_view digits) {
        int limit = default_gap;
        if (!digits.empty()) {
            const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), limit);
            if (failure != std::errc() || end != digits.data() + digits.size())
                refuse(term_, "has a '...' that needs a space after it");
            if (limit < 1 || limit > longest_gap)
                refuse(term_, "has a gap that is not of 1 to " + std::to_string(longest_gap) + " words");
        }
        add_step(PatternStep::Kind::gap, "", limit);
    }

    void add_exact(std::string_view word) {
        if (word.find('*') != std::string_view::npos || word.find('=') != std::string_view::npos)
            refuse(term_, "has '=' and another mark on one word: '=' asks for exactly this word");
        if (!has_letter(word)) refuse(term_, "has a '=' without a word");
        add_step(PatternStep::Kind::exact, word, 0);
    }

    void add_prefix(std::string_view word) {
        if (word.find('*') != std::string_view::npos)
            refuse(term_, "has a '*' inside a word: it stands at the end of one, or alone");
        // A hyphen is a space, so what stands before the last one is whole words.
        const std::size_t hyphen = word.rfind('-');
        const std::string_view begun = hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
        if (hyphen != std::string_view::npos && has_letter(word.substr(0, hyphen)))
            add_step(plain_kind(), word.substr(0, hyphen), 0);
        const bool is_number = !begun.empty() && begun.front() >= '0' && begun.front() <= '9';  // "20*"
        if (!has_letter(begun) || (begun.size() < 2 && !is_number))
            refuse(term_, "has a '*' after fewer than two letters: it would match nearly any word");
        add_step(PatternStep::Kind::prefix, begun, 0);
    }

    static bool is_gap(const PatternStep& step) noexcept { return step.kind == PatternStep::Kind::gap; }

    // Where an alternative is empty, the gaps around it become one, and one at an end falls away.
    void tidy_gaps() {
        if (std::none_of(pattern_.begin(), pattern_.end(), is_gap)) return;
        Pattern tidy;
        for (PatternStep& step : pattern_) {
            if (is_gap(step) && tidy.empty()) continue;
            if (is_gap(step) && is_gap(tidy.back()))
                tidy.back().limit = std::min(tidy.back().limit + step.limit, longest_gap);
            else
                tidy.push_back(std::move(step));
        }
        if (!tidy.empty() && is_gap(tidy.back())) tidy.pop_back();
        pattern_ = std::move(tidy);
    }

    void check() const {
        const auto says_nothing = [](const PatternStep& step) {
            return is_gap(step) || step.kind == PatternStep::Kind::any;
        };
        if (std::all_of(pattern_.begin(), pattern_.end(), says_nothing))
            refuse(term_, "can be empty: one of its alternatives has no word in it");
        if (is_gap(pattern_.front()) || is_gap(pattern_.back()))
            refuse(term_, "begins or ends with '...': a gap stands between words");
        const auto two_gaps = std::adjacent_find(
            pattern_.begin(), pattern_.end(), [](const auto& a, const auto& b) { return is_gap(a) && is_gap(b); });
        if (two_gaps != pattern_.end()) refuse(term_, "has two gaps in a row: write one, such as ...8");
    }

    std::string_view term_;
    bool only_forms_;
    bool in_quotes_ = false;
    std::vector<std::string_view> words_;
    Pattern pattern_;
};

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t hash_of(const Pattern& pattern) noexcept {
    std::size_t hash = pattern.size();
    for (const PatternStep& step : pattern)
        hash = hash * 31 + std::hash<std::string>()(step.text) + static_cast<std::size_t>(step.kind) * 7 +
               static_cast<std::size_t>(step.limit);
    return hash;
}

}  // namespace

std::vector<Pattern> expand_term(std::string_view text, bool only_forms) {
    const std::string_view inside = trimmed(text);
    if (inside.empty()) throw Error(ErrorKind::invalid, "", "the term is empty");
    std::vector<std::string> texts;
    for (const std::string& alternative : Alternatives(inside).expand()) {
        std::vector<std::string> spellings = joined_and_apart(text, alternative);
        std::move(spellings.begin(), spellings.end(), std::back_inserter(texts));
        if (texts.size() > max_patterns_per_term) refuse_as_too_many(text);
    }
    PatternReader reader(text, only_forms);
    std::vector<Pattern> patterns;
    patterns.reserve(texts.size());
    if (texts.size() == 1) {
        patterns.push_back(reader.read(texts.front(), false));
        return patterns;
    }
    std::unordered_multimap<std::size_t, std::size_t> places;  // in `patterns`, by hash
    places.reserve(texts.size());
    for (const std::string& each : texts) {
        Pattern pattern = reader.read(each, true);
        const std::size_t hash = hash_of(pattern);
        const auto [begin, end] = places.equal_range(hash);
        if (std::any_of(begin, end, [&](const auto& place) { return patterns[place.second] == pattern; })) continue;
        places.emplace(hash, patterns.size());
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

}  // namespace demarche
