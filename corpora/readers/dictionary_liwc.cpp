// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "corpora/readers/dictionary_formats.hpp"

// LIWC 2001, 2007 and 2015 (.dic): categories with their numbers between two lines "%", tabs before a number
// when it is inside the category above (2015), then words, a tab, and the numbers of their categories:
//
//     %
//     1    affect (Affect)
//         2    posemo (Positive emotion)
//     %
//     happi*    1    2
//     in fact    1
//
// A few words of LIWC's own dictionary have categories with a condition, such as "<of>131/125" and
// "(02 134)125/464": which one it is depends on the words around. They are left out, and said to be.

namespace demarche {

namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_space(char c) noexcept {
    return c == ' ' || c == '\t';
}

std::optional<int> number_in(std::string_view text) noexcept {
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

// Takes what stands before the next space from `rest`; spaces inside parentheses belong to it.
std::string_view take_field(std::string_view& rest) noexcept {
    std::size_t end = 0;
    bool is_inside = false;
    while (end < rest.size() && (is_inside || !is_space(rest[end]))) {
        if (rest[end] == '(') is_inside = true;
        if (rest[end] == ')') is_inside = false;
        ++end;
    }
    const std::string_view field = rest.substr(0, end);
    rest = without_space_around(rest.substr(end));
    return field;
}

// The word of a line and its numbers. Where a tab was lost, the numbers at the end are the categories.
std::pair<std::string_view, std::string_view> word_and_numbers(std::string_view line) noexcept {
    if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos)
        return {without_space_around(line.substr(0, tab)), without_space_around(line.substr(tab))};
    std::size_t begin = line.size();
    while (begin > 0) {
        std::size_t word = begin;
        while (word > 0 && is_digit(line[word - 1])) --word;
        const bool is_number = word < begin && word > 0 && is_space(line[word - 1]);
        if (!is_number) break;
        begin = word;
        while (begin > 0 && is_space(line[begin - 1])) --begin;
    }
    return {line.substr(0, begin), without_space_around(line.substr(begin))};
}

class LiwcReader {
public:
    LiwcReader(std::string file, Checked<Dictionary>& checked) : file_(std::move(file)), checked_(checked) {}

    void read(std::string_view text) {
        for (const std::string_view whole : lines_of(text)) {
            ++line_;
            const std::string_view line = without_space_around(whole);
            if (line.empty()) continue;
            if (line == "%" && marks_ < 2)
                ++marks_;
            else if (marks_ == 0)
                return refuse("must begin with a line '%', then categories with their numbers, then another '%'");
            else if (marks_ == 1)
                read_category(whole);
            else
                read_word(line);
        }
        if (marks_ < 2) refuse("has no second line '%' after the categories");
    }

private:
    struct Open {
        std::size_t depth;
        std::size_t category;
    };

    void refuse(std::string what) { checked_.problems.push_back({{file_, line_}, false, std::move(what)}); }
    void leave_out(std::string what) {
        ++checked_.value.left_out;
        checked_.problems.push_back({{file_, line_}, true, std::move(what)});
    }

    void read_category(std::string_view whole) {
        const std::size_t depth = std::min(whole.find_first_not_of('\t'), whole.size());
        std::string_view line = without_space_around(whole);
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_digit) - line.begin());
        const std::string_view name = without_space_around(line.substr(digits));
        const auto number = number_in(line.substr(0, digits));
        if (!number || name.empty())
            return refuse("'" + std::string(line) + "' is no category: write its number, a tab and its name");
        while (!open_.empty() && open_.back().depth >= depth) open_.pop_back();
        const auto parent = open_.empty() ? std::nullopt : std::optional(open_.back().category);
        if (const auto earlier = by_number_.find(*number); earlier != by_number_.end()) {
            return refuse("the number " + std::to_string(*number) + " stands for '" +
                          checked_.value.categories[earlier->second].name + "' already: give '" +
                          std::string(name) + "' another");
        }
        const std::size_t category = checked_.value.category(name, parent, line_);
        by_number_.emplace(*number, category);
        open_.push_back({depth, category});
    }

    void read_word(std::string_view line) {
        auto [word, rest] = word_and_numbers(line);
        if (rest.empty()) return leave_out("'" + std::string(word) + "' has no category: left out");
        std::vector<std::size_t> given;
        while (!rest.empty()) {
            const std::string_view field = take_field(rest);
            const auto category = category_of(field, word);
            if (!category || std::find(given.begin(), given.end(), *category) != given.end()) continue;
            given.push_back(*category);
            checked_.value.categories[*category].entries.push_back({std::string(word), line_});
        }
    }

    std::optional<std::size_t> category_of(std::string_view field, std::string_view word) {
        if (const auto number = number_in(field)) {
            const auto found = by_number_.find(*number);
            if (found != by_number_.end()) return found->second;
            leave_out("'" + std::string(word) + "' is in category " + std::to_string(*number) +
                      ", which has no name: left out of it");
        } else if (field.find_first_of("(<") != std::string_view::npos) {
            leave_out("'" + std::string(word) + "' has a category under a condition, '" + std::string(field) +
                      "': left out of it; write a term with 'with' or 'not_before' if it matters");
        } else {
            leave_out("'" + std::string(word) + "' has '" + std::string(field) +
                      "' where the number of a category must stand: left out of it");
        }
        return std::nullopt;
    }

    std::string file_;
    Checked<Dictionary>& checked_;
    int line_ = 0;
    int marks_ = 0;  // lines "%" passed
    std::vector<Open> open_;
    std::map<int, std::size_t> by_number_;
};

}  // namespace

Checked<Dictionary> parse_liwc_dictionary(std::string_view text, const std::string& name) {
    Checked<Dictionary> checked;
    LiwcReader(name, checked).read(text);
    return checked;
}

}  // namespace demarche
