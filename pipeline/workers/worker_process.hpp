// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpora/model/finding.hpp"
#include "pipeline/workers/channel.hpp"
#include "pipeline/workers/limits.hpp"

namespace demarche {

// --- the parent's side of reading in isolation ---

// This very program: demarche calls itself as its worker. Why not a copy of the running process
// (fork): a process with threads cannot be copied safely, and a copy would hold the open study
// and all that the parent has in memory, within reach of a file that takes the worker over. A new
// process costs 20 ms, once for some hundred documents.
std::filesystem::path this_program();

// One worker, from its start to its end. One thread at a time.
class WorkerProcess {
public:
    // Returns when the worker has given up its rights and waits for a file.
    // throws  Error{unreadable} when it cannot be started
    WorkerProcess(const std::filesystem::path& program, const ReadingLimits& limits);
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;
    // Kills it when it has not ended.
    ~WorkerProcess();

    Channel& channel() noexcept { return channel_; }
    const std::vector<std::string>& missing_layers() const noexcept { return missing_layers_; }

    // Ends a worker that has closed its channel, and says why it did, as what is wrong with its file.
    Failure cause_of_death();

private:
    void kill_and_wait();

    ReadingLimits limits_;
    Channel channel_;
    std::vector<std::string> missing_layers_;
    pid_t process_ = -1;
    int status_ = 0;
    long most_memory_ = 0;  // KiB, known after its end
};

}  // namespace demarche
