// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "corpora/model/mention.hpp"

namespace demarche {

// A sentence to be tagged: {"sid": "s1", "text": "...", "lang": "en"}.
struct TagLine {
    std::string sid;
    std::string text;
    std::string language;  // empty: to be worked out
};

// A sentence as somebody coded it, a person (gold set) or demarche:
// {"sid": "s1", "doc": "aus_2020", "lang": "en", "text": "...", "codes": ["norm.g"], "norms": {"norm.g":
// "commit"}}. Only sid and codes are required; the rest may be left out of a second coder's file.
struct CodedLine {
    std::string sid;
    std::string document;
    std::string language;
    std::string text;
    std::vector<std::string> codes;  // sorted, each once
    std::map<std::string, Stance> norms;
};

// Calls `visit` for each line of JSON lines as it is read, so that `demarche tag -`
// answers line by line. Empty lines are passed over, unknown keys ignored.
//
// name    what messages call the input
// throws  Error{invalid} naming the line
void for_each_tag_line(std::istream& input, const std::string& name,
                       const std::function<void(const TagLine&)>& visit);

// Reads coded lines. A sid that comes twice is a mistake.
//
// throws  Error{missing}, Error{unreadable}, Error{invalid} naming the line
std::vector<CodedLine> read_coded_lines(const std::filesystem::path& path);
std::vector<CodedLine> read_coded_lines(std::istream& input, const std::string& name);

}  // namespace demarche
