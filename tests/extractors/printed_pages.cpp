// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extractors/printed_pages.hpp"

#include <algorithm>

#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

float width_of(std::string_view letters, float size) {
    float width = 0;
    for (std::size_t at = 0; at < letters.size(); at += code_point_length(letters[at])) width += size / 2;
    return width;
}

}  // namespace

PrintedPages& PrintedPages::page() {
    Page page;
    page.number = static_cast<std::uint32_t>(pages_.size() + 1);
    page.width = 600;
    page.height = 800;
    page.fonts = {{"Serif", false, false}, {"Serif-Bold", true, false}};
    pages_.push_back(page);
    return *this;
}

PrintedPages& PrintedPages::picture() {
    page();
    pages_.back().status = PageStatus::picture;
    return *this;
}

void PrintedPages::add_word(std::string_view letters, float x, float y, Print print) {
    Page& page = pages_.back();
    page.status = PageStatus::text;
    Word word;
    word.begin = static_cast<std::uint32_t>(page.text.size());
    word.length = static_cast<std::uint32_t>(letters.size());
    word.box = {x, y, x + width_of(letters, print.size), y + print.size};
    word.size = print.size;
    word.font = print.bold ? 1 : 0;
    page.text += letters;
    page.words.push_back(word);
}

PrintedPages& PrintedPages::line(float x, float y, std::string_view text, Print print) {
    bool is_first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        add_word(text.substr(0, end), x, y, print);
        Word& word = pages_.back().words.back();
        word.starts_line = is_first;
        word.starts_block = is_first && print.starts_block;
        word.space_after = true;
        is_first = false;
        x = word.box.x1 + print.size / 2;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return *this;
}

PrintedPages& PrintedPages::block(float x, float y, const std::vector<std::string>& lines, Print print) {
    print.starts_block = true;
    for (const std::string& text : lines) {
        line(x, y, text, print);
        y += print.size + 2;
        print.starts_block = false;
    }
    return *this;
}

PrintedPages& PrintedPages::raised(std::string_view text) {
    Word& before = pages_.back().words.back();
    before.space_after = false;
    const Box box = before.box;
    const float size = before.size * 0.6F;
    add_word(text, box.x1, box.y0 - 1, {size, false, false});
    pages_.back().words.back().space_after = true;
    return *this;
}

std::vector<std::string> blocks_of(const CleanText& text) {
    std::vector<std::string> lines;
    for (const Block& block : text.blocks()) {
        const char* label = block.role == BlockRole::heading    ? "heading: "
                            : block.role == BlockRole::footnote ? "footnote: "
                            : block.role == BlockRole::contents ? "contents: "
                            : block.role == BlockRole::glossary ? "glossary: "
                                                                : "";
        lines.push_back(label + std::string(text.slice(block.span)));
    }
    return lines;
}

std::string cleaned_lines(const std::vector<std::string>& lines) {
    return PrintedPages().page().block(50, 200, lines).cleaned().text.text();
}

}  // namespace demarche
