// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/page.hpp"

namespace demarche {

// How a fact about a document is known. A reader of a table must be able to
// tell what the researcher said from what the program made of it.
enum class Provenance {
    manifest,   // a row of the manifest says so
    worked_out  // from the file name, the PDF's metadata, the first page or the language detector
};

template <typename Value>
struct Fact {
    Value value;
    Provenance provenance = Provenance::manifest;
    friend bool operator==(const Fact&, const Fact&) = default;
};

// What is known of a document besides its text. Each fact may be unknown.
struct DocumentFacts {
    std::optional<Fact<std::string>> state;  // ISO 3166-1 alpha-3, or "INT" for an international body's text
    std::optional<Fact<std::string>> title;
    std::optional<Fact<int>> year;              // of publication
    std::optional<Fact<std::string>> language;  // ISO 639-1 ("en"), or BCP 47 where that is not enough ("zh-Hant")
    std::optional<Fact<std::string>> issuer;
    std::optional<Fact<std::string>> revises;  // the file name of the strategy that this one replaces
    friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

// One file that the user asked to be read.
struct Source {
    std::filesystem::path path;  // absolute
    std::string name;            // as the user knows it: relative to the manifest or folder it was named by
    DocumentFacts declared;      // by the manifest; empty without one
    // Manifest columns that demarche has no use for ("kind", "text_layer" ...), kept for the exports.
    std::map<std::string, std::string> further;
};

// One page as the study remembers it.
struct PageRecord {
    std::uint32_t number = 0;
    float width = 0, height = 0;  // points
    PageStatus status = PageStatus::blank;
    std::uint32_t words = 0;
    std::vector<std::string> margins;  // running heads, feet and page numbers, left out of the running text
    double ocr_confidence = 0;         // mean of the page's words, 0 to 1; of pages read by OCR
    bool has_wrong_text_layer = false;
    std::string remark = {};  // why it was not read, and what to do
};

// How far the text of a document can be trusted: "no mention" is worth no more than this.
struct TextQuality {
    std::uint32_t pages = 0;            // the sum of the three that follow
    std::uint32_t pages_with_text = 0;  // their words are in the study, from a text layer or by OCR
    std::uint32_t pages_blank = 0;
    std::uint32_t pages_unread = 0;  // pictures and wrong text layers that were not read
    std::uint32_t words = 0;
    std::uint32_t hyphens_joined = 0;          // words broken at a line end and made whole
    std::uint32_t replacement_characters = 0;  // U+FFFD and private-use code points: letters the file does not name
    double language_confidence = 0;            // 0 to 1, of the language detector
    std::uint32_t pages_by_ocr = 0;            // of those with text
    std::uint32_t pages_wrong_text = 0;        // whose text layer does not say what is printed, read by OCR or not
    double ocr_confidence = 0;                 // mean over the words read by OCR, 0 to 1; 0 when there are none
};

}  // namespace demarche
