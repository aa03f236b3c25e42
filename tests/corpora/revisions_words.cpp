// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "corpora/readers/firmness.hpp"
#include "corpora/revisions/commitment.hpp"
#include "corpora/revisions/near_passages.hpp"
#include "corpora/revisions/revision_diff.hpp"
#include "corpora/revisions/word_diff.hpp"
#include "tests/corpora/revised_texts.hpp"

using namespace demarche;

namespace {

std::vector<WordRun> runs_between(const std::string& before, const std::string& after) {
    return diff_words(revised_text({before}), {0, 1}, revised_text({after}), {0, 1});
}

// "we [-will-] {+may+} protect"
std::string marked(const std::string& before, const std::string& after) {
    std::string text;
    for (const WordRun& run : runs_between(before, after)) {
        if (!text.empty()) text += ' ';
        text += run.fate == WordFate::kept      ? run.text
                : run.fate == WordFate::removed ? "[-" + run.text + "-]"
                                                : "{+" + run.text + "+}";
    }
    return text;
}

// As sentences are torn into words here: at all that is no letter and no digit.
FirmnessScale shipped_scale() {
    FirmnessScale scale;
    for (const FirmnessPhrase& phrase :
         read_firmness(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "corpora/firmness/firmness.yaml")) {
        std::vector<std::string> words;
        for (std::size_t at = 0; at < phrase.text.size();) {
            const std::size_t end = std::min(phrase.text.find(' ', at), phrase.text.size());
            const std::string part = phrase.text.substr(at, end - at);
            const auto keys = part == "#" ? std::vector<std::string>{part} : keys_of(revised_text({part}));
            words.insert(words.end(), keys.begin(), keys.end());
            at = end + 1;
        }
        if (!phrase.is_negation)
            scale.add(phrase.level, phrase.language, words);
        else
            for (const std::string& word : words) scale.add_negation(phrase.language, word);
    }
    return scale;
}

std::string strength(const std::string& before, const std::string& after, const std::string& language = "en") {
    static const FirmnessScale scale = shipped_scale();
    const auto change = scale.change(runs_between(before, after), language);
    return change ? std::string(to_string(*change)) : "";
}

}  // namespace

TEST_CASE("Changed words are told, as printed") {
    CHECK(marked("We will protect networks.", "We may protect all networks.") ==
          "We [-will-] {+may+} protect {+all+} networks");
    CHECK(marked("We protect.", "We protect.") == "We protect");
    SECTION("signs, capitals and torn words are no change") {
        CHECK(marked("\"Cyber security\", for all", "cybersecurity for ALL") == "cybersecurity for ALL");
    }
    SECTION("where words could have come in two places, they begin a clause") {
        CHECK(marked("A view of many helps.", "A trial was held. A view of many helps.") ==
              "{+A trial was held+} A view of many helps");
        CHECK(marked("It acts. The team trains police.", "It acts. The judges learn. The team trains police.") ==
              "It acts {+The judges learn+} The team trains police");
        CHECK(marked("A trial was held. A view of many helps.", "A view of many helps.") ==
              "[-A trial was held-] A view of many helps");
        CHECK(marked("We protect the networks.", "We protect the ships, the networks.") ==
              "We protect the {+ships, the+} networks");
    }
    SECTION("of a long stretch all counts as changed") {
        std::string one, other;
        for (int i = 0; i < 2100; ++i) one += "a" + std::to_string(i) + " ", other += "b" + std::to_string(i) + " ";
        const auto runs = runs_between(one, other);
        REQUIRE(runs.size() == 2);
        CHECK(runs[0].keys.size() == 2100);
    }
}

