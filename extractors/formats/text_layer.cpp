// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/text_layer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "corpora/model/utf8.hpp"
#include "extractors/text/languages.hpp"

namespace demarche {

namespace {

// A page with fewer letters is judged by nothing: page numbers and logos are odd and harmless.
constexpr std::size_t least_letters = 40;

// From this share of wrong letters on, a page is wrong: typeset pages in all scripts have under one in a hundred,
// a running head in an old font on a sound page makes two or three, wrong pages have 15 to 90.
constexpr double wrong_from = 0.10;
// Tables of abbreviations come to 0.2; the language detector has the last word.
constexpr double odd_from = 0.20;

// Names are compared in lower case, without spaces, hyphens and underscores.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> legacy_fonts = {{
    {"kruti", "hin"},    {"devlys", "hin"},   {"chanakya", "hin"}, {"shusha", "hin"},   {"shivaji", "mar"},
    {"shreedev", "hin"}, {"dvtt", "hin"},     {"apsdv", "hin"},    {"preeti", "nep"},   {"kantipur", "nep"},
    {"sutonny", "ben"},  {"shreeban", "ben"}, {"shreeguj", "guj"}, {"shreepun", "pan"}, {"shreetam", "tam"},
    {"bamini", "tam"},   {"shreetel", "tel"}, {"shreekan", "kan"}, {"nudi01", "kan"},   {"shreemal", "mal"},
    {"fmabhaya", "sin"}, {"limon", "khm"},    {".vntime", "vie"},  {"acadnusx", "kat"},
}};

// Scripts in which vowels and the like are signs on letters, and cannot stand alone. The signs of the Indic blocks
// are at the same places of each, as ISCII had them.
struct Script {
    std::uint32_t first, last;
    std::string_view pack;
};

constexpr std::array<Script, 15> sign_scripts = {{
    {0x0900, 0x097F, "hin"},
    {0x0980, 0x09FF, "ben"},
    {0x0A00, 0x0A7F, "pan"},
    {0x0A80, 0x0AFF, "guj"},
    {0x0B00, 0x0B7F, "ori"},
    {0x0B80, 0x0BFF, "tam"},
    {0x0C00, 0x0C7F, "tel"},
    {0x0C80, 0x0CFF, "kan"},
    {0x0D00, 0x0D7F, "mal"},
    {0x0D80, 0x0DFF, "sin"},
    {0x0E00, 0x0E7F, "tha"},
    {0x0E80, 0x0EFF, "lao"},
    {0x0F00, 0x0FFF, "bod"},
    {0x1000, 0x109F, "mya"},
    {0x1780, 0x17FF, "khm"},
}};

const Script* sign_script_of(std::uint32_t point) {
    if (point < sign_scripts.front().first || point > sign_scripts.back().last) return nullptr;
    for (const Script& script : sign_scripts)
        if (point >= script.first && point <= script.last) return &script;
    return nullptr;
}

// Signs of which it is certain; the others count as letters.
bool is_dependent(std::uint32_t point) {
    if (point >= 0x0900 && point <= 0x0D7F) {
        const std::uint32_t place = point % 0x80;
        return (place >= 0x01 && place <= 0x02) || place == 0x3C || (place >= 0x3E && place <= 0x4D);
    }
    return point == 0x0E31 || (point >= 0x0E33 && point <= 0x0E3A) || (point >= 0x0E47 && point <= 0x0E4E) ||
           point == 0x0EB1 || (point >= 0x0EB3 && point <= 0x0EBC) || (point >= 0x0EC8 && point <= 0x0ECD) ||
           (point >= 0x17B6 && point <= 0x17D3) || (point >= 0x102B && point <= 0x103E);
}

// Latin letters and the signs that no text puts next to a letter of another script. Not the usual punctuation,
// and not digits: both stand close in tables.
bool is_alien(std::uint32_t point) {
    if (point >= 0x80) return point < 0x250 && point != 0xA0 && point != 0xAB && point != 0xBB && point != 0xB7;
    const char c = static_cast<char>(point);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
    return std::string_view("!#$%&*+<=>?@\\^_`{|}~'").find(c) != std::string_view::npos;
}

