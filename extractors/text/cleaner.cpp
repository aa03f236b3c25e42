// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/cleaner.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/text/glossaries.hpp"
#include "extractors/text/hyphens.hpp"
#include "extractors/text/layout.hpp"
#include "extractors/text/lines.hpp"
#include "extractors/text/margins.hpp"
#include "extractors/text/marks.hpp"
#include "extractors/text/paragraphs.hpp"
#include "extractors/text/radicals.hpp"
#include "extractors/text/set_letters.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

bool is_plain(std::string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string_view ligature(std::uint32_t point) {
    switch (point) {
        case 0xFB00: return "ff";
        case 0xFB01: return "fi";
        case 0xFB02: return "fl";
        case 0xFB03: return "ffi";
        case 0xFB04: return "ffl";
        case 0xFB05:
        case 0xFB06: return "st";
        default: return {};
    }
}

// The letters of a word as they should read: no control characters, zero-width
// marks or soft hyphens, ligatures spelt out, accents composed. Some Japanese fonts
// name radicals where they show whole characters.
std::string resolved(std::string_view letters, std::uint32_t& unknown) {
    std::string text;
    for (std::size_t at = 0; at < letters.size();) {
        const std::size_t step = std::min<std::size_t>(code_point_length(letters[at]), letters.size() - at);
        const std::string_view letter = letters.substr(at, step);
        const std::uint32_t point = first_code_point(letter);
        at += step;
        if (is_blank(point)) {
            if (!text.ends_with(' ')) text += ' ';
            continue;
        }
        if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD ||
            (point >= 0x200B && point <= 0x200F) || point == 0xFEFF)
            continue;
        if (is_private_or_unknown(point)) ++unknown;
        if (const std::uint32_t ideograph = without_radical(point); ideograph != point) {
            append_utf8(text, ideograph);
            continue;
        }
        if (point >= 0x2F00 && point <= 0x2FDF) {
            text += compatible(letter);
            continue;
        }
        if (const std::string_view spelt = ligature(point); !spelt.empty())
            text += spelt;
        else
            text += letter;
    }
    return composed(text);
}

// Some files print spaces, or no-break spaces, as letters of a word.
std::string_view without_outer_spaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_lone_bullet(std::string_view word) {
    return word.size() == code_point_length(word.front()) && is_bullet(first_code_point(word));
}

// Where a line ends within "and/or", or within an address, nothing was there to be a blank.
bool is_address_break(std::string_view last, std::string_view next) {
    if (last.size() > 1 && last.back() == '/') return true;
    const bool is_address =
        last.find("://") != std::string_view::npos || last.starts_with("www.") || last.starts_with("(www.");
    if (!is_address || next.empty()) return false;
    constexpr std::string_view goes_on = "-_=&?%#~";
    return goes_on.find(last.back()) != std::string_view::npos ||
           goes_on.find(next.front()) != std::string_view::npos || next.front() == '/';
}

class TextBuilder {
public:
    TextBuilder(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines, TextQuality& quality)
        : pages_(pages), lines_(lines), judge_(pages, lines), quality_(quality) {}

    void add(const Paragraph& paragraph) {
        if (!text_.empty()) text_ += '\n';
        const auto begin = static_cast<std::uint32_t>(text_.size());
        block_begin_ = begin;
        for (std::size_t i = 0; i < paragraph.lines.size(); ++i)
            add_line(paragraph.lines[i],
                     i + 1 < paragraph.lines.size() ? &lines_[paragraph.lines[i + 1]] : nullptr);
        while (text_.size() > begin && text_.back() == ' ') text_.pop_back();
        if (text_.size() == begin) {
            if (!text_.empty()) text_.pop_back();
            return;
        }
        const PrintedLine& first = lines_[paragraph.lines.front()];
        blocks_.push_back(
            {Span(begin, static_cast<std::uint32_t>(text_.size())), paragraph.role, pages_[first.page].number});
        sizes_.push_back(first.size);
    }

    CleanText finish() {
        mark_glossaries(text_, sizes_, blocks_);
        return {std::move(text_), std::move(blocks_), std::move(pieces_)};
    }

private:
    void add_line(std::uint32_t index, const PrintedLine* next) {
        const PrintedLine& line = lines_[index];
        const Page& page = pages_[line.page];
        const bool is_spaced = has_spaced_letters(page, line);
        for (std::uint32_t i = line.first; i < line.last; ++i) {
            const Word& word = page.words[i];
            const std::string_view letters = page.letters(word);
            if (i > line.first && is_note_mark(page, page.words[i - 1], word)) {
                if (word.space_after) add_space();
                continue;
            }
            if (text_.size() == block_begin_ && is_lone_bullet(letters)) continue;
            const bool is_last = i + 1 == line.last;
            if (is_last && next && joins_next(letters, *next)) {
                add_word(letters.substr(0, letters.size() - trailing_hyphen(letters)), word, line.page, index);
                ++quality_.hyphens_joined;
                return;
            }
            add_word(letters, word, line.page, index);
            if (!is_last && stands_apart(page, line, i, is_spaced)) add_space();
        }
        if (next && needs_space(line, *next)) add_space();
    }

