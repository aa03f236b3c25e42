// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "corpora/revisions/own_sentences.hpp"
#include "corpora/revisions/printed_letters.hpp"
#include "corpora/revisions/revision_diff.hpp"
#include "tests/corpora/revised_texts.hpp"

using namespace demarche;

namespace {

using Texts = std::vector<std::string>;
using Kinds = std::vector<ChangeKind>;

Kinds kinds_between(const Texts& before, const Texts& after) {
    Kinds kinds;
    for (const Change& change : compare_revisions(revised_side(before), revised_side(after)).changes)
        kinds.push_back(change.kind);
    return kinds;
}

}  // namespace

TEST_CASE("Changes of layout are no changes") {
    const std::string sentence = "The Government will protect the networks of hospitals from all attacks.";
    SECTION("a fragment that the other text has in a sentence or in its margins") {
        RevisionSide before = revised_side({sentence, "Foreword 3"}), after = revised_side({sentence});
        after.apparatus = {"foreword"};
        CHECK(compare_revisions(before, after).changes.empty());
        CHECK(compare_revisions(after, before).changes.empty());
    }
    SECTION("a number that belongs to the next item") {
        CHECK(compare_revisions(revised_side({sentence}), revised_side({sentence + " 2"})).changes.empty());
    }
    SECTION("but a short sentence of its own is new") {
        const RevisionDiff diff =
            compare_revisions(revised_side({sentence}), revised_side({sentence, "Ships are exempt."}));
        REQUIRE(diff.changes.size() == 1);
        CHECK(diff.changes[0].kind == ChangeKind::added);
        CHECK(diff.changes[0].after->text == "Ships are exempt.");
    }
    SECTION("a list mark between sentences that the other text has as one") {
        const std::string first = "The centre will warn the operators of networks of all new threats",
                          second = "It will help them to come back to work after an attack";
        const ComparedText torn = revised_text({first, second}), whole = revised_text({first + " (ii) " + second});
        RevisionSide before, after;
        before.text = torn, after.text = whole;
        CHECK(compare_revisions(before, after).changes.empty());
        CHECK(compare_revisions(after, before).changes.empty());
    }
    SECTION("a year that the other text has at the beginning of the next sentence") {
        CHECK(kinds_between(
                  {"The Commission proposed a directive on networks in", "2013 It sets out what states must do."},
                  {"The Commission proposed a directive on networks in 2013", "It sets out what states must do."})
                  .empty());
    }
    SECTION("a line with a page number that the other text has on no page") {
        Texts before, after;
        for (int page = 1; page <= 6; ++page) {
            after.push_back("In place " + std::string(static_cast<std::size_t>(page), 'x') +
                            " the Government builds a school that teaches soldiers, sailors and pilots");
            before.push_back(after.back());
            before.push_back(
                "Page " + std::to_string(page) +
                " of the strategy of Gambia which ministers wrote for 2020 and which runs for four years.");
        }
        CHECK(kinds_between(before, after).empty());
        CHECK(kinds_between(after, before).empty());
        SECTION("or on other pages") {
            Texts other = before;
            for (std::size_t i = 1; i < other.size(); i += 2) other[i].replace(5, 1, std::to_string(100 + i / 2));
            CHECK(kinds_between(before, other).empty());
        }
        SECTION("but one of them that was taken out is a change") {
            Texts without = before;
            without.erase(without.begin() + 3);
            CHECK(kinds_between(before, without) == Kinds{ChangeKind::removed});
        }
    }
    SECTION("but a number in place of another is a change, wherever it stands") {
        CHECK(kinds_between({"All networks shall be safe by 2014"}, {"All networks shall be safe by 2016"}) ==
              Kinds{ChangeKind::reworded});
        CHECK(kinds_between({"10 officers shall guard the networks"}, {"12 officers shall guard the networks"}) ==
              Kinds{ChangeKind::reworded});
    }
    SECTION("and so is a sentence that was there twice and is there once") {
        const std::string longer =
            "The Government will protect the networks of hospitals, schools and banks from all attacks that come "
            "from abroad.";
        CHECK(kinds_between({longer, "It pays.", longer}, {longer, "It pays."}) == Kinds{ChangeKind::removed});
    }
}

