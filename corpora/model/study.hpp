// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/document.hpp"
#include "corpora/model/finding.hpp"
#include "corpora/model/mention.hpp"

namespace demarche {

// What a study says of its documents and mentions, as exports, networks and
// reports take it: plain values, without the store that they come from.

struct StudyDocument {
    std::string id;    // unique in the study, made from the file name: "aus_2020_en"
    std::string name;  // the file as the user named it
    std::filesystem::path path;
    FileStamp stamp;
    DocumentFacts facts;
    std::map<std::string, std::string> further;  // manifest columns of the user's own
    std::optional<Failure> failure;              // set: it has no text, and nothing below counts
    std::optional<Failure> partial;              // set: reading ended before the last page, and why
    TextQuality quality;
    std::map<std::string, std::uint32_t> unread_because;  // pages that were not read, by the reason
    std::uint32_t sentences = 0;
    std::uint32_t mentions = 0;
    std::string reading_key;  // what the stored text depends on besides the file: version of the extractors
    std::string tagging_key;  // what the stored mentions depend on besides the text: codebook, tagger, facts
};

// One mention with all that is needed to quote it.
struct Observation {
    std::string id;        // stable over runs: "aus_2020_en:412:body.itu:1"
    std::string document;  // StudyDocument::id
    Mention mention;
    std::uint32_t page = 0;      // on which the mention begins
    std::vector<PageBox> boxes;  // of the mention's words, one per printed line
    std::string sentence;        // its text: the quotation
    Span within_sentence;        // of the mention, in bytes of `sentence`
    std::string section;
    BlockRole role = BlockRole::body;
    std::string language;
};

// The id of the `nth` (from 1) mention of `code` in a sentence.
std::string observation_id(const std::string& document, std::uint32_t sentence, const std::string& code,
                           std::uint32_t nth);

// One sentence with its text.
struct StudySentence {
    std::string document;  // StudyDocument::id
    Sentence sentence;
    std::string text;
};

// How many sentences of a kind a document has.
struct SentenceCount {
    std::string document;
    std::string language;
    BlockRole role = BlockRole::body;
    std::uint32_t sentences = 0;
};

// One run of `demarche run`, for the record.
struct RunRecord {
    std::string version;  // of demarche
    std::string codebook_version;
    std::string codebook_hash;
    std::string options;         // JSON object
    std::string started, ended;  // UTC, "2026-01-31T12:00:00Z"; ended is empty if it was interrupted
    std::uint32_t documents_read = 0, documents_tagged = 0, documents_unchanged = 0, documents_failed = 0;
};

struct StudyTotals {
    std::uint64_t documents = 0, analysed = 0, failed = 0;
    std::uint64_t pages = 0, pages_with_text = 0, pages_blank = 0, pages_unread = 0;
    std::uint64_t sentences = 0, mentions = 0;
    std::uint64_t pages_by_ocr = 0, pages_wrong_text = 0;
};

}  // namespace demarche
