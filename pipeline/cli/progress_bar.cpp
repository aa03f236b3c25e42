// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/progress_bar.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "pipeline/table.hpp"

namespace demarche::cli {

namespace {

constexpr std::size_t bar_width = 24;
constexpr std::size_t name_width = 28;
constexpr auto redraw_every = std::chrono::milliseconds(100);

std::string minutes(double seconds) {
    const auto whole = std::lround(seconds);
    char text[32];
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

}  // namespace

ProgressBar::ProgressBar(bool is_wanted) : is_shown_(is_wanted && isatty(STDERR_FILENO) == 1) {}

void ProgressBar::begin(std::size_t tasks) {
    total_ = tasks;
    started_ = drawn_ = Clock::now();
    if (is_shown_) draw("");
}

void ProgressBar::step(const std::string& document, bool failed) {
    ++done_;
    if (failed) ++failed_;
    const auto now = Clock::now();
    if (!is_shown_ || (now - drawn_ < redraw_every && done_ < total_)) return;
    drawn_ = now;
    draw(document);
}

void ProgressBar::draw(const std::string& document) {
    const double elapsed = std::chrono::duration<double>(Clock::now() - started_).count();
    const double rate = elapsed > 0 ? static_cast<double>(done_) / elapsed : 0;
    const std::size_t filled = total_ == 0 ? bar_width : bar_width * done_ / total_;
    const std::string left = rate > 0 ? minutes(static_cast<double>(total_ - done_) / rate) : "-:--";
    const std::string failures = failed_ > 0 ? ", " + std::to_string(failed_) + " failed" : "";
    std::fprintf(stderr, "\r\033[K[%s%s] %zu/%zu%s  %.1f/s  %s left  %s", std::string(filled, '#').c_str(),
                 std::string(bar_width - filled, '.').c_str(), done_, total_, failures.c_str(), rate, left.c_str(),
                 shortened(document, name_width).c_str());
    std::fflush(stderr);
}

void ProgressBar::end() {
    if (is_shown_) std::fputs("\r\033[K", stderr);
}

}  // namespace demarche::cli
