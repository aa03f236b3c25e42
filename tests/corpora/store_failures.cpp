// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes wrong around a study: processes that die, disks that fill, folders
// that cannot be written, files that are something else.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <set>
#include <sstream>

#include "corpora/store/study_store.hpp"
#include "store_fixture.hpp"

using namespace demarche;
using namespace demarche::testing;
using Catch::Contains;

namespace {

// The error that `action` ends with.
Error error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    FAIL("no error");
    throw std::logic_error("unreachable");
}

void write_file(const std::filesystem::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

// What a child process printed through `write`, and how it ended. The limits and
// mounts that it makes for itself do not touch the other tests.
struct ChildResult {
    std::string output;
    int status = -1;
};

ChildResult in_child(const std::function<std::string()>& action) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::string answer;
        try {
            answer = action();
        } catch (const Error& error) {
            answer = std::string(to_string(error.kind())) + ": " + error.what();
        } catch (const std::exception& error) {
            answer = std::string("other: ") + error.what();
        }
        const bool written = ::write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
        ::_exit(written ? 0 : 1);
    }
    ::close(ends[1]);
    ChildResult result;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        result.output.append(buffer, static_cast<std::size_t>(count));
    ::close(ends[0]);
    ::waitpid(child, &result.status, 0);
    return result;
}

// Puts documents until something gives way.
void put_many(StudyStore& store) {
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const Draft draft = random_draft("document_" + std::to_string(i), random, 300);
        store.put(entry_of(draft), finding_of(draft));
    }
}

// A small disk of this process' own at `folder`; false where the system does not allow it.
bool mount_small_disk(const std::filesystem::path& folder) {
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    return ::mount("disk", folder.c_str(), "tmpfs", 0, "size=2m") == 0;
}

// Every document is there as it was put, or not at all.
void check_whole(const std::filesystem::path& folder) {
    {
        const StudyStore store = StudyStore::open_or_create(folder);
        for (const StudyDocument& document : store.documents()) {
            CAPTURE(document.id);
            if (document.failure) continue;
            const ReadDocument read = store.read(document.id);
            CHECK(read.sentences.size() == document.sentences);
            CHECK(read.text.pieces().size() == document.quality.words);
            std::size_t mentions = 0;
            store.for_each_observation([&](const Observation&) { ++mentions; }, document.id);
            CHECK(mentions == document.mentions);
        }
    }
    PlainSql sql(folder / "study.sqlite");
    CHECK(sql.row("PRAGMA integrity_check") == "ok");
    CHECK_NOTHROW(sql.rows("INSERT INTO sentences_fts(sentences_fts, rank) VALUES('integrity-check', 1)"));
    CHECK(sql.row("SELECT count(*) FROM sentence_rows") ==
          sql.row("SELECT coalesce(sum(sentences), 0) FROM documents"));
    CHECK(sql.row("SELECT count(*) FROM mention_rows") ==
          sql.row("SELECT coalesce(sum(mentions), 0) FROM documents"));
}

}  // namespace

TEST_CASE("A study is whole whenever its writer is killed") {
    const ScratchFolder folder;
    std::mt19937 random(std::random_device{}());
    for (int round = 0; round < 12; ++round) {
        const unsigned delay = std::uniform_int_distribution<unsigned>(0, 60'000)(random);  // microseconds
        CAPTURE(round, delay);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                StudyStore store = StudyStore::open_or_create(folder.path());
                std::mt19937 words(static_cast<unsigned>(round));
                for (int i = 0;; ++i) {
                    const Draft draft = random_draft("document_" + std::to_string(i % 7), words, 40);
                    if (i % 5 == 4)
                        store.forget(draft.id);
                    else
                        store.put(entry_of(draft), finding_of(draft));
                    if (i % 6 == 5) store.settle();
                }
            } catch (...) {
                ::_exit(1);
            }
        }
        ::usleep(delay);
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        check_whole(folder.path());
    }
}

