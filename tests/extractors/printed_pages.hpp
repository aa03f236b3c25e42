// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/text/cleaner.hpp"

namespace demarche {

// How a line is printed.
struct Print {
    float size = 10;  // points
    bool bold = false;
    bool starts_block = false;
};

// Pages as a reader of some format gives them, typed by hand: 600 x 800 points,
// letters half as wide as they are high.
class PrintedPages {
public:
    PrintedPages& page();
    // A line whose top left corner stands at (x, y); words are apart by single blanks.
    PrintedPages& line(float x, float y, std::string_view text, Print print = {});
    // Lines 12 points apart that begin a block, in a column from x.
    PrintedPages& block(float x, float y, const std::vector<std::string>& lines, Print print = {});
    // A small raised word right behind the last one.
    PrintedPages& raised(std::string_view text);
    // The same for the whole page: a picture, without words.
    PrintedPages& picture();

    const std::vector<Page>& pages() const noexcept { return pages_; }
    CleanedPages cleaned() const { return clean(pages_); }

private:
    void add_word(std::string_view letters, float x, float y, Print print);
    std::vector<Page> pages_;
};

// "heading: Norms", one for each block; plain paragraphs have no label.
std::vector<std::string> blocks_of(const CleanText& text);

// Lines of one paragraph on one page, cleaned.
std::string cleaned_lines(const std::vector<std::string>& lines);

}  // namespace demarche
