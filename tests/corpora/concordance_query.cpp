// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "concordance_words.hpp"
#include "corpora/concordance/matching.hpp"
#include "corpora/concordance/query.hpp"
#include "corpora/model/error.hpp"

namespace demarche {

namespace {

std::string understood(const std::string& query) {
    return to_string(parse_query(query, testing::split_plainly));
}

std::string refusal(const std::string& query) {
    try {
        return "understood as " + understood(query);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        return error.what();
    }
}

using Texts = std::vector<std::string>;

Texts found(const std::string& query, const std::string& sentence) {
    std::vector<TextWord> words;
    testing::split_plainly(sentence, words);
    Texts texts;
    for (const Span span : find_hits(parse_query(query, testing::split_plainly), words))
        texts.push_back(sentence.substr(span.begin(), span.length()));
    return texts;
}

}  // namespace

TEST_CASE("A query is words, phrases and operators") {
    SECTION("words side by side are a phrase, with or without marks") {
        CHECK(understood("international law") == "\"international law\"");
        CHECK(understood("  \"international   law\" ") == "\"international law\"");
        CHECK(understood("\xE2\x80\x9Cinternational law\xE2\x80\x9D") == "\"international law\"");
        CHECK(understood("\xC2\xAB droit international \xC2\xBB") == "\"droit international\"");
    }
    SECTION("NOT binds closest, then AND, then OR") {
        CHECK(understood("a OR b AND c") == "\"a\" OR (\"b\" AND \"c\")");
        CHECK(understood("a AND b NOT c") == "\"a\" AND (\"b\" NOT \"c\")");
        CHECK(understood("(a OR b) AND c") == "(\"a\" OR \"b\") AND \"c\"");
        CHECK(understood("a AND b AND c") == "\"a\" AND \"b\" AND \"c\"");
    }
    SECTION("AND NOT is NOT, and parts side by side are joined by AND") {
        CHECK(understood("a AND NOT b") == "\"a\" NOT \"b\"");
        CHECK(understood("\"a b\" \"c d\"") == "\"a b\" AND \"c d\"");
        CHECK(understood("(a OR b) c d") == "(\"a\" OR \"b\") AND \"c d\"");
    }
    SECTION("operators are in capitals, and words in quotation marks") {
        CHECK(understood("norms and law") == "\"norms and law\"");
        CHECK(understood("\"norms AND law\"") == "\"norms AND law\"");
    }
    SECTION("NEAR holds words and phrases, with a distance of ten when none is given") {
        CHECK(understood("NEAR(a \"b c\", 3)") == "NEAR(\"a\" \"b c\", 3)");
        CHECK(understood("NEAR(a b)") == "NEAR(\"a\" \"b\", 10)");
        CHECK(understood("NEAR(a b,0) OR c") == "NEAR(\"a\" \"b\", 0) OR \"c\"");
    }
    SECTION("hyphens and apostrophes are no mistakes") {
        CHECK(understood("cyber-security") == "\"cyber-security\"");
        CHECK(understood("state's") == "\"state's\"");
        CHECK(understood("R&D: U.N., 24/7") == "\"R&D: U.N., 24/7\"");
    }
    SECTION("what was understood is understood the same way again") {
        for (const std::string query :
             {"a", "a* OR *b NOT c", "NEAR(a* \"b * c\", 2) (d OR e)", "((a AND b) AND c) NOT (d e)", "\"a b\"*"})
            CHECK(understood(understood(query)) == understood(query));
    }
}

TEST_CASE("A query that is none is refused with its place") {
    CHECK(refusal("") == "query, character 1: there is nothing to look for");
    CHECK(refusal("cyber AND") ==
          "query, character 10: AND needs something after it; in quotation marks it is a word");
    CHECK(refusal("OR cyber") ==
          "query, character 1: OR needs something before it; in quotation marks it is a word");
    CHECK(refusal("a AND OR b") ==
          "query, character 7: two operators stand side by side; in quotation marks they are words");
    CHECK(refusal("NOT a") == "query, character 1: NOT needs something to be found before it, as in one NOT other");
    CHECK(refusal("a OR NOT b") ==
          "query, character 6: OR NOT: NOT needs something to be found before it, as in one NOT other");
    CHECK(refusal("a NOT") == "query, character 6: NOT needs something after it; in quotation marks it is a word");
    CHECK(refusal("a \"b") == "query, character 3: this quotation mark is not closed");
    CHECK(refusal("(a OR b") == "query, character 1: this ( is not closed");
    CHECK(refusal("a ( ) b") == "query, character 3: there is nothing in these parentheses");
    CHECK(refusal("a) b") == "query, character 2: this ) closes nothing");
    CHECK(refusal(") b") == "query, character 1: this ) closes nothing");
    CHECK(refusal("a AND &") == "query, character 7: there is no word in \"&\"");
    CHECK(refusal("*") == "query, character 1: a star alone would find every word; put a word beside it");
    CHECK(refusal("NEAR a b") ==
          "query, character 1: NEAR is written NEAR(one other, 5); in quotation marks it is a word");
    CHECK(refusal("NEAR(a)") == "query, character 1: NEAR needs two words or phrases, as in NEAR(one other, 5)");
    CHECK(refusal("NEAR(a b, c)") ==
          "query, character 9: after this comma stands the number of words that may lie between, and then )");
    CHECK(refusal("NEAR(a b") == "query, character 1: the ( of this NEAR is not closed");
    CHECK(refusal("NEAR(a OR b)") ==
          "query, character 8: in NEAR( ) stand words and phrases, and at the end a comma and a number");
    CHECK(refusal("\xC3\xA9t\xC3\xA9 AND \"x") == "query, character 9: this quotation mark is not closed");
    CHECK(refusal("a\xFF") == "query, character 2: this is not UTF-8");
    CHECK(refusal(std::string(40, '(') + "a" + std::string(40, ')')) ==
          "query, character 31: there are too many parentheses within each other");
    std::string long_query;
    for (int i = 0; i < 201; ++i) long_query += "a ";
    CHECK(refusal(long_query) == "query, character 1: the query has more than 200 words");
}

TEST_CASE("Hits are the places of what was asked for") {
    SECTION("whole words, case aside") {
        CHECK(found("risk", "Risk is a risk, not an asterisk") == Texts{"Risk", "risk"});
    }
    SECTION("phrases across signs") {
        CHECK(found("cyber-security", "Cyber security, cyber-security, cybersecurity.") ==
              Texts{"Cyber security", "cyber-security"});
        CHECK(found("state's", "The state's duty; a state.") == Texts{"state's"});
    }
    SECTION("stars stand for letters, or for one word") {
        CHECK(found("cyber*", "cyber, cyberspace and anticyber") == Texts{"cyber", "cyberspace"});
        CHECK(found("*cyber", "cyber, cyberspace and anticyber") == Texts{"cyber", "anticyber"});
        CHECK(found("c*r", "cyber car care") == Texts{"cyber", "car"});
        CHECK(found("law * state", "law of state, law state, law of the state") == Texts{"law of state"});
        CHECK(found("\"cyber attack\"*", "Cyber attacks") == Texts{"Cyber attacks"});
    }
    SECTION("AND and OR give a hit for each of their words") {
        CHECK(found("norms AND law", "Law, norms and law") == Texts{"Law", "norms", "law"});
        CHECK(found("norms AND law", "Law and order").empty());
        CHECK(found("norms OR law", "Law and order") == Texts{"Law"});
    }
    SECTION("however deep they stand within each other") {
        std::string query = "a";
        for (int i = 0; i < 29; ++i) query = "(" + query + " AND a) OR b";
        CHECK(found(query, "a") == Texts{"a"});
    }
    SECTION("NOT leaves sentences out") {
        CHECK(found("law NOT order", "Law and order").empty());
        CHECK(found("law NOT order", "Law and norms") == Texts{"Law"});
    }
    SECTION("NEAR gives the closest words, from the first to the last") {
        CHECK(found("NEAR(norms states, 2)", "norms of all States, and norms States") ==
              Texts{"norms of all States", "norms States"});
        CHECK(found("NEAR(norms states, 1)", "norms of all States").empty());
        CHECK(found("NEAR(states norms, 0)", "norms states norms") == Texts{"norms states"});
        CHECK(found("NEAR(a a, 3)", "a b a") == Texts{"a b a"});
        CHECK(found("NEAR(a a, 3)", "a b").empty());
    }
    SECTION("of places that overlap the first stays, then the longest") {
        CHECK(found("cyber OR \"cyber security\"", "cyber security") == Texts{"cyber security"});
        CHECK(found("a a", "a a a") == Texts{"a a"});
    }
    SECTION("in scripts without spaces runs of letters, across spaces but not across signs") {
        CHECK(found("安全", "国家安全保障と安 全、安、全") == Texts{"安全", "安 全"});
        CHECK(found("安全 OR it", "ITの安全") == Texts{"IT", "安全"});
    }
}

}  // namespace demarche
