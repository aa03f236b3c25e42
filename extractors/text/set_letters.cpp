// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/set_letters.hpp"

#include <algorithm>

#include "corpora/model/utf8.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr float drop_size = 1.7F;         // against the word that goes on
constexpr float small_capital = 0.9F;     // at most, against the full one
constexpr float smallest_capital = 0.6F;  // below it is other print
constexpr float widest_before_sign = 0.12F;
constexpr float widest_between_parts = 0.15F;
constexpr std::uint32_t shortest_run = 4;
constexpr float tight_blank = 0.22F;        // of the print size
constexpr std::uint32_t longest_word = 12;  // letters of a spaced word whose blanks are all alike

bool is_single_letter(std::string_view letters) {
    return !letters.empty() && letters.size() == code_point_length(letters.front()) &&
           is_letter(first_code_point(letters));
}

bool is_upper_case_word(std::string_view letters) {
    for (std::size_t at = 0; at < letters.size(); at += code_point_length(letters[at])) {
        const std::uint32_t point = first_code_point(letters.substr(at));
        if (is_lower_case(point)) return false;
    }
    return is_upper_case(first_code_point(letters));
}

struct Run {
    std::uint32_t first = 0, last = 0;  // words [first, last)
    float narrowest = 0, widest = 0;    // blanks
};

Run run_around(const Page& page, const PrintedLine& line, std::uint32_t i) {
    Run run{i, i + 1, 1e9F, 0};
    while (run.first > line.first && is_single_letter(page.letters(page.words[run.first - 1]))) --run.first;
    while (run.last < line.last && is_single_letter(page.letters(page.words[run.last]))) ++run.last;
    for (std::uint32_t k = run.first + 1; k < run.last; ++k) {
        const float blank = page.words[k].box.x0 - page.words[k - 1].box.x1;
        run.narrowest = std::min(run.narrowest, blank);
        run.widest = std::max(run.widest, blank);
    }
    return run;
}

}  // namespace

bool is_raised(const Word& beside, const Word& word) noexcept {
    const float height = beside.box.y1 - beside.box.y0;
    return word.size < 0.8F * beside.size && word.box.y1 < beside.box.y1 - 0.12F * height;
}

bool is_note_mark(const Page& page, const Word& before, const Word& word) {
    const std::string_view letters = page.letters(word);
    if (letters.empty() || letters.size() > 7 || !is_raised(before, word)) return false;
    if (letters == "*" || letters == "**" || letters == "\xE2\x80\xA0") return true;
    const bool is_number = letters.find_first_not_of("0123456789,-.;") == std::string_view::npos &&
                           letters.front() >= '0' && letters.front() <= '9';
    // "km2", "10^6" are no notes; nor is a number of a note before this one.
    const std::string_view base = page.letters(before);
    return is_number && base != "km" && base != "m" && base != "cm" && base != "10";
}

bool is_drop_capital(const Page& page, const Word& word, const Word& next) {
    return word.size > drop_size * next.size && is_single_letter(page.letters(word)) &&
           is_letter(first_code_point(page.letters(next)));
}

bool stands_alone(std::string_view letter) noexcept {
    constexpr std::string_view words = "AIOYE";
    return letter.size() > 1 || words.find(letter) != std::string_view::npos;
}

bool is_small_capital(const Page& page, const Word& word, const Word& next) {
    const std::string_view capital = page.letters(word);
    if (next.size > small_capital * word.size || next.size < smallest_capital * word.size) return false;
    // "U.S.-B" "ASED": what precedes the last capital does not matter.
    if (!is_upper_case(last_code_point(capital)) || !is_upper_case_word(page.letters(next))) return false;
    return next.box.x0 - word.box.x1 < 0.35F * next.size && next.box.y0 < word.box.y1;
}

bool are_small_capitals(const Page& page, const PrintedLine& line, const Word& word, const Word& next) {
    return word.size == next.size && word.size <= small_capital * line.size &&
           next.box.x0 - word.box.x1 < widest_between_parts * word.size && is_upper_case_word(page.letters(word)) &&
           is_upper_case_word(page.letters(next));
}

float print_size(const Page& page, std::uint32_t first, std::uint32_t last) {
    float size = page.words[first].size, capitals = 0;
    std::uint32_t most = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const Word& word = page.words[i];
        if (word.length > most) {
            most = word.length;
            size = word.size;
        }
        if (i + 1 < last && page.words[i + 1].size < word.size && is_small_capital(page, word, page.words[i + 1]))
            capitals = std::max(capitals, word.size);
    }
    return capitals > size ? capitals : size;
}

bool is_sign_of(const Page& page, const Word& word, const Word& next) {
    constexpr std::string_view signs = ",.;:!?)-";
    if (word.size == next.size || next.box.x0 - word.box.x1 > widest_before_sign * next.size) return false;
    const std::string_view letters = page.letters(next);
    if (letters.starts_with("..")) return false;  // a leader to a page number
    return !letters.empty() && signs.find(letters.front()) != std::string_view::npos &&
           is_letter(last_code_point(page.letters(word)));
}

bool has_spaced_letters(const Page& page, const PrintedLine& line) {
    std::uint32_t run = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        run = is_single_letter(page.letters(page.words[i])) ? run + 1 : 0;
        if (run >= shortest_run) return true;
    }
    return false;
}

bool are_spaced_letters(const Page& page, const PrintedLine& line, std::uint32_t i) {
    if (!is_single_letter(page.letters(page.words[i])) || !is_single_letter(page.letters(page.words[i + 1])))
        return false;
    if (is_unspaced_script(first_code_point(page.letters(page.words[i])))) return false;
    const Run run = run_around(page, line, i);
    const std::uint32_t length = run.last - run.first;
    if (length < shortest_run) return false;
    const float blank = page.words[i + 1].box.x0 - page.words[i].box.x1;
    const bool are_alike = run.widest < 1.6F * std::max(0.1F, run.narrowest);
    // Letters that a writer set apart with real blanks stand wider, and where their words end is lost.
    const bool is_tight = run.widest < tight_blank * page.words[i].size;
    return are_alike ? length <= longest_word && is_tight : blank < (run.narrowest + run.widest) / 2;
}

}  // namespace demarche
