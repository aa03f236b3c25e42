// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/characters.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace demarche {

namespace {

enum class Kind { plain, forbidden, broken };

struct Head {
    std::size_t length = 1;  // bytes to take together
    Kind kind = Kind::plain;
};

bool continues(unsigned char byte) noexcept {
    return (byte & 0xC0U) == 0x80U;
}

// The range that the second byte must be in: narrower than 80-BF where a shorter
// form exists, where surrogates would be, and above U+10FFFF.
bool second_fits(unsigned char first, unsigned char second) noexcept {
    switch (first) {
        case 0xE0: return second >= 0xA0 && second <= 0xBF;
        case 0xED: return second >= 0x80 && second <= 0x9F;
        case 0xF0: return second >= 0x90 && second <= 0xBF;
        case 0xF4: return second >= 0x80 && second <= 0x8F;
        default: return continues(second);
    }
}

std::size_t expected_length(unsigned char first) noexcept {
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

// What stands at the beginning of `rest`, which is not empty. Of a character cut
// short, the bytes that could have begun one are taken together.
Head head_of(std::string_view rest) noexcept {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(rest[index]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return {1,
                first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? Kind::plain : Kind::forbidden};
    const std::size_t expected = expected_length(first);
    if (expected == 0) return {1, Kind::broken};
    if (rest.size() < 2 || !second_fits(first, byte(1))) return {1, Kind::broken};
    for (std::size_t length = 2; length < expected; ++length)
        if (length == rest.size() || !continues(byte(length))) return {length, Kind::broken};
    const bool is_noncharacter = first == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;  // U+FFFE, U+FFFF
    return {expected, is_noncharacter ? Kind::forbidden : Kind::plain};
}

// Bytes at the beginning of `text` that need no change.
std::size_t plain_prefix(std::string_view text) noexcept {
    std::size_t reached = 0;
    while (reached < text.size()) {
        const Head head = head_of(text.substr(reached));
        if (head.kind != Kind::plain) break;
        reached += head.length;
    }
    return reached;
}

}  // namespace

bool is_exchangeable(std::string_view text) noexcept {
    return plain_prefix(text) == text.size();
}

std::string exchangeable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = plain_prefix(text);
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const Head head = head_of(text);
        if (head.kind == Kind::broken) result += "\xEF\xBF\xBD";
        text.remove_prefix(head.length);
    }
    return result;
}

std::string id_part(std::string_view name) {
    std::string result;
    for (const char character : name) {
        const bool is_upper = character >= 'A' && character <= 'Z';
        const bool is_kept = is_upper || (character >= 'a' && character <= 'z') ||
                             (character >= '0' && character <= '9') ||
                             static_cast<unsigned char>(character) >= 0x80;
        if (is_kept)
            result += is_upper ? static_cast<char>(character - 'A' + 'a') : character;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    if (!result.empty() && result.back() == '_') result.pop_back();
    return result;
}

bool is_blank(std::string_view text) {
    return exchangeable(text).find_first_not_of(" \t\n\r") == std::string::npos;
}

}  // namespace demarche
