// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/sandbox.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>

#include <cstdlib>

#include "pipeline/workers/start.hpp"

namespace demarche {

namespace {

constexpr uid_t nobody = 65534;

// The bare calls: the C library's would tell other threads, of which there are none.
bool give_up_root() {
    if (::geteuid() != 0) return true;
    return ::syscall(SYS_setgroups, 0, nullptr) == 0 && ::syscall(SYS_setresgid, nobody, nobody, nobody) == 0 &&
           ::syscall(SYS_setresuid, nobody, nobody, nobody) == 0;
}

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

void limit_memory(std::uint32_t mebibytes) {
    // An address sanitizer maps the whole address space before it begins.
    if (!has_address_sanitizer) limit(RLIMIT_AS, rlim_t{mebibytes} << 20U);
}

}  // namespace

std::vector<std::string> enter_sandbox(std::uint32_t memory, pid_t parent) {
    std::vector<std::string> missing;
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const bool has_files = restrict_files();  // opens folders, some of which only root may see
    if (!give_up_root()) missing.emplace_back("giving up root (setresuid)");
    if (!has_files) missing.emplace_back("file access (Landlock)");
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);  // forgotten when the user changes, so after that
    if (::getppid() != parent) ::_exit(EXIT_FAILURE);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit_memory(memory);
    if (!restrict_system_calls()) missing.emplace_back("system calls (seccomp)");
    return missing;
}

}  // namespace demarche
