// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "tests/pipeline/corpus_fixture.hpp"

namespace demarche {

// `demarche run` in a process of its own, which can be stopped.
class RunningProgram {
public:
    RunningProgram(const TestCorpus& corpus, const std::string& study);
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram();

    pid_t process() const noexcept { return process_; }
    // Each returns whether it was still at work.
    bool kill_after(std::chrono::steady_clock::duration time);
    bool stop(int signal);
    int exit_status();

private:
    int wait_status();
    pid_t process_ = -1;
};

}  // namespace demarche
