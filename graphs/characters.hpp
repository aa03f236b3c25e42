// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// Text as every format can carry it. What a PDF's fonts call text may hold form
// feeds, NULs, halves of surrogate pairs or bytes that are no UTF-8 at all; one
// of them makes a whole XML file unreadable.

// Whether `text` is UTF-8 without characters that XML 1.0 forbids.
bool is_exchangeable(std::string_view text) noexcept;

// `text` without the characters that XML 1.0 forbids (controls but tab, line feed and carriage return;
// U+FFFE, U+FFFF), and with U+FFFD in place of what is no UTF-8. Linear.
std::string exchangeable(std::string_view text);

// A name as part of an id: lower case, everything but letters and digits as one underscore, none at the ends.
// Letters outside ASCII stay as they are.
std::string id_part(std::string_view name);

// Whether nothing but spaces, tabs and line ends is left of it then.
bool is_blank(std::string_view text);

}  // namespace demarche
