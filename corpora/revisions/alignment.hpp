// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which sentence of a revision is which sentence of the text before it.
//
//     equal letters ─→ pairs, those in order a backbone ─→ the gaps between: equal letters under other
//     sentence borders, then alike by their words, found through rare words ─→ one with two, two with one
//
// "National Cyber Strategy" of 2016 and of 2022 differ in line breaks, columns, page breaks and in where
// a reader of PDFs sees sentences end; none of this is a change, so letters are compared without spaces and signs.
#pragma once

#include <cstddef>
#include <vector>

#include "corpora/revisions/compared_text.hpp"

namespace demarche {

// Sentences [first, last) of one text.
struct Stretch {
    std::size_t first = 0, last = 0;
    std::size_t size() const noexcept { return last - first; }
    bool empty() const noexcept { return first == last; }
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

enum class LinkKind {
    same,      // equal letters
    reworded,  // one sentence each, alike
    added,     // of the new text alone
    removed,   // of the old text alone
    split,     // one old sentence, several new ones
    merged     // several old sentences, one new one
};

struct Link {
    LinkKind kind = LinkKind::same;
    Stretch before, after;  // of the old text, of the new one; empty where it has none
    bool is_moved = false;  // it stands elsewhere among its neighbours
    double likeness = 0;    // Dice's coefficient of their words, 0 to 1
    friend bool operator==(const Link&, const Link&) = default;
};

// Links that hold every sentence of both texts once, in the order of the new text; a removed one stands behind what
// stood before it in the old text.
//
// Mirrored: align(b, a) has the links of align(a, b) with sides, added and removed, split and merged exchanged.
// cost  near-linear in the words that both texts hold; a sentence is held against those alone that share its rarest
std::vector<Link> align(const ComparedText& before, const ComparedText& after);

}  // namespace demarche
