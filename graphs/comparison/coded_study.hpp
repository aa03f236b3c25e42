// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"
#include "corpora/model/study.hpp"
#include "graphs/authors.hpp"

namespace demarche {

// What of a study is compared. An empty set holds everything.
struct ComparisonScope {
    std::vector<std::string> codes;         // ids, in the order in which they are shown
    std::set<Stance> stances;               // of mentions; those without a stance count only when it is empty
    std::optional<int> from_year, to_year;  // of documents, both included; one without a year is outside
    std::set<std::string> languages;        // of documents: "en"
    std::set<std::string> authors;          // ids: "AUS", "body.eu"
    std::set<std::string> documents;        // ids
    bool keeps_quotations = false;          // Occurrence::quotation and term; otherwise empty
};

struct ComparedCode {
    std::string id, family, label;
};

struct ComparedDocument {
    std::string id, title;
    Author author;
    std::optional<int> year;
    std::string language;          // primary_language(); empty when unknown
    bool is_failed = false;        // it has no text
    bool is_read_in_part = false;  // pages of it are missing
    std::uint32_t pages = 0, pages_unread = 0, sentences = 0;
};

// One mention, as a cell keeps it.
struct Occurrence {
    std::uint32_t sentence = 0, nth = 0, page = 0;
    std::optional<Stance> stance;
    std::string term;                              // the words as printed
    std::shared_ptr<const std::string> quotation;  // the sentence; shared by its mentions
};

// The documents of a study and their mentions, by code: what every comparison is computed from.
class CodedStudy {
public:
    // Copies what it needs. Documents outside the scope are left out.
    CodedStudy(const std::vector<StudyDocument>& documents, const Codebook& codebook, const Catalogue& catalogue,
               ComparisonScope scope);

    // Mentions outside the scope are passed over. In order of document and sentence, as the store gives them.
    // Cost: a look-up; memory about 80 bytes each.
    void add(const Observation& observation);

    const ComparisonScope& scope() const noexcept { return scope_; }
    const std::vector<ComparedDocument>& documents() const noexcept { return documents_; }  // in order of id
    const std::vector<ComparedCode>& codes() const noexcept { return codes_; }
    std::optional<std::size_t> find_code(const std::string& id) const;

    const std::vector<Occurrence>& occurrences(std::size_t document, std::size_t code) const;
    // Whether the codebook has words for the code in the document's language.
    bool can_find(std::size_t document, std::size_t code) const;
    // As `demarche explain` takes it.
    std::string mention_id(std::size_t document, std::size_t code, const Occurrence& occurrence) const;

private:
    bool holds(const ComparedDocument& document) const;

    ComparisonScope scope_;
    std::vector<ComparedDocument> documents_;
    std::vector<ComparedCode> codes_;
    std::unordered_map<std::string, std::size_t> document_at_, code_at_;
    std::vector<std::map<std::size_t, std::vector<Occurrence>>> occurrences_;  // by document, code
    std::map<std::string, std::vector<bool>> findable_;                        // by language, code
    std::shared_ptr<const std::string> last_quotation_;
};

}  // namespace demarche
