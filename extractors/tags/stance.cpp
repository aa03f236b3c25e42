// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/stance.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {

namespace {

using Kind = StanceCue::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 7> concepts_of_cues = {{{"stance.commit", Kind::commit},
                                                                                {"stance.support", Kind::support},
                                                                                {"stance.urge", Kind::urge},
                                                                                {"stance.describe", Kind::describe},
                                                                                {"stance.reject", Kind::reject},
                                                                                {"stance.author", Kind::author},
                                                                                {"stance.others", Kind::others}}};

bool has(const std::vector<StanceCue>& cues, Kind kind) {
    return std::any_of(cues.begin(), cues.end(), [&](const StanceCue& cue) { return cue.kind == kind; });
}

// The verb that governs a phrase stands before it, mostly the nearest one; a passive
// ("privacy will be respected") comes behind.
const StanceCue* nearest(const std::vector<StanceCue>& cues, std::uint32_t first, std::uint32_t last) {
    const StanceCue* best = nullptr;
    for (const StanceCue& cue : cues) {
        if (cue.kind == Kind::author || cue.kind == Kind::others) continue;
        if (cue.first < last)
            best = &cue;
        else if (!best || best->last + 12 < first)
            return &cue;
        else
            break;
    }
    return best;
}

}  // namespace

std::optional<Kind> cue_kind_of(std::string_view concept_id) noexcept {
    for (const auto& [name, kind] : concepts_of_cues)
        if (name == concept_id) return kind;
    return std::nullopt;
}

Stance stance_of(const std::vector<StanceCue>& cues, std::uint32_t first, std::uint32_t last) {
    if (has(cues, Kind::reject)) return Stance::reject;
    const StanceCue* cue = nearest(cues, first, last);
    if (!cue) return Stance::describe;
    switch (cue->kind) {
        // "should", "must": of itself when the author is the one who speaks of itself.
        case Kind::urge: return has(cues, Kind::author) && !has(cues, Kind::others) ? Stance::commit : Stance::urge;
        case Kind::commit:
            return has(cues, Kind::others) && !has(cues, Kind::author) ? Stance::urge : Stance::commit;
        case Kind::support: return Stance::support;
        default: return Stance::describe;
    }
}

}  // namespace demarche
