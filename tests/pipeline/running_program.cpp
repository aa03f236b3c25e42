// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/running_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace demarche {

RunningProgram::RunningProgram(const TestCorpus& corpus, const std::string& study) {
    std::vector<std::string> words = {DEMARCHE_PROGRAM,
                                      "run",
                                      corpus.briefs().string(),
                                      "-q",
                                      "--ocr",
                                      "never",
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

RunningProgram::~RunningProgram() {
    if (process_ > 0) stop(SIGKILL);
}

bool RunningProgram::kill_after(std::chrono::steady_clock::duration time) {
    std::this_thread::sleep_for(time);
    return stop(SIGKILL);
}

bool RunningProgram::stop(int signal) {
    ::kill(process_, signal);
    return WIFSIGNALED(wait_status());
}

int RunningProgram::exit_status() {
    return WEXITSTATUS(wait_status());
}

int RunningProgram::wait_status() {
    int status = 0;
    if (waitpid(process_, &status, 0) != process_) throw std::runtime_error("waitpid");
    process_ = -1;
    return status;
}

}  // namespace demarche
