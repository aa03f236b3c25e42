// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/ocr_languages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {

namespace {

struct Pack {
    std::string_view language;  // ISO 639-1, or BCP 47 where the script decides
    std::string_view name;      // as Tesseract has it
    bool is_latin;
};

constexpr std::array packs = {
    Pack{"af", "afr", true},
    Pack{"am", "amh", false},
    Pack{"ar", "ara", false},
    Pack{"az", "aze", true},
    Pack{"be", "bel", false},
    Pack{"bg", "bul", false},
    Pack{"bn", "ben", false},
    Pack{"bo", "bod", false},
    Pack{"bs", "bos", true},
    Pack{"ca", "cat", true},
    Pack{"cs", "ces", true},
    Pack{"cy", "cym", true},
    Pack{"da", "dan", true},
    Pack{"de", "deu", true},
    Pack{"dv", "div", false},
    Pack{"dz", "dzo", false},
    Pack{"el", "ell", false},
    Pack{"en", "eng", true},
    Pack{"es", "spa", true},
    Pack{"et", "est", true},
    Pack{"eu", "eus", true},
    Pack{"fa", "fas", false},
    Pack{"fi", "fin", true},
    Pack{"fil", "fil", true},
    Pack{"fo", "fao", true},
    Pack{"fr", "fra", true},
    Pack{"ga", "gle", true},
    Pack{"gl", "glg", true},
    Pack{"gu", "guj", false},
    Pack{"he", "heb", false},
    Pack{"hi", "hin", false},
    Pack{"hr", "hrv", true},
    Pack{"ht", "hat", true},
    Pack{"hu", "hun", true},
    Pack{"hy", "hye", false},
    Pack{"id", "ind", true},
    Pack{"is", "isl", true},
    Pack{"it", "ita", true},
    Pack{"ja", "jpn", false},
    Pack{"ka", "kat", false},
    Pack{"kk", "kaz", false},
    Pack{"km", "khm", false},
    Pack{"kn", "kan", false},
    Pack{"ko", "kor", false},
    Pack{"ku", "kmr", true},
    Pack{"ky", "kir", false},
    Pack{"la", "lat", true},
    Pack{"lb", "ltz", true},
    Pack{"lo", "lao", false},
    Pack{"lt", "lit", true},
    Pack{"lv", "lav", true},
    Pack{"mi", "mri", true},
    Pack{"mk", "mkd", false},
    Pack{"ml", "mal", false},
    Pack{"mn", "mon", false},
    Pack{"mr", "mar", false},
    Pack{"ms", "msa", true},
    Pack{"mt", "mlt", true},
    Pack{"my", "mya", false},
    Pack{"nb", "nor", true},
    Pack{"ne", "nep", false},
    Pack{"nl", "nld", true},
    Pack{"nn", "nor", true},
    Pack{"no", "nor", true},
    Pack{"or", "ori", false},
    Pack{"pa", "pan", false},
    Pack{"pl", "pol", true},
    Pack{"ps", "pus", false},
    Pack{"pt", "por", true},
    Pack{"ro", "ron", true},
    Pack{"ru", "rus", false},
    Pack{"sd", "snd", false},
    Pack{"si", "sin", false},
    Pack{"sk", "slk", true},
    Pack{"sl", "slv", true},
    Pack{"sq", "sqi", true},
    Pack{"sr-Latn", "srp_latn", true},
    Pack{"sr", "srp", false},
    Pack{"sv", "swe", true},
    Pack{"sw", "swa", true},
    Pack{"ta", "tam", false},
    Pack{"te", "tel", false},
    Pack{"tg", "tgk", false},
    Pack{"th", "tha", false},
    Pack{"ti", "tir", false},
    Pack{"tl", "fil", true},
    Pack{"to", "ton", true},
    Pack{"tr", "tur", true},
    Pack{"uk", "ukr", false},
    Pack{"ur", "urd", false},
    Pack{"uz-Cyrl", "uzb_cyrl", false},
    Pack{"uz", "uzb", true},
    Pack{"vi", "vie", true},
    Pack{"zh-Hant", "chi_tra", false},
    Pack{"zh-TW", "chi_tra", false},
    Pack{"zh-HK", "chi_tra", false},
    Pack{"zh", "chi_sim", false},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 33> script_packs = {{
    {"Latin", "eng"},      {"Cyrillic", "rus"}, {"Cyrillic", "ukr"},     {"Cyrillic", "bul"},
    {"Arabic", "ara"},     {"Arabic", "fas"},   {"Arabic", "urd"},       {"Devanagari", "hin"},
    {"Devanagari", "nep"}, {"Thai", "tha"},     {"Han", "chi_sim"},      {"Han", "chi_tra"},
    {"Han", "jpn"},        {"Japanese", "jpn"}, {"Japanese", "chi_tra"}, {"Hangul", "kor"},
    {"Korean", "kor"},     {"Greek", "ell"},    {"Hebrew", "heb"},       {"Bengali", "ben"},
    {"Armenian", "hye"},   {"Georgian", "kat"}, {"Ethiopic", "amh"},     {"Khmer", "khm"},
    {"Lao", "lao"},        {"Myanmar", "mya"},  {"Sinhala", "sin"},      {"Tamil", "tam"},
    {"Telugu", "tel"},     {"Kannada", "kan"},  {"Malayalam", "mal"},    {"Gujarati", "guj"},
    {"Gurmukhi", "pan"},
}};

}  // namespace

std::string_view ocr_pack_of(std::string_view language) {
    const auto named = [](std::string_view wanted) {
        const auto found =
            std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.language == wanted; });
        return found == packs.end() ? std::string_view() : found->name;
    };
    if (const std::string_view pack = named(language); !pack.empty()) return pack;
    return named(language.substr(0, language.find('-')));
}

std::vector<std::string_view> ocr_packs_of_script(std::string_view script) {
    std::vector<std::string_view> names;
    for (const auto& [of, name] : script_packs)
        if (of == script) names.push_back(name);
    return names;
}

bool is_in_latin_letters(std::string_view pack) {
    return std::any_of(packs.begin(), packs.end(),
                       [&](const Pack& known) { return known.name == pack && known.is_latin; });
}

std::string ocr_package_of(std::string_view pack) {
    std::string package = "tesseract-ocr-";
    for (const char c : pack) package += c == '_' ? '-' : c;
    return package;
}

}  // namespace demarche
