// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/page_reader.hpp"

#include "pipeline/workers/worker_pool.hpp"

namespace demarche {

PageReader::PageReader(const PageReaderOptions& options, unsigned jobs) {
    if (options.in_process) {
        missing_layers_ = {"a process of its own (--in-process)"};
        return;
    }
    pool_ = std::make_unique<WorkerPool>(jobs, options.limits, options.worker);
    missing_layers_ = pool_->missing_layers();
}

PageReader::~PageReader() = default;

FilePages PageReader::read(std::string_view bytes, const ReadingOptions& options) const {
    return pool_ ? pool_->read(bytes, options) : read_pages(bytes, options);
}

}  // namespace demarche
