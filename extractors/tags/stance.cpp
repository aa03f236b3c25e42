// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/stance.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {

namespace {

using Kind = StanceCue::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 8> concepts_of_cues = {{{"stance.commit", Kind::commit},
                                                                                {"stance.task", Kind::task},
                                                                                {"stance.support", Kind::support},
                                                                                {"stance.urge", Kind::urge},
                                                                                {"stance.describe", Kind::describe},
                                                                                {"stance.reject", Kind::reject},
                                                                                {"stance.author", Kind::author},
                                                                                {"stance.others", Kind::others}}};

// Within so many words "companies" is who the duty is laid on: "Companies that operate such systems must ...".
constexpr std::uint32_t reach_before = 12;
constexpr std::uint32_t reach_behind = 4;  // "must be reported by companies"

// A number or a heading may stand before the word that opens a task: "3.2 Objective: strengthening ...".
constexpr std::uint32_t opening = 4;

// The decision list of corpora/codebooks/stance.yaml.
class StanceDecision {
public:
    StanceDecision(const std::vector<StanceCue>& cues, std::uint32_t tokens_per_word)
        : cues_(cues), tokens_per_word_(tokens_per_word), is_governed_(governs(cues)) {}

    Stance decide() const {
        if (find(Kind::reject)) return Stance::reject;
        if (is_duty_of_others()) return Stance::urge;
        const StanceCue* support = find(Kind::support);
        if (support && !is_bound_before(*support)) return Stance::support;
        if (binds_author()) return Stance::commit;
        const StanceCue* first = first_of_all();
        return first && first->kind != Kind::describe ? Stance::commit : Stance::describe;
    }

private:
    // "We will protect what is essential": the author was bound before the word of support came. A noun of doing
    // binds nobody yet: "Protection of networks is essential".
    bool is_bound_before(const StanceCue& support) const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
            return (cue.kind == Kind::commit || cue.kind == Kind::urge) && cue.first < support.first;
        });
    }

    // "Because most attacks are carried out from abroad, we must ...": what the author takes upon itself in so many
    // words is the main clause, whatever comes first.
    bool binds_author() const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& author) {
            return author.kind == Kind::author &&
                   std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
                       return (cue.kind == Kind::commit || cue.kind == Kind::urge) && cue.first >= author.last &&
                              cue.first - author.last < 2 * tokens_per_word_;
                   });
        });
    }

    // Whether something finite governs the sentence: if not, "measures for the protection of ..." is a task.
    static bool governs(const std::vector<StanceCue>& cues) {
        return std::any_of(cues.begin(), cues.end(), [](const StanceCue& cue) {
            return cue.kind == Kind::commit || cue.kind == Kind::support || cue.kind == Kind::urge ||
                   cue.kind == Kind::describe;
        });
    }

    // "Strengthening the ..." opens a task at the head; later in a sentence it is what the verb speaks of.
    bool counts(const StanceCue& cue) const {
        return cue.kind != Kind::task || cue.first < opening * tokens_per_word_ || !is_governed_;
    }

    // The first cue of a kind.
    const StanceCue* find(Kind kind) const {
        const auto found =
            std::find_if(cues_.begin(), cues_.end(), [&](const StanceCue& cue) { return cue.kind == kind; });
        return found == cues_.end() ? nullptr : &*found;
    }

    bool is_duty_of_others() const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
            return cue.kind == Kind::urge && (others_before(cue) || others_behind(cue));
        });
    }

    bool others_before(const StanceCue& duty) const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
            const bool is_near = cue.last <= duty.first && duty.first - cue.last < reach_before * tokens_per_word_;
            return cue.kind == Kind::others && is_near && !author_between(cue.last, duty.first);
        });
    }

    bool others_behind(const StanceCue& duty) const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
            return cue.kind == Kind::others && cue.first >= duty.last &&
                   cue.first - duty.last < reach_behind * tokens_per_word_;
        });
    }

    bool author_between(std::uint32_t first, std::uint32_t last) const {
        return std::any_of(cues_.begin(), cues_.end(), [&](const StanceCue& cue) {
            return cue.kind == Kind::author && cue.first >= first && cue.last <= last;
        });
    }

    // What stands at the head of a sentence governs its list of tasks; of two cues that begin together, the longer.
    const StanceCue* first_of_all() const {
        const StanceCue* best = nullptr;
        for (const StanceCue& cue : cues_) {
            if (cue.kind == Kind::author || cue.kind == Kind::others || !counts(cue)) continue;
            if (!best || cue.first < best->first || (cue.first == best->first && cue.last > best->last))
                best = &cue;
        }
        return best;
    }

    const std::vector<StanceCue>& cues_;
    std::uint32_t tokens_per_word_;
    bool is_governed_;
};

}  // namespace

std::optional<Kind> cue_kind_of(std::string_view concept_id) noexcept {
    for (const auto& [name, kind] : concepts_of_cues)
        if (name == concept_id) return kind;
    return std::nullopt;
}

Stance stance_of(const std::vector<StanceCue>& cues, std::uint32_t tokens_per_word) {
    return StanceDecision(cues, tokens_per_word).decide();
}

}  // namespace demarche
