// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "extractors/tags/rules.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

// Around one rule, given as the keys of its map.
Asked with_rule(const std::string& rule) {
    return Asked(codebook_with_states(R"(
families: [{id: r}, {id: body, layer: names}]
codes:
  - {id: r, terms: {en: [placeholder]}, exclude: {en: [critical infrastructure (day|protection centre)]}}
  - {id: body.nato, kind: regional, terms: {any: [=NATO]}}
  - {id: body.oas, kind: regional, terms: {any: [=OAS], en: [Organization of American States]}}
  - {id: body.itu, kind: multilateral, terms: {any: [=ITU]}}
concepts:
  protect: {en: [protect, safeguard], fr: [protéger]}
  infrastructure: {en: [critical (national |)infrastructure, {term: network, with: [operator]}], fr: [infrastructure]}
  market: {en: [market]}
rules: [{id: the-rule, code: r, )" + rule +
                                      "}]\n"));
}

// The words that the rule's mention runs over; empty without one.
std::string ruled(Asked& asked, std::string_view sentence) {
    std::string words;
    for (const Mention& mention : asked.mentions(sentence))
        if (mention.code == "r") words += (words.empty() ? "" : " + ") + mention.term;
    return words;
}

}  // namespace

TEST_CASE("A rule needs every entry of all") {
    auto asked = with_rule(R"(all: ["@protect", "@infrastructure"])");
    CHECK(ruled(asked, "We protect critical infrastructure.") == "protect critical infrastructure");
    CHECK(ruled(asked, "Critical infrastructure is safeguarded.") == "Critical infrastructure is safeguarded");
    CHECK(ruled(asked, "We protect ourselves.").empty());
    CHECK(ruled(asked, "Critical infrastructure fails.").empty());
    SECTION("its mention runs from the first to the last word needed, by the shortest way") {
        CHECK(ruled(asked, "To protect and to protect critical infrastructure, we safeguard.") ==
              "protect critical infrastructure");
    }
    SECTION("a rule names itself") {
        const auto mentions = asked.mentions("We protect critical infrastructure.");
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].rule == "r#the-rule");
    }
    SECTION("conditions of a concept's terms count") {
        CHECK(ruled(asked, "We protect networks.").empty());
        CHECK(ruled(asked, "Operators protect networks.") == "protect networks");
    }
}

TEST_CASE("Words of a phrase that looks like the code serve none of its rules") {
    auto asked = with_rule(R"(all: ["@protect", "@infrastructure"])");
    CHECK(ruled(asked, "We protect visitors on Critical Infrastructure Day.").empty());
    CHECK(ruled(asked, "On Critical Infrastructure Day we protect critical infrastructure.") ==
          "protect critical infrastructure");
}

TEST_CASE("A rule is off where an entry of none is found") {
    auto asked = with_rule(R"(all: ["@protect", "@infrastructure"], none: ["@market", [cheap, "=VAT"]])");
    CHECK_FALSE(ruled(asked, "We protect critical infrastructure.").empty());
    CHECK(ruled(asked, "Markets protect critical infrastructure.").empty());
    CHECK(ruled(asked, "We protect critical infrastructure without VAT.").empty());
    CHECK(ruled(asked, "We protect cheap critical infrastructure.").empty());
}

TEST_CASE("An entry may be a list of alternatives") {
    auto asked = with_rule(R"(lang: en, all: [["@protect", defend, body.itu], "@infrastructure"])");
    CHECK(ruled(asked, "They defended critical infrastructure.") == "defended critical infrastructure");
    CHECK(ruled(asked, "The ITU on critical infrastructure.") == "ITU on critical infrastructure");
}

TEST_CASE("Within asks that the entries stand near each other") {
    auto asked = with_rule(R"(all: ["@protect", "@infrastructure"], within: 5)");
    CHECK(ruled(asked, "We protect our own critical infrastructure.") == "protect our own critical infrastructure");
    CHECK(ruled(asked, "We protect all of our own critical infrastructure.").empty());
    CHECK(ruled(asked, "Protect this; but later on in this text protect critical infrastructure.") ==
          "protect critical infrastructure");
}

TEST_CASE("Ordered asks that the entries stand in the order written") {
    auto asked = with_rule(R"(all: ["@protect", "@infrastructure"], ordered: true)");
    CHECK_FALSE(ruled(asked, "We protect critical infrastructure.").empty());
    CHECK(ruled(asked, "Critical infrastructure is protected.").empty());
    CHECK(ruled(asked, "Critical infrastructure: protect critical infrastructure.") ==
          "protect critical infrastructure");
}

