// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/revisions/word_diff.hpp"

namespace demarche {

// How firm a reworded sentence is beside what it said before.
enum class Strength { weaker, same, stronger };

std::string_view to_string(Strength strength) noexcept;

// Whether changed words make a sentence bind its author more or less: modals and their like on a scale from
// "must" over "will", "aims to", "may" to "will consider", and negation that comes in or goes out.
//
// A few changed words speak for themselves. Where most of a sentence is new, the first modal of each side does.
// A side that has none, beside one that has, is a plain statement, as firm as "will".
//
// runs      as diff_words() gives them
// language  ISO 639-1; en, fr, es, pt, de and ru are known
// returns   nothing when neither side has a modal and no negation changed, or in another language
// source    the scale of modal strength of English grammars (Quirk et al. 1985, 4.49 ff.: obligation, volition,
//           permission), with the hedges that drafters add ("consider", "where appropriate") below it
std::optional<Strength> change_of_strength(const std::vector<WordRun>& runs, std::string_view language);

}  // namespace demarche
