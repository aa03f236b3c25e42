// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/table_exports.hpp"

#include <algorithm>

#include "corpora/exports/documents_table.hpp"
#include "corpora/exports/focal_points_table.hpp"
#include "corpora/exports/mentions_table.hpp"
#include "corpora/exports/sentences_table.hpp"

namespace demarche {

namespace {

void documents_csv(const TableSource& source, std::ostream& out) {
    write_documents_csv(source.documents, out);
}
void documents_jsonl(const TableSource& source, std::ostream& out) {
    write_documents_jsonl(source.documents, out);
}

}  // namespace

const std::vector<TableExport>& table_exports() {
    static const std::vector<TableExport> exports = {
        {"mentions-csv", "a row for each mention, with its quotation, page, state and year", write_mentions_csv},
        {"mentions-jsonl", "the same as JSON lines, with the place of each printed line", write_mentions_jsonl},
        {"documents-csv", "a row for each document: facts and where they are from, text quality, counts",
         documents_csv},
        {"documents-jsonl", "the same as JSON lines", documents_jsonl},
        {"sentences-csv", "a row for each sentence, with or without mentions", write_sentences_csv},
        {"sentences-jsonl", "the same as JSON lines", write_sentences_jsonl},
        {"focal-points-csv", "a row for each office that a document names as its state's: agency, CERT, ministry",
         write_focal_points_csv},
        {"defined-names-csv", "a row for each acronym or short name that a document explains",
         write_defined_names_csv},
    };
    return exports;
}

const TableExport* find_table_export(std::string_view name) noexcept {
    const auto& exports = table_exports();
    const auto found = std::find_if(exports.begin(), exports.end(),
                                    [&](const TableExport& candidate) { return candidate.name == name; });
    return found == exports.end() ? nullptr : &*found;
}

}  // namespace demarche
