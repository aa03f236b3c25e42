// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

// What stands before a paragraph without being part of what it says.

bool is_bullet(std::uint32_t point) noexcept;

// A bullet, or a dash used as one.
bool is_item_sign(std::string_view word) noexcept;

// "(a)", "1.", "1.2.3", "iv)", "a)", "13(c)", "(๑)", "(ख)" ... or a bullet or dash, standing alone before a space.
bool is_list_mark(std::string_view word) noexcept;

// A bare number of up to three digits: a paragraph's number, a page's, a note's.
bool is_short_number(std::string_view word) noexcept;

// The number of a section, an objective or an action by itself: "7.5.2", "7.5.2.13.", "(4.4.1.1)". Three parts or
// more, as two are a sum, a share or a version.
bool is_section_number(std::string_view word) noexcept;

}  // namespace demarche
