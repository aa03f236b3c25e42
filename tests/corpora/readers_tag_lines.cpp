// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <sstream>

#include "corpora/model/error.hpp"
#include "corpora/readers/tag_lines.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

std::vector<TagLine> tag_lines(const std::string& text) {
    std::istringstream input(text);
    std::vector<TagLine> lines;
    for_each_tag_line(input, "in.jsonl", [&](const TagLine& line) { lines.push_back(line); });
    return lines;
}

std::vector<CodedSentence> coded_lines(const std::string& text) {
    std::istringstream input(text);
    return read_coded_lines(input, "gold.jsonl");
}

}  // namespace

TEST_CASE("Sentences to be tagged are read line by line") {
    const auto lines = tag_lines(
        "\xEF\xBB\xBF{\"sid\": \"s1\", \"text\": \"We \\u00e9tions\", \"lang\": \"en\", \"more\": 1}\r\n"
        "\n"
        "{\"text\": \"\", \"sid\": \"s2\", \"lang\": null}");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].sid == "s1");
    CHECK(lines[0].text == "We étions");
    CHECK(lines[0].language == "en");
    CHECK(lines[1].text.empty());
    CHECK(lines[1].language.empty());
}

TEST_CASE("A mistake in a JSON line is told with its line") {
    const std::string good = "{\"sid\": \"s1\", \"text\": \"x\"}\n\n";
    CHECK_THROWS_WITH(
        tag_lines(good + "{\"sid\": \"s2\", text}"),
        "in.jsonl: line 3: is not JSON (mistake at byte 16 of the line): each line must be one object, "
        "{\"sid\": ..., \"text\": ...}");
    CHECK_THROWS_WITH(tag_lines(good + "[1]"),
                      "in.jsonl: line 3: is not a JSON object: each line must look like "
                      "{\"sid\": ..., \"text\": ...}");
    CHECK_THROWS_WITH(tag_lines("{\"text\": \"x\"}"), "in.jsonl: line 1: has no \"sid\"");
    CHECK_THROWS_WITH(tag_lines("{\"sid\": \"\", \"text\": \"x\"}"),
                      "in.jsonl: line 1: \"sid\" is empty: every sentence needs an id");
    CHECK_THROWS_WITH(tag_lines("{\"sid\": \"a\"}"), "in.jsonl: line 1: has no \"text\"");
    CHECK_THROWS_WITH(tag_lines("{\"sid\": 7, \"text\": \"x\"}"),
                      "in.jsonl: line 1: \"sid\" must be a text in quotation marks");
    CHECK_THROWS_WITH(
        tag_lines("{\"sid\": \"a\", \"text\": \"caf\xE9\"}"),
        "in.jsonl: line 1: holds a character that is not UTF-8 (byte 26 of the line): save the file as "
        "UTF-8");
    CHECK_THROWS_WITH(tag_lines("1e999"), Catch::StartsWith("in.jsonl: line 1: is not JSON that can be read"));
}

TEST_CASE("Coded sentences are read whole") {
    const auto lines = coded_lines(
        "{\"sid\":\"s1\",\"doc\":\"d\",\"lang\":\"fr\",\"text\":\"t\",\"codes\":[\"norm.g\",\"body.itu\",\"norm."
        "g\"],"
        "\"norms\":{\"norm.g\":\"commit\"}}\n"
        "{\"sid\":\"s2\",\"codes\":[]}\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].document == "d");
    CHECK(lines[0].language == "fr");
    CHECK(lines[0].codes == std::vector<std::string>{"body.itu", "norm.g"});
    CHECK(lines[0].norms == std::map<std::string, Stance>{{"norm.g", Stance::commit}});
    CHECK(lines[1].codes.empty());
    CHECK(lines[1].norms.empty());
}

TEST_CASE("A mistake in a coded sentence is told with its line") {
    CHECK_THROWS_WITH(coded_lines("{\"sid\":\"a\"}"),
                      "gold.jsonl: line 1: has no \"codes\": write [] for a sentence without any");
    CHECK_THROWS_WITH(coded_lines("{\"sid\":\"a\",\"codes\":\"norm.g\"}"),
                      "gold.jsonl: line 1: \"codes\" must be a list of texts, such as [\"body.itu\", \"norm.g\"]");
    CHECK_THROWS_WITH(coded_lines("{\"sid\":\"a\",\"codes\":[1]}"), Catch::Contains("must be a list of texts"));
    CHECK_THROWS_WITH(coded_lines("{\"sid\":\"a\",\"codes\":[],\"norms\":[]}"),
                      "gold.jsonl: line 1: \"norms\" must be an object, such as {\"norm.g\": \"commit\"}");
    CHECK_THROWS_WITH(
        coded_lines("{\"sid\":\"a\",\"codes\":[],\"norms\":{\"norm.g\":\"comit\"}}"),
        "gold.jsonl: line 1: the stance of \"norm.g\" must be commit, support, urge, describe or reject; "
        "did you mean 'commit'?");
    CHECK_THROWS_WITH(coded_lines("{\"sid\":\"a\",\"codes\":[]}\n{\"sid\":\"a\",\"codes\":[]}"),
                      "gold.jsonl: line 2: the sid \"a\" is that of line 1 too: each sentence is coded once");
    const TestFolder folder;
    CHECK_THROWS_AS(read_coded_lines(folder.path() / "no.jsonl"), Error);
}
