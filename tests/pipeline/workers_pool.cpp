// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <string>
#include <thread>

#include "corpora/model/error.hpp"
#include "pipeline/workers/page_reader.hpp"
#include "pipeline/workers/start.hpp"
#include "pipeline/workers/worker_pool.hpp"
#include "tests/pipeline/processes.hpp"

namespace demarche {

namespace {

using namespace std::chrono_literals;

ReadingLimits limits(std::chrono::seconds timeout = 60s, std::uint32_t memory = 1024) {
    ReadingLimits limits;
    limits.timeout = timeout;
    limits.memory = memory;
    return limits;
}

WorkerPool misbehaving(const ReadingLimits& within = limits(), unsigned size = 1) {
    return {size, within, DEMARCHE_MISBEHAVING_WORKER};
}

std::string text_of(const FilePages& read) {
    std::string text;
    for (const Page& page : read.pages) {
        if (!text.empty()) text += '|';
        for (const Word& word : page.words) {
            text += page.letters(word);
            text += &word == &page.words.back() ? "" : " ";
        }
    }
    return text;
}

// How a document that makes its worker do this ends, beginning with its first page.
Failure fate_of(const std::string& deed, const ReadingLimits& within = limits()) {
    WorkerPool pool = misbehaving(within);
    try {
        pool.read(deed, {});
    } catch (const Error& error) {
        CHECK(text_of(pool.read("The next one is read.", {})) == "The next one is read.");
        return {error.kind(), error.where(), error.sentence()};
    }
    FAIL(deed << " was read");
    return {};
}

}  // namespace

TEST_CASE("A worker reads one file after another") {
    WorkerPool pool = misbehaving();
    CHECK(text_of(pool.read("One page.\fAnd another.", {})) == "One page.|And another.");
    const std::string who = text_of(pool.read("!who", {}));
    CHECK(text_of(pool.read("!who", {})) == who);
    SECTION("an error of the file is the file's alone") {
        CHECK_THROWS_AS(pool.read("not \xFF UTF-8", {}), Error);
        CHECK(text_of(pool.read("!who", {})) == who);
    }
    SECTION("until it has grown; the next file gets a new one") {
        WorkerPool small = misbehaving(limits(60s, 384));
        const std::string first = text_of(small.read("!who", {}));
        CHECK(text_of(small.read("!grow", {})) == "It grew.");
        CHECK(text_of(small.read("!who", {})) != first);
    }
}

TEST_CASE("A file's worker has no rights but to read it") {
    WorkerPool pool = misbehaving();
    const FilePages read = pool.read("!attempt", {});
    INFO(text_of(read));
    if (pool.missing_layers().empty()) CHECK(text_of(read) == "Tried everything, and could: nothing");
    for (const std::string& layer : pool.missing_layers()) WARN("this system does not offer: " << layer);
}

TEST_CASE("A file that harms its worker fails with the reason, and the next one is read") {
    CHECK(fate_of("!segfault").what.find("crash (Segmentation fault)") != std::string::npos);
    CHECK(fate_of("!abort").what.find("crash (Aborted)") != std::string::npos);
    CHECK(fate_of("!exit").what.find("crash (exit status 3)") != std::string::npos);
    CHECK(fate_of("!throw").what == "could not be read: a library's own words");
    CHECK(fate_of("!refuse").where == "page 2");
    for (const char* deed : {"!segfault", "!abort", "!exit", "!throw", "!refuse"})
        CHECK(fate_of(deed).kind == ErrorKind::malformed);
}

TEST_CASE("A file that takes too long is given up") {
    for (const char* deed : {"!spin", "!sleep"}) {
        const Failure failure = fate_of(deed, limits(1s));
        CHECK(failure.kind == ErrorKind::too_large);
        CHECK(failure.what == "took longer than 1 s; if it is worth more, run again with a higher --timeout");
    }
}

TEST_CASE("A file that takes too much memory is given up") {
    if (has_address_sanitizer) return;  // which allows no limit
    for (const char* deed : {"!eat", "!eat-like-poppler"}) {
        const Failure failure = fate_of(deed, limits(60s, 512));
        CHECK(failure.kind == ErrorKind::too_large);
        CHECK(failure.what ==
              "needs more memory than 512 MiB; if it is worth more, run again with a higher --memory");
    }
}

TEST_CASE("A file whose worker answers nonsense fails") {
    for (const char* deed : {"!garbage", "!greet", "!skip", "!out-of-bounds"}) {
        const Failure failure = fate_of(deed);
        CHECK(failure.kind == ErrorKind::malformed);
        CHECK(failure.what.find("made its reader answer nonsense") != std::string::npos);
    }
    CHECK(fate_of("!half-a-message").what.find("crash (exit status 0)") != std::string::npos);
    CHECK(fate_of("!endless-message", limits(1s)).kind == ErrorKind::malformed);
    CHECK(fate_of("!long").what == "holds a page that is longer than a book");
}

TEST_CASE("A page whose OCR fails is unread, and the others are kept") {
    const PageReader reader({limits(), false, DEMARCHE_MISBEHAVING_WORKER}, 1);
    // It gives all pages again when it is asked for the second alone.
    const FilePages read = reader.read("Before.\f!scan\fAfter.", {});
    CHECK(text_of(read) == "Before.||After.");
    CHECK_FALSE(read.cut);
    REQUIRE(read.ocr_failure);
    CHECK(read.ocr_failure->where == "OCR of page 2");
    const Page& unread = read.pages[1];
    CHECK(unread.status == PageStatus::picture);
    CHECK_FALSE(unread.awaits_ocr);
    CHECK(unread.remark.find("OCR: made its reader answer nonsense (pages out of order)") == 0);
}

TEST_CASE("A file that prints without end is given up, and what fits is kept") {
    ReadingLimits few = limits();
    SECTION("pages") {
        few.pages = 50;
        WorkerPool pool = misbehaving(few);
        const FilePages read = pool.read("!flood", {});
        CHECK(read.pages.size() == 50);
        REQUIRE(read.cut);
        CHECK(read.cut->kind == ErrorKind::too_large);
        CHECK(read.cut->what == "has more than 50 pages; split it into parts and run again");
    }
    SECTION("words") {
        few.words = 100;
        WorkerPool pool = misbehaving(few);
        const FilePages read = pool.read("!flood", {});
        CHECK(read.pages.size() == 50);  // "One more."
        REQUIRE(read.cut);
        CHECK(read.cut->kind == ErrorKind::too_large);
    }
    SECTION("letters") {
        few.letters = 80;
        WorkerPool pool = misbehaving(few);
        CHECK(pool.read("!flood", {}).pages.size() == 10);
    }
}

TEST_CASE("Pages that were read before something went wrong are kept") {
    for (const char* deed : {"!segfault", "!refuse", "!garbage", "!half-a-message"}) {
        WorkerPool pool = misbehaving();
        const FilePages read = pool.read(std::string("One page.\fAnother.\f") + deed + "\fNever read.", {});
        CHECK(text_of(read) == "One page.|Another.");
        CHECK(read.cut);
    }
    SECTION("not when there is no text on them") {
        WorkerPool pool = misbehaving();
        CHECK_THROWS_AS(pool.read(" \f \f!segfault", {}), Error);
    }
}

TEST_CASE("A worker that is killed while it waits costs nothing") {
    WorkerPool pool = misbehaving();
    for (int i = 0; i < 5; ++i) {
        for (const pid_t worker : children_of(::getpid())) ::kill(worker, SIGKILL);
        for (const pid_t worker : children_of(::getpid()))
            while (is_running(worker)) std::this_thread::sleep_for(1ms);
        CHECK(text_of(pool.read("Read all the same.", {})) == "Read all the same.");
    }
}

TEST_CASE("Neither descriptors nor processes are left over") {
    const std::size_t before = open_descriptors();
    {
        WorkerPool pool = misbehaving(limits(), 2);
        const auto read_many = [&] {
            for (int i = 0; i < 100; ++i) {
                try {
                    pool.read(i % 10 == 9 ? "!segfault" : i % 10 == 4 ? "A page.\f!garbage" : "A page.", {});
                } catch (const Error&) {
                }
            }
        };
        std::thread other(read_many);
        read_many();
        other.join();
        CHECK(children_of(::getpid()).size() <= 2);
        CHECK(open_descriptors() <= before + 2);
    }
    CHECK(open_descriptors() == before);
    CHECK(children_of(::getpid()).empty());
}

TEST_CASE("More callers than workers wait their turn") {
    WorkerPool pool = misbehaving(limits(), 2);
    std::vector<std::thread> callers;
    std::vector<std::string> texts(12);
    for (std::size_t i = 0; i < texts.size(); ++i)
        callers.emplace_back([&, i] { texts[i] = text_of(pool.read("Number " + std::to_string(i), {})); });
    for (std::thread& caller : callers) caller.join();
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(texts[i] == "Number " + std::to_string(i));
    CHECK(children_of(::getpid()).size() <= 2);
}

TEST_CASE("A worker outlives the thread that first needed it") {
    WorkerPool pool = misbehaving(limits(), 2);
    // Two callers at once, so that one of them has a worker started, and ends.
    std::thread first([&] { (void)pool.read("Number 1", {}); });
    std::thread second([&] { (void)pool.read("Number 2", {}); });
    first.join();
    second.join();
    const std::vector<pid_t> before = children_of(::getpid());
    for (int i = 0; i < 8; ++i) CHECK(text_of(pool.read("Number 3", {})) == "Number 3");
    CHECK(children_of(::getpid()) == before);
}

TEST_CASE("A worker that cannot be started is said before anything is done") {
    CHECK_THROWS_WITH(WorkerPool(1, limits(), "/nowhere/demarche"),
                      Catch::Contains("could not be started (No such file or directory)"));
    CHECK_THROWS_WITH(WorkerPool(1, limits(), "/bin/false"),
                      Catch::Contains("could not be started (it ended with status 1)"));
    CHECK(children_of(::getpid()).empty());
}

}  // namespace demarche
