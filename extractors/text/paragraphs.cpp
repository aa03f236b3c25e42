// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "extractors/text/front_matter.hpp"
#include "extractors/text/hyphens.hpp"
#include "extractors/text/marks.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

bool ends_sentence(std::string_view text) {
    // Quotation marks, brackets and note numbers may follow the full stop.
    while (!text.empty()) {
        const std::uint32_t last = last_code_point(text);
        if (last == '.' || last == '!' || last == '?' || last == ':' || last == ';' || last == 0x3002) return true;
        const bool may_follow = last == '"' || last == '\'' || last == ')' || last == 0x201D || last == 0x2019 ||
                                last == 0xBB || is_digit(last);
        if (!may_follow) return false;
        text.remove_suffix(last < 0x80 ? 1 : last < 0x800 ? 2 : 3);
    }
    return false;
}

// As what begins a list ends in Acts: "In this Act -".
bool ends_with_dash(std::string_view text) {
    return text.ends_with(" \xE2\x80\x94") || text.ends_with(" \xE2\x80\x93") || text.ends_with(" -");
}

// Marks of items are at times set with tabs and no-break spaces behind them, or before.
std::string_view first_word(std::string_view text) {
    while (!text.empty() && is_blank(first_code_point(text))) text.remove_prefix(code_point_length(text.front()));
    std::size_t end = 0;
    while (end < text.size() && !is_blank(first_code_point(text.substr(end)))) end += code_point_length(text[end]);
    return text.substr(0, end);
}

bool begins_with_mark(std::string_view text) {
    const std::string_view word = first_word(text);
    return is_list_mark(word) && text.size() > word.size();
}

class ParagraphFinder {
public:
    ParagraphFinder(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines)
        : pages_(pages), lines_(lines), body_size_(body_size(pages, lines)) {}

