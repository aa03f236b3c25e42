// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/document_reader.hpp"
#include "pipeline/workers/limits.hpp"
#include "pipeline/workers/spawner.hpp"
#include "pipeline/workers/worker_process.hpp"

namespace demarche {

// Reads files in processes of their own, which are reused for one file after
// another. Whatever a file does to its worker, this process and the other files
// go on; the next file gets a new one.
//
// Safe to use from many threads at once. When one is destroyed, none of its
// workers is left.
class WorkerPool {
public:
    // Starts the first worker, so that a system where that is impossible is known before anything is done.
    //
    // size    workers at work at once; more callers wait
    // throws  Error{unreadable} when no worker can be started
    WorkerPool(unsigned size, const ReadingLimits& limits, std::filesystem::path program = this_program());

    // The pages of a file. What was read before something went wrong is kept when there is text in it; the
    // result then says what did.
    //
    // throws  Error of one document, when nothing of it was read
    // cost    over reading in this process: one copy of the bytes, two of the pages
    FilePages read(std::string_view bytes, const ReadingOptions& options);

    // Layers of isolation that this system does not offer, in words for people.
    const std::vector<std::string>& missing_layers() const noexcept { return missing_layers_; }

private:
    class Lease;

    ReadingLimits limits_;
    std::filesystem::path program_;
    std::vector<std::string> missing_layers_;
    Spawner spawner_;  // before the workers, which end with its thread

    std::mutex mutex_;
    std::condition_variable returned_;
    unsigned free_;                                     // places for workers that nobody holds
    std::vector<std::unique_ptr<WorkerProcess>> idle_;  // workers in such places; the last one is the warmest
};

}  // namespace demarche