TEST_CASE("A closed study is a single file") {
    const ScratchFolder folder;
    const auto files = [&] {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            names.insert(entry.path().filename().string());
        return names;
    };
    {
        StudyStore store = StudyStore::open_or_create(folder.path());
        std::mt19937 random(1);
        const Draft draft = random_draft("x", random, 200);
        store.put(entry_of(draft), finding_of(draft));
        store.settle();
        CHECK(std::filesystem::file_size(folder / "study.sqlite-wal") == 0);
        StudyStore moved = std::move(store);
        CHECK(moved.documents().size() == 1);
    }
    CHECK(files() == std::set<std::string>{"study.sqlite"});
    CHECK(PlainSql(folder / "study.sqlite").row("PRAGMA journal_mode") == "delete");
    CHECK(StudyStore::open(folder.path()).documents().size() == 1);
    CHECK(files() == std::set<std::string>{"study.sqlite"});
}

TEST_CASE("A study can be read while it is written") {
    const ScratchFolder folder;
    StudyStore writer = StudyStore::open_or_create(folder.path());
    const StudyStore reader = StudyStore::open(folder.path());
    CHECK(reader.documents().empty());
    writer.put(entry_of({"x", {}, {}}), encrypted());
    CHECK(reader.documents().size() == 1);
}

TEST_CASE("Of two writers one is told to wait") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    PlainSql other(folder / "study.sqlite");
    other.rows("BEGIN IMMEDIATE");
    const Error error = error_of([&] { store.put(entry_of({"x", {}, {}}), encrypted()); });
    CHECK(error.kind() == ErrorKind::storage);
    CHECK_THAT(error.what(), Catch::StartsWith(store.file().string() + ": another demarche run is writing"));
    other.rows("COMMIT");
    store.put(entry_of({"x", {}, {}}), encrypted());
    CHECK(store.documents().size() == 1);
}

TEST_CASE("A folder without a study is no study") {
    const ScratchFolder folder;
    for (const std::string name : {"", "absent"}) {
        const Error error = error_of([&] { StudyStore::open(folder / name); });
        CHECK(error.kind() == ErrorKind::missing);
        CHECK_THAT(error.what(), Contains("there is no study here"));
    }
    SECTION("nor is the empty file of a run that was killed at once, which the next run completes") {
        write_file(folder / "study.sqlite", "");
        CHECK(error_of([&] { StudyStore::open(folder.path()); }).kind() == ErrorKind::missing);
        CHECK(StudyStore::open_or_create(folder.path()).documents().empty());
    }
}

TEST_CASE("A file that is no study is refused and left as it is") {
    const ScratchFolder folder;
    const auto file = folder / "study.sqlite";
    std::string expected;
    SECTION("text") {
        write_file(file, std::string(5000, 'x'));
        expected = "no SQLite file";
    }
    SECTION("another program's SQLite file") {
        write_file(file, "");
        PlainSql(file).rows("CREATE TABLE bookmarks(url); INSERT INTO bookmarks VALUES('https://example.org')");
        expected = "SQLite file of another program";
    }
    const auto content = [&] {
        std::ostringstream all;
        all << std::ifstream(file, std::ios::binary).rdbuf();
        return all.str();
    };
    const std::string before = content();
    for (const auto open : {&StudyStore::open, &StudyStore::open_or_create}) {
        const Error error = error_of([&] { open(folder.path()); });
        CHECK(error.kind() == ErrorKind::malformed);
        CHECK_THAT(error.what(), Contains(file.string()) && Contains(expected));
        CHECK(content() == before);
    }
}

TEST_CASE("A study of a newer demarche is refused") {
    const ScratchFolder folder;
    StudyStore::open_or_create(folder.path());
    PlainSql(folder / "study.sqlite").rows("PRAGMA user_version = 3");
    for (const auto open : {&StudyStore::open, &StudyStore::open_or_create}) {
        const Error error = error_of([&] { open(folder.path()); });
        CHECK(error.kind() == ErrorKind::version);
        CHECK_THAT(error.what(), Contains("newer demarche") && Contains("study format 3"));
    }
}

