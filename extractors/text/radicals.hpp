// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace demarche {

// The ideograph that a radical of CJK Radicals Supplement (U+2E80 to U+2EF3) looks like: 民 for ⺠. Every other
// code point is returned as it is, and so are the two of the block that look like none.
//
// Some fonts of Japanese and Chinese files name such a radical where they show the whole character. Normalisation
// helps with Kangxi radicals (U+2F00 to U+2FD5), but leaves all of these but two as they are.
std::uint32_t without_radical(std::uint32_t point) noexcept;

}  // namespace demarche
