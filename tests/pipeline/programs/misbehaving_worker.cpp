// SPDX-License-Identifier: GPL-3.0-or-later
//
// A worker that can be told what to do wrong. It reads text files as demarche's own does, except
// for pages that begin with one of the words below: there it does what such a page would make
// a parser do that it has taken over. Everything else, its start and its loss of rights, is demarche's own.
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "corpora/model/error.hpp"
#include "pipeline/workers/message.hpp"
#include "pipeline/workers/start.hpp"
#include "pipeline/workers/worker.hpp"

namespace demarche {

namespace {

Page page_saying(std::uint32_t number, const std::string& text) {
    Page page;
    read_file(text, {}, [&](Page&& read) { page = std::move(read); });
    page.number = number;
    return page;
}

void say(const std::string& bytes) {
    if (::write(worker_channel, bytes.data(), bytes.size()) < 0) ::_exit(EXIT_FAILURE);
}

// Memory that is used, not only asked for.
std::vector<std::string> take(std::size_t mebibytes) {
    std::vector<std::string> taken;
    for (std::size_t i = 0; i < mebibytes; ++i) taken.emplace_back(std::size_t{1} << 20U, 'x');
    return taken;
}

[[noreturn]] void spin() {
    for (std::atomic<unsigned> turns = 0;;) ++turns;
}

// --- what a parser that was taken over would try; each returns whether it could ---

bool can_open(const char* file, int flags) {
    return ::open(file, flags | O_CLOEXEC, 0600) >= 0;
}

std::string attempts() {
    std::string done;
    const auto attempt = [&](const char* name, bool could) {
        if (could) done += std::string(" ") + name;
    };
    attempt("read-passwd", can_open("/etc/passwd", O_RDONLY));
    attempt("read-environment", can_open("/proc/self/environ", O_RDONLY));
    attempt("list-root", can_open("/", O_RDONLY | O_DIRECTORY));
    attempt("write-beside-fonts", can_open("/usr/share/fonts/demarche-test", O_WRONLY | O_CREAT));
    attempt("write-temporary", can_open("/var/tmp/demarche-test", O_RDWR | O_CREAT | O_TRUNC));
    attempt("internet-socket", ::socket(AF_INET, SOCK_STREAM, 0) >= 0);
    attempt("local-socket", ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    attempt("more-memory",
            ::mmap(nullptr, 1, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
    attempt("signal-parent", ::kill(::getppid(), 0) == 0);
    attempt("be-root", ::setuid(0) == 0);
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    attempt("fork", child > 0);
    char name[] = "/bin/true";
    char* words[] = {name, nullptr};
    ::execv(name, words);  // returns only when it fails
    return "Tried everything, and could:" + (done.empty() ? " nothing" : done);
}

using Deed = std::function<void(std::uint32_t number, const PageSink& sink)>;

const std::map<std::string, Deed, std::less<>>& deeds() {
    static const std::map<std::string, Deed, std::less<>> all = {
        {"!segfault", [](auto, auto&) { ::raise(SIGSEGV); }},
        {"!abort", [](auto, auto&) { std::abort(); }},
        {"!exit", [](auto, auto&) { std::exit(3); }},
        {"!throw", [](auto, auto&) { throw std::runtime_error("a library's own words"); }},
        {"!refuse", [](auto, auto&) { throw Error(ErrorKind::malformed, "page 2", "is damaged"); }},
        {"!spin", [](auto, auto&) { spin(); }},
        {"!sleep", [](auto, auto&) { ::pause(), spin(); }},
        {"!eat", [](auto, auto&) { take(1U << 20U); }},
        {"!eat-like-poppler",
         [](auto, auto&) {
             std::vector<void*> kept;
             while (void* more = std::malloc(std::size_t{16} << 20U)) kept.push_back(more);
             std::abort();
         }},
        {"!grow",
         [](std::uint32_t number, const PageSink& sink) {
             take(100);
             sink(page_saying(number, "It grew."));
         }},
        {"!garbage", [](auto, auto&) { say("No message begins like this, and none goes on like this."); }},
        {"!endless-message", [](auto, auto&) { say(std::string("\xFF\xFF\xFF\x7F\0\0\0\0", 8)), spin(); }},
        {"!half-a-message", [](auto, auto&) { say(encode(Failure{}).substr(0, 9)), ::_exit(0); }},
        {"!greet", [](auto, auto&) { say(encode(Greeting{})); }},
        {"!skip",
         [](std::uint32_t number, const PageSink& sink) { sink(page_saying(number + 1, "Skipped one.")); }},
        {"!flood",
         [](std::uint32_t number, const PageSink& sink) {
             for (;; ++number) sink(page_saying(number, "One more."));
         }},
        {"!long",
         [](std::uint32_t number, const PageSink& sink) {
             Page page = page_saying(number, "Long.");
             page.text = std::string(longest_body, 'x');
             sink(std::move(page));
         }},
        {"!out-of-bounds",
         [](std::uint32_t number, const PageSink& sink) {
             Page page = page_saying(number, "Outside.");
             page.words.front().length = 1000;
             sink(std::move(page));
         }},
        {"!scan",
         [](std::uint32_t number, const PageSink& sink) {
             Page page;
             page.number = number;
             page.status = PageStatus::picture;
             page.awaits_ocr = true;
             sink(std::move(page));
         }},
        {"!attempt", [](std::uint32_t number, const PageSink& sink) { sink(page_saying(number, attempts())); }},
        {"!who", [](std::uint32_t number,
                    const PageSink& sink) { sink(page_saying(number, "I am " + std::to_string(::getpid()))); }},
    };
    return all;
}

FileDescription read_or_misbehave(std::string_view bytes, const ReadingOptions& options, const PageSink& sink) {
    return read_file(bytes, options, [&](Page&& page) {
        const std::string_view first = page.words.empty() ? std::string_view() : page.letters(page.words.front());
        const auto deed = deeds().find(first);
        if (deed != deeds().end())
            deed->second(page.number, sink);
        else
            sink(std::move(page));
    });
}

}  // namespace

}  // namespace demarche

// Its crashes are meant: a sanitizer must let them happen, and not look for leaks where nothing may be traced.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {  // NOLINT(bugprone-reserved-identifier): the sanitizer's name
    return "handle_segv=0:handle_abort=0:detect_leaks=0";
}

int main(int argc, char** argv) {
    if (demarche::is_worker(argc, argv)) demarche::work(argv, demarche::read_or_misbehave);
    std::cerr << "to be started by the tests of pipeline/workers\n";
    return 2;
}
