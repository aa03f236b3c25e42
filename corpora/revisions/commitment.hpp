// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/revisions/word_diff.hpp"

namespace demarche {

// How firm a reworded sentence is beside what it said before.
enum class Strength { weaker, same, stronger };

std::string_view to_string(Strength strength) noexcept;

// From loose to firm; what they mean is told in corpora/firmness/firmness.yaml. Words of `none` hide the modals in
// them, unless another modal took their place.
enum class FirmnessLevel { none, hedged, permitted, intended, stated, required };
inline constexpr FirmnessLevel all_firmness_levels[] = {FirmnessLevel::required, FirmnessLevel::stated,
                                                        FirmnessLevel::intended, FirmnessLevel::permitted,
                                                        FirmnessLevel::hedged,   FirmnessLevel::none};

std::string_view to_string(FirmnessLevel level) noexcept;

// The words that tell how firm a sentence is, by language.
class FirmnessScale {
public:
    // words  as ComparedWord::key; "#" stands for a number
    void add(FirmnessLevel level, const std::string& language, std::vector<std::string> words);
    void add_negation(const std::string& language, std::string word);

    // Whether changed words make a sentence bind its author more or less: modals and their like from "must" over
    // "will", "aims to", "may" to "will consider", and negation that comes in or goes out.
    //
    // A few changed words speak for themselves. Where most of a sentence is new, the first modal of each side does.
    // A side that has none, beside one that has, is a plain statement, as firm as "will".
    //
    // runs      as diff_words() gives them
    // language  ISO 639-1
    // returns   nothing when neither side has a modal and no negation changed, or in another language
    std::optional<Strength> change(const std::vector<WordRun>& runs, const std::string& language) const;

private:
    struct Phrase {
        FirmnessLevel level = FirmnessLevel::none;
        std::vector<std::string> words;
    };
    struct Language {
        std::map<std::string, std::vector<Phrase>, std::less<>> phrases;  // by their first word
        std::set<std::string, std::less<>> negations;
    };
    struct Side;
    struct Found;
    static std::vector<Found> modals_of(const Side& side, const Language& language);
    static std::optional<FirmnessLevel> level_of_changed(const Side& side, const Language& language,
                                                         bool with_hidden);
    static std::optional<FirmnessLevel> level_of_first(const Side& side, const Language& language,
                                                       bool with_hidden);

    std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace demarche
