// SPDX-License-Identifier: GPL-3.0-or-later
//
// What two readings of one text differ in without anybody having changed a word: where sentences are torn, what
// of the margins is among them, how items are counted.
#pragma once

#include <string>
#include <vector>

#include "corpora/revisions/alignment.hpp"
#include "corpora/revisions/printed_letters.hpp"
#include "corpora/revisions/substance.hpp"
#include "corpora/revisions/word_diff.hpp"

namespace demarche {

// A text's letters, and its lines that a page number counts.
class PrintedText {
public:
    // Cost: n log n in words.
    explicit PrintedText(const RevisionSide& side);

    // Whether it prints these words, numbers aside, one after the other.
    bool prints(const std::vector<std::string>& words) const;

    // Whether a stretch of `own` that this text has no sentence like is a matter of layout:
    // - a few words, or more that no full stop makes a sentence, that are printed here in a sentence or a margin:
    //   entries of a contents list, a head, a cell, what a page break tore off;
    // - a whole sentence that is printed here within another, as often as there;
    // - a line with a page number in it that the other prints on its pages and this text on none.
    bool explains(const PrintedText& own, const ComparedText& of_own, Stretch stretch) const;

    // Whether a sentence is one of its lines that a page number counts: another number in it is another page.
    bool is_running_line(const ComparedSentence& sentence) const;

private:
    bool has_running_line(const std::string& pattern) const;

    PrintedLetters letters_;
    std::vector<std::string> running_lines_;  // with their numbers as '#'; in order
};

// One side of a pair of passages, and the text that it stands in.
struct PairedPassage {
    const ComparedText& text;
    Stretch sentences;
    const PrintedText& printed;
};

// Whether all changed words of a pair of passages are only told to another sentence, on the side where they are
// not: a short number or a list mark at an edge or, of one sentence against several, anywhere; a year at the
// beginning, or at the end where the next sentence begins with it; or a stretch that the other text prints as well.
// A number in place of another is none of these.
bool has_other_borders_only(const std::vector<WordRun>& runs, const PairedPassage& before,
                            const PairedPassage& after);

// Takes list marks out of the changed words of one sentence against several: on the other side they stand before a
// sentence, where they are no words. Neighbouring runs of one fate are made one.
void take_out_marks(std::vector<WordRun>& runs);

}  // namespace demarche
