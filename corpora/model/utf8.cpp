// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

// The length of the well-formed sequence that begins at `at`, or 0 (Unicode, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    const bool is_lead = first >= 0xC2 && first <= 0xF4;
    const std::size_t wanted = !is_lead ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (wanted == 0 || text.size() - at < wanted) return 0;
    for (std::size_t next = 1; next < wanted; ++next)
        if ((byte_at(text, at + next) & 0xC0U) != 0x80) return 0;
    const unsigned second = byte_at(text, at + 1);
    const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool is_surrogate = first == 0xED && second >= 0xA0;
    const bool is_beyond_unicode = first == 0xF4 && second >= 0x90;
    return is_overlong || is_surrogate || is_beyond_unicode ? 0 : wanted;
}

}  // namespace

std::uint32_t code_point_at(std::string_view text, std::size_t at, std::size_t length) noexcept {
    std::uint32_t point = length == 1 ? byte_at(text, at) : byte_at(text, at) & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length; ++next) point = (point << 6) | (byte_at(text, at + next) & 0x3FU);
    return point;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
    std::string result;
    while (const auto invalid = first_invalid_utf8(text)) {
        result.append(text.substr(0, *invalid)).append("\xEF\xBF\xBD");
        text.remove_prefix(*invalid + 1);
    }
    return result.append(text);
}

void append_utf8(std::string& text, std::uint32_t point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
        return;
    }
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = 0xFFFD;
    const auto continuation = [&](int shift) { text += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0 | (point >> 12));
        continuation(6);
    } else {
        text += static_cast<char>(0xF0 | (point >> 18));
        continuation(12);
        continuation(6);
    }
    continuation(0);
}

}  // namespace demarche
