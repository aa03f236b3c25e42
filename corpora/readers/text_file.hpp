// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

// The bytes of a file. Error{missing} or Error{unreadable} naming it.
std::string read_bytes(const std::filesystem::path& path);

// The first byte that is not part of well-formed UTF-8 (overlong forms and
// surrogates are ill-formed), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

// The same text with U+FFFD for every byte that is not UTF-8.
std::string with_valid_utf8(std::string_view text);

// The same text without a byte order mark at its beginning.
std::string_view without_byte_order_mark(std::string_view text) noexcept;

// The line, from 1, in which a byte of a text stands.
int line_of(std::string_view text, std::size_t offset) noexcept;

// What to tell the user of a text that is not UTF-8, by what it looks like: an
// Excel workbook, UTF-16, or another encoding.
std::string advice_on_encoding(std::string_view text);

}  // namespace demarche
