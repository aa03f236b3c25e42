// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

#include "corpora/model/error.hpp"
#include "tests/pipeline/corpus_fixture.hpp"

namespace demarche {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> few = {"aus_2020_en", "ben_2020_fr", "gha_2015_en"};  // the last is a scan

// The file holds nothing that can be read any more, and shows no sign of it: whoever opens it, fails.
void make_unreadable(const fs::path& file) {
    const auto modified = fs::last_write_time(file);
    const auto size = fs::file_size(file);
    std::ofstream(file, std::ios::binary) << std::string(size, '\0');
    fs::last_write_time(file, modified);
}

void make_all_unreadable(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".pdf") make_unreadable(entry.path());
}

void touch(const fs::path& file) {
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
}

constexpr const char* new_code = R"(
  - id: body.itu
    label: ITU
    kind: multilateral
    terms: {en: [International Telecommunication Union, the, of]}
)";

}  // namespace

TEST_CASE("Any number of jobs gives the same bytes") {
    const TestCorpus corpus;
    for (const unsigned jobs : {1U, 4U, 13U}) {
        RunOptions options = corpus.options("jobs" + std::to_string(jobs));
        options.jobs = jobs;
        CHECK(TestCorpus::run(options).totals.documents == 17);
    }
    const auto exports = corpus.exports("jobs1");
    CHECK(exports.at("mentions-csv").size() > 1000);
    CHECK(exports == corpus.exports("jobs4"));
    CHECK(exports == corpus.exports("jobs13"));
}

TEST_CASE("The order of the inputs makes no difference") {
    const TestCorpus corpus(few);
    RunOptions forwards = corpus.options("forwards"), backwards = corpus.options("backwards");
    forwards.inputs.clear();
    for (const std::string& name : few) forwards.inputs.push_back(corpus.document(name));
    backwards.inputs.assign(forwards.inputs.rbegin(), forwards.inputs.rend());
    TestCorpus::run(forwards);
    TestCorpus::run(backwards);
    CHECK(corpus.exports("forwards") == corpus.exports("backwards"));
}

TEST_CASE("A corpus read in two halves is the corpus read at once") {
    const TestCorpus corpus(few);
    RunOptions half = corpus.options("halves");
    half.inputs = {corpus.document("ben_2020_fr")};
    TestCorpus::run(half);
    half.inputs = {corpus.briefs()};
    TestCorpus::run(half);
    corpus.run();
    CHECK(corpus.exports("halves") == corpus.exports());
}

TEST_CASE("A run without changes does nothing") {
    const TestCorpus corpus(few);
    corpus.run();
    const auto before = corpus.exports();
    make_all_unreadable(corpus.briefs());
    const RunSummary again = corpus.run();
    CHECK(again.record.documents_read == 0);
    CHECK(again.record.documents_failed == 0);
    CHECK(again.record.documents_tagged == 0);
    CHECK(again.record.documents_unchanged == 3);
    CHECK(corpus.exports() == before);
}

TEST_CASE("An edited codebook tags the stored text, and opens no document") {
    TestCorpus corpus(few);
    const std::uint64_t mentions = corpus.run().totals.mentions;
    corpus.edit_codebook(new_code);
    CHECK(TestCorpus::run(corpus.options("anew")).totals.mentions > mentions);

    make_all_unreadable(corpus.briefs());
    const RunSummary again = corpus.run();
    CHECK(again.record.documents_read == 0);
    CHECK(again.record.documents_failed == 0);
    CHECK(again.record.documents_tagged == 2);
    SECTION("to the same mentions as a study made anew") {
        CHECK(corpus.exports() == corpus.exports("anew"));
    }
    SECTION("and back again") {
        const auto with_code = corpus.exports();
        corpus.edit_codebook();
        CHECK(corpus.run().totals.mentions == mentions);
        CHECK(corpus.exports() != with_code);
    }
}

