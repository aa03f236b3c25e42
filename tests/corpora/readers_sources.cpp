// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "corpora/readers/sha256.hpp"
#include "corpora/readers/sources.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> readable = {".pdf", ".txt"};

std::vector<Source> plan(const std::vector<fs::path>& inputs) {
    return plan_sources(inputs, {}, readable);
}

Lines names_of(const std::vector<Source>& sources) {
    Lines names;
    for (const Source& source : sources) names.push_back(source.name);
    return names;
}

Source source(const std::string& name, const std::string& folder = "/corpus") {
    return {fs::path(folder) / name, name, {}, {}};
}

ErrorKind kind_of_error(const std::vector<fs::path>& inputs) {
    try {
        plan(inputs);
    } catch (const Error& error) {
        return error.kind();
    }
    throw std::logic_error("no error");
}

}  // namespace

TEST_CASE("A folder is searched for documents") {
    const TestFolder folder;
    for (const char* file : {"b.pdf", "A.PDF", "sub/c.txt", ".hidden.pdf", ".git/d.pdf", "notes.docx", "e.csv"})
        folder.write(file);
    CHECK(names_of(plan({folder.path()})) == Lines{"A.PDF", "b.pdf", "sub/c.txt"});
    SECTION("and paths are absolute") {
        for (const Source& each : plan({folder.path()})) CHECK(each.path == folder.path() / each.name);
    }
}

TEST_CASE("A text beside the PDF of its name is not a second document") {
    const TestFolder folder;
    for (const char* file : {"a.pdf", "a.txt", "b.txt", "sub/a.txt"}) folder.write(file);
    CHECK(names_of(plan({folder.path()})) == Lines{"a.pdf", "b.txt", "sub/a.txt"});
    SECTION("unless it is asked for") {
        CHECK(names_of(plan({folder.path() / "a.txt"})) == Lines{"a.txt"});
    }
    SECTION("or a manifest names it: then it is the document") {
        folder.write("manifest.csv", "file\na.txt\n");
        CHECK(names_of(plan({folder.path()})) == Lines{"a.txt", "b.txt", "sub/a.txt"});
    }
}

TEST_CASE("A manifest in a folder says what is known of the files that it names") {
    const TestFolder folder;
    folder.write("a.pdf");
    folder.write("sub/b.pdf");
    folder.write("sub/c.pdf");
    folder.write("sub/manifest.csv", "file,year,revises\nb.pdf,2020,gone.pdf\ngone.pdf,2010,\n");
    const std::vector<Source> sources = plan({folder.path()});
    CHECK(names_of(sources) == Lines{"a.pdf", "sub/b.pdf", "sub/c.pdf", "sub/gone.pdf"});
    CHECK(sources[1].declared.year == Fact<int>{2020});
    CHECK(sources[1].declared.revises == Fact<std::string>{"sub/gone.pdf"});
    CHECK(sources[2].declared == DocumentFacts{});
    SECTION("its mistakes are told with its folder") {
        folder.write("sub/manifest.csv", "file,year\nb.pdf,x\n");
        CHECK_THROWS_WITH(plan({folder.path()}), Catch::StartsWith((folder.path() / "sub/manifest.csv").string() +
                                                                   ": line 2: column year"));
    }
}

TEST_CASE("A file named in several ways is one document") {
    const TestFolder folder;
    const auto file = folder.write("a.pdf");
    fs::create_symlink(file, folder.path() / "link.pdf");
    const auto manifest = folder.write("m.csv", "file,year\na.pdf,2020\n");
    CHECK(names_of(plan({file, folder.path() / "." / "a.pdf", folder.path() / "link.pdf"})) == Lines{"a.pdf"});
    SECTION("and has what a manifest says of it, named before or after") {
        CHECK(plan({file, manifest}).at(0).declared.year == Fact<int>{2020});
        CHECK(plan({manifest, file}).at(0).declared.year == Fact<int>{2020});
        CHECK(plan({manifest, file}).size() == 1);
    }
}

TEST_CASE("An input that cannot be read is refused") {
    const TestFolder folder;
    const auto empty = folder.path() / "empty";
    fs::create_directory(empty);
    const auto word = folder.write("a.docx");
    CHECK(kind_of_error({folder.path() / "no.pdf"}) == ErrorKind::missing);
    CHECK_THROWS_WITH(plan({folder.path() / "no.pdf"}),
                      (folder.path() / "no.pdf").string() + ": there is no such file or folder");
    CHECK(kind_of_error({empty}) == ErrorKind::usage);
    CHECK_THROWS_WITH(
        plan({empty}),
        empty.string() + ": holds no document that demarche reads (*.pdf, *.txt), nor a manifest.csv");
    CHECK(kind_of_error({word}) == ErrorKind::usage);
    CHECK_THROWS_WITH(plan({word}), word.string() +
                                        ": is no document that demarche reads (*.pdf, *.txt), manifest "
                                        "(*.csv) or folder");
}

TEST_CASE("A file name that is not UTF-8 gets a name that is") {
    const TestFolder folder;
    folder.write("caf\xE9.pdf");
    CHECK(names_of(plan({folder.path()})) == Lines{"caf\xEF\xBF\xBD.pdf"});
}

TEST_CASE("Documents are known by ids made from their file names") {
    using Ids = std::vector<std::string>;
    CHECK(document_ids({source("aus_2020_en.pdf"), source("UK 2022 (final).pdf"), source("Stratégie.v2.pdf")}) ==
          Ids{"aus_2020_en", "UK_2022__final_", "Strat_gie.v2"});
    SECTION("those that would have the same are told apart") {
        const Source first = source("a/x.pdf");
        const Source second = source("b/x.pdf");
        CHECK(document_ids({first, second}) == Ids{"x", "x~" + sha256_of("b/x.pdf").substr(0, 6)});
    }
    SECTION("by their paths where even the names are the same") {
        const Ids ids = document_ids({source("x.pdf", "/a"), source("x.pdf", "/b"), source("x.pdf", "/c")});
        CHECK(ids == Ids{"x", "x~" + sha256_of("x.pdf").substr(0, 6), "x~" + sha256_of("/c/x.pdf").substr(0, 6)});
    }
    SECTION("a file that a study knows keeps its id, and no other gets it") {
        CHECK(document_ids({source("a/x.pdf"), source("b/x.pdf")}, {{"x", "/corpus/b/x.pdf"}}) ==
              Ids{"x~" + sha256_of("a/x.pdf").substr(0, 6), "x"});
    }
}

TEST_CASE("A file's stamp tells whether it was touched") {
    const TestFolder folder;
    const auto file = folder.write("a.txt", "abc");
    const FileStamp stamp = stamp_of(file);
    CHECK(stamp.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(stamp.size == 3);
    CHECK(stamp.modified > 1'500'000'000'000'000'000);
    CHECK(sha256_of("abc") == stamp.sha256);
    CHECK(sha256_of(std::string(200'000, 'x')) == sha256_of_file(folder.write("b", std::string(200'000, 'x'))));
    CHECK(stamp_without_hash(file) == FileStamp{"", stamp.size, stamp.modified});
    CHECK_THROWS_WITH(stamp_of(folder.path() / "no"), (folder.path() / "no").string() + ": there is no such file");
    CHECK_THROWS_WITH(stamp_of(folder.path()), folder.path().string() + ": is a folder, not a file");
}
