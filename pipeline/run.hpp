// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "corpora/model/state.hpp"
#include "corpora/store/study_store.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche {

// What the run of tasks needs besides them.
struct RunContext {
    const Catalogue& catalogue;
    const std::shared_future<std::unique_ptr<const Tagger>>& tagger;  // waited for by the first that tags
    const std::string& codebook_hash;
    const PageReader* reader = nullptr;  // null when no task is to read
    const std::string& limits_key;       // what readings that hit a limit depend on
    StudyStore& store;                   // written to, by one thread at a time
    Progress& progress;
    unsigned jobs = 1;  // documents worked on at once
    OcrMode ocr = OcrMode::automatic;
};

struct RunCounts {
    std::uint32_t read = 0, tagged = 0, noted = 0, failed = 0;
};

// Carries out the tasks in a parallel pipeline: one thread hands them out, `jobs`
// read and tag, one writes each document as soon as it is done. At most twice
// `jobs` documents are held at once, whatever the corpus.
//
// A document's Error becomes its stored Failure here and nowhere else.
// throws  Error{storage} when the study cannot be written; what is written stays
RunCounts run_tasks(const std::vector<Task>& tasks, const RunContext& context);

}  // namespace demarche
