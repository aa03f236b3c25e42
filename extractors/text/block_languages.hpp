// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"

namespace demarche {

// The language of each block of a text, in order of text.blocks(): the document's, but where a block, or
// neighbours in the same script that come to 200 letters together, are reliably in another one. Ministries print
// two languages one after the other, and a sentence is split and tagged by the rules of its own.
//
// document_language  ISO 639-1; empty: unknown, and every block is judged
// cost               the language detector's, for the first blocks and for those with few words that these had; in
// a
//                    language without spaces for each
std::vector<std::string> detect_block_languages(const CleanText& text, std::string_view document_language);

}  // namespace demarche
