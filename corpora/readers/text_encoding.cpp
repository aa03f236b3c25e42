// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

// The characters of bytes 0x80 to 0x9F (the Unicode Consortium's CP1252.TXT); 0 for a byte that stands for none.
// The other bytes are those of Latin-1.
constexpr std::array<std::uint16_t, 32> windows_specials = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            result += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            result += '\n';
    }
    return result;
}

[[noreturn]] void refuse(const std::string& name, std::string_view text, std::size_t at, const std::string& what) {
    throw Error(ErrorKind::invalid, name + ": line " + std::to_string(line_of(text, at)), what);
}

// Control characters do harm where nobody sees them: programs take one for the end of the text.
void refuse_control_characters(std::string_view text, const std::string& name) {
    const auto found = std::find_if(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n';
    });
    if (found != text.end())
        refuse(name, text, static_cast<std::size_t>(found - text.begin()),
               "holds a control character, which no text has: is it a text file?");
}

std::string from_windows(std::string_view text, const std::string& name) {
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool is_special = byte >= 0x80 && byte < 0xA0;
        const std::uint32_t point = is_special ? windows_specials[byte - 0x80U] : byte;
        if (is_special && point == 0)
            refuse(name, text, at, "holds a byte that is no character of windows-1252: save the file as UTF-8");
        append_utf8(result, point);
    }
    return result;
}

}  // namespace

std::string decoded_text(std::string_view bytes, TextEncoding encoding, const std::string& name) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw Error(ErrorKind::invalid, name, "is in UTF-16: save it as UTF-8");
    const bool has_mark = without_byte_order_mark(bytes).size() != bytes.size();
    if (encoding == TextEncoding::windows_1252 && has_mark)
        throw Error(ErrorKind::invalid, name, "is in UTF-8, as its byte order mark says: leave --encoding out");
    std::string text = with_line_feeds(without_byte_order_mark(bytes));
    refuse_control_characters(text, name);
    if (encoding == TextEncoding::windows_1252) return from_windows(text, name);
    if (const auto invalid = first_invalid_utf8(text))
        refuse(name, text, *invalid,
               "holds a character that is not UTF-8: save the file as UTF-8, or say --encoding windows-1252 if an "
               "older Windows program wrote it (Latin-1 is a part of that)");
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        lines.push_back(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
    }
    return lines;
}

std::string_view without_space_around(std::string_view text) noexcept {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace demarche
