// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpora/model/clean_text.hpp"

namespace demarche {

// How the parts of a CleanText stand in the study's table `texts`; the formats
// are described in schema.md under "Where each word is printed".

// Points to the study's unit for positions on a page, 1/100 point, and back.
// What is no number becomes 0; what is beyond 10,000,000 points becomes that.
std::int32_t to_hundredths(float points) noexcept;
float to_points(std::int64_t hundredths) noexcept;

// The same text with every box moved to the study's grid: what comes back from
// the study is equal to it. Boxes of mentions are worked out from this one, so
// that a text gives the same boxes when it was just read and when it is tagged anew.
CleanText on_grid(const CleanText& text);

// About nine bytes for a word. `text` goes into the check sum only.
std::string encode_pieces(std::string_view text, const std::vector<Piece>& pieces);
// The reverse. Throws std::invalid_argument, saying what is wrong, if the bytes
// were not made from this text by encode_pieces().
std::vector<Piece> decode_pieces(std::string_view text, std::string_view bytes);

// [[begin, end, "role", page], ...] in JSON.
std::string encode_blocks(const std::vector<Block>& blocks);
// The reverse. Throws std::invalid_argument for anything else.
std::vector<Block> decode_blocks(std::string_view json);

}  // namespace demarche
