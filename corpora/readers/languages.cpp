// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/languages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace demarche {

namespace {

// ISO 639-1, each followed by a space.
constexpr std::string_view iso_639_1 =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    "el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
    "iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
    "na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn "
    "so "
    "sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

// What people write instead: codes of countries, and English names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> mistaken = {{
    {"jp", "ja"},       {"cn", "zh"},      {"gr", "el"},         {"cz", "cs"},      {"dk", "da"},
    {"ua", "uk"},       {"kz", "kk"},      {"gb", "en"},         {"us", "en"},      {"ir", "fa"},
    {"al", "sq"},       {"ee", "et"},      {"rs", "sr"},         {"iw", "he"},      {"english", "en"},
    {"french", "fr"},   {"spanish", "es"}, {"arabic", "ar"},     {"russian", "ru"}, {"chinese", "zh"},
    {"german", "de"},   {"italian", "it"}, {"portuguese", "pt"}, {"dutch", "nl"},   {"japanese", "ja"},
    {"korean", "ko"},   {"thai", "th"},    {"turkish", "tr"},    {"polish", "pl"},  {"czech", "cs"},
    {"greek", "el"},    {"hindi", "hi"},   {"ukrainian", "uk"},  {"swedish", "sv"}, {"danish", "da"},
    {"albanian", "sq"},
}};

bool is_letter(char letter) noexcept {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}
bool is_digit(char letter) noexcept {
    return letter >= '0' && letter <= '9';
}

std::string lower(std::string_view word) {
    std::string result(word);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return result;
}

}  // namespace

bool is_language_code(std::string_view code) noexcept {
    if (code.size() != 2) return false;
    for (std::size_t at = 0; at < iso_639_1.size(); at += 3)
        if (iso_639_1.substr(at, 2) == code) return true;
    return false;
}

bool is_language_tag(std::string_view tag) noexcept {
    constexpr std::size_t longest_part = 8;
    const std::string_view language = tag.substr(0, tag.find('-'));
    if (language.size() != 2 && language.size() != 3) return false;
    if (!std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    if (language.size() == 2 && !is_language_code(language)) return false;
    tag.remove_prefix(language.size());
    while (!tag.empty()) {
        tag.remove_prefix(1);
        const std::string_view part = tag.substr(0, tag.find('-'));
        if (part.empty() || part.size() > longest_part) return false;
        if (!std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); }))
            return false;
        tag.remove_prefix(part.size());
    }
    return true;
}

std::string language_meant_by(std::string_view word) {
    std::string wanted = lower(word);
    std::replace(wanted.begin(), wanted.end(), '_', '-');
    for (const auto& [mistake, meant] : mistaken)
        if (mistake == wanted) return std::string(meant);
    if (wanted != word && is_language_tag(wanted)) return wanted;
    return {};
}

}  // namespace demarche
