// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

// Whether documents speak of something. An absence is never a failure of reading in disguise.
enum class Presence : std::uint8_t {
    present,
    absent,   // looked for everywhere, and not found
    unknown,  // not found, and not looked for everywhere: pages were not read, or no words for it in the language
};

std::string_view to_string(Presence presence) noexcept;

}  // namespace demarche