bool is_nameless(std::uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFD ||
           (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_latin(char c) {
    return is_lower(c) || is_upper(c);
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
// Asked of every letter of every page: no search in a text.
bool is_vowel(char c) {
    const char lower = static_cast<char>(c | 0x20);
    return lower == 'a' || lower == 'e' || lower == 'i' || lower == 'o' || lower == 'u' || lower == 'y';
}

// Addresses hold anything.
bool is_address(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
           word.find('@') != std::string_view::npos;
}

// A word of ASCII as no language writes it.
bool is_odd(std::string_view word) {
    std::size_t letters = 0, vowels = 0, lower = 0, rises = 0;
    bool has_sign_within = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (is_latin(c)) {
            ++letters;
            if (is_vowel(c)) ++vowels;
            if (is_lower(c)) ++lower;
            if (i > 0 && is_upper(c) && is_lower(word[i - 1])) ++rises;
        } else if (i > 0 && i + 1 < word.size() && is_latin(word[i - 1]) && is_latin(word[i + 1])) {
            has_sign_within = has_sign_within || is_ascii_digit(c) ||
                              std::string_view("!#$%*+;<=>?[\\]^`{|}~\"").find(c) != std::string_view::npos;
        }
    }
    if (letters < 3 || is_address(word)) return false;
    // "iPhone", "YouTube" rise once; a plural's or a unit's last letter is not one.
    return has_sign_within || rises >= 2 || (vowels == 0 && lower > 0 && lower + 1 >= letters);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

class Judge {
public:
    explicit Judge(const Page& page) : page_(page) {
        for (const Font& font : page.fonts) packs_.push_back(pack_of_legacy_font(font.name));
    }

    TextLayer verdict() {
        for (const Word& word : page_.words) weigh(word);
        TextLayer layer;
        if (letters_ < least_letters) return layer;
        const auto all = static_cast<double>(letters_);
        layer.odd_share = static_cast<double>(wrong_ + odd_) / all;
        layer.is_wrong = static_cast<double>(wrong_) >= wrong_from * all || (looks_odd() && !has_language());
        layer.pack = pack();
        return layer;
    }

private:
    void weigh(const Word& word) {
        const std::string_view letters = page_.letters(word);
        const std::string_view legacy = word.font < packs_.size() ? packs_[word.font] : std::string_view();
        if (is_ascii(letters)) {
            // A single one is a layout program's tab; a font without names is full of them.
            const auto controls = static_cast<std::size_t>(
                std::count_if(letters.begin(), letters.end(), [](char c) { return c < 0x20 && c != '\t'; }));
            const auto latin = static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_latin));
            letters_ += latin + controls;
            latin_ += latin;
            vowels_ += static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_vowel));
            if (2 * controls > letters.size() || (!legacy.empty() && latin > 0))
                note_wrong(latin + controls, legacy);
            else if (latin > 0 && is_odd(letters))
                odd_ += latin;
        } else {
            weigh_beyond_ascii(letters, legacy);
        }
    }

    void weigh_beyond_ascii(std::string_view word, std::string_view legacy) {
        std::size_t count = 0, nameless = 0, faults = 0, accented = 0;
        const Script* before = nullptr;
        bool alien_before = false, can_bear_sign = false;
        for (std::size_t at = 0; at < word.size(); ++count) {
            const std::uint32_t point = code_point(word, at);
            const Script* script = sign_script_of(point);
            if (is_nameless(point)) ++nameless;
            if (point >= 0xC0 && point <= 0xFF) ++accented;
            if (script) {
                ++signs_[static_cast<std::size_t>(script - sign_scripts.data())];
                if (alien_before || (is_dependent(point) && !can_bear_sign)) ++faults;
                can_bear_sign = true;
            } else if (point != 0x200C && point != 0x200D) {
                if (before && is_alien(point)) ++faults;
                can_bear_sign = point == 0x25CC;
            }
            before = script;
            alien_before = !script && is_alien(point);
        }
        letters_ += count;
        const std::size_t wrong_before = wrong_;
        if (count == 1 && nameless == 1) return;  // a bullet from a font of symbols
        if (nameless > 0 || (!legacy.empty() && before == nullptr && faults == 0 && !has_signs(word)))
            note_wrong(count, legacy);
        else
            // A word may touch a foreign one; each fault speaks for the letters around it alone.
            wrong_ += std::min(count, 4 * faults);
        // Cyrillic or Greek of an old code page, read as if it were Western.
        if (count >= 4 && 2 * accented > count) odd_ += count - (wrong_ - wrong_before);
    }

    static std::uint32_t code_point(std::string_view word, std::size_t& at) {
        const std::size_t length = std::min<std::size_t>(code_point_length(word[at]), word.size() - at);
        const std::uint32_t point = code_point_at(word, at, length);
        at += length;
        return point;
    }

    static bool has_signs(std::string_view word) {
        for (std::size_t at = 0; at < word.size();)
            if (sign_script_of(code_point(word, at))) return true;
        return false;
    }

    void note_wrong(std::size_t letters, std::string_view legacy) {
        wrong_ += letters;
        if (!legacy.empty()) legacy_ = legacy;
    }

    // Every language in Latin letters has more vowels; shifted letters, as a font without a table gives them, do
    // not.
    bool looks_odd() const {
        constexpr std::size_t enough = 100;
        return static_cast<double>(odd_) >= odd_from * static_cast<double>(letters_) ||
               (latin_ >= enough && vowels_ * 4 < latin_);
    }

    bool has_language() const {
        std::string text;
        text.reserve(page_.text.size() + page_.words.size());
        for (const Word& word : page_.words) (text += page_.letters(word)) += ' ';
        const LanguageGuess guess = detect_language(text);
        return guess.is_reliable && guess.confidence >= 0.5;
    }

    std::string pack() const {
        const auto most = std::max_element(signs_.begin(), signs_.end());
        // Nonsense is in many scripts at once and speaks for none of them.
        const std::size_t all = std::accumulate(signs_.begin(), signs_.end(), std::size_t{0});
        if (*most >= least_letters / 4 && *most * 2 > all)
            return std::string(sign_scripts[static_cast<std::size_t>(most - signs_.begin())].pack);
        return std::string(legacy_);
    }

    const Page& page_;
    std::vector<std::string_view> packs_;  // by font
    std::size_t letters_ = 0, wrong_ = 0, odd_ = 0;
    std::size_t latin_ = 0, vowels_ = 0;                    // in words of ASCII
    std::array<std::size_t, sign_scripts.size()> signs_{};  // letters by script
    std::string_view legacy_;
};

}  // namespace

std::string_view pack_of_legacy_font(std::string_view font_name) {
    std::string name;
    for (const char c : font_name)
        if (c != ' ' && c != '-' && c != '_') name += is_upper(c) ? static_cast<char>(c + 32) : c;
    for (const auto& [part, pack] : legacy_fonts)
        if (name.find(part) != std::string::npos) return pack;
    return {};
}

TextLayer judge_text_layer(const Page& page) {
    return Judge(page).verdict();
}

}  // namespace demarche
