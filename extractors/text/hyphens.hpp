// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// Whether a hyphen at a line end was set by the typesetter or is the word's own
// ("cyber-security"), decided by how the document writes the word elsewhere.
class HyphenJudge {
public:
    // Learns the document's words from the middles of its lines.
    HyphenJudge(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines);

    // head  the word before the line end, without its hyphen
    // tail  the first word of the next line
    bool is_typesetting(std::string_view head, std::string_view tail) const;

private:
    bool knows(std::string_view word) const;
    // Hashes of lower-case words: a clash in 64 bits costs one wrong hyphen.
    std::unordered_set<std::uint64_t> words_;
};

// Whether the line's last word ends in a hyphen that could be a break: U+002D, U+2010, U+00AD.
// Returns the number of bytes that the hyphen takes, 0 if there is none.
std::size_t trailing_hyphen(std::string_view word);

}  // namespace demarche
