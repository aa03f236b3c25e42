// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "pipeline/workers/worker_process.hpp"

namespace demarche {

// Starts worker processes from one thread that lives as long as it does.
//
// The kernel ends a worker with the thread that started it, not with the process
// (PR_SET_PDEATHSIG, prctl(2)); started by whoever needs one, a worker would die
// with a thread that happens to end while another reads through it.
//
// May be called from many threads.
class Spawner {
public:
    using Start = std::function<std::unique_ptr<WorkerProcess>()>;

    explicit Spawner(Start start);
    Spawner(const Spawner&) = delete;
    Spawner& operator=(const Spawner&) = delete;
    ~Spawner();

    // Waits until the worker is there. Throws what starting it threw.
    std::unique_ptr<WorkerProcess> spawn();

private:
    using Task = std::packaged_task<std::unique_ptr<WorkerProcess>()>;
    void serve();

    Start start_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<Task> tasks_;
    bool is_ending_ = false;
    std::thread thread_;  // last, so that all it uses is there before it runs
};

}  // namespace demarche
