// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/text_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

// The length of the well-formed sequence that begins at `at`, or 0 (Unicode, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    const bool is_lead = first >= 0xC2 && first <= 0xF4;
    const std::size_t wanted = !is_lead ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (wanted == 0 || text.size() - at < wanted) return 0;
    for (std::size_t next = 1; next < wanted; ++next)
        if ((byte_at(text, at + next) & 0xC0U) != 0x80) return 0;
    const unsigned second = byte_at(text, at + 1);
    const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool is_surrogate = first == 0xED && second >= 0xA0;
    const bool is_beyond_unicode = first == 0xF4 && second >= 0x90;
    return is_overlong || is_surrogate || is_beyond_unicode ? 0 : wanted;
}

}  // namespace

std::string read_bytes(const std::filesystem::path& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(ErrorKind::missing, path.string(), "there is no such file");
    if (std::filesystem::is_directory(status))
        throw Error(ErrorKind::unreadable, path.string(), "is a folder, not a file");
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(ErrorKind::unreadable, path.string(), "cannot be opened: check who may read it");
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) throw Error(ErrorKind::unreadable, path.string(), "cannot be read to its end");
    return bytes;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
    std::string result;
    while (const auto invalid = first_invalid_utf8(text)) {
        result.append(text.substr(0, *invalid)).append("\xEF\xBF\xBD");
        text.remove_prefix(*invalid + 1);
    }
    return result.append(text);
}

std::string_view without_byte_order_mark(std::string_view text) noexcept {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

int line_of(std::string_view text, std::size_t offset) noexcept {
    const auto before = text.substr(0, offset);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::string advice_on_encoding(std::string_view text) {
    if (text.starts_with("PK\x03\x04"))
        return "is an Excel or LibreOffice workbook: open it there and save it as \"CSV UTF-8\"";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return "is in UTF-16: save it as UTF-8 (in Excel: Save As, \"CSV UTF-8\")";
    return "holds a character that is not UTF-8: save the file as UTF-8 (in Excel: Save As, \"CSV UTF-8\"; in "
           "LibreOffice: Save As, Edit filter settings, Character set Unicode (UTF-8))";
}

}  // namespace demarche
