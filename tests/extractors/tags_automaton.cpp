// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "extractors/tags/automaton.hpp"

using namespace demarche;

namespace {

using Step = Automaton::Step;
using Steps = std::vector<Step>;
using Text = std::vector<std::vector<Symbol>>;

Step symbol(Symbol s) {
    return {Step::Kind::symbol, s, 0};
}
Step any() {
    return {Step::Kind::any, 0, 0};
}
Step gap(int limit) {
    return {Step::Kind::gap, 0, limit};
}

std::vector<Hit> found(const std::vector<Steps>& patterns, const Text& text) {
    Automaton automaton;
    for (PatternId i = 0; i < patterns.size(); ++i) automaton.add(patterns[i], i);
    automaton.freeze();
    const std::vector<KnownWord> words(text.begin(), text.end());
    std::vector<Hit> hits;
    automaton.find(words, hits);
    return hits;
}

// Every way to lay a pattern over a text from `at`: the plainest matcher there is.
void lay(const Steps& steps, std::size_t step, const Text& text, std::uint32_t at, std::set<std::uint32_t>& ends) {
    if (step == steps.size()) {
        ends.insert(at);
        return;
    }
    if (steps[step].kind == Step::Kind::gap) {
        for (int skipped = 0; skipped <= steps[step].limit; ++skipped)
            if (at + static_cast<std::uint32_t>(skipped) <= text.size())
                lay(steps, step + 1, text, at + static_cast<std::uint32_t>(skipped), ends);
        return;
    }
    if (at >= text.size()) return;
    const auto& symbols = text[at];
    if (steps[step].kind == Step::Kind::any ||
        std::find(symbols.begin(), symbols.end(), steps[step].symbol) != symbols.end())
        lay(steps, step + 1, text, at + 1, ends);
}

std::vector<Hit> found_plainly(const std::vector<Steps>& patterns, const Text& text) {
    std::set<std::tuple<std::uint32_t, std::uint32_t, PatternId>> hits;
    for (PatternId p = 0; p < patterns.size(); ++p)
        for (std::uint32_t first = 0; first < text.size(); ++first) {
            std::set<std::uint32_t> ends;
            lay(patterns[p], 0, text, first, ends);
            for (const std::uint32_t end : ends) hits.insert({first, end, p});
        }
    std::vector<Hit> sorted;
    sorted.reserve(hits.size());
    for (const auto& [first, last, pattern] : hits) sorted.push_back({pattern, first, last});
    return sorted;
}

Symbol one_of_five(std::mt19937& random) {
    return static_cast<Symbol>(random() % 5);
}

Steps random_pattern(std::mt19937& random) {
    Steps steps;
    const auto length = 1 + random() % 4;
    for (std::size_t i = 0; i < length; ++i) {
        const bool is_inner = i > 0 && i + 1 < length;
        const auto kind = random() % 6;
        if (kind == 0 && is_inner)
            steps.push_back(gap(1 + static_cast<int>(random() % 3)));
        else if (kind == 1)
            steps.push_back(any());
        else
            steps.push_back(symbol(one_of_five(random)));
    }
    const bool has_symbol =
        std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.kind == Step::Kind::symbol; });
    if (!has_symbol) steps.push_back(symbol(one_of_five(random)));
    return steps;
}

}  // namespace

TEST_CASE("The automaton finds patterns that share words, overlap and lie within each other") {
    const std::vector<Steps> patterns = {
        {symbol(1), symbol(2)}, {symbol(1), symbol(2), symbol(3)}, {symbol(2), symbol(3)}, {symbol(3)}};
    CHECK(found(patterns, {{1}, {2}, {3}}) == std::vector<Hit>{{0, 0, 2}, {1, 0, 3}, {2, 1, 3}, {3, 2, 3}});
    CHECK(found(patterns, {{1}, {}, {2}}).empty());
    CHECK(found(patterns, {}).empty());
    CHECK(found({}, {{1}, {2}}).empty());
}

TEST_CASE("A word that stands for several symbols is found as each of them") {
    const std::vector<Steps> patterns = {{symbol(1), symbol(2)}, {symbol(4)}, {symbol(5), symbol(2)}};
    CHECK(found(patterns, {{1, 4, 5}, {2}}) == std::vector<Hit>{{1, 0, 1}, {0, 0, 2}, {2, 0, 2}});
}

TEST_CASE("One pattern added twice is one") {
    Automaton automaton;
    automaton.add({symbol(1), symbol(2)}, 7);
    automaton.add({symbol(1), symbol(2)}, 7);
    automaton.add({symbol(1), gap(2), symbol(2)}, 7);
    automaton.freeze();
    const std::vector<Symbol> one = {1}, two = {2};
    const std::vector<KnownWord> words = {KnownWord(one), KnownWord(two), KnownWord(two)};
    std::vector<Hit> hits;
    automaton.find(words, hits);
    CHECK(hits == std::vector<Hit>{{7, 0, 2}, {7, 0, 3}});
}

TEST_CASE("A gap ends at its limit, and begins after the words before it") {
    const std::vector<Steps> patterns = {{symbol(1), gap(2), symbol(2)}};
    CHECK(found(patterns, {{1}, {2}}).size() == 1);
    CHECK(found(patterns, {{1}, {}, {}, {2}}).size() == 1);
    CHECK(found(patterns, {{1}, {}, {}, {}, {2}}).empty());
    CHECK(found(patterns, {{2}, {1}}).empty());
    SECTION("gaps of different lengths after the same words stay apart") {
        const std::vector<Steps> two = {{symbol(1), gap(1), symbol(2)}, {symbol(1), gap(3), symbol(2)}};
        CHECK(found(two, {{1}, {}, {}, {2}}) == std::vector<Hit>{{1, 0, 4}});
    }
}

TEST_CASE("The automaton finds what the plainest matcher finds, and nothing else") {
    std::mt19937 random(3);
    for (int round = 0; round < 1500; ++round) {
        std::vector<Steps> patterns;
        for (auto n = 1 + random() % 8; n > 0; --n) patterns.push_back(random_pattern(random));
        Text text;
        for (auto n = random() % 14; n > 0; --n) {
            std::set<Symbol> symbols;
            for (auto several = random() % 3; several > 0; --several) symbols.insert(one_of_five(random));
            text.emplace_back(symbols.begin(), symbols.end());
        }
        const auto hits = found(patterns, text);
        INFO("round " << round);
        REQUIRE(hits == found_plainly(patterns, text));
    }
}
