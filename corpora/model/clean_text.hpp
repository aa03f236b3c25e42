// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "corpora/model/span.hpp"

namespace demarche {

// What a block of the running text is. Only the first three carry sentences
// that are what the document says: the others repeat its headings, name it
// and who made it, or tell what words mean (glossaries, lists of abbreviations).
enum class BlockRole : std::uint8_t { body, heading, footnote, contents, cover, imprint, glossary };

// A paragraph, heading ... of the clean text. Blocks are in reading order, do
// not overlap, and are separated by one line feed that belongs to none.
struct Block {
    Span span;
    BlockRole role = BlockRole::body;
    std::uint32_t page = 0;  // on which it begins
    friend bool operator==(const Block&, const Block&) noexcept = default;
};

// One printed word, or the part of one that stands in a span of clean text. A
// word broken over two lines is two pieces whose spans touch.
struct Piece {
    Span span;
    std::uint32_t page = 0;
    std::uint32_t line = 0;  // counts printed lines through the document, so two columns never share one
    Box box;
    friend bool operator==(const Piece&, const Piece&) noexcept = default;
};

// The running text of one document, and where each part of it is printed.
//
// Immutable after construction, so safe to read from many threads. This is
// what the study stores: tagging anew needs no PDF.
class CleanText {
public:
    CleanText() = default;

    // text    UTF-8, blocks separated by '\n'
    // blocks  in order, inside text
    // pieces  in order of their spans, inside text
    // throws  std::invalid_argument if they are not: a bug in the cleaner, or a damaged study
    CleanText(std::string text, std::vector<Block> blocks, std::vector<Piece> pieces);

    const std::string& text() const noexcept { return text_; }
    const std::vector<Block>& blocks() const noexcept { return blocks_; }
    const std::vector<Piece>& pieces() const noexcept { return pieces_; }

    // throws std::out_of_range if span is not inside text()
    std::string_view slice(Span span) const;

    // Where a span of clean text lies on the printed pages.
    //
    // span     bytes of text(), on code point boundaries
    // returns  one (page number, box in points from the top left) per line touched
    // throws   std::out_of_range if span is not inside text()
    // cost     O(log n) in the number of pieces, plus the pieces touched
    // why      a hyphen removed at a line end makes clean and raw text differ in
    //          length, and a quotation must be shown where it is printed
    std::vector<PageBox> origin(Span span) const;

    // The page on which the character at `offset` is printed; that of the next
    // printed one when it is white space, of the last when none follows, 0 in
    // a text without pages. Cost as origin().
    std::uint32_t page_at(std::uint32_t offset) const noexcept;

private:
    std::string text_;
    std::vector<Block> blocks_;
    std::vector<Piece> pieces_;
};

}  // namespace demarche
