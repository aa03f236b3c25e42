// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/languages.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <cstdint>
#include <string>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// More says nothing new of a whole document and costs time.
constexpr std::size_t enough = 8'000;

// CLD2 keeps codes that ISO 639 has replaced or that name one standard of a language.
std::string modern_code(std::string code) {
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    if (code == "no") return "nb";
    return code;
}

// CLD2 gives up at control characters and at code points that Unicode keeps for none; without its check it would
// run over the end of text that is not UTF-8.
bool is_refused(std::uint32_t point) {
    const bool is_control =
        (point < 0x20 && point != '\t' && point != '\n' && point != '\r') || (point >= 0x7F && point < 0xA0);
    return is_control || (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFEU) == 0xFFFEU;
}

std::string acceptable(std::string_view text) {
    const std::string valid = with_valid_utf8(text);
    std::string result;
    result.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size();) {
        const std::string_view letter = std::string_view(valid).substr(at, code_point_length(valid[at]));
        result += is_refused(first_code_point(letter)) ? " " : letter;
        at += letter.size();
    }
    return result;
}

struct Detection {
    CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
    int percent = 0;
    bool is_reliable = false;
    bool is_whole = false;  // false: the text was refused
};

Detection detect(std::string_view text) {
    // Left as they are when the text is refused.
    CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percents[3] = {};
    double scores[3] = {};
    int text_bytes = 0, valid_prefix = 0;
    bool is_reliable = false;
    const CLD2::CLDHints no_hints = {nullptr, "", CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                            languages, percents, scores, nullptr, &text_bytes, &is_reliable,
                                            &valid_prefix);
    const bool is_whole = valid_prefix == static_cast<int>(text.size());
    if (!is_whole || text_bytes == 0) return {CLD2::UNKNOWN_LANGUAGE, 0, false, is_whole};
    return {languages[0], percents[0], is_reliable, true};
}

}  // namespace

LanguageGuess detect_language(std::string_view text) {
    // From the middle: covers and imprints are often in another language.
    if (text.size() > enough) {
        std::size_t begin = (text.size() - enough) / 2;
        while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
        std::size_t end = begin + enough;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        text = text.substr(begin, end - begin);
    }
    Detection found = detect(text);
    if (!found.is_whole) found = detect(acceptable(text));
    if (found.language == CLD2::UNKNOWN_LANGUAGE) return {};
    return {modern_code(CLD2::LanguageCode(found.language)), found.percent / 100.0, found.is_reliable};
}

}  // namespace demarche
