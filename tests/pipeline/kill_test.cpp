// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "tests/pipeline/corpus_fixture.hpp"

namespace demarche {

namespace {

using Clock = std::chrono::steady_clock;

// `demarche run` in a process of its own, which can be killed.
class RunningProgram {
public:
    RunningProgram(const TestCorpus& corpus, const std::string& study) {
        std::vector<std::string> words = {DEMARCHE_PROGRAM,
                                          "run",
                                          corpus.briefs().string(),
                                          "-q",
                                          "-j",
                                          "2",
                                          "-o",
                                          corpus.study(study).string(),
                                          "--codebook",
                                          corpus.codebook().front()};
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t quiet;
        posix_spawn_file_actions_init(&quiet);
        posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        const int error = posix_spawn(&process_, DEMARCHE_PROGRAM, &quiet, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&quiet);
        if (error != 0) throw std::runtime_error("cannot start " DEMARCHE_PROGRAM);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram() {
        if (process_ > 0) kill_after({});
    }

    // Returns whether it was still at work.
    bool kill_after(Clock::duration time) {
        std::this_thread::sleep_for(time);
        ::kill(process_, SIGKILL);
        return WIFSIGNALED(wait_status());
    }
    int exit_status() { return WEXITSTATUS(wait_status()); }

private:
    int wait_status() {
        int status = 0;
        if (waitpid(process_, &status, 0) != process_) throw std::runtime_error("waitpid");
        process_ = -1;
        return status;
    }
    pid_t process_ = -1;
};

// How long an undisturbed run takes here: kills are spread over that time.
Clock::duration time_of_run(const TestCorpus& corpus) {
    const auto begin = Clock::now();
    RunningProgram program(corpus, "undisturbed");
    REQUIRE(program.exit_status() == 1);  // the scan
    return Clock::now() - begin;
}

}  // namespace

TEST_CASE("A run that is killed at any moment goes on where it stopped") {
    constexpr int moments = 8;
    const TestCorpus corpus;
    const auto whole = time_of_run(corpus);
    const auto undisturbed = corpus.exports("undisturbed");

    SECTION("killed once, at moments from its start to its end") {
        int killed = 0;
        for (int i = 0; i < moments; ++i) {
            const std::string study = "killed" + std::to_string(i);
            RunningProgram program(corpus, study);
            if (program.kill_after(whole * i / moments)) ++killed;
            const RunSummary again = TestCorpus::run(corpus.options(study));
            CHECK(again.totals.documents == 17);
            CHECK(again.record.documents_read + again.record.documents_failed + again.record.documents_unchanged ==
                  17);
            CHECK(corpus.exports(study) == undisturbed);
        }
        CHECK(killed > 0);
    }
    SECTION("killed again and again") {
        for (int i = 1; i <= moments; ++i) {
            RunningProgram program(corpus, "chased");
            program.kill_after(whole * i / (2 * moments));
        }
        TestCorpus::run(corpus.options("chased"));
        CHECK(corpus.exports("chased") == undisturbed);
    }
}

}  // namespace demarche
