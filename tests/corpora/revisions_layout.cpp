// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <string>
#include <vector>

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
