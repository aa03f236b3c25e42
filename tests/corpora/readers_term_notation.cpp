// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "corpora/model/error.hpp"
#include "corpora/readers/term_notation.hpp"

using namespace demarche;

namespace {

// A pattern as one line: word, 'form', =exact, prefix*, *, ...5
std::string shown(const Pattern& pattern) {
    std::string text;
    for (const PatternStep& step : pattern) {
        if (!text.empty()) text += ' ';
        switch (step.kind) {
            case PatternStep::Kind::word: text += step.text; break;
            case PatternStep::Kind::form: text += "'" + step.text + "'"; break;
            case PatternStep::Kind::exact: text += "=" + step.text; break;
            case PatternStep::Kind::prefix: text += step.text + "*"; break;
            case PatternStep::Kind::any: text += "*"; break;
            case PatternStep::Kind::gap: text += "..." + std::to_string(step.limit); break;
        }
    }
    return text;
}

using Shown = std::vector<std::string>;

Shown patterns_of(std::string_view term, bool only_forms = false) {
    Shown lines;
    for (const Pattern& pattern : expand_term(term, only_forms)) lines.push_back(shown(pattern));
    return lines;
}

std::string mistake_in(std::string_view term) {
    try {
        expand_term(term);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::invalid);
        CHECK(error.where().empty());
        return error.sentence();
    }
    return "no mistake";
}

}  // namespace

TEST_CASE("A term is a row of words") {
    CHECK(patterns_of("cyber ambassador") == Shown{"cyber ambassador"});
    CHECK(patterns_of("  cyber \t\n ambassador ") == Shown{"cyber ambassador"});
    SECTION("of which some stand in exactly this case") {
        CHECK(patterns_of("=ITU") == Shown{"=ITU"});
        CHECK(patterns_of("=GGE report") == Shown{"=GGE report"});
        CHECK(patterns_of("=U.N. =TF-CSIRT") == Shown{"=U.N. =TF-CSIRT"});
    }
    SECTION("or in these forms only") {
        CHECK(patterns_of("'information security'") == Shown{"'information' 'security'"});
        CHECK(patterns_of("information security", true) == Shown{"'information' 'security'"});
        CHECK(patterns_of("'council of europe' (report|=GRECO)") ==
              Shown{"'council' 'of' 'europe' report", "'council' 'of' 'europe' =GRECO"});
        CHECK(patterns_of("'coordinator for (cyber|)'") ==
              Shown{"'coordinator' 'for' 'cyber'", "'coordinator' 'for'"});
    }
    SECTION("apostrophes inside it or at the end of a word are its own") {
        CHECK(patterns_of("states' right d'Ivoire") == Shown{"states' right d'Ivoire"});
    }
    SECTION("marks between words are none") {
        CHECK(patterns_of("research & development - plan") == Shown{"research development plan"});
    }
    SECTION("and may be in any script") {
        CHECK(patterns_of("サイバー大使") == Shown{"サイバー大使"});
    }
}

TEST_CASE("A star stands for the rest of a word, or for a word") {
    CHECK(patterns_of("cyber* diplomacy") == Shown{"cyber* diplomacy"});
    CHECK(patterns_of("cyber * ambassador") == Shown{"cyber * ambassador"});
    CHECK(patterns_of("20* report") == Shown{"20* report"});
    CHECK(patterns_of("2* report") == Shown{"2* report"});
    SECTION("what stands before a hyphen is a whole word") {
        CHECK(patterns_of("cyber-secur*") == Shown{"cyber secur*"});
        CHECK(patterns_of("'cyber-secur*'") == Shown{"'cyber' secur*"});
    }
}

TEST_CASE("Three points stand for a gap") {
    CHECK(patterns_of("protect ... infrastructure") == Shown{"protect ...5 infrastructure"});
    CHECK(patterns_of("protect ...3 infrastructure") == Shown{"protect ...3 infrastructure"});
    CHECK(patterns_of("protect \xE2\x80\xA6 infrastructure") == Shown{"protect ...5 infrastructure"});
    SECTION("beside an empty alternative two gaps are one, and one at an end is none") {
        CHECK(patterns_of("share ...4 (data|) ...3 about") ==
              Shown{"share ...4 data ...3 about", "share ...7 about"});
        CHECK(patterns_of("hidden function ...6 (product|)") ==
              Shown{"hidden function ...6 product", "hidden function"});
    }
}

TEST_CASE("Alternatives stand in parentheses") {
    CHECK(patterns_of("(cyber|digital) (envoy|ambassador)") ==
          Shown{"cyber envoy", "cyber ambassador", "digital envoy", "digital ambassador"});
    SECTION("one of them may be empty") {
        CHECK(patterns_of("(special |)envoy") == Shown{"special envoy", "envoy"});
    }
    SECTION("in one another") {
        CHECK(patterns_of("a1 (b1 (c1|d1)|e1)") == Shown{"a1 b1 c1", "a1 b1 d1", "a1 e1"});
    }
    SECTION("as parts of words") {
        CHECK(patterns_of("critical (national |information |)infrastructure(s|)") ==
              Shown{"critical national infrastructures", "critical national infrastructure",
                    "critical information infrastructures", "critical information infrastructure",
                    "critical infrastructures", "critical infrastructure"});
    }
    SECTION("the same pattern is kept once") {
        CHECK(patterns_of("(a1|a1|b1)") == Shown{"a1", "b1"});
    }
}

