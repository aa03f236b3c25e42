// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "corpora/readers/tag_lines.hpp"

// Whatever the bytes: lines come out that are UTF-8 and have an id, each id once among coded lines, or one
// Error{invalid} that names a line.

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

template <typename Read>
void read_or_refuse(const std::string& text, Read read) {
    std::istringstream input(text);
    try {
        read(input);
    } catch (const demarche::Error& error) {
        require(error.kind() == demarche::ErrorKind::invalid);
        require(error.where().starts_with("fuzz.jsonl: line "));
        require(!demarche::first_invalid_utf8(error.what()));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    read_or_refuse(text, [](std::istream& input) {
        demarche::for_each_tag_line(input, "fuzz.jsonl", [](const demarche::TagLine& line) {
            require(!line.sid.empty());
            require(!demarche::first_invalid_utf8(line.sid + line.text + line.language));
        });
    });
    read_or_refuse(text, [](std::istream& input) {
        std::set<std::string> sids;
        for (const auto& line : demarche::read_coded_lines(input, "fuzz.jsonl")) {
            require(sids.insert(line.sid).second);
            require(std::is_sorted(line.codes.begin(), line.codes.end()));
            require(std::adjacent_find(line.codes.begin(), line.codes.end()) == line.codes.end());
        }
    });
    return 0;
}
