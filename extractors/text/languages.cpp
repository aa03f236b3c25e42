// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/languages.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace demarche {

namespace {

// More says nothing new of a whole document and costs time.
constexpr std::size_t enough = 16'000;

// CLD2 keeps codes that ISO 639 has replaced or that name one standard of a language.
std::string modern_code(std::string code) {
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    if (code == "no") return "nb";
    return code;
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
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool is_reliable = false;
    const CLD2::CLDHints no_hints = {nullptr, "", CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    int valid_prefix = 0;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                            languages, percents, scores, nullptr, &text_bytes, &is_reliable,
                                            &valid_prefix);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE || text_bytes == 0) return {};
    return {modern_code(CLD2::LanguageCode(languages[0])), percents[0] / 100.0, is_reliable};
}

}  // namespace demarche
