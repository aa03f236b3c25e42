// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/code_languages.hpp"
#include "corpora/model/guideline.hpp"
#include "corpora/model/keyness.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/presence.hpp"
#include "corpora/revisions/commitment.hpp"
#include "corpora/revisions/compared_text.hpp"

namespace demarche {

// One version of a strategy: what is compared.
struct RevisionSide {
    std::string name;  // of the file or document
    std::string title, state, language;
    std::optional<int> year;
    ComparedText text;
    // What is printed and not compared: contents lists, running heads and feet, as keys of words.
    std::vector<std::string> apparatus;
    std::vector<Mention> mentions;  // in order; their sentences are ordinals of `text`
    std::uint32_t pages_unread = 0;
};

// What two versions are held against.
struct RevisionKnowledge {
    std::vector<Guideline> guidelines;
    // In which languages the codebook can find what; nothing: in all.
    std::optional<CodeLanguages> languages;
    FirmnessScale firmness;  // of reworded sentences
};

// How much a code is on an author's mind, before and after.
struct Emphasis {
    std::string code;
    std::uint32_t before = 0, after = 0;  // mentions
    Presence presence_before = Presence::absent, presence_after = Presence::absent;
    double per_thousand_before = 0, per_thousand_after = 0;  // sentences
    double log_likelihood = 0;                               // of the two, sentences as sizes: keyness.hpp
    std::optional<Stance> stance_before, stance_after;       // the firmest: commit, support, urge, reject, describe
    std::vector<std::string> terms_before, terms_after;      // distinct, as printed; of named offices

    bool is_in_both() const noexcept { return before > 0 && after > 0; }
    // Sure, as the other version was read and the codebook knows its language.
    bool is_gained() const noexcept { return presence_before == Presence::absent; }
    bool is_lost() const noexcept { return presence_after == Presence::absent; }
    // One version has it, and of the other nobody can tell.
    bool is_unsure() const noexcept {
        return presence_before == Presence::unknown || presence_after == Presence::unknown;
    }
    bool is_significant() const noexcept { return !is_unsure() && log_likelihood >= significant_log_likelihood; }
};

// How much of a guideline the two versions speak of.
struct GuidelineChange {
    std::string id, title;  // of the guideline
    std::size_t items = 0;
    std::size_t met_before = 0, met_after = 0;
    std::size_t unknown_before = 0, unknown_after = 0;        // not found, and nobody can tell
    std::vector<GuidelineItem> gained, lost;                  // items that one version alone meets
    std::vector<GuidelineItem> perhaps_gained, perhaps_lost;  // one meets them, and of the other nobody can tell

    bool has_changed() const noexcept { return !gained.empty() || !lost.empty(); }
};

// What changed in what is said, whatever the words.
struct Substance {
    std::vector<Emphasis> codes;  // all that either side has, in order of code
    std::vector<std::string> sections_gained, sections_lost;
    std::vector<GuidelineChange> guidelines;  // all that the versions were held against
};

// A version of which no language is known is taken to be in that of the other.
Substance compare_substance(const RevisionSide& before, const RevisionSide& after,
                            const RevisionKnowledge& knowledge = {});

// Why nobody can tell what a version does not speak of: "pages", of which some were not read, else "language", in
// which the codebook lacks words.
std::string_view why_unknown(const RevisionSide& side) noexcept;

// Those of `names` that are not among `others`, whatever their capitals.
std::vector<std::string> names_without(const std::vector<std::string>& names,
                                       const std::vector<std::string>& others);

}  // namespace demarche
