// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/text_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    std::string bytes(static_cast<std::size_t>(std::filesystem::file_size(path, failure)), '\0');
    if (failure) bytes.clear();
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    // Files that do not know their size (pipes) and those that grew meanwhile.
    if (file) bytes.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (file.bad()) throw Error(ErrorKind::unreadable, path.string(), "cannot be read to its end");
    return bytes;
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
