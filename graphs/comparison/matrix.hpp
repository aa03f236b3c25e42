// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/presence.hpp"
#include "graphs/comparison/coded_study.hpp"

namespace demarche {

// States (or documents) by codes. An absence is never a failure of reading in disguise: a code that was not found
// is absent only where all was read, in a language in which the codebook can find it; otherwise nobody knows.

enum class UnitKind : std::uint8_t { state, document };

// A row: an author with its documents, or one document.
struct ComparedUnit {
    std::string id;                      // Author::id or ComparedDocument::id
    std::string label;                   // the author's name, the document's title
    std::vector<std::size_t> documents;  // indexes of CodedStudy::documents()
    // Of the documents that could be read:
    std::uint32_t documents_read = 0, sentences = 0, pages = 0, pages_unread = 0;
    std::uint32_t documents_failed = 0;
    bool is_read_in_part = false;        // pages or whole documents of it are missing
    std::vector<std::string> languages;  // of those read, in order, each once
};

// What some documents say of one code.
struct CodeCell {
    std::uint32_t mentions = 0;
    std::uint32_t documents = 0;  // that mention it
    // Documents of which it is known whether they mention it, and the sentences of those that were read where
    // it can be found (or was): the base of rates and shares.
    std::uint32_t documents_known = 0;
    std::uint32_t sentences = 0;
    bool misses_pages = false;      // a document failed, or pages of one were not read
    bool misses_languages = false;  // a document is in a language in which the codebook cannot find the code

    Presence presence() const noexcept {
        if (mentions > 0) return Presence::present;
        return misses_pages || misses_languages ? Presence::unknown : Presence::absent;
    }
    // False: there may be more than was found.
    bool is_complete() const noexcept { return !misses_pages && !misses_languages; }
};

// The cell of any documents: those of an author, a year, a group of states. `documents` are indexes.
CodeCell cell_of(const CodedStudy& study, const std::vector<std::size_t>& documents, std::size_t code);

enum class CellValue : std::uint8_t { mentions, per_1000, documents, share, presence };
std::string_view to_string(CellValue value) noexcept;

// mentions   their number
// per_1000   mentions per 1,000 sentences
// documents  that mention it
// share      of the documents of which it is known whether they mention it, those that do: 0 to 1
// presence   1 or 0
// Nothing where it is unknown whether the code is there; only a share does not mind, as it is one of the known.
// Of an incomplete cell, all but shares are least values.
std::optional<double> value_of(const CodeCell& cell, CellValue value) noexcept;

// Mentions per 1,000 sentences of what could be read, whatever is missing: for many documents at once, such as
// those of a year or a group, where some missing ones are no reason to say nothing. Nothing without a sentence.
std::optional<double> rate_of(const CodeCell& cell) noexcept;

struct CodeMatrix {
    std::vector<ComparedUnit> units;           // in order of id
    std::vector<std::vector<CodeCell>> cells;  // by unit, then by code of the study
};

std::vector<ComparedUnit> units_of(const CodedStudy& study, UnitKind by);
// Cost: units times codes, plus the mentions.
CodeMatrix matrix_of(const CodedStudy& study, UnitKind by);

}  // namespace demarche
