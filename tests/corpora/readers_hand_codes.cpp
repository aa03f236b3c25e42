// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/readers/hand_codes.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

std::vector<Coding> codings(const std::string& csv) {
    auto checked = parse_hand_codes(csv, "anna.csv");
    CHECK(shown(checked.problems) == Lines{});
    return checked.value;
}

Lines mistakes(const std::string& csv) {
    return shown(parse_hand_codes(csv, "codes.csv").problems);
}

using Codes = std::vector<std::string>;
using Norms = std::map<std::string, Stance>;

}  // namespace

TEST_CASE("Hand codes are read from a row for each code") {
    const auto found = codings(
        "sid,coder,code,stance\n"
        "s1,anna,body.itu,\n"
        "s1,anna,norm.g,commit\n"
        "s1,ben,norm.g,\n"
        "s2,anna,,\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].coder == "anna");
    REQUIRE(found[0].sentences.size() == 2);
    CHECK(found[0].sentences[0].codes == Codes{"body.itu", "norm.g"});
    CHECK(found[0].sentences[0].norms == Norms{{"norm.g", Stance::commit}});
    CHECK(found[0].sentences[1].sid == "s2");
    CHECK(found[0].sentences[1].codes.empty());
    CHECK(found[1].coder == "ben");
    REQUIRE(found[1].sentences.size() == 1);  // s2 was not read by ben
    CHECK(found[1].sentences[0].norms.empty());
}

TEST_CASE("Hand codes are read from a row for each sentence") {
    const auto found = codings(
        "Codes;SID;text;Language;document\r\n"
        "\"norm.g: commit; body.itu;body.itu;\";s1;We protect it.;en;aus_2020\r\n"
        ";;;;\r\n"
        "\"\";s2;Nothing.;;\r\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].coder == "anna");  // as the file
    REQUIRE(found[0].sentences.size() == 2);
    const CodedSentence& sentence = found[0].sentences[0];
    CHECK(sentence.codes == Codes{"body.itu", "norm.g"});
    CHECK(sentence.norms == Norms{{"norm.g", Stance::commit}});
    CHECK(sentence.text == "We protect it.");
    CHECK(sentence.language == "en");
    CHECK(sentence.document == "aus_2020");
}

TEST_CASE("A sentence's text may stand in one of its rows, and is then every coder's") {
    const auto found =
        codings("sid,coder,code,text,notes\ns1,anna,a.b,,?\ns1,ben,,The text.,\ns1,anna,a.c,The text.,\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].sentences[0].text == "The text.");
    CHECK(found[0].sentences[0].codes == Codes{"a.b", "a.c"});
    CHECK(found[1].sentences[0].text == "The text.");
}

TEST_CASE("Every mistake in hand codes is told with its line") {
    CHECK(
        mistakes("sidd,coder,code\ns1,anna,a.b\n") ==
        Lines{"codes.csv: line 1: the header has no column 'sid', the sentence's id (columns: sid, code or codes, "
              "coder, stance, text, lang, doc); rename 'sidd' if that is the one"});
    CHECK(mistakes("sid,coder\ns1,anna\n") ==
          Lines{"codes.csv: line 1: the header has no column 'code', the codes given to it (columns: sid, code or "
                "codes, coder, stance, text, lang, doc)"});
    CHECK(mistakes("sid,code,codes\ns1,a,a\n") ==
          Lines{"codes.csv: line 1: the header has a column 'code' and a column 'codes': keep one of the two"});
    CHECK(mistakes("sid,code,stance\n,a.b,\ns1,body itu,\ns1,norm.g,comit\n") ==
          Lines{"codes.csv: line 2: column sid: is empty: every row needs the id of its sentence",
                "codes.csv: line 3: column code: 'body itu' is no code's id: separate codes by \";\", and write a "
                "stance as in norm.g:commit",
                "codes.csv: line 4: 'comit' is no stance: write commit, support, urge, describe or reject; did you "
                "mean 'commit'?"});
    CHECK(
        mistakes("sid,codes,stance\ns1,a.b; a.c,urge\ns2,,urge\ns3,a.b:commit,urge\n") ==
        Lines{
            "codes.csv: line 2: column stance: says 'urge', but the row has 2 codes: write each stance behind its "
            "code, as in norm.g:commit",
            "codes.csv: line 3: column stance: says 'urge', but the row has 0 codes: write each stance behind its "
            "code, as in norm.g:commit",
            "codes.csv: line 4: column stance: says 'urge', but another stance stands behind the code"});
    CHECK(
        mistakes("sid,code,stance\ns1,norm.g,commit\ns1,norm.g,urge\n") ==
        Lines{
            "codes.csv: line 3: gives 'norm.g' in sentence 's1' the stance urge, and an earlier row commit: a code "
            "has one stance in a sentence"});
    CHECK(
        mistakes("sid,coder,code,text\ns1,anna,,One.\ns1,ben,,Two.\n") ==
        Lines{
            "codes.csv: line 3: column text: is not what line 2 says of the same sentence 's1': two sentences need "
            "two ids"});
    CHECK(mistakes("sid,code\n") ==
          Lines{"codes.csv: holds no sentence: add a row for each, also for those without a code"});
    CHECK(mistakes("sid,code\ns1\n") == Lines{"codes.csv: line 2: has 1 cell, but the header has 2"});
    CHECK(mistakes("") == Lines{"codes.csv: is empty: its first line must name the columns"});
}

TEST_CASE("A file's ending says how its codes are written") {
    const TestFolder folder;
    const auto csv = read_codings(folder.write("anna.csv", "sid,code\ns1,a.b\n"));
    CHECK(csv.at(0).coder == "anna");
    const auto lines = read_codings(folder.write("ben.jsonl", "{\"sid\":\"s1\",\"codes\":[\"a.b\"]}\n"));
    CHECK(lines.at(0).coder == "ben");
    CHECK(lines.at(0).sentences.at(0).codes == Codes{"a.b"});
    CHECK_THROWS_WITH(read_codings(folder.write("empty.jsonl", "\n")),
                      "empty.jsonl: holds no sentence: write one {\"sid\": ..., \"codes\": [...]} a line");
    CHECK_THROWS_WITH(
        read_codings(folder.write("bad.csv", "sid,code\n,a\n,b\n")),
        "bad.csv: 2 mistakes:\n  line 2: column sid: is empty: every row needs the id of its sentence\n"
        "  line 3: column sid: is empty: every row needs the id of its sentence");
    CHECK_THROWS_AS(read_codings(folder.path() / "no.csv"), Error);
}
