// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/commitment.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace demarche {

namespace {

constexpr std::string_view any_number = "#";

std::string_view class_of(std::string_view word) {
    return word.find_first_not_of("0123456789.") == std::string_view::npos ? any_number : word;
}

Strength compared(FirmnessLevel before, FirmnessLevel after) {
    if (before == after) return Strength::same;
    return after > before ? Strength::stronger : Strength::weaker;
}

}  // namespace

// The words of one side, and which of them are changed.
struct FirmnessScale::Side {
    std::vector<std::string_view> keys;
    std::vector<bool> is_changed;

    Side(const std::vector<WordRun>& runs, WordFate other) {
        for (const WordRun& run : runs) {
            if (run.fate == other) continue;
            keys.insert(keys.end(), run.keys.begin(), run.keys.end());
            is_changed.insert(is_changed.end(), run.keys.size(), run.fate != WordFate::kept);
        }
    }
    bool has_at(std::size_t at, const std::vector<std::string>& words) const {
        if (at + words.size() > keys.size()) return false;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i] != keys[at + i] && words[i] != class_of(keys[at + i])) return false;
        return true;
    }
    std::size_t changed() const {
        return static_cast<std::size_t>(std::count(is_changed.begin(), is_changed.end(), true));
    }
    std::size_t negations(const std::set<std::string, std::less<>>& words) const {
        return static_cast<std::size_t>(
            std::count_if(keys.begin(), keys.end(), [&](std::string_view key) { return words.contains(key); }));
    }
};

struct FirmnessScale::Found {
    std::size_t first = 0, last = 0;
    FirmnessLevel level = FirmnessLevel::none;
    bool is_hidden = false;  // by words that say that it is none
};

void FirmnessScale::add(FirmnessLevel level, const std::string& language, std::vector<std::string> words) {
    if (words.empty()) return;
    std::string first = words.front();
    languages_[language].phrases[std::move(first)].push_back({level, std::move(words)});
}

void FirmnessScale::add_negation(const std::string& language, std::string word) {
    languages_[language].negations.insert(std::move(word));
}

// All modals of one side, in order; of those at one place the longest.
std::vector<FirmnessScale::Found> FirmnessScale::modals_of(const Side& side, const Language& language) {
    std::vector<Found> found;
    std::size_t hidden_until = 0;
    for (std::size_t at = 0; at < side.keys.size(); ++at) {
        const auto phrases = language.phrases.find(class_of(side.keys[at]));
        if (phrases == language.phrases.end()) continue;
        Found best{at, at, FirmnessLevel::none, false};
        for (const Phrase& phrase : phrases->second) {
            if (!side.has_at(at, phrase.words)) continue;
            const std::size_t last = at + phrase.words.size();
            if (phrase.level == FirmnessLevel::none)
                hidden_until = std::max(hidden_until, last);
            else if (last > best.last)
                best = {at, last, phrase.level, false};
        }
        best.is_hidden = best.last <= hidden_until;
        if (best.last > best.first) found.push_back(best);
    }
    return found;
}

// What the changed words say: the weakest among them, as a hedge takes back what a modal gives.
std::optional<FirmnessLevel> FirmnessScale::level_of_changed(const Side& side, const Language& language,
                                                             bool with_hidden) {
    std::optional<FirmnessLevel> level;
    for (const Found& modal : modals_of(side, language)) {
        if (modal.is_hidden && !with_hidden) continue;
        bool is_changed = false;
        for (std::size_t i = modal.first; i < modal.last; ++i) is_changed = is_changed || side.is_changed[i];
        if (is_changed) level = std::min(level.value_or(modal.level), modal.level);
    }
    return level;
}

// What governs the sentence: its first modal, or the hedge right behind it.
std::optional<FirmnessLevel> FirmnessScale::level_of_first(const Side& side, const Language& language,
                                                           bool with_hidden) {
    constexpr std::size_t right_behind = 3;
    std::vector<Found> modals = modals_of(side, language);
    if (!with_hidden) std::erase_if(modals, [](const Found& modal) { return modal.is_hidden; });
    if (modals.empty()) return std::nullopt;
    FirmnessLevel level = modals.front().level;
    for (const Found& modal : modals)
        if (modal.first <= modals.front().last + right_behind) level = std::min(level, modal.level);
    return level;
}

std::optional<Strength> FirmnessScale::change(const std::vector<WordRun>& runs, const std::string& language) const {
    const auto known = languages_.find(language);
    if (known == languages_.end()) return std::nullopt;
    const Side before(runs, WordFate::added), after(runs, WordFate::removed);
    const bool is_mostly_new = 2 * (before.changed() + after.changed()) > before.keys.size() + after.keys.size();
    const auto level = is_mostly_new ? level_of_first : level_of_changed;
    std::optional<FirmnessLevel> old_level = level(before, known->second, false),
                                 new_level = level(after, known->second, false);
    // "should they" in place of "will they": whoever changes a word for a modal takes it for one.
    if (!old_level && new_level) old_level = level(before, known->second, true);
    if (!new_level && old_level) new_level = level(after, known->second, true);
    const std::size_t old_negations = before.negations(known->second.negations),
                      new_negations = after.negations(known->second.negations);
    if (!old_level && !new_level) {
        if (old_negations == new_negations || is_mostly_new) return std::nullopt;
        return old_negations < new_negations ? Strength::weaker : Strength::stronger;
    }
    const Strength strength =
        compared(old_level.value_or(FirmnessLevel::stated), new_level.value_or(FirmnessLevel::stated));
    if (strength == Strength::same && old_negations != new_negations && !is_mostly_new)
        return old_negations < new_negations ? Strength::weaker : Strength::stronger;
    return strength;
}

std::string_view to_string(Strength strength) noexcept {
    switch (strength) {
        case Strength::weaker: return "weaker";
        case Strength::same: return "same";
        case Strength::stronger: return "stronger";
    }
    return "unknown";
}

std::string_view to_string(FirmnessLevel level) noexcept {
    switch (level) {
        case FirmnessLevel::none: return "none";
        case FirmnessLevel::hedged: return "hedged";
        case FirmnessLevel::permitted: return "permitted";
        case FirmnessLevel::intended: return "intended";
        case FirmnessLevel::stated: return "stated";
        case FirmnessLevel::required: return "required";
    }
    return "unknown";
}

}  // namespace demarche
