// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/page.hpp"
#include "corpora/model/sentence.hpp"
#include "corpora/model/study.hpp"

namespace demarche {

// One place where a query, or a code, was found.
struct ConcordanceHit {
    std::size_t document = 0;  // index into the documents that were searched
    Sentence sentence;
    Span keyword;  // in the document's text
    // Of a stored mention:
    std::string mention;  // Observation::id; empty for a query
    std::string code;
    std::optional<Stance> stance;
    std::vector<PageBox> boxes;
};

// A hit with what stands around it.
struct ConcordanceLine {
    ConcordanceHit hit;
    std::uint32_t page = 0;  // on which the keyword begins
    std::vector<PageBox> boxes;
    std::string left, keyword, right;  // in reading order, on one line
};

enum class SortBy : std::uint8_t {
    document,  // by id, then by place
    year,      // oldest first, unknown last; then by document
    left,      // by the words before the keyword, nearest first
    right,     // by the words after it
    keyword,   // by its own words, then by those after it
};

// All that was found.
struct Concordance {
    std::string asked;  // the query as it was understood, or the codes
    // Of the codes that were asked for, those that no mention in the whole study has; and those that mentions have.
    std::vector<std::string> codes_unseen, codes_seen;
    std::vector<StudyDocument> documents;  // that were searched, in order of id; failed ones among them
    std::vector<ConcordanceHit> hits;      // in order of document and place
    std::vector<std::uint32_t> sentences;  // of each document, those that were searched
    std::vector<ConcordanceLine> lines;    // sorted; fewer than hits when a limit was given
};

// What --stat counts: for a document, or for all of a state's.
struct HitCount {
    std::string document;  // empty for a state
    std::optional<std::string> state;
    std::optional<int> year;
    std::uint32_t documents = 0, documents_failed = 0;
    std::uint32_t sentences = 0;  // that were searched
    std::uint32_t hits = 0, sentences_with_hits = 0;
    std::uint32_t pages_unread = 0;

    bool is_read() const noexcept { return documents > documents_failed; }
    // Hits per 1,000 sentences; nothing when there are no sentences.
    std::optional<double> per_1000() const noexcept {
        return sentences > 0 ? std::optional(1000.0 * hits / sentences) : std::nullopt;
    }
};

// Each document, most hits per sentence first, those that could not be read last.
std::vector<HitCount> count_by_document(const Concordance& concordance);
// Each state, in the same order; documents without one come together.
std::vector<HitCount> count_by_state(const Concordance& concordance);
// All of them in one.
HitCount count_all(const Concordance& concordance);

// Whether some of a document has not been read: that nothing is found there says nothing.
bool is_read_in_part(const StudyDocument& document) noexcept;

}  // namespace demarche
