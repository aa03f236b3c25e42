// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"

namespace demarche {

// The bytes of a file. Error{missing} or Error{unreadable} naming it.
std::string read_bytes(const std::filesystem::path& path);

// The same text without a byte order mark at its beginning.
std::string_view without_byte_order_mark(std::string_view text) noexcept;

// The line, from 1, in which a byte of a text stands.
int line_of(std::string_view text, std::size_t offset) noexcept;

// What to tell the user of a text that is not UTF-8, by what it looks like: an
// Excel workbook, UTF-16, or another encoding.
std::string advice_on_encoding(std::string_view text);

}  // namespace demarche
