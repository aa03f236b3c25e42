// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "corpora/model/study.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

struct RunOptions {
    std::vector<std::filesystem::path> inputs;  // documents, folders, manifests
    std::filesystem::path study;                // folder
    std::vector<std::string> codebook;          // as --codebook has them
    unsigned jobs = 0;                          // 0: one per core
    bool prune = false;                         // forget documents that the inputs no longer name
    OcrMode ocr = OcrMode::automatic;           // which pages are read by OCR
    PageReaderOptions reading;                  // limits of each document
};

struct RunSummary {
    RunRecord record;
    StudyTotals totals;
    std::uint32_t forgotten = 0;
    std::uint32_t not_named = 0;            // documents of the study that the inputs do not name, and that stay
    std::vector<std::string> out_of_reach;  // names of documents that stay as read: their files cannot be opened
    std::vector<StudyDocument> documents;   // of the whole study, in order of id
};

// `demarche run`: brings the study up to what the inputs, the codebook and the
// program say. Killed at any moment, the study is whole, and the same call goes on
// where it stopped.
//
// throws  Error for what concerns the whole run (usage, manifest, codebook, study);
//         a document's error is stored as its failure
RunSummary run_study(const RunOptions& options, Progress& progress);

}  // namespace demarche
