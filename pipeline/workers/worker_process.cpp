// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/worker_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"
#include "pipeline/workers/faults.hpp"
#include "pipeline/workers/start.hpp"

namespace demarche {

namespace {

constexpr std::chrono::seconds longest_start(60);  // milliseconds on a machine that is not drowning

[[noreturn]] void fail_to_start(const std::string& why) {
    throw Error(ErrorKind::unreadable, "", "the process that reads files could not be started (" + why + ")");
}

// Variables that a worker may know. Not the rest: secrets live there.
std::vector<std::string> worker_environment() {
    // One thread for each recogniser; the pages of other documents keep the other cores busy.
    std::vector<std::string> environment = {"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"};
    for (const char* name : {"LD_LIBRARY_PATH", "TESSDATA_PREFIX", "ASAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// What posix_spawn shall do in the new process before the program begins.
class Preparation {
public:
    explicit Preparation(int channel) {
        posix_spawn_file_actions_init(&files_);
        posix_spawnattr_init(&attributes_);
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO})
            posix_spawn_file_actions_addopen(&files_, standard, "/dev/null", O_RDWR, 0);
        // What libraries print of a bad file helps nobody; what a sanitizer prints is a bug of ours.
        if (!has_address_sanitizer)
            posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&files_, channel, worker_channel);
        posix_spawn_file_actions_addclosefrom_np(&files_, worker_channel + 1);

        // In a group of its own: Ctrl-C ends the parent, and a worker ends with it, not before.
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    Preparation(const Preparation&) = delete;
    Preparation& operator=(const Preparation&) = delete;
    ~Preparation() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }
    const posix_spawn_file_actions_t* files() const noexcept { return &files_; }
    const posix_spawnattr_t* attributes() const noexcept { return &attributes_; }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

pid_t spawn(const std::filesystem::path& program, std::uint32_t memory, int channel) {
    std::vector<std::string> words = {program.string(), worker_argument, std::to_string(memory),
                                      std::to_string(::getpid())};
    std::vector<std::string> environment = worker_environment();
    const Preparation preparation(channel);
    pid_t process = -1;
    const int problem = ::posix_spawn(&process, program.c_str(), preparation.files(), preparation.attributes(),
                                      pointers_to(words).data(), pointers_to(environment).data());
    if (problem != 0) fail_to_start(std::strerror(problem));
    return process;
}

}  // namespace

std::filesystem::path this_program() {
    return "/proc/self/exe";
}

WorkerProcess::WorkerProcess(const std::filesystem::path& program, const ReadingLimits& limits) : limits_(limits) {
    auto [ours, theirs] = Channel::pair();
    channel_ = std::move(ours);
    process_ = spawn(program, limits.memory, theirs.number());
    theirs = Channel();
    try {
        Patience patience(longest_start);
        auto message = channel_.receive(patience);
        if (!message) fail_to_start("it does not answer");
        auto* greeting = std::get_if<Greeting>(&*message);
        if (!greeting) fail_to_start("it does not say what it should");
        missing_layers_ = std::move(greeting->missing_layers);
    } catch (const ChannelClosed&) {
        kill_and_wait();
        fail_to_start(WIFEXITED(status_) ? "it ended with status " + std::to_string(WEXITSTATUS(status_))
                                         : "it was ended by signal " + std::to_string(WTERMSIG(status_)));
    } catch (const BadMessage& problem) {
        kill_and_wait();
        fail_to_start(problem.what());
    } catch (...) {
        kill_and_wait();
        throw;
    }
}

WorkerProcess::~WorkerProcess() {
    kill_and_wait();
}

void WorkerProcess::kill_and_wait() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);  // changes nothing for one that has ended already
    rusage used{};
    while (::wait4(process_, &status_, 0, &used) < 0 && errno == EINTR) continue;
    most_memory_ = used.ru_maxrss;
    process_ = -1;
    channel_ = Channel();
}

Failure WorkerProcess::cause_of_death() {
    kill_and_wait();
    const bool was_killed = WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL;
    // A library that is given no memory may crash in any way; one that has used most of it has used too much.
    const bool was_full = most_memory_ > std::int64_t{limits_.memory} * 1024 * 3 / 4;
    const bool said_so = WIFEXITED(status_) && WEXITSTATUS(status_) == out_of_memory_status;
    if (said_so || (was_full && !was_killed)) return needs_more_memory(limits_);
    if (was_killed) return was_killed_from_outside();
    if (WIFSIGNALED(status_) && WTERMSIG(status_) == SIGXCPU) return took_too_long(limits_);
    if (WIFEXITED(status_)) return crashed_its_reader("exit status " + std::to_string(WEXITSTATUS(status_)));
    const char* signal = ::sigdescr_np(WTERMSIG(status_));
    return crashed_its_reader(signal ? signal : "signal " + std::to_string(WTERMSIG(status_)));
}

}  // namespace demarche
