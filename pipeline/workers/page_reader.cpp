// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/page_reader.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <utility>

#include "corpora/model/error.hpp"
#include "extractors/second_reading.hpp"
#include "pipeline/workers/faults.hpp"
#include "pipeline/workers/worker_pool.hpp"

namespace demarche {

namespace {

// What came of a group of pages, and what went wrong with the rest of it.
struct SecondReading {
    FilePages read;
    std::optional<Failure> failure;
};

// Again when the worker was killed from outside, of which the pages know nothing.
template <typename Read>
SecondReading attempt(const Read& read) {
    constexpr int attempts = 3;
    SecondReading result;
    for (int i = 0; i < attempts; ++i) {
        try {
            result.read = read();
            result.failure = result.read.cut;
        } catch (const Error& error) {
            result.failure = Failure{error.kind(), error.where(), error.sentence()};
        }
        if (!result.failure || result.failure->kind != ErrorKind::unreadable) break;
    }
    return result;
}

}  // namespace

unsigned core_count() noexcept {
    return std::max(1U, std::thread::hardware_concurrency());
}

PageReader::PageReader(const PageReaderOptions& options, unsigned jobs) {
    if (options.in_process) {
        missing_layers_ = {"a process of its own (--in-process)"};
        return;
    }
    pool_ = std::make_unique<WorkerPool>(jobs, options.limits, options.worker);
    missing_layers_ = pool_->missing_layers();
}

PageReader::~PageReader() = default;

FilePages PageReader::read_once(std::string_view bytes, const ReadingOptions& options) const {
    return pool_ ? pool_->read(bytes, options) : read_pages(bytes, options);
}

FilePages PageReader::read(std::string_view bytes, const ReadingOptions& options) const {
    FilePages whole = read_once(bytes, first_reading(options));
    const std::vector<std::vector<std::uint32_t>> groups = pages_put_off(whole);
    if (groups.empty()) return whole;
    std::vector<SecondReading> readings(groups.size());
    const auto read_group = [&](std::size_t group, const std::string& ocr_pack) {
        readings[group] =
            attempt([&] { return read_once(bytes, second_reading(options, whole, groups[group], ocr_pack)); });
    };
    // The first one alone: the language that it finds serves the others.
    read_group(0, {});
    const std::string ocr_pack = readings.front().read.file.ocr_pack;
    tbb::parallel_for(std::size_t{1}, groups.size(), [&](std::size_t group) { read_group(group, ocr_pack); });
    for (std::size_t group = 0; group < groups.size(); ++group) {
        put_in(whole, std::move(readings[group].read.pages));
        give_up(whole, groups[group],
                readings[group].failure.value_or(made_its_reader_talk_nonsense("pages left out")));
    }
    return whole;
}

}  // namespace demarche
