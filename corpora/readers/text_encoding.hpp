// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// How the bytes of a user's text file stand for letters. Never guessed: a wrong
// guess gives words that look like words and match nothing.
enum class TextEncoding { utf8, windows_1252 };

// The text as UTF-8, without a byte order mark and with "\n" at the end of every line,
// whether the file has LF, CRLF (Windows) or CR (old Macintosh).
//
// name    what messages call the file
// throws  Error{invalid} that names the line and says what to do, for bytes that are not of this encoding
//         and for control characters
std::string decoded_text(std::string_view bytes, TextEncoding encoding, const std::string& name);

// The lines of a decoded text, without their ends; an empty one after the last end is none.
std::vector<std::string_view> lines_of(std::string_view text);

// Without the spaces and tabs around it.
std::string_view without_space_around(std::string_view text) noexcept;

}  // namespace demarche
