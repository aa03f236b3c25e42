// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/concordance/query.hpp"
#include "corpora/model/span.hpp"

namespace demarche {

// How much of the text stands on either side of a keyword.
struct Window {
    std::uint32_t size = 40;
    bool in_words = false;  // else in characters, as readers count them
};

// The byte after each user-perceived character of a text; the room of extractors knows.
using SplitCharacters = std::function<std::vector<std::uint32_t>(std::string_view text)>;

// What a keyword stands in, before and after it as it is read: in right-to-left text, too, `left` comes before.
struct Context {
    std::string left, right;
};

// The context of `keyword` in a document's text, over the bounds of sentences and paragraphs. White space
// becomes one blank. A word that the window would cut is left out; of an unspaced script
// nothing is a cut. In words, the signs that touch the outermost word belong to it.
//
// cost  size of the window, not of the text
Context context_of(std::string_view text, Span keyword, Window window, const SplitWords& split_words,
                   const SplitCharacters& split_characters);

// The folded words before (nearest first) and after a keyword, at most `count`: what concordances sort by,
// 1L 2L 3L ... and 1R 2R 3R ...
std::vector<std::string> words_before(std::string_view text, Span keyword, std::size_t count,
                                      const SplitWords& split);
std::vector<std::string> words_after(std::string_view text, Span keyword, std::size_t count,
                                     const SplitWords& split);

// With one blank in place of every run of white space, and none at the ends.
std::string one_line(std::string_view text);

}  // namespace demarche
