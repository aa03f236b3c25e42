// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/cues.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace demarche {

namespace {

constexpr std::string_view engaging_prefix = "forum.";
// The family of codes that say what a state is named for; each is one of its words.
constexpr std::string_view naming_prefix = "naming.";

std::uint64_t place_of(std::uint32_t document, std::uint32_t sentence) {
    return (std::uint64_t{document} << 32U) | sentence;
}

std::optional<Purpose> purpose_named(std::string_view code) {
    if (!code.starts_with(naming_prefix)) return std::nullopt;
    code.remove_prefix(naming_prefix.size());
    for (const Purpose purpose : {Purpose::cooperation, Purpose::threat, Purpose::example})
        if (code == to_string(purpose)) return purpose;
    return std::nullopt;
}

}  // namespace

void SentenceCues::note(std::uint32_t document, const Mention& mention) {
    const std::optional<Purpose> purpose = purpose_named(mention.code);
    if (purpose || mention.code.starts_with(engaging_prefix))
        by_place_[place_of(document, mention.sentence)].push_back({mention.span, purpose});
}

const std::vector<SentenceCues::Cue>& SentenceCues::in(std::uint32_t document, std::uint32_t sentence) const {
    static const std::vector<Cue> none;
    const auto found = by_place_.find(place_of(document, sentence));
    return found == by_place_.end() ? none : found->second;
}

bool SentenceCues::is_engaging(std::uint32_t document, std::uint32_t sentence) const {
    const std::vector<Cue>& cues = in(document, sentence);
    return std::any_of(cues.begin(), cues.end(), [](const Cue& cue) { return !cue.purpose; });
}

std::optional<Purpose> SentenceCues::purpose_of(std::uint32_t document, std::uint32_t sentence, Span name) const {
    const Cue* best = nullptr;
    const auto rank = [&](const Cue& cue) {
        const bool is_around = cue.span.contains(name);
        return std::tuple(!is_around, *cue.purpose == Purpose::example, is_around ? cue.span.length() : 0U,
                          *cue.purpose);
    };
    for (const Cue& cue : in(document, sentence))
        if (cue.purpose && (best == nullptr || rank(cue) < rank(*best))) best = &cue;
    return best == nullptr ? std::nullopt : best->purpose;
}

}  // namespace demarche
