// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <chrono>

#include "tests/pipeline/corpus_fixture.hpp"
#include "tests/pipeline/running_program.hpp"

namespace demarche {

namespace {

using Clock = std::chrono::steady_clock;

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
