// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "corpora/model/finding.hpp"

namespace demarche {

// SHA-256 in lower-case hex.
std::string sha256_of(std::string_view bytes);

// Of a file's bytes, read in pieces. Error{missing}, Error{unreadable}.
std::string sha256_of_file(const std::filesystem::path& path);

// Size and time of a file, without the hash: what is cheap to know, and enough
// to see that a file has not been touched. Error{missing}, Error{unreadable}.
FileStamp stamp_without_hash(const std::filesystem::path& path);

// The whole stamp. Reads the file once.
FileStamp stamp_of(const std::filesystem::path& path);

}  // namespace demarche