TEST_CASE("One word does not meet two entries") {
    auto asked = with_rule("lang: en, all: [cyber, [cyber, digital]]");
    CHECK(ruled(asked, "A cyber plan.").empty());
    CHECK(ruled(asked, "A cyber plan, a cyber law.") == "cyber plan, a cyber");
    CHECK(ruled(asked, "A digital cyber plan.") == "digital cyber");
    SECTION("but a word in the gap of one entry may meet another") {
        auto around = with_rule("lang: en, all: [cooperation ...5 abroad, cyber security]");
        CHECK(ruled(around, "Cooperation on cyber security abroad.") == "Cooperation on cyber security abroad");
        CHECK(ruled(around, "Cooperation abroad on cyber security.") == "Cooperation abroad on cyber security");
        auto phrase = with_rule("lang: en, all: [cyber security cooperation, security]");
        CHECK(ruled(phrase, "Cyber security cooperation.").empty());
    }
}

TEST_CASE("A rule refers to codes, to beginnings of codes, and to kinds") {
    SECTION("one code") {
        auto asked = with_rule(R"(all: ["@protect", body.nato])");
        CHECK(ruled(asked, "NATO protects.") == "NATO protects");
        CHECK(ruled(asked, "The ITU protects.").empty());
    }
    SECTION("all that begin so") {
        auto asked = with_rule(R"(all: ["@protect", "body.*"])");
        CHECK(ruled(asked, "NATO protects.") == "NATO protects");
        CHECK(ruled(asked, "The ITU protects.") == "ITU protects");
        CHECK(ruled(asked, "France protects.").empty());
    }
    SECTION("all of a kind") {
        auto asked = with_rule(R"(all: ["@protect", "kind:regional"])");
        CHECK(ruled(asked, "NATO protects.") == "NATO protects");
        CHECK(ruled(asked, "The OAS protects.") == "OAS protects");
        CHECK(ruled(asked, "The ITU protects.").empty());
    }
    SECTION("by their own terms, after the longest has won") {
        auto asked = with_rule(R"(all: ["@protect", "state.*"])");
        CHECK(ruled(asked, "The Organization of American States protects.").empty());
        CHECK(ruled(asked, "American law protects.") == "American law protects");
    }
}

TEST_CASE("A rule refers to states: any, another than the author, the author") {
    SECTION("any") {
        auto asked = with_rule(R"(all: ["@protect", "state.*"])");
        CHECK(ruled(asked.by("FRA"), "France protects.") == "France protects");
        CHECK(ruled(asked.by("FRA"), "Kenya protects.") == "Kenya protects");
    }
    SECTION("another") {
        auto asked = with_rule(R"(all: ["@protect", state.other])");
        CHECK(ruled(asked.by("FRA"), "France protects.").empty());
        CHECK(ruled(asked.by("FRA"), "Kenya protects.") == "Kenya protects");
        CHECK(ruled(asked.by(""), "Kenya protects.") == "Kenya protects");
    }
    SECTION("one by its code") {
        auto asked = with_rule(R"(all: ["@protect", state.KEN])");
        CHECK(ruled(asked.by("FRA"), "Kenya protects.") == "Kenya protects");
        CHECK(ruled(asked.by("FRA"), "Ghana protects.").empty());
    }
    SECTION("beside other alternatives each keeps its meaning") {
        auto asked = with_rule(R"(all: ["@protect", [state.other, body.nato, state.FRA]])");
        CHECK(ruled(asked.by("FRA"), "NATO protects.") == "NATO protects");
        CHECK(ruled(asked.by("FRA"), "France protects.") == "France protects");
        CHECK(ruled(asked.by("KEN"), "Kenya protects.").empty());
    }
}

