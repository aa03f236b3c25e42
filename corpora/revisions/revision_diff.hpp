// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/revisions/alignment.hpp"
#include "corpora/revisions/commitment.hpp"
#include "corpora/revisions/substance.hpp"
#include "corpora/revisions/word_diff.hpp"

namespace demarche {

enum class ChangeKind { added, removed, reworded, moved, split, merged };

std::string_view to_string(ChangeKind kind) noexcept;
std::optional<ChangeKind> change_kind_named(std::string_view word) noexcept;
inline constexpr ChangeKind all_change_kinds[] = {ChangeKind::added, ChangeKind::removed, ChangeKind::reworded,
                                                  ChangeKind::moved, ChangeKind::split,   ChangeKind::merged};

// One side of a change: sentences that follow each other.
struct Passage {
    Stretch sentences;
    std::vector<std::uint32_t> ordinals;  // of these sentences in their document
    std::string text;
    std::uint32_t page = 0;
    std::string section;
};

// One thing that an analyst would write down.
struct Change {
    ChangeKind kind = ChangeKind::added;
    std::optional<Passage> before, after;
    bool is_moved = false;             // also of one that is reworded, split or merged
    std::vector<WordRun> words;        // of those that have both sides and are not the same
    std::optional<Strength> strength;  // of the same, where words say it
    double likeness = 0;
};

struct DiffStat {
    std::size_t sentences_before = 0, sentences_after = 0;
    std::size_t words_before = 0, words_after = 0;
    std::size_t words_kept = 0;   // of the new text's, in sentences that are the same or moved
    std::uint32_t kinds[6] = {};  // changes by kind
    std::uint32_t stronger = 0, weaker = 0;

    double percent_kept() const noexcept {
        return words_after == 0 ? 0 : 100.0 * static_cast<double>(words_kept) / static_cast<double>(words_after);
    }
};

// What a strategy says anew, no longer, otherwise.
struct RevisionDiff {
    DiffStat stat;
    std::vector<Change> changes;  // in the order of the new text, removed ones behind what stood before them
    Substance substance;
    // Less than a fifth of the words stand in sentences that both have: a list of sentences added and removed
    // is no answer then; the passages are.
    bool is_rewritten = false;
    bool is_other_language = false;  // nothing but the substance was compared
    std::vector<Change> passages;    // of a rewritten text: what comes nearest to what, best first
};

// cost  as align(); a rewritten text costs a second look for each of its sentences
RevisionDiff compare_revisions(const RevisionSide& before, const RevisionSide& after,
                               const RevisionKnowledge& knowledge = {});

}  // namespace demarche
