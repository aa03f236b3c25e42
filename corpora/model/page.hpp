// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A rectangle on a page: points (1/72 inch) from the page's top left corner,
// x to the right and y down, as the page is shown (rotation applied).
struct Box {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    // The smallest box that holds both.
    Box united(const Box& other) const noexcept {
        return {x0 < other.x0 ? x0 : other.x0, y0 < other.y0 ? y0 : other.y0, x1 > other.x1 ? x1 : other.x1,
                y1 > other.y1 ? y1 : other.y1};
    }
    friend bool operator==(const Box&, const Box&) noexcept = default;
};

// One printed line's part of a quotation.
struct PageBox {
    std::uint32_t page = 0;  // 1 is the file's first page, whatever is printed on it
    Box box;
    friend bool operator==(const PageBox&, const PageBox&) noexcept = default;
};

struct Font {
    std::string name;
    bool bold = false;
    bool italic = false;
};

// A word as the file gives it: no cleaning has been done.
struct Word {
    std::uint32_t begin = 0, length = 0;  // bytes of Page::text
    Box box;
    float size = 0;             // of the font, in points
    std::uint16_t font = 0;     // index into Page::fonts
    std::uint8_t rotation = 0;  // quarter turns clockwise: 0 is upright
    bool space_after = false;   // the reader saw a space between it and the next word of the line
    bool starts_line = false;   // first word of a printed line
    bool starts_block = false;  // first word of a block: a paragraph or a column's part of one
    // How sure OCR is of the letters, in percent; a text layer's words are as the file says.
    std::uint8_t confidence = 100;
};

// Whether a page without mentions was read at all.
enum class PageStatus {
    text,        // it has words, in its own text layer
    ocr,         // its words were read by OCR
    blank,       // it has no words: nothing is printed on it, or a picture in which OCR found none
    picture,     // something is printed on it, but not as text: it was not read
    wrong_text,  // its text layer does not say what is printed: it was not read
};

struct Page {
    std::uint32_t number = 0;  // from 1
    std::uint32_t of = 0;      // pages that its file says it has; 0: not known before its end
    float width = 0, height = 0;
    PageStatus status = PageStatus::blank;
    std::vector<Font> fonts;
    std::string text;         // the words' letters, UTF-8, one after the other
    std::vector<Word> words;  // in the reading order that the format's reader suggests
    // The file's own text does not say what is printed; set whether or not OCR read the page instead.
    bool has_wrong_text_layer = false;
    // It is to be read by OCR, which has been put off; its words are what the file says.
    bool awaits_ocr = false;
    std::string remark;  // why the page was not read, and what to do; empty when there is nothing to say

    std::string_view letters(const Word& word) const noexcept {
        return std::string_view(text).substr(word.begin, word.length);
    }
};

}  // namespace demarche
