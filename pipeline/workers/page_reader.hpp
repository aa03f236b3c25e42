// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/document_reader.hpp"
#include "pipeline/workers/limits.hpp"
#include "pipeline/workers/worker_process.hpp"

namespace demarche {

class WorkerPool;

struct PageReaderOptions {
    ReadingLimits limits;
    bool in_process = false;                        // no workers and no limits: for debuggers and measurements
    std::filesystem::path worker = this_program();  // what is started as worker
};

// How many files are worth reading at once.
unsigned core_count() noexcept;

// How a command turns files into pages: by workers, or in this process. Safe to
// use from many threads at once.
class PageReader {
public:
    // jobs    files read at once
    // throws  Error{unreadable} when no worker can be started
    PageReader(const PageReaderOptions& options, unsigned jobs);
    ~PageReader();

    // The pages of a file, in two steps (second_reading.hpp), the second by several workers. Limits hold for each
    // step of its own: for the text layers of the file, and for every few pages that OCR reads.
    //
    // throws  Error of one document, when nothing of it was read
    FilePages read(std::string_view bytes, const ReadingOptions& options) const;

    // What of the isolation of hostile files was not to be had, in words for people.
    const std::vector<std::string>& missing_layers() const noexcept { return missing_layers_; }

private:
    FilePages read_once(std::string_view bytes, const ReadingOptions& options) const;

    std::unique_ptr<WorkerPool> pool_;  // none: in this process
    std::vector<std::string> missing_layers_;
};

}  // namespace demarche
