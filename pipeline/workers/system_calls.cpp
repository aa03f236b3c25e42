// SPDX-License-Identifier: GPL-3.0-or-later
//
// The system calls of a worker, as observed while reading, rendering and recognising some
// hundreds of PDFs, with what the C library uses in their stead on other versions and architectures.
// Everything else is answered EPERM: a library that merely asks goes on without.
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <memory>

#include "pipeline/workers/sandbox.hpp"
#include "pipeline/workers/start.hpp"

namespace demarche {

namespace {

constexpr int harmless[] = {
    // its own channel and what is open already
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(sendmsg),
    SCMP_SYS(recvmsg), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(getdents64),
    // looking at files that Landlock lets it see
    SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64), SCMP_SYS(stat), SCMP_SYS(stat64),
    SCMP_SYS(lstat), SCMP_SYS(lstat64), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access),
    SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
    // memory
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
    // time, chance, itself
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(getrandom),
    SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
    // signals to itself, and its end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)};

// A filter in the making. Once a rule has failed, the rest is not tried.
class Filter {
public:
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release), is_good_(context_ != nullptr) {}

    template <typename... Conditions>
    void allow(int call, Conditions... conditions) {
        is_good_ = is_good_ && seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, sizeof...(Conditions),
                                                conditions...) == 0;
    }
    bool load() { return is_good_ && seccomp_load(context_.get()) == 0; }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> context_;
    bool is_good_;
};

constexpr scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;

}  // namespace

// libseccomp's macros are compound literals that leave a field out.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

bool restrict_system_calls() {
    Filter filter;
    for (const int call : harmless) filter.allow(call);
    filter.allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0));
    filter.allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)})
        filter.allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    for (const int call : {SCMP_SYS(fcntl), SCMP_SYS(fcntl64)})
        for (const int question : {F_GETFD, F_SETFD, F_GETFL})
            filter.allow(call, SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(question)));
    // A sanitizer tries through a pipe whether memory may be read before it looks at an object's type.
    if (has_address_sanitizer)
        for (const int call : {SCMP_SYS(pipe), SCMP_SYS(pipe2)}) filter.allow(call);
    const auto self = static_cast<scmp_datum_t>(::getpid());
    filter.allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, self));  // abort()
    // Asking for any limit, and setting that of processor time, which begins anew with each file.
    filter.allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
    filter.allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A1(SCMP_CMP_EQ, RLIMIT_CPU));
    filter.allow(SCMP_SYS(setrlimit), SCMP_A0(SCMP_CMP_EQ, RLIMIT_CPU));
    return filter.load();
}

#pragma GCC diagnostic pop

}  // namespace demarche
