// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// Whether `code` is one of ISO 639-1, such as "en".
bool is_language_code(std::string_view code) noexcept;

// Whether `tag` has the form of BCP 47 ("en", "zh-Hant", "pt-BR", "ckb"); a first
// part of two letters must be of ISO 639-1.
bool is_language_tag(std::string_view tag) noexcept;

// What was probably meant by a code that is none: a country's ("jp" for "ja"), or a
// language's English name. Empty when there is no telling.
std::string language_meant_by(std::string_view word);

}  // namespace demarche
