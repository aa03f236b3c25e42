// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/marks.hpp"

#include <algorithm>

#include "corpora/model/utf8.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// Bytes: "(viii)", "12.3.4.", "(๑๒)".
constexpr std::size_t longest_mark = 8;
constexpr std::size_t longest_in_other_scripts = 12;

bool is_ascii(std::string_view word) noexcept {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool is_bullet(std::uint32_t point) noexcept {
    switch (point) {
        case 0x2022:
        case 0x2023:
        case 0x25AA:
        case 0x25AB:
        case 0x25A0:
        case 0x25B6:
        case 0x25BA:
        case 0x25CF:
        case 0x25CB:
        case 0x25E6:
        case 0x2043:
        case 0x2713:
        case 0x27A2:
        case 0x00B7: return true;
        default: return point >= 0xF000 && point <= 0xF0FF;  // symbol fonts
    }
}

bool is_item_sign(std::string_view word) noexcept {
    if (word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94") return true;
    return !word.empty() && word.size() == code_point_length(word.front()) && is_bullet(first_code_point(word));
}

bool is_short_number(std::string_view word) noexcept {
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_section_number(std::string_view word) noexcept {
    constexpr std::size_t fewest_parts = 3, most_digits = 3;
    while (!word.empty() && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
    while (!word.empty() && std::string_view(".:;,)]").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    std::size_t parts = 0;
    while (!word.empty()) {
        const std::size_t end = std::min(word.find('.'), word.size());
        const std::string_view part = word.substr(0, end);
        if (part.empty() || part.size() > most_digits) return false;
        if (part.find_first_not_of("0123456789") != std::string_view::npos) return false;
        ++parts;
        word.remove_prefix(std::min(end + 1, word.size()));
    }
    return parts >= fewest_parts;
}

bool is_list_mark(std::string_view word) noexcept {
    if (word.empty() || word.size() > (is_ascii(word) ? longest_mark : longest_in_other_scripts)) return false;
    if (is_bullet(first_code_point(word)) || is_item_sign(word)) return true;
    const bool closes = word.back() == ')' || word.back() == '.';
    const bool opens = word.front() == '(';
    constexpr std::size_t most_digits_together = 3;  // four are a year, in "2012." as well
    std::size_t digits = 0, letters = 0, dots = 0, together = 0;
    for (std::size_t at = 0; at < word.size(); at += code_point_length(word[at])) {
        const std::uint32_t point = first_code_point(word.substr(at));
        together = is_digit(point) ? together + 1 : 0;
        if (together > most_digits_together) return false;
        if (is_digit(point))
            ++digits;
        else if (is_letter(point))
            ++letters;
        else if (point == '.')
            ++dots;
        else if (point != '(' && point != ')')
            return false;
    }
    // Of other scripts in brackets alone: "г." and "п." are abbreviations.
    if (letters > 0 && !is_ascii(word)) return letters == 1 && digits == 0 && word.back() == ')';
    if (letters == 0) return digits > 0 && (closes || opens || dots > 0);
    if (digits > 0) return letters == 1 && opens != closes && word.find('(') != std::string_view::npos;  // "13(c)"
    return (closes || opens) &&
           (letters == 1 || (letters <= 4 && word.find_first_not_of("ivxIVX().") == std::string_view::npos));
}

}  // namespace demarche
