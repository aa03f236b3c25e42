// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "corpora/model/coded_sentence.hpp"

namespace demarche {

// A sentence to be tagged: {"sid": "s1", "text": "...", "lang": "en"}.
struct TagLine {
    std::string sid;
    std::string text;
    std::string language;  // empty: to be worked out
};

// Calls `visit` for each line of JSON lines as it is read, so that `demarche tag -`
// answers line by line. Empty lines are passed over, unknown keys ignored.
//
// name    what messages call the input
// throws  Error{invalid} naming the line
void for_each_tag_line(std::istream& input, const std::string& name,
                       const std::function<void(const TagLine&)>& visit);

// Reads coded sentences: a gold set, a second coder's file, what `demarche tag` wrote.
// {"sid": "s1", "doc": "aus_2020", "lang": "en", "text": "...", "codes": ["body.itu"], "norms": {"norm.g":
// "commit"}}. Only sid and codes are required; the rest may be left out of a second coder's file. A sid that
// comes twice is a mistake.
//
// throws  Error{missing}, Error{unreadable}, Error{invalid} naming the line
std::vector<CodedSentence> read_coded_lines(const std::filesystem::path& path);
std::vector<CodedSentence> read_coded_lines(std::istream& input, const std::string& name);

}  // namespace demarche
