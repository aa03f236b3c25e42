// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/worker_pool.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <fcntl.h>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"
#include "pipeline/workers/faults.hpp"

namespace demarche {

namespace {

// The bytes as a file without a name that nobody can change any more: what a
// worker reads is what was hashed.
FileDescriptor sealed_copy(std::string_view bytes) {
    FileDescriptor file(::memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file.is_open()) throw std::system_error(errno, std::generic_category(), "memfd_create");
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category(), "a copy of the file");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    ::fcntl(file.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
    return file;
}

// The pages of one file as they come, within its limits.
class Gathering {
public:
    Gathering(const ReadingLimits& limits, const std::vector<std::uint32_t>& wanted)
        : limits_(limits), wanted_(wanted) {}

    // Returns what is wrong with the page, if anything is.
    std::optional<Failure> add(Page&& page) {
        if (page.number != next()) return made_its_reader_talk_nonsense("pages out of order");
        if (page.number > limits_.pages) return holds_too_many_pages(limits_);
        words_ += page.words.size();
        letters_ += page.text.size();
        if (words_ > limits_.words || letters_ > limits_.letters) return holds_too_much_text(limits_);
        has_text_ = has_text_ || !page.words.empty() || page.awaits_ocr;
        gathered_.pages.push_back(std::move(page));
        return std::nullopt;
    }
    FilePages ended(FileDescription file) && {
        gathered_.file = std::move(file);
        return std::move(gathered_);
    }
    // throws  Error when there is no text to keep
    FilePages cut(Failure failure) && {
        if (!has_text_) throw Error(failure.kind, failure.where, failure.what);
        gathered_.cut = std::move(failure);
        return std::move(gathered_);
    }

private:
    // The number of the page that must come; none is 0.
    std::uint32_t next() const {
        const std::size_t at = gathered_.pages.size();
        if (wanted_.empty()) return static_cast<std::uint32_t>(at) + 1;
        return at < wanted_.size() ? wanted_[at] : 0;
    }

    const ReadingLimits& limits_;
    const std::vector<std::uint32_t>& wanted_;  // empty: all
    FilePages gathered_;
    std::uint64_t words_ = 0, letters_ = 0;
    bool has_text_ = false;
};

// More than one attempt: a worker may be killed from outside while it starts, which is not to end the run.
std::unique_ptr<WorkerProcess> started_worker(const std::filesystem::path& program, const ReadingLimits& limits) {
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        try {
            return std::make_unique<WorkerProcess>(program, limits);
        } catch (const Error&) {
            if (attempt == attempts) throw;
        }
    }
}

}  // namespace

// A place in the pool, and the worker in it. A worker goes back to the pool only
// when its file is through: any other way out of a reading ends it.
class WorkerPool::Lease {
public:
    explicit Lease(WorkerPool& pool) : pool_(pool) {
        std::unique_lock lock(pool_.mutex_);
        pool_.returned_.wait(lock, [&] { return pool_.free_ > 0; });
        --pool_.free_;
        if (pool_.idle_.empty()) return;
        worker_ = std::move(pool_.idle_.back());
        pool_.idle_.pop_back();
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
        if (!is_good_) worker_.reset();
        const std::lock_guard lock(pool_.mutex_);
        ++pool_.free_;
        if (worker_) pool_.idle_.push_back(std::move(worker_));
        pool_.returned_.notify_one();
    }

    // Hands a file over. A worker that died while it had nothing to do is replaced.
    WorkerProcess& begin(const ReadRequest& request, const FileDescriptor& file) {
        is_good_ = false;
        if (worker_ && handed_over(request, file)) return *worker_;
        worker_.reset();
        worker_ = pool_.spawner_.spawn();
        if (!handed_over(request, file)) {
            const Failure failure = worker_->cause_of_death();
            throw Error(failure.kind, failure.where, failure.what);
        }
        return *worker_;
    }
    void end(bool is_worn) noexcept { is_good_ = !is_worn; }

private:
    bool handed_over(const ReadRequest& request, const FileDescriptor& file) {
        try {
            worker_->channel().send_at_once(request, file.number());
            return true;
        } catch (const ChannelClosed&) {
            return false;
        }
    }

    WorkerPool& pool_;
    std::unique_ptr<WorkerProcess> worker_;
    bool is_good_ = true;
};

WorkerPool::WorkerPool(unsigned size, const ReadingLimits& limits, std::filesystem::path program)
    : limits_(limits),
      program_(std::move(program)),
      spawner_([this] { return started_worker(program_, limits_); }),
      free_(size) {
    idle_.push_back(spawner_.spawn());
    missing_layers_ = idle_.back()->missing_layers();
}

FilePages WorkerPool::read(std::string_view bytes, const ReadingOptions& options) {
    const FileDescriptor file = sealed_copy(bytes);
    Gathering gathering(limits_, options.pages);
    Lease lease(*this);
    WorkerProcess& worker =
        lease.begin({options, bytes.size(), static_cast<std::uint32_t>(limits_.timeout.count())}, file);
    Patience patience(limits_.timeout);
    try {
        for (;;) {
            std::optional<Message> message = worker.channel().receive(patience);
            if (!message) return std::move(gathering).cut(took_too_long(limits_));
            if (Page* page = std::get_if<Page>(&*message)) {
                if (auto failure = gathering.add(std::move(*page))) return std::move(gathering).cut(*failure);
            } else if (EndOfFile* end = std::get_if<EndOfFile>(&*message)) {
                lease.end(end->is_worn);
                return std::move(gathering).ended(std::move(end->file));
            } else if (Failure* failure = std::get_if<Failure>(&*message)) {
                lease.end(false);
                return std::move(gathering).cut(std::move(*failure));
            } else {
                return std::move(gathering).cut(made_its_reader_talk_nonsense("a message out of turn"));
            }
        }
    } catch (const ChannelClosed&) {
        return std::move(gathering).cut(worker.cause_of_death());
    } catch (const BadMessage& problem) {
        return std::move(gathering).cut(made_its_reader_talk_nonsense(problem.what()));
    }
}

}  // namespace demarche
