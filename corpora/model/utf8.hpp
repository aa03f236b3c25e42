// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

// UTF-8 as bytes, for every room. What letters mean is for ICU, in extractors/text.

// Bytes that the code point beginning with this byte takes.
constexpr std::uint32_t code_point_length(char lead) noexcept {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The code point of the `length` bytes from `at` on, of well-formed UTF-8.
std::uint32_t code_point_at(std::string_view text, std::size_t at, std::size_t length) noexcept;

// The first byte that is not part of well-formed UTF-8 (overlong forms and
// surrogates are ill-formed), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

// The same text with U+FFFD for every byte that is not UTF-8.
std::string with_valid_utf8(std::string_view text);

// Appends one code point; surrogates and values beyond Unicode become U+FFFD.
void append_utf8(std::string& text, std::uint32_t point);

}  // namespace demarche