    // Whether a blank is read between word `i` of the line and the next.
    bool stands_apart(const Page& page, const PrintedLine& line, std::uint32_t i, bool is_spaced) const {
        const Word& word = page.words[i];
        const Word& next = page.words[i + 1];
        if (is_drop_capital(page, word, next)) {
            const std::string_view letter = page.letters(word), rest = page.letters(next);
            return !judge_.are_one_word(letter, rest) && judge_.are_one_word(rest, "") && stands_alone(letter);
        }
        if (is_small_capital(page, word, next) || is_sign_of(page, word, next) ||
            are_small_capitals(page, line, word, next))
            return false;
        if (is_spaced && are_spaced_letters(page, line, i)) return false;
        return word.space_after ||
               (i == line.first && is_raised(next, word) && is_short_number(page.letters(word)));
    }

    bool joins_next(std::string_view letters, const PrintedLine& next) const {
        return trailing_hyphen(letters) > 0 && judge_.is_typesetting(letters, first_letters(next));
    }

    bool needs_space(const PrintedLine& line, const PrintedLine& next) const {
        if (text_.size() == block_begin_) return false;
        const Page& page = pages_[line.page];
        const std::string_view last = page.letters(page.words[line.last - 1]);
        const std::string_view first = first_letters(next);
        if (trailing_hyphen(last) > 0) return false;  // the word's own hyphen: "cyber-/security"
        if (is_address_break(last, first)) return false;
        if (last.ends_with('.') && is_digit(first_code_point(first)) && judge_.are_one_word(last, first))
            return false;
        return !(is_unspaced_script(last_code_point(last)) && is_unspaced_script(first_code_point(first)));
    }

    std::string_view first_letters(const PrintedLine& line) const {
        const Page& page = pages_[line.page];
        return page.letters(page.words[line.first]);
    }

    void add_space() {
        if (text_.size() > block_begin_ && text_.back() != ' ') text_ += ' ';
    }

    void add_word(std::string_view letters, const Word& word, std::uint32_t page, std::uint32_t line) {
        const auto begin = static_cast<std::uint32_t>(text_.size());
        if (is_plain(letters))
            text_ += without_outer_spaces(letters);
        else
            text_ += without_outer_spaces(resolved(letters, quality_.replacement_characters));
        const auto end = static_cast<std::uint32_t>(text_.size());
        if (end > begin) pieces_.push_back({Span(begin, end), pages_[page].number, line, word.box});
    }

    const std::vector<Page>& pages_;
    const std::vector<PrintedLine>& lines_;
    HyphenJudge judge_;
    TextQuality& quality_;
    std::string text_;
    std::vector<Block> blocks_;
    std::vector<float> sizes_;  // of the print, by block
    std::vector<Piece> pieces_;
    std::uint32_t block_begin_ = 0;
};

std::vector<PageRecord> records_of(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines,
                                   const std::vector<bool>& is_margin) {
    std::vector<PageRecord> records;
    records.reserve(pages.size());
    for (const Page& page : pages)
        records.push_back(
            {page.number, page.width, page.height, page.status, static_cast<std::uint32_t>(page.words.size()), {}});
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (is_margin[i])
            records[lines[i].page].margins.push_back(composed(raw_text(pages[lines[i].page], lines[i])));
    return records;
}

void count_pages(const std::vector<PageRecord>& pages, TextQuality& quality) {
    for (const PageRecord& page : pages) {
        ++quality.pages;
        quality.words += page.words;
        switch (page.status) {
            case PageStatus::text:
            case PageStatus::ocr: ++quality.pages_with_text; break;
            case PageStatus::blank: ++quality.pages_blank; break;
            case PageStatus::picture:
            case PageStatus::wrong_text: ++quality.pages_unread; break;
        }
    }
}

float within_reach(float place) {
    return std::isnan(place) ? 0 : std::clamp(place, -farthest_place, farthest_place);
}

void bring_within_reach(std::vector<Page>& pages) {
    for (Page& page : pages) {
        page.width = within_reach(page.width);
        page.height = within_reach(page.height);
        for (Word& word : page.words) {
            Box& box = word.box;
            box = {within_reach(box.x0), within_reach(box.y0), within_reach(box.x1), within_reach(box.y1)};
            word.size = within_reach(word.size);
        }
    }
}

}  // namespace

CleanedPages clean(std::vector<Page> pages) {
    CleanedPages cleaned;
    bring_within_reach(pages);
    arrange(pages);
    const std::vector<PrintedLine> lines = printed_lines(pages);
    const std::vector<bool> is_margin = find_margins(pages, lines);
    TextBuilder builder(pages, lines, cleaned.quality);
    for (const Paragraph& paragraph : find_paragraphs(pages, lines, is_margin)) builder.add(paragraph);
    cleaned.text = builder.finish();
    cleaned.pages = records_of(pages, lines, is_margin);
    count_pages(cleaned.pages, cleaned.quality);
    return cleaned;
}

}  // namespace demarche
