// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages as the fuzzer writes them, in a notation that people can write seeds in:
//
//     {w595}{h842}{x70}{y80}{s18}{f1}1. Norms{f0}{s10}
//     {y120}States should not attack critical infra-
//     structure, and
//     {p}{y60}cooperate.
//
// Words are parted by blanks; {+} parts two without a blank, as Poppler sees them. A line feed ends a printed
// line, an empty line a block, {p} a page. The rest are numbers, as strtof takes them, so NaN, infinities and
// sizes beyond any sheet are among them.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "corpora/model/utf8.hpp"

namespace demarche {

class PageNotation {
public:
    explicit PageNotation(std::string_view notation) {
        const std::string text = with_valid_utf8(notation);
        begin_page();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
            if (end != std::string::npos && end - at <= longest_command) {
                obey(text.substr(at + 1, end - at - 1));
                at = end + 1;
            } else {
                take(std::string_view(text).substr(at, code_point_length(text[at])));
                at += code_point_length(text[at]);
            }
        }
        end_word(true);
        for (Page& page : pages_) page.of = static_cast<std::uint32_t>(pages_.size());
    }

    const std::vector<Page>& pages() const noexcept { return pages_; }

private:
    static constexpr std::size_t longest_command = 16;
    static constexpr std::size_t most_pages = 40;

    void begin_page() {
        Page page;
        page.number = static_cast<std::uint32_t>(pages_.size() + 1);
        page.width = width_;
        page.height = height_;
        page.fonts = {{"Body", false, false},
                      {"Head-Bold", true, false},
                      {"Note-Italic", false, true},
                      {"Kruti Dev", false, false}};
        pages_.push_back(page);
        x_ = left_;
        y_ = 60;
        starts_line_ = starts_block_ = true;
    }

    void obey(const std::string& command) {
        if (command.empty()) return;
        const float value = std::strtof(command.c_str() + 1, nullptr);
        const auto small = static_cast<unsigned>(std::isfinite(value) ? std::abs(std::fmod(value, 256.0F)) : 0);
        end_word(command[0] != '+');
        switch (command[0]) {
            case 'p':
                if (pages_.size() < most_pages) begin_page();
                break;
            case 'w': pages_.back().width = width_ = value; break;
            case 'h': pages_.back().height = height_ = value; break;
            case 'x': x_ = left_ = value; break;
            case 'y': y_ = value; break;
            case 's': size_ = value; break;
            case 'd': wide_ = value; break;
            case 'f': font_ = static_cast<std::uint16_t>(small % 4); break;
            case 'r': rotation_ = static_cast<std::uint8_t>(small % 4); break;
            case 'c': confidence_ = static_cast<std::uint8_t>(small); break;
            case 't': pages_.back().status = static_cast<PageStatus>(small % 5); break;
            case 'b': starts_line_ = starts_block_ = true; break;
            case 'l': starts_line_ = true; break;
            default: break;
        }
    }

    void take(std::string_view letter) {
        if (letter == " ") {
            end_word(true);
            x_ += advance(1);
        } else if (letter == "\n") {
            end_word(true);
            if (starts_line_) starts_block_ = true;
            starts_line_ = true;
            x_ = left_;
            y_ += size_ * 1.2F;
        } else {
            word_ += letter;
            ++letters_;
        }
    }

    float advance(int letters) const { return static_cast<float>(letters) * size_ * wide_; }

    void end_word(bool space_after) {
        if (word_.empty()) return;
        Page& page = pages_.back();
        const float end = x_ + advance(letters_);
        page.words.push_back({.begin = static_cast<std::uint32_t>(page.text.size()),
                              .length = static_cast<std::uint32_t>(word_.size()),
                              .box = {x_, y_, end, y_ + size_},
                              .size = size_,
                              .font = font_,
                              .rotation = rotation_,
                              .space_after = space_after,
                              .starts_line = starts_line_,
                              .starts_block = starts_block_,
                              .confidence = confidence_});
        page.text += word_;
        if (page.status == PageStatus::blank) page.status = PageStatus::text;
        x_ = end;
        starts_line_ = starts_block_ = false;
        word_.clear();
        letters_ = 0;
    }

    std::vector<Page> pages_;
    std::string word_;
    int letters_ = 0;
    float width_ = 595, height_ = 842, left_ = 70, x_ = 70, y_ = 60, size_ = 10, wide_ = 0.5F;
    std::uint16_t font_ = 0;
    std::uint8_t rotation_ = 0, confidence_ = 100;
    bool starts_line_ = true, starts_block_ = true;
};

}  // namespace demarche
