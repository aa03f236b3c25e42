// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/concordance/query.hpp"

namespace demarche::testing {

// Words of ASCII in lower case, and each letter beyond ASCII as an unspaced one: enough to state what a query
// means without knowing Unicode, which is tested where it is known.
inline void split_plainly(std::string_view text, std::vector<TextWord>& words) {
    words.clear();
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::uint32_t at = 0;
    while (at < text.size()) {
        const std::uint32_t begin = at;
        TextWord word;
        if (static_cast<unsigned char>(text[at]) >= 0x80) {
            while (++at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
            }
            word.is_unspaced = true;
        } else if (is_letter(text[at])) {
            while (at < text.size() && is_letter(text[at])) ++at;
        } else {
            ++at;
            continue;
        }
        word.span = Span(begin, at);
        for (const char c : text.substr(begin, at - begin))
            word.form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::uint32_t before = words.empty() ? 0 : words.back().span.end();
        word.follows_on =
            !words.empty() && text.substr(before, begin - before).find_first_not_of(' ') == std::string_view::npos;
        words.push_back(word);
    }
}

}  // namespace demarche::testing
