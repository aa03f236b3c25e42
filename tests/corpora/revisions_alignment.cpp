// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/alignment.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "corpora/revisions/heaviest_chain.hpp"
#include "tests/corpora/revised_texts.hpp"

using namespace demarche;

namespace {

using Texts = std::vector<std::string>;

const Texts strategy = {"The Government will protect critical infrastructure from attack.",
                        "It will work with its partners at the United Nations on norms of behaviour.",
                        "A national team shall answer to incidents within a day.",
                        "Schools should teach children how to stay safe on the Internet.",
                        "The Minister reports to Parliament every second year."};

// "same 0:0", "added -:3", one for each link.
Texts told(const Texts& before, const Texts& after) {
    static const std::map<LinkKind, std::string> names = {
        {LinkKind::same, "same"},       {LinkKind::reworded, "reworded"}, {LinkKind::added, "added"},
        {LinkKind::removed, "removed"}, {LinkKind::split, "split"},       {LinkKind::merged, "merged"}};
    const auto places = [](Stretch stretch) {
        if (stretch.empty()) return std::string("-");
        return std::to_string(stretch.first) + (stretch.size() > 1 ? "+" + std::to_string(stretch.size() - 1) : "");
    };
    Texts lines;
    for (const Link& link : align(revised_text(before), revised_text(after)))
        lines.push_back(names.at(link.kind) + (link.is_moved ? " moved " : " ") + places(link.before) + ":" +
                        places(link.after));
    return lines;
}

// A text of `count` sentences out of few words, so that much is alike and much is repeated.
Texts random_text(std::mt19937& random, std::size_t count) {
    static const Texts words = {"the",   "state", "will",  "protect", "networks", "of",   "its", "own",   "norms",
                                "apply", "to",    "cyber", "space",   "and",      "must", "not", "attack"};
    Texts text;
    for (std::size_t i = 0; i < count; ++i) {
        std::string sentence;
        for (std::size_t k = 3 + random() % 9; k-- > 0;) sentence += words[random() % words.size()] + " ";
        text.push_back(sentence);
    }
    return text;
}

// Another text, as somebody might revise it.
Texts revised(std::mt19937& random, Texts text) {
    const Texts more = random_text(random, 4);
    for (int i = 0; i < 6 && !text.empty(); ++i) {
        const auto place = static_cast<std::ptrdiff_t>(random() % text.size());
        switch (random() % 4) {
            case 0: text.erase(text.begin() + place); break;
            case 1: text.insert(text.begin() + place, more[random() % more.size()]); break;
            case 2: text[static_cast<std::size_t>(place)] += "new words here"; break;
            default: std::rotate(text.begin(), text.begin() + place, text.end());
        }
    }
    return text;
}

// The new text, made from the old one and what the links say is new.
std::vector<std::string> replayed(const std::vector<Link>& links, const ComparedText& before,
                                  const ComparedText& after) {
    std::vector<std::pair<std::size_t, std::vector<std::string>>> parts;
    for (const Link& link : links) {
        if (link.after.empty()) continue;
        const bool is_kept = link.kind == LinkKind::same;
        const ComparedText& source = is_kept ? before : after;
        const Stretch stretch = is_kept ? link.before : link.after;
        parts.emplace_back(link.after.first, keys_of({source.begin() + static_cast<std::ptrdiff_t>(stretch.first),
                                                      source.begin() + static_cast<std::ptrdiff_t>(stretch.last)}));
    }
    std::sort(parts.begin(), parts.end());
    std::vector<std::string> keys;
    for (const auto& [place, words] : parts) keys.insert(keys.end(), words.begin(), words.end());
    return keys;
}

std::string joined(const std::vector<std::string>& keys) {
    std::string letters;
    for (const std::string& key : keys) letters += key;
    return letters;
}

LinkKind mirrored(LinkKind kind) {
    switch (kind) {
        case LinkKind::added: return LinkKind::removed;
        case LinkKind::removed: return LinkKind::added;
        case LinkKind::split: return LinkKind::merged;
        case LinkKind::merged: return LinkKind::split;
        default: return kind;
    }
}

using LinkKey = std::tuple<int, std::size_t, std::size_t, std::size_t, std::size_t, bool>;

std::vector<LinkKey> sorted_keys(const std::vector<Link>& links, bool is_mirrored) {
    std::vector<LinkKey> keys;
    for (const Link& link : links) {
        const Stretch one = is_mirrored ? link.after : link.before, other = is_mirrored ? link.before : link.after;
        const LinkKind kind = is_mirrored ? mirrored(link.kind) : link.kind;
        keys.emplace_back(static_cast<int>(kind), one.first, one.last, other.first, other.last, link.is_moved);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

TEST_CASE("A text is the same as itself") {
    CHECK(told(strategy, strategy) == Texts{"same 0:0", "same 1:1", "same 2:2", "same 3:3", "same 4:4"});
}

TEST_CASE("Sentences are added, removed and reworded") {
    Texts after = strategy;
    after[2] = "A national team should answer to grave incidents within a week.";
    after.erase(after.begin());
    after.push_back("Nobody has ever written this sentence before, here or elsewhere.");
    CHECK(told(strategy, after) ==
          Texts{"removed 0:-", "same 1:0", "reworded 2:1", "same 3:2", "same 4:3", "added -:4"});
}

TEST_CASE("A sentence that stands elsewhere was moved") {
    CHECK(told(strategy, {strategy[3], strategy[0], strategy[1], strategy[2], strategy[4]}) ==
          Texts{"same moved 3:0", "same 0:1", "same 1:2", "same 2:3", "same 4:4"});
    SECTION("but a few words are found anywhere") {
        CHECK(told({"Aims", strategy[0], strategy[1]}, {strategy[0], strategy[1], "Aims"}) ==
              Texts{"same 1:0", "same 2:1", "same 0:2"});
    }
}

TEST_CASE("Repeated sentences are paired by their neighbours") {
    const Texts before = {strategy[0], "Lead: the Ministry.", strategy[1], "Lead: the Ministry."};
    const Texts after = {strategy[1], "Lead: the Ministry."};
    CHECK(told(before, after) == Texts{"removed 0:-", "removed 1:-", "same 2:0", "same 3:1"});
}

TEST_CASE("Where a reader of PDFs sees other sentence borders, nothing changed") {
    const std::string whole = "It will work with its partners at the United Nations. On norms of behaviour.";
    CHECK(told({strategy[0], "It will work with its partners", "at the United Nations. On norms of behaviour."},
               {strategy[0], whole}) == Texts{"same 0:0", "same 1+1:1"});
    CHECK(told({"cyber security is a matter for all of us"}, {"cybersecurity is a matter for all of us"}) ==
          Texts{"same 0:0"});
}

TEST_CASE("One sentence becomes two, and two become one") {
    const std::string first = "The centre will warn the operators of networks of all new threats",
                      second = "it will help them to come back to work after an attack";
    CHECK(told({strategy[0], first + " and, if they ask, " + second + "."},
               {strategy[0], first + ".", "Also " + second}) == Texts{"same 0:0", "split 1:1+1"});
    CHECK(told({first + ".", "Also " + second, strategy[0]},
               {first + " and, if they ask, " + second + ".", strategy[0]}) == Texts{"merged 0+1:0", "same 2:1"});
}

TEST_CASE("One sentence that the other text has in many parts is aligned with all of them") {
    const std::string parts[] = {"the centre warns the operators of all new threats",
                                 "publishing reports on threats in regular intervals once a year",
                                 "receiving letters from citizens who have seen an attack",
                                 "helping small firms to come back to work after an attack"};
    std::string whole;
    for (const std::string& part : parts) whole += part + " and ";
    const Texts torn(std::begin(parts), std::end(parts));
    Texts after = {strategy[0], whole + "more", strategy[1]}, before = torn;
    before.insert(before.begin(), strategy[0]);
    before.push_back(strategy[1]);
    CHECK(told(before, after) == Texts{"same 0:0", "merged 1+3:1", "same 5:2"});
    CHECK(told(after, before) == Texts{"same 0:0", "split 1:1+3", "same 2:5"});
    SECTION("but a sentence of which the other one has a part alone is not") {
        CHECK(told({strategy[0], parts[0], strategy[1]}, after) ==
              Texts{"same 0:0", "removed 1:-", "added -:1", "same 2:2"});
    }
}

TEST_CASE("A note in the margin stands where the layout puts it") {
    const std::string note = "Cooperation with other bodies";
    CHECK(told({note, strategy[0], strategy[1]}, {strategy[0], strategy[1], note}) ==
          Texts{"same 1:0", "same 2:1", "same 0:2"});
    CHECK(told({note + ".", strategy[0], strategy[1]}, {strategy[0], strategy[1], note + "."}).back() ==
          "same moved 0:2");
}

TEST_CASE("Whatever the texts, an alignment is whole, replays the new one and has a mirror image") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const Texts one = random_text(random, random() % 30), other = revised(random, one);
        const ComparedText before = revised_text(one), after = revised_text(other);
        const std::vector<Link> links = align(before, after);
        INFO("seed " << seed);
        std::vector<int> seen_before(before.size()), seen_after(after.size());
        for (const Link& link : links) {
            for (std::size_t i = link.before.first; i < link.before.last; ++i) ++seen_before[i];
            for (std::size_t i = link.after.first; i < link.after.last; ++i) ++seen_after[i];
        }
        CHECK(std::all_of(seen_before.begin(), seen_before.end(), [](int times) { return times == 1; }));
        CHECK(std::all_of(seen_after.begin(), seen_after.end(), [](int times) { return times == 1; }));
        CHECK(joined(replayed(links, before, after)) == joined(keys_of(after)));
        CHECK(sorted_keys(links, false) == sorted_keys(align(after, before), true));
        for (const Link& link : align(before, before)) CHECK((link.kind == LinkKind::same && !link.is_moved));
    }
}

TEST_CASE("The heaviest chain rises on both sides") {
    using Indices = std::vector<std::size_t>;
    CHECK(heaviest_chain({}).empty());
    CHECK(heaviest_chain({{0, 2, 1, 0}, {1, 0, 1, 1}, {2, 1, 1, 2}}) == Indices{1, 2});
    CHECK(heaviest_chain({{0, 2, 5, 0}, {1, 0, 1, 1}, {2, 1, 1, 2}}) == Indices{0});
    CHECK(heaviest_chain({{0, 0, 1, 0}, {0, 1, 1, 1}}).size() == 1);
}