TEST_CASE("Only what changed is read again") {
    const TestCorpus corpus(few);
    corpus.run();
    const auto before = corpus.exports();
    SECTION("not a file that was touched, but is the same") {
        touch(corpus.document("aus_2020_en"));
        const RunSummary again = corpus.run();
        CHECK(again.record.documents_read + again.record.documents_failed == 0);
        CHECK(corpus.exports() == before);
    }
    SECTION("a file with other bytes") {
        fs::copy_file(corpus.document("ben_2020_fr"), corpus.document("aus_2020_en"),
                      fs::copy_options::overwrite_existing);
        const RunSummary again = corpus.run();
        CHECK(again.record.documents_read == 1);
        CHECK(again.record.documents_unchanged == 2);
        CHECK(find_document(again, "aus_2020_en_brief").facts.language->value == "fr");
    }
    SECTION("a file that was broken, once it is mended") {
        const std::string whole = bytes_of(corpus.document("aus_2020_en"));
        corpus.folder().write("briefs/aus_2020_en_brief.pdf", whole.substr(0, 2000));
        CHECK(corpus.run().record.documents_failed == 1);
        corpus.folder().write("briefs/aus_2020_en_brief.pdf", whole);
        CHECK(corpus.run().record.documents_read == 1);
        CHECK(corpus.exports() == before);
    }
}

TEST_CASE("What the manifest says is taken up without reading more than it takes") {
    const TestCorpus corpus(few);
    const auto run_with = [&](const std::string& rows) {
        corpus.folder().write("briefs/manifest.csv", "file,state,title,year,language\n" + rows);
        return corpus.run();
    };
    run_with("aus_2020_en_brief.pdf,AUS,A title,2020,en\n");
    make_all_unreadable(corpus.briefs());
    SECTION("a title: nothing is read or tagged") {
        const RunSummary again = run_with("aus_2020_en_brief.pdf,AUS,Another title,2020,en\n");
        CHECK(find_document(again, "aus_2020_en_brief").facts.title->value == "Another title");
        CHECK(again.record.documents_read + again.record.documents_tagged + again.record.documents_failed == 0);
    }
    SECTION("an author: mentions depend on it") {
        const RunSummary again = run_with("aus_2020_en_brief.pdf,NZL,A title,2020,en\n");
        CHECK(find_document(again, "aus_2020_en_brief").facts.state->value == "NZL");
        CHECK(again.record.documents_tagged == 1);
        CHECK(again.record.documents_read + again.record.documents_failed == 0);
    }
    SECTION("a language: sentences depend on it, so the document is read") {
        const RunSummary again = run_with("aus_2020_en_brief.pdf,AUS,A title,2020,fr\n");
        CHECK(again.record.documents_failed == 1);  // it cannot be read any more
    }
}

TEST_CASE("A corpus that moved is known again") {
    const TestCorpus corpus(few);
    corpus.run();
    const auto before = corpus.exports();
    const fs::path elsewhere = corpus.folder().path() / "elsewhere";
    fs::rename(corpus.briefs(), elsewhere);
    RunOptions options = corpus.options();
    options.inputs = {elsewhere};
    const RunSummary again = TestCorpus::run(options);
    CHECK(again.record.documents_read + again.record.documents_failed == 0);
    CHECK(again.totals.documents == 3);
    CHECK(find_document(again, "ben_2020_fr_brief").path == elsewhere / "ben_2020_fr_brief.pdf");
    CHECK(corpus.exports() == before);
}

TEST_CASE("A document that fails is stored with its reason, and the others go on") {
    const TestCorpus corpus(few);
    corpus.folder().write("briefs/empty.pdf");
    corpus.folder().write("briefs/cut.pdf", bytes_of(corpus.document("aus_2020_en")).substr(0, 2000));
    corpus.folder().write("briefs/letter.pdf", "%PDF-1.7\nand nothing that follows from it\n");
    const RunSummary summary = corpus.run();
    CHECK(summary.totals.documents == 6);
    CHECK(summary.totals.analysed == 2);
    CHECK(summary.record.documents_failed == 4);
    for (const char* id : {"empty", "cut", "letter"}) {
        const StudyDocument& document = find_document(summary, id);
        REQUIRE(document.failure);
        CHECK(document.failure->kind == ErrorKind::malformed);
        CHECK_FALSE(document.failure->what.empty());
    }
    CHECK(find_document(summary, "gha_2015_en_brief").failure->kind == ErrorKind::no_text);
    SECTION("it is not tried again while nothing changed") {
        CHECK(corpus.run().record.documents_unchanged == 6);
    }
}

