// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/worker.hpp"

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include <csignal>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "pipeline/workers/channel.hpp"
#include "pipeline/workers/sandbox.hpp"
#include "pipeline/workers/start.hpp"

namespace demarche {

namespace {

// A file's bytes, as the parent handed them over.
class MappedFile {
public:
    MappedFile(const FileDescriptor& file, std::size_t size) : size_(size) {
        if (size == 0) return;
        begin_ = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
        if (begin_ == MAP_FAILED) throw std::bad_alloc();
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile() {
        if (size_ > 0) ::munmap(begin_, size_);
    }
    std::string_view bytes() const noexcept { return {static_cast<const char*>(begin_), size_}; }

private:
    void* begin_ = nullptr;
    std::size_t size_;
};

// Poppler calls abort() when malloc gives nothing; that shall not pass for a crash.
void say_why_aborted(int) {
    if (errno == ENOMEM) ::_exit(out_of_memory_status);
}

// The parent ends a worker that takes too long. Should it be stopped meanwhile, the system does.
void limit_processor_time(std::uint32_t seconds) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto so_far = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    const rlimit limit{so_far + seconds + 2, RLIM_INFINITY};
    ::setrlimit(RLIMIT_CPU, &limit);
}

// What libraries leave behind adds up; a new worker is cheap.
bool is_worn(std::uint32_t memory) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss > std::int64_t{memory} * 1024 / 4;  // KiB
}

Message answer(const ReadRequest& request, const FileDescriptor& file, const ReadFunction& read,
               const PageSink& sink, std::uint32_t memory) {
    try {
        const MappedFile mapped(file, request.size);
        FileDescription description = read(mapped.bytes(), request.options, sink);
        if (description.title) description.title = with_valid_utf8(*description.title);
        return EndOfFile{std::move(description), is_worn(memory)};
    } catch (const Error& error) {
        return Failure{error.kind(), with_valid_utf8(error.where()), with_valid_utf8(error.sentence())};
    } catch (const std::length_error&) {
        return Failure{ErrorKind::too_large, "", "holds a page that is longer than a book"};
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const ChannelClosed&) {
        throw;
    } catch (const std::exception& error) {
        // A library gave up in a way of its own.
        return Failure{ErrorKind::malformed, "", "could not be read: " + with_valid_utf8(error.what())};
    }
}

void serve(const ReadFunction& read, std::uint32_t memory, pid_t parent) {
    // Never destroyed, and so closed by the end of the process alone: the parent kills a worker whose
    // channel is closed, and would not learn the exit status of one that is still on its way there.
    static Channel& channel = *new Channel(FileDescriptor(worker_channel));
    channel.send(Greeting{enter_sandbox(memory, parent)});
    for (;;) {
        const auto [message, file] = channel.receive_with_descriptor();
        const auto& request = std::get<ReadRequest>(message);
        limit_processor_time(request.seconds);
        const PageSink sink = [](Page&& page) { channel.send(std::move(page)); };
        channel.send(answer(request, file, read, sink, memory));
    }
}

}  // namespace

bool is_worker(int argc, char** argv) noexcept {
    return argc == worker_arguments && std::string_view(argv[1]) == worker_argument;
}

void work(char** argv, const ReadFunction& read) noexcept {
    // _exit everywhere: nothing that a parent's libraries registered shall run here.
    try {
        const auto memory = static_cast<std::uint32_t>(std::stoul(argv[2]));
        const auto parent = static_cast<pid_t>(std::stol(argv[3]));
        ::signal(SIGABRT, say_why_aborted);
        serve(read, memory, parent);
    } catch (const ChannelClosed&) {
        ::_exit(EXIT_SUCCESS);  // the parent has no more files
    } catch (const std::bad_alloc&) {
        ::_exit(out_of_memory_status);
    } catch (...) {
        ::_exit(EXIT_FAILURE);
    }
    ::_exit(EXIT_SUCCESS);
}

}  // namespace demarche
