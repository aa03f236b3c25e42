// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/revisions/revision_diff.hpp"
#include "extractors/formats/ocr_mode.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

enum class DiffFormat { text, json, html, csv };

struct DiffOptions {
    std::string before, after;    // files, or ids of documents of the study
    std::filesystem::path study;  // empty: files alone
    std::string lineage;          // a state: all its strategies in the study, one after the other
    DiffFormat format = DiffFormat::text;
    std::vector<std::string> only;  // kinds of change; empty: all
    bool stat_only = false;
    bool in_colour = false;
    std::filesystem::path output;  // empty: standard output
    OcrMode ocr = OcrMode::automatic;
    PageReaderOptions reading;
    std::vector<std::string> codebook;
};

// Two versions and what changed between them.
struct ComparedRevisions {
    RevisionSide before, after;
    RevisionDiff diff;
};

// `demarche diff`: what changed from one strategy to the next.
//
// returns  whether anything did
// throws   Error of a file, the study or the codebook; Error{usage}
bool write_diff(const DiffOptions& options, std::ostream& out);

// --- the formats; changes that are not to be shown have been taken out ---

void write_diff_text(const ComparedRevisions& revisions, const Codebook& codebook, const DiffOptions& options,
                     std::ostream& out);
void write_diff_json(const std::vector<ComparedRevisions>& revisions, const Codebook& codebook, bool is_lineage,
                     std::ostream& out);
void write_diff_csv(const std::vector<ComparedRevisions>& revisions, std::ostream& out);
void write_diff_html(const std::vector<ComparedRevisions>& revisions, const Codebook& codebook, std::ostream& out);

}  // namespace demarche
