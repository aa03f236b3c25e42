// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/spawner.hpp"

#include <utility>

namespace demarche {

Spawner::Spawner(Start start) : start_(std::move(start)), thread_([this] { serve(); }) {}

Spawner::~Spawner() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

std::unique_ptr<WorkerProcess> Spawner::spawn() {
    Task task(start_);
    std::future<std::unique_ptr<WorkerProcess>> started = task.get_future();
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    asked_.notify_one();
    return started.get();
}

void Spawner::serve() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            asked_.wait(lock, [&] { return is_ending_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task();
    }
}

}  // namespace demarche
