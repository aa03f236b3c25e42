// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"

namespace demarche {

struct LanguageGuess {
    std::string language;      // ISO 639-1, or BCP 47 ("zh-Hant"); empty when nothing can be said
    double confidence = 0;     // share of the text that is in it, 0 to 1
    bool is_reliable = false;  // no other language comes near it
};

// The language of a text of a sentence or more, by CLD2: it reads 26,000 texts a
// second, knows 80 languages with what fits in a library, and was the most
// accurate on single sentences of those compared.
LanguageGuess detect_language(std::string_view text);

// The language of each block of a text, in order of text.blocks(): the document's, but where a block, or
// neighbours in the same script that come to 200 letters together, are reliably in another one. Ministries print
// two languages one after the other, and a sentence is split and tagged by the rules of its own.
//
// document_language  ISO 639-1; empty: unknown, and every block is judged
// cost               20 MB/s
std::vector<std::string> detect_block_languages(const CleanText& text, std::string_view document_language);

}  // namespace demarche