TEST_CASE("A tilde stands in a word that is written as one or two") {
    // A hyphen counts as a space when terms are matched, so the third spelling needs no pattern.
    CHECK(patterns_of("cyber~security") == Shown{"cybersecurity", "cyber security"});
    CHECK(patterns_of("cyber~secur* of it~systems") ==
          Shown{"cybersecur* of itsystems", "cyber secur* of itsystems", "cybersecur* of it systems",
                "cyber secur* of it systems"});
    CHECK(patterns_of("=Cyber~Security x1") == Shown{"=CyberSecurity x1", "=Cyber =Security x1"});
    CHECK(patterns_of("'cyber~security'") == Shown{"'cybersecurity'", "'cyber' 'security'"});
    CHECK(patterns_of("(cyber|web)~space") == Shown{"cyberspace", "cyber space", "webspace", "web space"});
}

TEST_CASE("A term has as many patterns as its alternatives multiply to") {
    std::mt19937 random(7);  // NOLINT: the same terms on every run are wanted
    for (int round = 0; round < 200; ++round) {
        std::string term = "start";
        std::size_t expected = 1;
        int words = 0;
        for (std::size_t group = random() % 4; group > 0; --group) {
            const std::size_t alternatives = 1 + random() % 4;
            expected *= alternatives;
            term += " (";
            for (std::size_t at = 0; at < alternatives; ++at)
                term += (at ? "|w" : "w") + std::to_string(words++) + (random() % 2 ? " more" : "");
            term += ')';
        }
        CAPTURE(term);
        const auto patterns = expand_term(term);
        REQUIRE(patterns.size() == expected);
        for (const Pattern& pattern : patterns) REQUIRE(pattern.front().text == "start");
    }
}

TEST_CASE("A term that is not well-formed is refused with what to do") {
    CHECK(mistake_in("") == "the term is empty");
    CHECK(mistake_in("  ") == "the term is empty");
    CHECK(mistake_in("(a|b") == "the term '(a|b' opens a parenthesis that it does not close");
    CHECK(mistake_in("a) b") == "the term 'a) b' closes a parenthesis that it has not opened");
    CHECK(mistake_in("a|b") == "the term 'a|b' has a '|' outside parentheses: write (one|other)");
    CHECK(mistake_in("(a1|)") == "the term '(a1|)' can be empty: one of its alternatives has no word in it");
    CHECK(mistake_in("* *") == "the term '* *' can be empty: one of its alternatives has no word in it");
    CHECK(mistake_in("&") == "the term '&' can be empty: one of its alternatives has no word in it");
    CHECK(mistake_in("'a b") == "the term ''a b' opens a quotation mark that it does not close");
    CHECK(mistake_in("cy*ber") ==
          "the term 'cy*ber' has a '*' inside a word: it stands at the end of one, or alone");
    CHECK(mistake_in("cyber**") ==
          "the term 'cyber**' has a '*' inside a word: it stands at the end of one, or alone");
    CHECK(mistake_in("c*") ==
          "the term 'c*' has a '*' after fewer than two letters: it would match nearly any word");
    CHECK(mistake_in("=CERT*") ==
          "the term '=CERT*' has '=' and another mark on one word: '=' asks for exactly this word");
    CHECK(mistake_in("a =") == "the term 'a =' has a '=' without a word");
    CHECK(mistake_in("a=b") == "the term 'a=b' has a '=' inside a word: it stands before one");
    CHECK(mistake_in("cyber~ security") ==
          "the term 'cyber~ security' has a '~' that does not stand between two parts of a word");
    CHECK(mistake_in("~") == "the term '~' has a '~' that does not stand between two parts of a word");
    CHECK(mistake_in("... a") == "the term '... a' begins or ends with '...': a gap stands between words");
    CHECK(mistake_in("a ... ... b") == "the term 'a ... ... b' has two gaps in a row: write one, such as ...8");
    CHECK(mistake_in("a ...0 b") == "the term 'a ...0 b' has a gap that is not of 1 to 30 words");
    CHECK(mistake_in("a ...b") == "the term 'a ...b' has a '...' that needs a space after it");
    CHECK(mistake_in("a... b") == "the term 'a... b' has a '...' that needs a space before it");
    CHECK(mistake_in("@protect") ==
          "the term '@protect' has a word that begins with '@', as concepts do: only rules refer to concepts");
    CHECK(mistake_in("(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)").find("no mistake") == 0);
    CHECK(
        mistake_in("(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h|i)") ==
        "the term '(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h|i)' stands for more than 512 patterns: split "
        "it into several terms");
    CHECK(mistake_in("a~a~a~a~a~a~a~a~a~a~a").find("more than 512 patterns") != std::string::npos);
    CHECK(mistake_in(std::string(50, '(') + "a" + std::string(50, ')')).find("too deep") != std::string::npos);
}
