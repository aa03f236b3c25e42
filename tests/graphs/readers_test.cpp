// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "worked_example.hpp"

namespace demarche::tests {

namespace {

struct Verdict {
    int status = -1;
    std::string said;
};

// What readers.py finds in `graphml`. Debian's Python is preferred to others in
// the path, for it sees Debian's NetworkX and igraph.
Verdict read_by_others(const std::string& graphml, std::size_t nodes, std::size_t edges) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("demarche_" + std::to_string(getpid()) + ".graphml");
    std::ofstream(file, std::ios::binary) << graphml;
    const std::string python = std::filesystem::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    const std::string command = python + " '" + source_file("tests/graphs/readers.py").string() + "' '" +
                                file.string() + "' --nodes " + std::to_string(nodes) + " --edges " +
                                std::to_string(edges) + " 2>&1";
    Verdict verdict;
    if (FILE* const pipe = popen(command.c_str(), "r"); pipe != nullptr) {
        std::array<char, 4096> part{};
        while (const std::size_t length = fread(part.data(), 1, part.size(), pipe))
            verdict.said.append(part.data(), length);
        const int status = pclose(pipe);
        if (WIFEXITED(status)) verdict.status = WEXITSTATUS(status);
    }
    std::filesystem::remove(file);
    return verdict;
}

void check_read_alike(const std::string& graphml, std::size_t nodes, std::size_t edges) {
    const Verdict verdict = read_by_others(graphml, nodes, edges);
    INFO(verdict.said);
    constexpr int readers_absent = 77;
    constexpr int python_absent = 127;
    if (verdict.status == readers_absent || verdict.status == python_absent)
        WARN("skipped for want of Python, NetworkX or igraph: " + verdict.said);
    else
        CHECK(verdict.status == 0);
}

WorkedExample nasty_example() {
    WorkedExample example = worked_example();
    const std::vector<std::string> sentences = {"page\fbreak",
                                                std::string("n\0ul", 4),
                                                "half \xED\xA0\xBD pair",
                                                "a ]]> <b> & \"c\" 'd' &amp;",
                                                "😀 flags 🇫🇷",
                                                "שלום \xE2\x80\xAE"
                                                "abc مرحبا",
                                                "line\r\nend\ttab\rreturn",
                                                " blanks around ",
                                                "\xFF\xFE",
                                                "<![CDATA[x]]>",
                                                std::string(70000, 'q'),
                                                "1.0"};
    std::uint32_t sentence = 200;
    for (const std::string& text : sentences) {
        example.observations.push_back(mention_in("fra_2018_fr", sentence++, "body.un"));
        example.observations.back().sentence = text;
        example.observations.back().section = text;
        example.observations.back().mention.term = text;
    }
    example.catalogue[0].name["en"] = "Name \f <\"&'> ]]>";
    return example;
}

}  // namespace

TEST_CASE("NetworkX and igraph read in GraphML what was written") {
    SECTION("the worked example") {
        const Network network = worked_example().network();
        check_read_alike(written(network, "graphml"), 11, 10);
        check_read_alike(written(network, "graphml-multi"), 11, 12);
    }
    SECTION("with texts that are hard to write") {
        const Network network = nasty_example().network();
        check_read_alike(written(network, "graphml"), 12, 11);
        check_read_alike(written(network, "graphml-multi"), 12, 24);
    }
    SECTION("with nothing in it") {
        WorkedExample example = worked_example();
        example.documents.clear();
        example.observations.clear();
        check_read_alike(written(example.network(), "graphml"), 0, 0);
    }
}

TEST_CASE("The check of GraphML files finds what is wrong") {
    const std::string good = written(worked_example().network(), "graphml");
    const auto spoilt = [&](const std::string& from, const std::string& into) {
        std::string text = good;
        text.replace(text.find(from), from.size(), into);
        return read_by_others(text, 11, 10).status;
    };
    if (read_by_others(good, 11, 10).status == 127) {
        WARN("skipped for want of Python");
        return;
    }
    CHECK(spoilt("<data key=\"n_author\">true", "<data key=\"n_author\">1") == 1);
    CHECK(spoilt("<data key=\"e_weight\">1", "<data key=\"e_weight\">1.0") == 1);
    CHECK(spoilt("<data key=\"e_weight\">1", "<data key=\"e_weight\">0") == 1);
    CHECK(spoilt("<data key=\"n_label\">Australia</data>", "<data key=\"n_label\"></data>") == 1);
    CHECK(spoilt("attr.name=\"iso2\"", "attr.name=\"name\"") == 1);
    CHECK(spoilt("attr.name=\"iso2\"", "attr.name=\"region\"") == 1);
    CHECK(spoilt("<node id=\"FRA\">", "<node id=\"AUS\">") == 1);
    CHECK(spoilt("Australia", "Austr\falia") == 1);
    CHECK(read_by_others(good, 12, 10).status == 1);
}

}  // namespace demarche::tests