TEST_CASE("A scan is read by OCR, when it is asked for") {
    const TestCorpus corpus(few);
    CHECK(corpus.run().totals.failed == 1);
    RunOptions options = corpus.options();
    options.ocr = OcrMode::automatic;
    const RunSummary read = TestCorpus::run(options);
    CHECK(read.totals.failed == 0);
    CHECK(read.totals.pages_by_ocr == 2);
    const StudyDocument& scan = find_document(read, "gha_2015_en_brief");
    CHECK(scan.quality.pages_by_ocr == 2);
    CHECK(scan.quality.pages_unread == 0);
    CHECK(scan.quality.ocr_confidence > 0.8);
    CHECK(scan.mentions > 0);
    SECTION("and once") {
        CHECK(TestCorpus::run(options).record.documents_unchanged == 3);
    }
}

TEST_CASE("Documents that the inputs no longer name") {
    const TestCorpus corpus(few);
    corpus.run();
    RunOptions options = corpus.options();
    options.inputs = {corpus.document("aus_2020_en")};
    SECTION("stay") {
        const RunSummary again = TestCorpus::run(options);
        CHECK(again.totals.documents == 3);
        CHECK(again.not_named == 2);
        CHECK(again.forgotten == 0);
    }
    SECTION("are forgotten with --prune: the study is as if they had never been") {
        options.prune = true;
        const RunSummary again = TestCorpus::run(options);
        CHECK(again.totals.documents == 1);
        CHECK(again.forgotten == 2);
        options.study = corpus.study("alone");
        TestCorpus::run(options);
        CHECK(corpus.exports() == corpus.exports("alone"));
    }
}

TEST_CASE("A document whose file is out of reach keeps what was read of it") {
    TestCorpus corpus({"aus_2020_en", "ben_2020_fr"});
    corpus.folder().write("briefs/manifest.csv",
                          "file,state\naus_2020_en_brief.pdf,AUS\nben_2020_fr_brief.pdf,BEN\n");
    corpus.run();
    const auto before = corpus.exports();
    const fs::path here = corpus.document("aus_2020_en"), away = corpus.folder().path() / "away.pdf";
    fs::rename(here, away);
    const RunSummary without = corpus.run();
    CHECK(without.totals.analysed == 2);
    CHECK(without.record.documents_failed == 0);
    CHECK(without.out_of_reach == std::vector<std::string>{"aus_2020_en_brief.pdf"});
    CHECK(corpus.exports() == before);
    SECTION("it follows the codebook") {
        corpus.edit_codebook(new_code);
        CHECK(corpus.run().record.documents_tagged == 2);
    }
    SECTION("back again, it is known") {
        fs::rename(away, here);
        const RunSummary back = corpus.run();
        CHECK(back.record.documents_unchanged == 2);
        CHECK(back.out_of_reach.empty());
    }
    SECTION("back with other bytes, it is read") {
        fs::copy_file(corpus.document("ben_2020_fr"), here);
        CHECK(corpus.run().record.documents_read == 1);
    }
    SECTION("in a study that never read it, it is a failure") {
        const RunSummary anew = TestCorpus::run(corpus.options("anew"));
        CHECK(anew.record.documents_failed == 1);
        CHECK(anew.out_of_reach.empty());
    }
}

TEST_CASE("What stops a whole run leaves the study as it was") {
    TestCorpus corpus(few);
    corpus.run();
    const auto before = corpus.exports();
    SECTION("a mistake in the manifest") {
        corpus.folder().write("briefs/manifest.csv", "file,state\naus_2020_en_brief.pdf,QQQ\n");
        CHECK_THROWS_AS(corpus.run(), Error);
    }
    SECTION("a mistake in the codebook") {
        const std::string whole = bytes_of(corpus.codebook().front());
        corpus.edit_codebook("  - id: nowhere.to.go\n    lable: x\n");
        CHECK_THROWS_AS(corpus.run(), Error);
        corpus.edit_codebook();
    }
    SECTION("an input that is not there") {
        RunOptions options = corpus.options();
        options.inputs.push_back(corpus.folder().path() / "nowhere");
        CHECK_THROWS_AS(TestCorpus::run(options), Error);
    }
    CHECK(corpus.exports() == before);
}

}  // namespace demarche
