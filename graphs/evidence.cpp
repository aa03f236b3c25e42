// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/evidence.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <utility>

namespace demarche {

std::string_view to_string(Purpose purpose) noexcept {
    switch (purpose) {
        case Purpose::cooperation: return "cooperation";
        case Purpose::threat: return "threat";
        case Purpose::example: return "example";
    }
    return "unknown";
}

bool comes_before(const Evidence& left, const Evidence& right) noexcept {
    const CitedSentence& a = *left.passage;
    const CitedSentence& b = *right.passage;
    if (a.document != b.document) return std::less<>()(a.document, b.document);  // one array, in order of id
    if (a.sentence != b.sentence) return a.sentence < b.sentence;
    // The ids of one sentence differ in the number at their end: the tenth comes after the second.
    if (left.observation.size() != right.observation.size())
        return left.observation.size() < right.observation.size();
    return left.observation < right.observation;
}

EvidenceArchive::EvidenceArchive(std::vector<CitedDocument> documents) : documents_(std::move(documents)) {}

Evidence EvidenceArchive::record(const Observation& observation, std::uint32_t document) {
    Evidence evidence;
    evidence.observation = keep(observation.id);
    evidence.passage = passage(observation, document);
    evidence.term = keep_once(observation.mention.term);
    evidence.rule = keep_once(observation.mention.rule);
    evidence.span = observation.mention.span;
    evidence.page = observation.page;
    evidence.stance = observation.mention.stance;
    return evidence;
}

void EvidenceArchive::seal() {
    strings_ = {};
    passage_at_ = {};
}

std::string_view EvidenceArchive::keep(std::string_view text) {
    if (text.empty()) return {};
    char* const kept = static_cast<char*>(characters_.allocate(text.size(), 1));
    std::memcpy(kept, text.data(), text.size());
    return {kept, text.size()};
}

std::string_view EvidenceArchive::keep_once(std::string_view text) {
    if (const auto known = strings_.find(text); known != strings_.end()) return *known;
    return *strings_.insert(keep(text)).first;
}

const CitedSentence* EvidenceArchive::passage(const Observation& observation, std::uint32_t document) {
    const std::uint64_t place = (std::uint64_t{document} << 32U) | observation.mention.sentence;
    const auto [entry, is_new] = passage_at_.try_emplace(place, nullptr);
    if (is_new) {
        passages_.push_back({&documents_.at(document), observation.mention.sentence, keep(observation.sentence),
                             keep_once(observation.section), keep_once(observation.language)});
        entry->second = &passages_.back();
    } else if (entry->second->text != observation.sentence) {
        throw std::logic_error("observation " + observation.id + " has another text than others of its sentence");
    }
    return entry->second;
}

}  // namespace demarche
