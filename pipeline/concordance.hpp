// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/concordance/concordance.hpp"
#include "corpora/concordance/context.hpp"
#include "corpora/model/text_word.hpp"

namespace demarche {

enum class ConcordanceFormat { text, csv, json };
enum class CountBy { nothing, document, state };

struct ConcordanceOptions {
    std::filesystem::path study;
    std::string query;               // as corpora/concordance/query.hpp has it; or
    std::vector<std::string> codes;  // of stored mentions: "norm.g", or "norm.*" for all that begin so

    // Only these; empty: all.
    std::vector<std::string> stances, states, documents, languages, roles;
    std::optional<std::pair<int, int>> years;  // first and last; documents of unknown year are left out

    LetterRule letters = LetterRule::folded;
    SortBy sort = SortBy::document;
    Window window;
    std::optional<std::size_t> limit;  // of the lines, once sorted
    CountBy count = CountBy::nothing;  // counts in place of lines
    ConcordanceFormat format = ConcordanceFormat::text;
};

// `demarche kwic`: a keyword, or a code's terms, in context.
//
// throws  Error{usage} for a query that is none (with the place in it), for neither or both of query and codes, and
// for
//         a state, document, language, role or stance that the study does not know; Error of the study
// cost    for 50,000 sentences 0.1 s where the index helps, 0.4 s where each sentence is looked at; 30 microseconds
// a line
void write_concordance(const ConcordanceOptions& options, std::ostream& out);

// The same as a value. Lines are made when options.count is nothing.
Concordance find_concordance(const ConcordanceOptions& options);

// How the pipeline splits texts and queries, for whoever calls the functions of corpora/concordance.
SplitWords split_by(LetterRule rule);

// --- parts of the above that have a file of their own ---

// Documents whose facts are wanted, in order of id. Error{usage} naming what there is instead.
std::vector<StudyDocument> chosen_documents(const ConcordanceOptions& options, std::vector<StudyDocument> all);

// Aligned on the keyword by the columns that it takes in a terminal. Lines in a right-to-left script are
// mirrored: what comes before stands on the right of the keyword, each part isolated (UAX #9).
void write_concordance_text(const Concordance& concordance, const ConcordanceOptions& options, std::ostream& out);

}  // namespace demarche
