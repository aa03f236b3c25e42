// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/readers/problems.hpp"
#include "corpora/readers/text_encoding.hpp"

namespace demarche {

// A word list of another program for content analysis: categories, perhaps inside
// one another, each with entries. An entry is one word or several, in which "*" stands for
// any letters and "?" for one.
struct DictionaryEntry {
    std::string text;  // as written
    int line = 0;
};

struct DictionaryCategory {
    std::string name;
    int line = 0;
    std::optional<std::size_t> parent;  // the place of a category before this one
    std::vector<DictionaryEntry> entries;
};

struct Dictionary {
    std::vector<DictionaryCategory> categories;
    std::size_t left_out = 0;  // entries that stand in no category here; a problem says each

    // The category of that name inside that parent; made when there is none, so that a name that comes
    // twice is one category.
    std::size_t category(std::string_view name, std::optional<std::size_t> parent, int line);
};

// A file format of dictionaries. A new one is one new file and one line in dictionary_formats().
struct DictionaryFormat {
    std::string_view name;
    std::vector<std::string_view> endings;  // of its files' names, in lower case
    std::string_view description;
    // text  as decoded_text() gives it
    // Problems are errors where the file is not of this format, and warnings for what was left out.
    Checked<Dictionary> (*parse)(std::string_view text, const std::string& name);
};

const std::vector<DictionaryFormat>& dictionary_formats();

// The format of a file: the one of that name, or by the file's ending when the name is empty.
// throws  Error{usage} that lists the formats there are
const DictionaryFormat& dictionary_format_of(const std::filesystem::path& path, std::string_view name);

// Whether a file's ending says that it is a dictionary that cannot be a codebook.
bool is_dictionary_file(const std::filesystem::path& path);

// What a file says, and the warnings it gives cause for.
//
// bytes   the file's content
// throws  Error{invalid} that names every mistake
Checked<Dictionary> parse_dictionary(std::string_view bytes, const std::string& name,
                                     const DictionaryFormat& format, TextEncoding encoding);

}  // namespace demarche
