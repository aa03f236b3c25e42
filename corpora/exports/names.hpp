// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/document.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/page.hpp"

namespace demarche {

// The words that stand for the model's enumerations in files that other
// programs read: study.sqlite, CSV, JSON lines. Changing one changes a format.

std::string_view name_of(BlockRole role) noexcept;  // body, heading, footnote, contents, cover, imprint, glossary
std::string_view name_of(PageStatus status) noexcept;      // text, ocr, blank, picture, wrong_text
std::string_view name_of(Provenance provenance) noexcept;  // manifest, worked_out

// Each returns nothing for a word that is none of them.
std::optional<BlockRole> role_named(std::string_view word) noexcept;
std::optional<PageStatus> page_status_named(std::string_view word) noexcept;
std::optional<Provenance> provenance_named(std::string_view word) noexcept;
std::optional<ErrorKind> error_kind_named(std::string_view word) noexcept;

}  // namespace demarche
