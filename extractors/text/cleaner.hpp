// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/document.hpp"
#include "corpora/model/page.hpp"

namespace demarche {

struct CleanedPages {
    CleanText text;
    std::vector<PageRecord> pages;
    TextQuality quality;  // its page, word, hyphen and character counts
};

// Points. What a file claims to be farther from the page's corner, or nowhere, is brought to there: a damaged
// or hostile one may name any number, and differences of such numbers are none.
inline constexpr float farthest_place = 1e6F;

// Turns printed pages into running text: margins out, paragraphs whole over line,
// column and page ends, broken words joined, ligatures and soft hyphens resolved,
// bullets left out. Each word keeps its place on the page.
//
// cost  linear in the number of words
CleanedPages clean(std::vector<Page> pages);

}  // namespace demarche