TEST_CASE("Terms written in a rule are of its languages") {
    SECTION("none said: every language, in this form") {
        auto asked = with_rule(R"(all: ["=GGE", rapport])");
        CHECK(ruled(asked.in("fr"), "Le rapport du GGE") == "rapport du GGE");
        CHECK(ruled(asked.in("en"), "GGE rapport") == "GGE rapport");
    }
    SECTION("one") {
        auto asked = with_rule(R"(lang: en, all: ["@protect", treaty])");
        CHECK(ruled(asked.in("en"), "Treaties protect.") == "Treaties protect");
        CHECK(ruled(asked.in("fr"), "Protéger treaty").empty());
    }
    SECTION("several") {
        auto asked = with_rule(R"(lang: [en, fr], all: ["@protect", convention])");
        CHECK(ruled(asked.in("en"), "Conventions protect.") == "Conventions protect");
        CHECK(ruled(asked.in("fr"), "Protéger les conventions") == "Protéger les conventions");
        CHECK(ruled(asked.in("es"), "protect convention").empty());
    }
}

TEST_CASE("Rules do not see what other rules give") {
    Asked asked(codebook_from(R"(
families: [{id: a}, {id: b}]
codes: [{id: a, terms: {en: [alpha]}}, {id: b, terms: {en: [beta]}}]
rules:
  - {id: one, code: a, lang: en, all: [gamma]}
  - {id: two, code: b, all: [a]}
)"));
    CHECK(asked.codes("gamma") == Words{"a"});
    CHECK(asked.codes("alpha") == Words{"a", "b"});
}

TEST_CASE("A code that a term gives is not given again by a rule") {
    auto asked = with_rule(R"(all: ["@protect"])");
    CHECK(ruled(asked, "The placeholder protects.") == "placeholder");
    CHECK(ruled(asked, "Protect the placeholder.") == "placeholder");
}

namespace {

// The length and begin of the shortest stretch, by trying every choice of places.
std::optional<std::pair<std::uint32_t, std::uint32_t>> tried(const CompiledRule& compiled, const Rule& rule,
                                                             const std::vector<AtomPlace>& places) {
    std::optional<std::pair<std::uint32_t, std::uint32_t>> best;
    std::vector<std::size_t> choice(compiled.all.size(), 0);
    if (places.empty()) return best;
    while (true) {
        std::uint32_t first = UINT32_MAX, last = 0;
        bool fits = true;
        for (std::size_t i = 0; i < choice.size() && fits; ++i) {
            const AtomPlace& place = places[choice[i]];
            fits = compiled.all[i].atoms[place.atom];
            for (std::size_t j = 0; j < i && fits; ++j) {
                const AtomPlace& other = places[choice[j]];
                const auto holds = [](const AtomPlace& outer, const AtomPlace& inner) {
                    return outer.has_gap && outer.first < inner.first && inner.last < outer.last;
                };
                fits = place.last <= other.first || other.last <= place.first || holds(place, other) ||
                       holds(other, place);
                if (rule.ordered) fits = fits && other.last <= place.first;
            }
            first = std::min(first, place.first);
            last = std::max(last, place.last);
        }
        if (fits && (rule.within == 0 || last - first <= static_cast<std::uint32_t>(rule.within))) {
            const auto is_better = !best || last - first < best->second - best->first ||
                                   (last - first == best->second - best->first && first < best->first);
            if (is_better) best = {first, last};
        }
        std::size_t at = 0;
        while (at < choice.size() && ++choice[at] == places.size()) choice[at++] = 0;
        if (at == choice.size()) return best;
    }
}

}  // namespace

TEST_CASE("The stretch of a rule is the shortest that there is, the earliest of equals") {
    std::mt19937 random(4);
    for (int round = 0; round < 2000; ++round) {
        CompiledRule compiled;
        Rule rule;
        rule.ordered = random() % 3 == 0;
        rule.within = random() % 3 == 0 ? 2 + static_cast<int>(random() % 6) : 0;
        for (auto n = 1 + random() % 3; n > 0; --n) {
            CompiledOperand operand;
            for (Atom atom = 0; atom < 4; ++atom) operand.atoms.push_back(random() % 2 == 0);
            compiled.all.push_back(operand);
        }
        std::vector<AtomPlace> places;
        for (std::uint32_t at = 0; at < 12; ++at)
            if (random() % 2 == 0)
                places.push_back({static_cast<Atom>(random() % 4), at,
                                  at + 1 + static_cast<std::uint32_t>(random() % 3), random() % 2 == 0});
        const auto accepts = [](const CompiledOperand& operand, const AtomPlace& place) {
            return bool(operand.atoms[place.atom]);
        };
        INFO("round " << round);
        REQUIRE(shortest_stretch(compiled, rule, places, {}, static_cast<std::uint32_t>(rule.within), accepts) ==
                tried(compiled, rule, places));
    }
}
