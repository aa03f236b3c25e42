// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "pipeline/status.hpp"

namespace demarche {

struct DictionaryImportOptions {
    std::filesystem::path dictionary;
    std::string from;                // a name of dictionary_formats(); empty: by the file's ending
    std::string language;            // of the words: ISO 639-1, or "any"
    std::string prefix;              // of the codes' ids; empty: the file's name
    std::string encoding = "utf-8";  // or "windows-1252"
    std::filesystem::path output;    // a file to be made, a folder to make it in, or "-"
    OutputFormat format = OutputFormat::text;
};

// The formats of dictionaries, a line each, for the help.
std::string dictionary_format_lines();

// `demarche codebook import`: writes a dictionary of another program as a codebook file, and to `out`
// what became of its entries; with output "-" the codebook itself, in which the same stands as comments. An
// existing file is never replaced: it may have been edited.
//
// returns  whether every entry was taken over, as it is or as something near
// throws   Error{usage, missing, invalid, storage}
bool import_dictionary(const DictionaryImportOptions& options, std::ostream& out);

}  // namespace demarche
