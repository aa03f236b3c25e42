// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// Whether a hyphen at a line end was set by the typesetter or is the word's own
// ("cyber-security"), decided by how the document writes words elsewhere.
class HyphenJudge {
public:
    // Learns the document's words from the middles of its lines, and what its hyphens look like.
    HyphenJudge(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines);

    // head  the last word of a line, with its hyphen
    // tail  the first word of the next line
    bool is_typesetting(std::string_view head, std::string_view tail) const;

    // Whether the document writes these two, with nothing between, as a word of its own.
    bool are_one_word(std::string_view head, std::string_view tail) const;

private:
    void learn(std::string_view word, std::uint32_t times);
    void learn_habit(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines);
    bool is_broken(std::string_view head, std::string_view tail) const;
    bool keeps_by_parts(const std::string& first, const std::string& second) const;
    std::uint32_t times(std::string_view word) const;
    bool knows(std::string_view word) const { return times(word) > 0; }

    // Hashes of lower-case words: a clash in 64 bits costs one wrong hyphen.
    tsl::robin_map<std::uint64_t, std::uint32_t> words_;
    tsl::robin_set<std::uint64_t> beginnings_;    // of words that go on
    tsl::robin_set<std::uint64_t> hyphen_heads_;  // "cyber" of "cyber-security"
    // Many programs set U+2010 for a break and leave U+002D to the author.
    std::uint32_t true_hyphens_inside_ = 0, true_hyphens_at_ends_ = 0;
    bool breaks_with_true_hyphens_ = false;
    bool breaks_words_ = true;
};

// Whether the line's last word ends in a hyphen that could be a break: U+002D, U+2010, U+00AD.
// Returns the number of bytes that the hyphen takes, 0 if there is none.
std::size_t trailing_hyphen(std::string_view word);

}  // namespace demarche