TEST_CASE("A changed modal makes a commitment stronger or weaker") {
    CHECK(strength("We will protect networks.", "We should consider how to protect networks.") == "weaker");
    CHECK(strength("States shall act.", "States should act.") == "weaker");
    CHECK(strength("States may act.", "States must act.") == "stronger");
    CHECK(strength("The plan aims to provide jobs.", "The plan shall provide jobs.") == "stronger");
    CHECK(strength("It is committed to supporting firms.", "It will consider supporting firms.") == "weaker");
    CHECK(strength("We will protect networks.", "We will protect networks where possible.") == "weaker");
    CHECK(strength("We will protect networks.", "We will defend networks.").empty());
    SECTION("beside a plain statement too") {
        CHECK(strength("The centre may warn firms.", "The centre warns firms.") == "stronger");
        CHECK(strength("The centre will warn firms.", "The centre warns firms.") == "same");
    }
    SECTION("a negation as well") {
        CHECK(strength("We will allow it.", "We will not allow it.") == "weaker");
        CHECK(strength("We do not support it.", "We do support it.") == "stronger");
    }
    SECTION("in other languages") {
        CHECK(strength("L'État doit agir.", "L'État peut agir.", "fr") == "weaker");
        CHECK(strength("L'État protégera les réseaux.", "L'État pourrait protéger les réseaux.", "fr") == "weaker");
        CHECK(strength("El Estado podrá actuar.", "El Estado deberá actuar.", "es") == "stronger");
        CHECK(strength("O Estado deve agir.", "O Estado poderá agir.", "pt") == "weaker");
        CHECK(strength("Der Staat soll handeln.", "Der Staat muss handeln.", "de") == "stronger");
        CHECK(strength("Государство может действовать.", "Государство должно действовать.", "ru") == "stronger");
        CHECK(strength("We will act.", "We may act.", "xx").empty());
    }
    SECTION("but not words that only look like one") {
        CHECK(strength("The plan of the centre ends in April 2016.", "The plan of the centre ends in May 2016.")
                  .empty());
        CHECK(strength("The centre judges how grave threats are.",
                       "The centre judges how grave threats are should an incident occur.")
                  .empty());
        CHECK(strength("It takes the support of all parties.", "It takes the political will of all parties.")
                  .empty());
        CHECK(strength("States may act.", "States will act, given the political will.") == "stronger");
        CHECK(strength("It helps, should they still come.", "It helps, will they still come.") == "stronger");
    }
    SECTION("and where most is new, the first modal of each sentence counts") {
        CHECK(strength("We will build a school for soldiers, who can learn there.",
                       "Nobody may ask what became of it, and ships must not sail.") == "weaker");
    }
}

TEST_CASE("A rewritten strategy is said to be one, with the passages that come nearest") {
    std::vector<std::string> before = {"Hospitals stand under the emergency centre of the health ministry."},
                             after = {"What threatens hospitals a new emergency centre for health sees in time."};
    for (const char* number : {"one", "two", "three", "four", "five", "six", "seven", "eight"}) {
        const std::string word(number);
        before.push_back(word + "a " + word + "b " + word + "c " + word + "d " + word + "e " + word + "f");
        after.push_back(word + "g " + word + "h " + word + "i " + word + "j " + word + "k " + word + "l");
    }
    const RevisionDiff diff = compare_revisions(revised_side(before), revised_side(after));
    CHECK(diff.is_rewritten);
    REQUIRE(diff.passages.size() == 1);
    CHECK(diff.passages[0].before->sentences == Stretch{0, 1});
    CHECK(diff.passages[0].after->sentences == Stretch{0, 1});
}

TEST_CASE("Passages are near that share three words or more, and numbers are none") {
    const auto nearest = [](const std::string& one, const std::string& other) {
        std::vector<std::string> before = {one}, after = {other};
        std::vector<std::size_t> all = {0};
        for (const std::string word : {"ship", "farm", "river", "bridge", "tower", "road", "mill", "garden"}) {
            before.push_back(word + "a " + word + "b " + word + "c " + word + "d " + word + "e " + word + "f");
            after.push_back(word + "g " + word + "h " + word + "i " + word + "j " + word + "k " + word + "l");
            all.push_back(all.size());
        }
        return near_passages(revised_text(before), all, revised_text(after), all, 10).size();
    };
    CHECK(nearest("Hospitals stand under the emergency centre of the health ministry",
                  "Hospitals have a new emergency centre for health") == 1);
    CHECK(nearest("Working with all at the White House in", "Anchor leadership for good near White House") == 0);
    CHECK(nearest("17 31 17 32 19 33 22 34 25", "9 22 10 32 12 24 17 31 25") == 0);
}

TEST_CASE("Strategies in different languages are compared in substance only") {
    RevisionSide before = revised_side({"We will ratify the Budapest Convention."}, "en");
    RevisionSide after = revised_side({"Nous ratifierons la Convention de Budapest."}, "fr");
    before.mentions.push_back(
        {.code = "ins.budapest", .sentence = 1, .span = Span(0, 1), .term = "B", .rule = "r", .stance = {}});
    const RevisionDiff diff = compare_revisions(before, after);
    CHECK(diff.is_other_language);
    CHECK(diff.changes.empty());
    REQUIRE(diff.substance.codes.size() == 1);
    CHECK(diff.substance.codes[0].is_lost());
}
