// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "extractors/text/set_letters.hpp"

namespace demarche {

namespace {

PrintedLine line_of(const Page& page, std::uint32_t page_index, std::uint32_t first, std::uint32_t last) {
    PrintedLine line{.page = page_index, .first = first, .last = last, .box = page.words[first].box};
    line.starts_block = page.words[first].starts_block;
    line.size = print_size(page, first, last);
    std::uint32_t letters = 0, bold = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const Word& word = page.words[i];
        line.box = line.box.united(word.box);
        letters += word.length;
        if (word.font < page.fonts.size() && page.fonts[word.font].bold) bold += word.length;
    }
    line.is_bold = bold * 2 > letters;
    return line;
}

}  // namespace

std::vector<PrintedLine> printed_lines(const std::vector<Page>& pages) {
    std::vector<PrintedLine> lines;
    for (std::uint32_t p = 0; p < pages.size(); ++p) {
        const auto count = static_cast<std::uint32_t>(pages[p].words.size());
        for (std::uint32_t first = 0; first < count;) {
            std::uint32_t last = first + 1;
            while (last < count && !pages[p].words[last].starts_line) ++last;
            lines.push_back(line_of(pages[p], p, first, last));
            first = last;
        }
    }
    return lines;
}

std::string raw_text(const Page& page, const PrintedLine& line) {
    std::string text;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        text += page.letters(page.words[i]);
        if (page.words[i].space_after && i + 1 < line.last) text += ' ';
    }
    return text;
}

float body_size(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines) {
    std::map<int, std::size_t> letters_by_size;  // in half points: renderers jitter
    for (const PrintedLine& line : lines) {
        const Page& page = pages[line.page];
        const Word& last = page.words[line.last - 1];
        letters_by_size[static_cast<int>(std::lround(line.size * 2))] +=
            last.begin + last.length - page.words[line.first].begin;
    }
    const auto most = std::max_element(letters_by_size.begin(), letters_by_size.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters_by_size.end() ? 0 : static_cast<float>(most->first) / 2;
}

}  // namespace demarche