TEST_CASE("Letters are found wherever words and lines end") {
    PrintedLetters letters;
    for (const char* word : {"cyber", "security", "of", "networks", "cyber", "security", "of", "states"})
        letters.add(word);
    letters.index();
    CHECK(letters.contains("cybersecurityof"));
    CHECK(letters.count("cybersecurityof", 10) == 2);
    CHECK(letters.count("cybersecurityof", 1) == 1);
    CHECK(letters.contains("securityofnetworkscyber"));
    CHECK(letters.contains("of"));
    CHECK_FALSE(letters.contains("securityofships"));
    CHECK_FALSE(letters.contains("ships"));
    CHECK_FALSE(letters.contains("ofstatesandmore"));
}

namespace {

// What is told to be added and removed, each in a line.
Texts told(const std::string& before, const std::string& after) {
    Texts lines;
    for (const Change& change : compare_revisions(revised_side({before}), revised_side({after})).changes)
        lines.push_back(std::string(to_string(change.kind)) + ": " +
                        (change.kind == ChangeKind::removed ? change.before : change.after)->text);
    return lines;
}

}  // namespace

TEST_CASE("A sentence that came beside another is told as one of its own") {
    const std::string item = "Promoting services on the Internet as a pillar of the economy",
                      heading = "Measures of the Government for the safety of networks",
                      more = "The ministry then analyses each of these forms once a year";
    SECTION("behind an item of a list") {
        CHECK(told(item + ",", item + ", " + more + ".") == Texts{"added: " + more});
        CHECK(told(item + "; " + more + ".", item + ";") == Texts{"removed: " + more});
    }
    SECTION("behind a heading") {
        CHECK(told(heading, heading + " " + more + ".") == Texts{"added: " + more});
    }
    SECTION("before one that begins with a small letter") {
        CHECK(told("data holders and their advisors protect what they have been given.",
                   more + ". data holders and their advisors protect what they have been given.") ==
              Texts{"added: " + more});
    }
    SECTION("in the middle of a heading and an item") {
        CHECK(told(heading + " Networks of hospitals", heading + " " + more + ". Networks of hospitals") ==
              Texts{"added: " + more});
    }
    SECTION("and what else was changed remains a change") {
        CHECK(told(item + ",", "Hindering services on the Internet as a pillar of the economy, " + more + ".") ==
              Texts{"reworded: Hindering services on the Internet as a pillar of the economy,", "added: " + more});
    }
    SECTION("but words that go on with a sentence belong to it") {
        const std::string base = "We will protect all networks of our country from attacks with the army";
        for (const char* more_words :
             {" and the police of all provinces.", ", and where possible those of provinces too.",
              " Microsoft Google Amazon Apple and others."}) {
            INFO(more_words);
            CHECK(told(base + ".", base + more_words) == Texts{"reworded: " + base + more_words});
        }
    }
}

TEST_CASE("List marks are no words of a sentence that was several") {
    const std::string first = "The centre will warn the operators of networks of all new threats",
                      second = "It will help them to come back to work after an attack";
    const RevisionSide whole = revised_side({first + " (ii) " + second}),
                       torn = revised_side({first, "It will help them to return to work after an attack"});
    const auto changes = compare_revisions(whole, torn).changes;
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::split);
    std::string marked;
    for (const WordRun& run : changes[0].words)
        if (run.fate != WordFate::kept) marked += (run.fate == WordFate::added ? "+" : "-") + run.text;
    CHECK(marked == "-come back+return");
}

TEST_CASE("A passage that the end of a page tears is one") {
    RevisionSide before =
                     revised_side({"The report is public.", "We expect that this leads to the realization of a",
                                   "Nation whose networks nobody can attack without being seen."}),
                 after = revised_side({"The report is public."});
    before.text[2].page = 2;
    const auto changes = compare_revisions(before, after).changes;
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].before->sentences == Stretch{1, 3});
    before.text[1].text += ".";
    CHECK(compare_revisions(before, after).changes.size() == 2);
}
