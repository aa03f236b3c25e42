// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "pipeline/progress.hpp"

namespace demarche::cli {

// Count, rate and time left on one line of standard error. Nothing is written
// where that is no terminal: a log should hold no bars.
class ProgressBar final : public Progress {
public:
    explicit ProgressBar(bool is_wanted);

    void begin(std::size_t tasks) override;
    void step(const std::string& document, bool failed) override;
    void end() override;

private:
    using Clock = std::chrono::steady_clock;
    void draw(const std::string& document);

    bool is_shown_;
    std::size_t total_ = 0, done_ = 0, failed_ = 0;
    Clock::time_point started_, drawn_;
};

}  // namespace demarche::cli
