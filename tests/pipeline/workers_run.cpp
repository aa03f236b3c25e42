// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "pipeline/status.hpp"
#include "tests/pipeline/corpus_fixture.hpp"
#include "tests/pipeline/processes.hpp"
#include "tests/pipeline/running_program.hpp"

namespace demarche {

namespace {

using namespace std::chrono_literals;

// A run whose workers do what the documents tell them.
RunOptions misbehaving(const TestCorpus& corpus, const std::string& study = "study") {
    RunOptions options = corpus.options(study);
    options.reading.worker = DEMARCHE_MISBEHAVING_WORKER;
    return options;
}

std::string status_of(const std::filesystem::path& study) {
    std::ostringstream out;
    write_status({.study = study}, out);
    return out.str();
}

constexpr const char* good_page = "Kenya will ratify the Budapest Convention.\n";

// Ends a worker of this process, whatever it is at, at random times while there is one to end.
class Killer {
public:
    explicit Killer(unsigned seed) : thread_([this, seed] { run(seed); }) {}
    Killer(const Killer&) = delete;
    Killer& operator=(const Killer&) = delete;
    ~Killer() {
        is_ending_ = true;
        thread_.join();
    }
    int killed() const noexcept { return killed_; }

private:
    void run(unsigned seed) {
        std::mt19937 random(seed);
        // Fewer than the attempts to start a worker: on a machine that is busy, each kill may hit one that starts.
        constexpr int most_kills = 8;
        while (!is_ending_ && killed_ < most_kills) {
            // Time enough for a worker to start: some 25 ms, most of it for loading libraries.
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 80));
            const std::vector<pid_t> workers = children_of(::getpid());
            if (!workers.empty() && ::kill(workers[random() % workers.size()], SIGKILL) == 0) ++killed_;
        }
    }
    std::atomic<bool> is_ending_ = false;
    std::atomic<int> killed_ = 0;
    std::thread thread_;
};

// The lines of a table that belong to none of these documents.
std::string without(const std::string& table, const std::set<std::string>& documents) {
    std::istringstream lines(table);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        const bool concerns = std::any_of(documents.begin(), documents.end(), [&](const std::string& id) {
            return line.find(id) != std::string::npos;
        });
        if (!concerns) kept += line + "\n";
    }
    return kept;
}

}  // namespace

TEST_CASE("A worker that is killed costs at most its document, and only until the next run") {
    const TestCorpus corpus;
    corpus.run(corpus.options("undisturbed"));
    const auto undisturbed = corpus.exports("undisturbed");
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const std::string study = "disturbed" + std::to_string(seed);
        int killed = 0;
        std::set<std::string> lost;
        {
            Killer killer(seed);
            const RunSummary summary = corpus.run(corpus.options(study));
            killed = killer.killed();
            CHECK(summary.totals.documents == 17);
            for (const StudyDocument& document : summary.documents) {
                const auto& reason = document.failure ? document.failure : document.partial;
                if (reason && reason->kind == ErrorKind::unreadable) lost.insert(document.id);
            }
        }
        CHECK(lost.size() <= static_cast<std::size_t>(killed));
        CHECK(without(corpus.exports(study).at("mentions-jsonl"), lost) ==
              without(undisturbed.at("mentions-jsonl"), lost));
        corpus.run(corpus.options(study));
        CHECK(corpus.exports(study) == undisturbed);
    }
}

TEST_CASE("A document read in part is kept as far as it goes, and status says how far") {
    const TestCorpus corpus({"aus_2020_en"});
    corpus.folder().write("briefs/part.txt", std::string(good_page) + "\fAnother page.\f!segfault\fNever read.");
    const RunSummary summary = TestCorpus::run(misbehaving(corpus));
    CHECK(summary.totals.analysed == 2);
    CHECK(summary.totals.failed == 0);
    const StudyDocument& part = find_document(summary, "part");
    REQUIRE(part.partial);
    CHECK(part.partial->where == "after page 2");
    CHECK(part.partial->kind == ErrorKind::malformed);
    CHECK(part.quality.pages_with_text == 2);
    CHECK(part.sentences == 2);
    CHECK(status_of(corpus.study()).find("part.txt: after page 2: made its reader crash (Segmentation fault)") !=
          std::string::npos);
    SECTION("it is not read again while nothing changed") {
        CHECK(TestCorpus::run(misbehaving(corpus)).record.documents_unchanged == 2);
    }
    SECTION("its mentions follow the codebook as any document's") {
        CHECK(corpus.exports().at("sentences-csv").find("Another page.") != std::string::npos);
    }
}

TEST_CASE("A document that hits a limit is tried again when the limit is another") {
    const TestCorpus corpus({"aus_2020_en"});
    corpus.folder().write("briefs/slow.txt", "!spin");
    RunOptions options = misbehaving(corpus);
    options.reading.limits.timeout = 1s;
    CHECK(find_document(TestCorpus::run(options), "slow").failure->kind == ErrorKind::too_large);
    CHECK(TestCorpus::run(options).record.documents_unchanged == 2);
    options.reading.limits.timeout = 2s;
    const RunSummary again = TestCorpus::run(options);
    CHECK(again.record.documents_failed == 1);
    CHECK(again.record.documents_unchanged == 1);
}

TEST_CASE("Reading in this process gives what workers give") {
    const TestCorpus corpus;
    corpus.run(corpus.options("workers"));
    RunOptions options = corpus.options("in-process");
    options.reading.in_process = true;
    TestCorpus::run(options);
    CHECK(corpus.exports("workers") == corpus.exports("in-process"));
    CHECK(status_of(corpus.study("in-process")).find("without some of the protection") != std::string::npos);
}

TEST_CASE("A run that is stopped takes its workers with it and leaves the study whole") {
    const TestCorpus corpus;
    corpus.run(corpus.options("undisturbed"));
    const auto undisturbed = corpus.exports("undisturbed");
    for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
        const std::string study = "stopped" + std::to_string(signal);
        RunningProgram program(corpus, study);
        std::vector<pid_t> workers;
        while (workers.empty() && is_running(program.process())) workers = children_of(program.process());
        program.stop(signal);
        for (const pid_t worker : workers)
            for (int i = 0; i < 10000 && is_running(worker); ++i) std::this_thread::sleep_for(1ms);
        for (const pid_t worker : workers) CHECK_FALSE(is_running(worker));
        TestCorpus::run(corpus.options(study));
        CHECK(corpus.exports(study) == undisturbed);
    }
}

}  // namespace demarche
