// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <stdexcept>

namespace demarche {

namespace {

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*factory)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = factory(status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU data is missing: ") + u_errorName(status));
    return *found;
}

std::string normalized(const icu::Normalizer2& form, std::string_view text) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                       status);
    return U_FAILURE(status) ? std::string(text) : result;
}

UChar32 next_point(std::string_view text, std::int32_t& at) noexcept {
    UChar32 point = 0;
    const auto length = static_cast<std::int32_t>(text.size());
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, point);
    return point;
}

bool is_apostrophe(UChar32 point) noexcept {
    return point == '\'' || point == 0x2019 || point == 0x02BC;
}

}  // namespace

std::uint32_t first_code_point(std::string_view text) noexcept {
    if (text.empty()) return 0;
    std::int32_t at = 0;
    return static_cast<std::uint32_t>(next_point(text.substr(0, U8_MAX_LENGTH), at));
}

std::uint32_t last_code_point(std::string_view text) noexcept {
    if (text.empty()) return 0;
    std::size_t begin = text.size() - 1;
    while (begin > 0 && text.size() - begin < U8_MAX_LENGTH && U8_IS_TRAIL(text[begin])) --begin;
    std::int32_t at = 0;
    return static_cast<std::uint32_t>(next_point(text.substr(begin), at));
}

bool is_blank(std::uint32_t point) noexcept {
    return point == ' ' || point == '\t' || (point >= 0x80 && u_isblank(static_cast<UChar32>(point)) != 0);
}
bool is_lower_case(std::uint32_t point) noexcept {
    return u_islower(static_cast<UChar32>(point)) != 0;
}
bool is_upper_case(std::uint32_t point) noexcept {
    return u_isupper(static_cast<UChar32>(point)) != 0 || u_istitle(static_cast<UChar32>(point)) != 0;
}
bool is_letter(std::uint32_t point) noexcept {
    return u_isalpha(static_cast<UChar32>(point)) != 0;
}
bool is_digit(std::uint32_t point) noexcept {
    return u_isdigit(static_cast<UChar32>(point)) != 0;
}

bool is_word_character(std::uint32_t point) noexcept {
    constexpr std::uint32_t marks = U_GC_M_MASK | U_GC_L_MASK | U_GC_N_MASK;
    return (U_MASK(u_charType(static_cast<UChar32>(point))) & marks) != 0;
}

bool is_unspaced_script(std::uint32_t point) noexcept {
    if (point < 0x0E00) return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(point), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR: return true;
        default:
            // Marks and punctuation that those scripts share: the prolonged sound mark, "。", "、".
            return point == 0x30FC || (point >= 0x3000 && point <= 0x3003) || (point >= 0xFF01 && point <= 0xFF0F);
    }
}

bool is_private_or_unknown(std::uint32_t point) noexcept {
    if (point < 0xE000) return false;
    if (point == 0xFFFD) return true;
    const auto type = u_charType(static_cast<UChar32>(point));
    return type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED;
}

std::string composed(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
    return normalized(nfc, text);
}

std::string compatible(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    static const icu::Normalizer2& nfkc = normalizer(icu::Normalizer2::getNFKCInstance);
    return normalized(nfkc, text);
}

std::string case_folded(std::string_view text) {
    std::string folded;
    if (is_ascii(text)) {
        folded = text;
        for (char& c : folded)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        std::erase(folded, '\'');
        return folded;
    }
    static const icu::Normalizer2& nfkc_casefold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    const std::string normal = normalized(nfkc_casefold, text);
    std::int32_t at = 0;
    while (at < static_cast<std::int32_t>(normal.size())) {
        const UChar32 point = next_point(normal, at);
        if (!is_apostrophe(point)) append_utf8(folded, static_cast<std::uint32_t>(point));
    }
    return folded;
}

std::string without_accents(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    static const icu::Normalizer2& nfd = normalizer(icu::Normalizer2::getNFDInstance);
    const std::string decomposed = normalized(nfd, text);
    std::string bare;
    std::int32_t at = 0;
    while (at < static_cast<std::int32_t>(decomposed.size())) {
        const UChar32 point = next_point(decomposed, at);
        // Only the general marks: vowel signs of Indic scripts and Arabic are letters to their readers.
        if (point < 0x0300 || point > 0x036F) append_utf8(bare, static_cast<std::uint32_t>(point));
    }
    return bare;
}

}  // namespace demarche
