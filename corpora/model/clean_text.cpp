// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/clean_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace demarche {

namespace {

template <typename Part>
void check_order(const std::vector<Part>& parts, std::size_t text_length, const char* name) {
    std::uint32_t reached = 0;
    for (const Part& part : parts) {
        if (part.span.begin() < reached || part.span.end() > text_length)
            throw std::invalid_argument(std::string("clean text: ") + name + " out of order or outside the text");
        reached = part.span.end();
    }
}

// The part of a piece's box that its share of the span covers: letters are
// taken as equally wide, which is near enough to underline a quotation.
Box part_of(const Piece& piece, Span span) {
    const float length = static_cast<float>(std::max<std::uint32_t>(piece.span.length(), 1));
    const float width = piece.box.x1 - piece.box.x0;
    Box box = piece.box;
    if (span.begin() > piece.span.begin())
        box.x0 += width * static_cast<float>(span.begin() - piece.span.begin()) / length;
    if (span.end() < piece.span.end()) box.x1 -= width * static_cast<float>(piece.span.end() - span.end()) / length;
    return box;
}

}  // namespace

CleanText::CleanText(std::string text, std::vector<Block> blocks, std::vector<Piece> pieces)
    : text_(std::move(text)), blocks_(std::move(blocks)), pieces_(std::move(pieces)) {
    check_order(blocks_, text_.size(), "blocks");
    check_order(pieces_, text_.size(), "pieces");
}

std::string_view CleanText::slice(Span span) const {
    if (span.end() > text_.size()) throw std::out_of_range("span outside the clean text");
    return std::string_view(text_).substr(span.begin(), span.length());
}

std::vector<PageBox> CleanText::origin(Span span) const {
    if (span.end() > text_.size()) throw std::out_of_range("span outside the clean text");
    std::vector<PageBox> lines;
    std::uint32_t current_line = 0;
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                      [&](const Piece& p) { return p.span.end() <= span.begin(); });
    for (; piece != pieces_.end() && piece->span.begin() < span.end(); ++piece) {
        const Box box = part_of(*piece, span);
        if (!lines.empty() && lines.back().page == piece->page && current_line == piece->line)
            lines.back().box = lines.back().box.united(box);
        else
            lines.push_back({piece->page, box});
        current_line = piece->line;
    }
    return lines;
}

std::uint32_t CleanText::page_at(std::uint32_t offset) const noexcept {
    const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                            [&](const Piece& p) { return p.span.end() <= offset; });
    if (piece != pieces_.end()) return piece->page;
    return pieces_.empty() ? 0 : pieces_.back().page;
}

}  // namespace demarche
