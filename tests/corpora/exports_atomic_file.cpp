// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/atomic_file.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "corpora/model/error.hpp"
#include "store_fixture.hpp"

using namespace demarche;
using demarche::testing::ScratchFolder;

namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

std::function<void(std::ostream&)> writing(const std::string& text) {
    return [text](std::ostream& out) { out << text; };
}

std::string message_of(const std::filesystem::path& path, const std::function<void(std::ostream&)>& writer) {
    try {
        write_file_atomically(path, writer);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::storage);
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("A file is written whole") {
    const ScratchFolder folder;
    const std::string large(3'000'001, 'x');
    write_file_atomically(folder / "new.csv", writing(large));
    CHECK(content_of(folder / "new.csv") == large);
    write_file_atomically(folder / "new.csv", writing("short"));
    CHECK(content_of(folder / "new.csv") == "short");
    write_file_atomically(folder / "empty", [](std::ostream&) {});
    CHECK(names_in(folder.path()) == std::set<std::string>{"empty", "new.csv"});
}

TEST_CASE("An old file keeps its permissions and a link its target") {
    const ScratchFolder folder;
    write_file_atomically(folder / "table.csv", writing("old"));
    REQUIRE(::chmod((folder / "table.csv").c_str(), 0640) == 0);
    std::filesystem::create_symlink("table.csv", folder / "link.csv");
    write_file_atomically(folder / "link.csv", writing("new"));
    CHECK(std::filesystem::is_symlink(folder / "link.csv"));
    CHECK(content_of(folder / "table.csv") == "new");
    struct stat status {};
    REQUIRE(::stat((folder / "table.csv").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("A relative name is taken from the current folder") {
    const ScratchFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    CHECK_NOTHROW(write_file_atomically("here.csv", writing("x")));
    std::filesystem::current_path(before);
    CHECK(names_in(folder.path()) == std::set<std::string>{"here.csv"});
}

TEST_CASE("When the writer fails nothing is left and the old file stays") {
    const ScratchFolder folder;
    const auto broken = [](std::ostream& out) {
        out << std::string(200'000, 'x');
        throw std::runtime_error("the study is damaged");
    };
    CHECK_THROWS_WITH(write_file_atomically(folder / "new.csv", broken), "the study is damaged");
    CHECK(names_in(folder.path()).empty());
    write_file_atomically(folder / "old.csv", writing("old"));
    CHECK_THROWS_AS(write_file_atomically(folder / "old.csv", broken), std::runtime_error);
    CHECK(content_of(folder / "old.csv") == "old");
    const auto gives_up = [](std::ostream& out) { out.setstate(std::ios::failbit); };
    CHECK(message_of(folder / "old.csv", gives_up) ==
          (folder / "old.csv").string() + ": cannot be written (the writing broke off)");
    CHECK(names_in(folder.path()) == std::set<std::string>{"old.csv"});
}

TEST_CASE("What stands in the way is named") {
    const ScratchFolder folder;
    CHECK(message_of(folder / "absent/new.csv", writing("x")) ==
          (folder / "absent/new.csv").string() +
              ": cannot be written (No such file or directory); its folder must exist");
    CHECK(message_of(folder.path(), writing("x")) ==
          folder.path().string() + ": cannot be written (Is a directory)");
    write_file_atomically(folder / "file", writing("x"));
    CHECK(message_of(folder / "file/new.csv", writing("x")) ==
          (folder / "file/new.csv").string() + ": cannot be written (Not a directory); its folder must exist");
    CHECK(names_in(folder.path()) == std::set<std::string>{"file"});
}

TEST_CASE("A device is written to, not replaced") {
    CHECK(message_of("/dev/null", writing("x")) == "no error");
    CHECK(std::filesystem::is_character_file("/dev/null"));
    if (std::filesystem::is_character_file("/dev/full")) {
        CHECK(message_of("/dev/full", writing("x")) ==
              "/dev/full: cannot be written (No space left on device); free some space and try again");
        CHECK(std::filesystem::is_character_file("/dev/full"));
    }
}

TEST_CASE("A disk that takes no more leaves no half file") {
    const ScratchFolder folder;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit limit{100'000, 100'000};
        ::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
        try {
            write_file_atomically(folder / "new.csv", writing(std::string(300'000, 'x')));
        } catch (const Error& error) {
            const std::string expected = (folder / "new.csv").string() + ": cannot be written (File too large)";
            ::_exit(error.kind() == ErrorKind::storage && error.what() == expected ? 0 : 3);
        }
        ::_exit(4);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(names_in(folder.path()).empty());
}