TEST_CASE("A study of an older demarche is refused") {
    const ScratchFolder folder;
    StudyStore::open_or_create(folder.path());
    PlainSql(folder / "study.sqlite").rows("PRAGMA user_version = 1");
    for (const auto open : {&StudyStore::open, &StudyStore::open_or_create}) {
        const Error error = error_of([&] { open(folder.path()); });
        CHECK(error.kind() == ErrorKind::version);
        CHECK_THAT(error.what(),
                   Contains("older demarche") && Contains("study format 1") && Contains("make the study anew"));
    }
}

TEST_CASE("Damage is noticed") {
    const ScratchFolder folder;
    {
        StudyStore store = StudyStore::open_or_create(folder.path());
        std::mt19937 random(1);
        const Draft draft = random_draft("x", random, 400);
        store.put(entry_of(draft), finding_of(draft));
    }
    const auto file = folder / "study.sqlite";
    const auto use_all = [&] {
        const StudyStore store = StudyStore::open(folder.path());
        store.documents();
        store.read("x");
        store.for_each_observation([](const Observation&) {});
    };
    CHECK_NOTHROW(use_all());

    const std::vector<std::string> changes = {
        "UPDATE texts SET text = replace(text, 'cyber', 'Cyber')",
        "UPDATE texts SET pieces = x'01'",
        "UPDATE texts SET blocks = '[[9,3,\"body\",1]]'",
        "UPDATE texts SET blocks = '[[5,9,\"body\",1],[0,4,\"body\",1]]'",
        "UPDATE sentence_rows SET end = 999999999",
        "UPDATE sentence_rows SET begin = -1",
        "UPDATE sentence_rows SET role = 'aside'",
        "UPDATE sentence_rows SET text = 'short'",
        "UPDATE mention_rows SET end = begin - 1",
        "UPDATE mention_rows SET end = 999999999",
        "UPDATE mention_rows SET stance = 'perhaps'",
        "UPDATE mention_rows SET sentence = 5000",
        "UPDATE pages SET margins = '{'",
        "UPDATE pages SET margins = '[1]'",
        "UPDATE pages SET number = 4294967296 WHERE number = 1",
        "UPDATE documents SET state_from = 'hearsay'",
        "UPDATE documents SET words = -1",
        "INSERT INTO failures VALUES('x', 'tired', '', '')",
        "INSERT INTO document_further VALUES('y', 'kind', 'national')",
        "DROP TABLE pages",
        "ALTER TABLE documents DROP COLUMN title_from",
    };
    for (const std::string& change : changes) {
        CAPTURE(change);
        const auto kept = folder / "kept.sqlite";
        std::filesystem::copy_file(file, kept, std::filesystem::copy_options::overwrite_existing);
        PlainSql(file).rows(change);
        const Error error = error_of(use_all);
        CHECK(error.kind() == ErrorKind::malformed);
        CHECK_THAT(error.what(), Contains(file.string()));
        std::filesystem::copy_file(kept, file, std::filesystem::copy_options::overwrite_existing);
    }
    SECTION("and so is a file that was cut short") {
        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        CHECK(error_of(use_all).kind() == ErrorKind::malformed);
    }
    SECTION("or overwritten anywhere: never anything but an Error, or the old content") {
        std::ostringstream all;
        all << std::ifstream(file, std::ios::binary).rdbuf();
        const std::string good = all.str();
        std::mt19937 random(2026);
        for (int round = 0; round < 150; ++round) {
            std::string bad = good;
            for (int i = 0; i < 20; ++i) bad[random() % bad.size()] = static_cast<char>(random());
            write_file(file, bad);
            try {
                use_all();
            } catch (const Error&) {
                continue;
            }
        }
        SUCCEED();
    }
}

TEST_CASE("A disk that is full ends the run and keeps what was stored") {
    const ScratchFolder folder;
    const ChildResult result = in_child([&]() -> std::string {
        if (!mount_small_disk(folder.path())) return "skipped";
        try {
            StudyStore store = StudyStore::open_or_create(folder / "study");
            put_many(store);
        } catch (const Error& error) {
            const StudyStore store = StudyStore::open(folder / "study");
            std::size_t whole = 0;
            for (const StudyDocument& document : store.documents())
                whole += store.read(document.id).sentences.size() == 300 ? 1 : 0;
            if (whole == 0 || whole != store.documents().size()) return "documents are lost";
            return std::string(to_string(error.kind())) + ": " + error.what();
        }
        return "no error";
    });
    if (result.output == "skipped") {
        WARN("skipped: this system does not let tests mount a small disk");
        return;
    }
    CHECK(result.status == 0);
    CHECK_THAT(result.output, Catch::StartsWith("storage: ") && Contains("study.sqlite: the disk is full"));
}

