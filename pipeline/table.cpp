// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "corpora/model/utf8.hpp"
#include "extractors/text/display.hpp"

namespace demarche {

std::size_t text_width(const std::string& text) {
    return display_width(text);
}

std::string shortened(const std::string& text, std::size_t width) {
    if (text_width(text) <= width) return text;
    std::size_t end = 0, seen = 0;
    while (end < text.size()) {
        const std::size_t next = end + code_point_length(text[end]);
        seen += display_width(std::string_view(text).substr(end, next - end));
        if (seen >= width) break;
        end = next;
    }
    return text.substr(0, end) + "\xE2\x80\xA6";
}

TextTable::TextTable(std::vector<std::string> titles) {
    for (std::string& title : titles) {
        is_right_.push_back(title.starts_with('='));
        if (is_right_.back()) title.erase(0, 1);
    }
    rows_.push_back(std::move(titles));
}

void TextTable::add(std::vector<std::string> cells) {
    if (cells.size() != is_right_.size())
        throw std::logic_error("a table row has as many cells as there are titles");
    rows_.push_back(std::move(cells));
}

void TextTable::write(std::ostream& out) const {
    std::vector<std::size_t> widths(is_right_.size(), 0);
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text_width(row[i]));
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - text_width(row[i]), ' ');
            line += is_right_[i] ? padding + row[i] : row[i] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace demarche
