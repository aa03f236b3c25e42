// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/span.hpp"

namespace demarche {

// The unit of coding. Sentences are in reading order and do not overlap.
struct Sentence {
    std::uint32_t ordinal = 0;  // from 1, in the document
    Span span;
    std::string language;  // ISO 639-1
    BlockRole role = BlockRole::body;
    std::uint32_t page = 0;  // on which it begins
    std::string section;     // path of headings, joined with " › "; empty before the first
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

}  // namespace demarche