TEST_CASE("A limit on file sizes ends the run with the system's reason") {
    const ScratchFolder folder;
    const ChildResult result = in_child([&]() -> std::string {
        const rlimit limit{400'000, 400'000};
        ::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return "no limit";
        StudyStore store = StudyStore::open_or_create(folder.path());
        put_many(store);
        return "no error";
    });
    CHECK(result.status == 0);
    CHECK_THAT(result.output,
               Catch::StartsWith("storage: ") && Contains("study.sqlite") && Contains("File too large"));
    check_whole(folder.path());
}

TEST_CASE("A study in a read-only folder is read and not written") {
    const ScratchFolder folder;
    const ChildResult result = in_child([&]() -> std::string {
        if (!mount_small_disk(folder.path())) return "skipped";
        {
            StudyStore store = StudyStore::open_or_create(folder.path());
            store.put(entry_of({"x", {}, {}}), encrypted());
        }
        PlainSql(folder / "study.sqlite").row("PRAGMA journal_mode = WAL");  // as a run killed at its end leaves it
        if (::mount(nullptr, folder.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            return "skipped";
        if (StudyStore::open(folder.path()).documents().size() != 1) return "not read";
        StudyStore::open_or_create(folder.path());
        return "no error";
    });
    if (result.output == "skipped") {
        WARN("skipped: this system does not let tests mount a read-only disk");
        return;
    }
    CHECK(result.status == 0);
    CHECK_THAT(result.output, Catch::StartsWith("storage: ") && Contains("study.sqlite") && Contains("read-only"));
}

TEST_CASE("An unsettled study in a read-only folder says how to open it") {
    const ScratchFolder folder;
    const ChildResult result = in_child([&]() -> std::string {
        if (!mount_small_disk(folder.path())) return "skipped";
        if (const pid_t writer = ::fork(); writer == 0) {
            StudyStore store = StudyStore::open_or_create(folder.path());
            store.put(entry_of({"x", {}, {}}), encrypted());
            ::_exit(0);  // without closing the study
        } else {
            ::waitpid(writer, nullptr, 0);
        }
        if (::mount(nullptr, folder.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            return "skipped";
        StudyStore::open(folder.path());
        return "no error";
    });
    if (result.output == "skipped") {
        WARN("skipped: this system does not let tests mount a read-only disk");
        return;
    }
    CHECK_THAT(result.output,
               Catch::StartsWith("storage: ") && Contains("interrupted run") && Contains("copy the folder"));
}

TEST_CASE("A study cannot be made where no folder can be") {
    const ScratchFolder folder;
    write_file(folder / "file", "");
    const Error below = error_of([&] { StudyStore::open_or_create(folder / "file/study"); });
    CHECK(below.kind() == ErrorKind::storage);
    CHECK_THAT(below.what(), Contains("file/study: the folder for the study cannot be made (Not a directory)"));

    std::filesystem::create_directories(folder / "study/study.sqlite");
    const Error folder_as_file = error_of([&] { StudyStore::open_or_create(folder / "study"); });
    CHECK(folder_as_file.kind() == ErrorKind::storage);
    CHECK_THAT(folder_as_file.what(), Contains("study.sqlite: the study cannot be opened"));
}

TEST_CASE("A folder may have any name") {
    const ScratchFolder folder;
    for (const std::string name : {"file:a?mode=ro", "50% #1", "with space", "été"}) {
        CAPTURE(name);
        StudyStore::open_or_create(folder / name).put(entry_of({"x", {}, {}}), encrypted());
        CHECK(StudyStore::open(folder / name).documents().size() == 1);
    }
}
