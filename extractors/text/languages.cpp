// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/languages.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cstdint>

#include "corpora/model/utf8.hpp"
#include "extractors/text/unicode.hpp"

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

// Fewer say too little: names, titles and quotations pass for the language that they come from.
constexpr std::size_t least_letters = 200;
constexpr double mostly = 0.75;

// Code points that are no ASCII signs or digits: near enough to letters, and cheap.
std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
    }));
}

// Scripts as far as they part languages that stand on one page; 0 for none.
int script_class(std::string_view text) {
    std::size_t ascii = 0, beyond = 0;
    std::uint32_t example = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') ++ascii;
        } else if (byte >= 0xCD) {  // from Greek on
            ++beyond;
            example = first_code_point(text.substr(at));
        } else {
            ++ascii;
        }
    }
    if (ascii + beyond == 0) return 0;
    constexpr std::uint32_t first_east_asian = 0x2E80;
    if (beyond <= ascii) return 1;
    return example >= first_east_asian ? 2 : static_cast<int>(example >> 8) + 3;
}

// Neighbouring blocks that are judged together: those of one script, until they say enough.
std::size_t end_of_stretch(const CleanText& text, std::size_t first) {
    const std::vector<Block>& blocks = text.blocks();
    int script = 0;
    std::size_t letters = 0, last = first;
    for (; last < blocks.size() && letters < least_letters; ++last) {
        const std::string_view block = text.slice(blocks[last].span);
        const int own = script_class(block);
        if (script != 0 && own != 0 && own != script) break;
        if (own != 0) script = own;
        letters += letters_in(block);
    }
    return std::max(last, first + 1);
}

// "zh" and "zh-Hant", "nb" and "no" are not another language.
bool is_same_language(std::string_view one, std::string_view other) {
    const auto base = [](std::string_view code) {
        code = code.substr(0, code.find('-'));
        return code == "nb" || code == "nn" ? std::string_view("no") : code;
    };
    return base(one) == base(other);
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

std::vector<std::string> detect_block_languages(const CleanText& text, std::string_view document_language) {
    const std::vector<Block>& blocks = text.blocks();
    std::vector<std::string> languages(blocks.size(), std::string(document_language));
    for (std::size_t first = 0; first < blocks.size();) {
        const std::size_t last = end_of_stretch(text, first);
        const std::size_t begin = blocks[first].span.begin(), end = blocks[last - 1].span.end();
        const std::string_view stretch = std::string_view(text.text()).substr(begin, end - begin);
        if (letters_in(stretch) >= least_letters) {
            const LanguageGuess guess = detect_language(stretch);
            if (guess.is_reliable && guess.confidence >= mostly &&
                !is_same_language(guess.language, document_language))
                std::fill(languages.begin() + static_cast<std::ptrdiff_t>(first),
                          languages.begin() + static_cast<std::ptrdiff_t>(last), guess.language);
        }
        first = last;
    }
    return languages;
}

}  // namespace demarche