    std::vector<Paragraph> find(const std::vector<bool>& is_margin) {
        texts_.resize(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!is_margin[i]) texts_[i] = raw_text(pages_[lines_[i].page], lines_[i]);
        front_ = front_matter(pages_, lines_, texts_);
        std::vector<Paragraph> parts = split(is_margin);
        for (Paragraph& part : parts) part.role = role_of(part);
        return joined(std::move(parts));
    }

private:
    std::vector<Paragraph> split(const std::vector<bool>& is_margin) const {
        std::vector<Paragraph> parts;
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            if (is_margin[i] || texts_[i].empty()) continue;
            if (parts.empty() || begins_paragraph(parts.back(), i)) parts.emplace_back();
            parts.back().lines.push_back(i);
        }
        return parts;
    }

    bool begins_paragraph(const Paragraph& open, std::uint32_t index) const {
        const PrintedLine& line = lines_[index];
        const std::uint32_t before = open.lines.back();
        const PrintedLine& previous = lines_[before];
        if (line.starts_block || line.page != previous.page) return true;
        if (std::abs(line.size - previous.size) > 0.12F * body_size_ && body_size_ > 0) return true;
        if (line.is_bold != previous.is_bold &&
            (ends_sentence(texts_[before]) || (previous.is_bold && changes_weight(previous, line))))
            return true;
        if (begins_with_mark(texts_[index])) return true;
        if (has_leader(texts_[before]) || front_[index] != front_[before]) return true;
        if (front_[before] == BlockRole::contents && is_digit(last_code_point(texts_[before]))) return true;
        const float indent = line.box.x0 - left_edge(open);
        const bool previous_is_short =
            right_edge(open, line) - previous.box.x1 > 0.25F * (previous.box.x1 - previous.box.x0 + 1);
        if (is_lower_case(first_code_point(texts_[index])) || line.box.x1 <= 0) return false;
        if (ends_with_dash(texts_[before])) return previous_is_short || indent > 8;
        return ends_sentence(texts_[before]) && (previous_is_short || (indent > 8 && open.lines.size() > 1));
    }

    // Bold print ends where the line does. Where it ends within a line, or goes on in the next, a phrase is set in
    // bold.
    bool changes_weight(const PrintedLine& previous, const PrintedLine& line) const {
        return is_bold(pages_[previous.page], previous.last - 1) && !is_bold(pages_[line.page], line.first);
    }

    static bool is_bold(const Page& page, std::uint32_t word) {
        const std::uint16_t font = page.words[word].font;
        return font < page.fonts.size() && page.fonts[font].bold;
    }

    float left_edge(const Paragraph& open) const {
        float edge = lines_[open.lines.back()].box.x0;
        for (const std::uint32_t i : open.lines) edge = std::min(edge, lines_[i].box.x0);
        return edge;
    }

    float right_edge(const Paragraph& open, const PrintedLine& line) const {
        float edge = line.box.x1;
        for (const std::uint32_t i : open.lines) edge = std::max(edge, lines_[i].box.x1);
        return edge;
    }

    BlockRole role_of(const Paragraph& part) const {
        const PrintedLine& first = lines_[part.lines.front()];
        const std::string& text = texts_[part.lines.front()];
        if (has_leader(texts_[part.lines.back()])) return BlockRole::contents;
        if (const auto role = front_[part.lines.back()]) return *role;
        if (pages_[first.page].height <= 0) return BlockRole::body;  // no geometry to tell by
        if (first.size > 0 && first.size < 0.93F * body_size_ && first.box.y0 > 0.5F * pages_[first.page].height &&
            is_digit(first_code_point(text)) && stands_below_body(part))
            return BlockRole::footnote;
        std::size_t letters = 0;
        for (const std::uint32_t i : part.lines) letters += texts_[i].size();
        const bool is_short = part.lines.size() <= 3 && letters <= 220;
        const bool stands_out =
            first.size > 1.12F * body_size_ || (first.is_bold && first.size > 0.95F * body_size_);
        if (is_short && stands_out && is_letter_heavy(text) && !ends_clause(texts_[part.lines.back()]))
            return BlockRole::heading;
        return BlockRole::body;
    }

    static bool is_letter_heavy(std::string_view text) {
        return std::any_of(text.begin(), text.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        });
    }

    static bool ends_clause(std::string_view text) {
        const std::uint32_t last = last_code_point(text);
        return last == '.' || last == ',' || last == ';';
    }

    // Nothing of body size follows on the page: a footnote is the last thing on it.
    bool stands_below_body(const Paragraph& part) const {
        const PrintedLine& first = lines_[part.lines.front()];
        for (std::size_t i = part.lines.back() + 1; i < lines_.size() && lines_[i].page == first.page; ++i)
            if (!texts_[i].empty() && lines_[i].size >= 0.96F * body_size_ && lines_[i].box.y0 > first.box.y1 &&
                lines_[i].box.x0 < first.box.x1 && first.box.x0 < lines_[i].box.x1)
                return false;
        return true;
    }

    bool is_unfinished(const Paragraph& part) const {
        return part.role == BlockRole::body && !ends_sentence(texts_[part.lines.back()]);
    }

    bool continues(const Paragraph& open, const Paragraph& rest) const {
        const PrintedLine& end = lines_[open.lines.back()];
        const PrintedLine& begin = lines_[rest.lines.front()];
        if (rest.role != BlockRole::body || begin.page > end.page + 1) return false;
        if (body_size_ > 0 && std::abs(begin.size - end.size) > 0.12F * body_size_) return false;
        // Without geometry a line break inside a block is all there is, and blocks are the author's own.
        if (pages_[begin.page].height <= 0) return false;
        const std::string& text = texts_[rest.lines.front()];
        if (is_lower_case(first_code_point(text)) && !begins_with_mark(text)) return true;  // "vii) The ..."
        // A hyphen at the end asks for the rest of its word, whatever its case.
        if (ends_broken(open) && begin.page != end.page) return true;
        // A title or a quotation in capitals over lines that stand apart.
        return begin.page == end.page && is_capitals(text) && is_capitals(texts_[open.lines.back()]) &&
               begin.box.y0 - end.box.y1 < begin.size && begin.box.y0 > end.box.y0 && begin.box.x0 < end.box.x1 &&
               end.box.x0 < begin.box.x1;
    }

    bool ends_broken(const Paragraph& open) const {
        const std::string_view text = texts_[open.lines.back()];
        const std::size_t hyphen = trailing_hyphen(text);
        return hyphen > 0 && is_letter(last_code_point(text.substr(0, text.size() - hyphen)));
    }

    static bool is_capitals(std::string_view text) {
        return text.size() > 8 && is_upper_case(first_code_point(text)) &&
               std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    // Text of the same print under it in its column: what is broken off above it was never finished there, and what
    // begins the next column is not its rest.
    bool stands_below(const Paragraph& open, const Paragraph& other) const {
        const PrintedLine& end = lines_[open.lines.back()];
        const PrintedLine& begin = lines_[other.lines.front()];
        return other.role == BlockRole::body && begin.page == end.page && begin.box.y0 > end.box.y0 &&
               begin.box.x0 < end.box.x1 && end.box.x0 < begin.box.x1 && body_size_ > 0 &&
               std::abs(begin.size - end.size) <= 0.12F * body_size_;
    }

    // What may stand between a paragraph and its rest: notes, boxes in other print, titles over figures.
    bool may_interrupt(const Paragraph& open, const Paragraph& between) const {
        if (ends_broken(open)) return !stands_below(open, between);
        const PrintedLine& end = lines_[open.lines.back()];
        const PrintedLine& begin = lines_[between.lines.front()];
        // In the middle of a page what follows in other print is the next thing rather than a box.
        if (begin.page == end.page && end.box.y1 < 0.75F * pages_[end.page].height) return false;
        if (between.role != BlockRole::body) return false;
        return body_size_ > 0 && std::abs(begin.size - end.size) > 0.12F * body_size_;
    }

    std::vector<Paragraph> joined(std::vector<Paragraph> parts) const {
        std::vector<Paragraph> whole;
        std::vector<bool> taken(parts.size(), false);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (taken[i]) continue;
            Paragraph paragraph = std::move(parts[i]);
            while (is_unfinished(paragraph)) {
                const std::size_t next = rest_of(paragraph, parts, taken, i + 1);
                if (next == parts.size()) break;
                paragraph.lines.insert(paragraph.lines.end(), parts[next].lines.begin(), parts[next].lines.end());
                taken[next] = true;
            }
            whole.push_back(std::move(paragraph));
        }
        return whole;
    }

    // The column or the page ends between the two.
    bool breaks_off(const Paragraph& open, const Paragraph& rest) const {
        const PrintedLine& end = lines_[open.lines.back()];
        const PrintedLine& begin = lines_[rest.lines.front()];
        return begin.page != end.page || begin.box.y0 < end.box.y0;
    }

    // The part with which `open` goes on, looked for from `next` on; parts.size() without one.
    std::size_t rest_of(const Paragraph& open, const std::vector<Paragraph>& parts, const std::vector<bool>& taken,
                        std::size_t next) const {
        int interruptions = 0, notes = 0;
        for (; next < parts.size() && interruptions <= most_interruptions && notes <= most_notes; ++next) {
            if (taken[next]) continue;
            if (parts[next].role == BlockRole::footnote) {
                ++notes;
                continue;
            }
            if (continues(open, parts[next]) && (interruptions == 0 || breaks_off(open, parts[next]))) return next;
            if (!may_interrupt(open, parts[next])) break;
            ++interruptions;
        }
        return parts.size();
    }

    static constexpr int most_interruptions = 3;
    static constexpr int most_notes = 40;
    const std::vector<Page>& pages_;
    const std::vector<PrintedLine>& lines_;
    float body_size_;
    std::vector<std::string> texts_;
    std::vector<std::optional<BlockRole>> front_;  // by line
};

}  // namespace

std::vector<Paragraph> find_paragraphs(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines,
                                       const std::vector<bool>& is_margin) {
    return ParagraphFinder(pages, lines).find(is_margin);
}

}  // namespace demarche
