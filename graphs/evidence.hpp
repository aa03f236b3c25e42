// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpora/model/study.hpp"

namespace demarche {

// What a network keeps of the mentions that its edges stand for. A study has up
// to a million of them, and most share their sentence, term and rule with
// others, so the strings are kept once, in an archive, and evidence points there.

// A document that evidence comes from.
struct CitedDocument {
    std::string id;
    std::string title;  // empty when unknown
    std::optional<int> year;
    // The year in which it was replaced: by the document that revises it, or else by its author's next one.
    std::optional<int> replaced;
};

// What a sentence names another state for.
enum class Purpose : std::uint8_t { cooperation, threat, example };

// "cooperation", "threat", "example".
std::string_view to_string(Purpose purpose) noexcept;

// A sentence quoted as evidence, shared by all mentions in it.
struct CitedSentence {
    const CitedDocument* document = nullptr;
    std::uint32_t sentence = 0;  // Sentence::ordinal
    std::string_view text;       // whole, as in the clean text
    std::string_view section;
    std::string_view language;
};

// One mention. Points into the archive that made it: valid as long as that is.
struct Evidence {
    std::string_view observation;  // Observation::id
    const CitedSentence* passage = nullptr;
    std::string_view term;  // the words that carry the code, as printed
    std::string_view rule;  // the codebook entry that found them
    Span span;              // of those words, in the clean text
    std::uint32_t page = 0;
    std::optional<Stance> stance;
    std::optional<Purpose> purpose;  // of a state named
};

// By document id, place in the document, and number within the sentence.
bool comes_before(const Evidence& left, const Evidence& right) noexcept;

// Owns what evidence points to. Not copied; a network and its copies share one.
class EvidenceArchive {
public:
    explicit EvidenceArchive(std::vector<CitedDocument> documents);  // in order of id, each once

    EvidenceArchive(const EvidenceArchive&) = delete;
    EvidenceArchive& operator=(const EvidenceArchive&) = delete;

    const std::vector<CitedDocument>& documents() const noexcept { return documents_; }

    // The evidence for an observation in the document at index `document` of documents().
    // Throws std::logic_error if two observations give one sentence different texts.
    Evidence record(const Observation& observation, std::uint32_t document);

    // Drops the indexes that only record() needs; record() is not called again.
    void seal();

private:
    std::string_view keep(std::string_view text);
    std::string_view keep_once(std::string_view text);
    const CitedSentence* passage(const Observation& observation, std::uint32_t document);

    std::vector<CitedDocument> documents_;
    std::pmr::monotonic_buffer_resource characters_;
    std::deque<CitedSentence> passages_;  // a deque: growing moves none of them
    std::unordered_set<std::string_view> strings_;
    std::unordered_map<std::uint64_t, const CitedSentence*> passage_at_;  // by document and ordinal
};

}  // namespace demarche
