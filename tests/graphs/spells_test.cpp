// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "graphs/spells.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

CitedDocument cited(std::optional<int> year, std::optional<int> replaced = std::nullopt) {
    return {"a", "", year, replaced};
}

Spells of_edge(const Network& network, const std::string& source, Relation relation, const std::string& target) {
    const auto edge =
        find_edge(network, find_vertex(network, source).value(), relation, find_vertex(network, target).value());
    return spells_of(network[edge.value()]);
}

}  // namespace

TEST_CASE("A strategy holds from its year to that of the next, or one year on") {
    CHECK(spell_of(cited(2016, 2020)) == Spell{2016, 2020});
    CHECK(spell_of(cited(2016)) == Spell{2016, 2017});
    CHECK_FALSE(spell_of(cited(std::nullopt)).has_value());
    CHECK_FALSE(spell_of(cited(std::nullopt, 2020)).has_value());
    SECTION("also when it is replaced within the year, or before it came") {
        CHECK(spell_of(cited(2016, 2016)) == Spell{2016, 2017});
        CHECK(spell_of(cited(2016, 2014)) == Spell{2016, 2017});
    }
}

TEST_CASE("Spells never overlap, nor touch, nor end where they begin") {
    CHECK(merged({}).empty());
    CHECK(merged({{2016, 2020}, {2020, 2021}}) == Spells{{2016, 2021}});
    CHECK(merged({{2020, 2021}, {2016, 2019}}) == Spells{{2016, 2019}, {2020, 2021}});
    CHECK(merged({{2010, 2030}, {2012, 2014}, {2029, 2031}}) == Spells{{2010, 2031}});
    CHECK(merged({{2016, 2016}, {2020, 2018}}).empty());
    SECTION("whatever they are made of") {
        for (int first = 0; first < 6; ++first)
            for (int second = 0; second < 6; ++second)
                for (int third = 0; third < 6; ++third) {
                    const Spells spells = merged({{first, second}, {second, third}, {third, first + 1}});
                    for (std::size_t at = 0; at < spells.size(); ++at) {
                        CHECK(spells[at].begin < spells[at].end);
                        if (at > 0) CHECK(spells[at - 1].end < spells[at].begin);
                    }
                }
    }
}

TEST_CASE("An edge is there as long as the documents behind it") {
    const Network network = worked_example().network();
    CHECK(of_edge(network, "AUS", Relation::mentions, "body.un_oewg") == Spells{{2016, 2021}});
    CHECK(of_edge(network, "AUS", Relation::commits, "norm.g") == Spells{{2020, 2021}});
    CHECK(of_edge(network, "document.unknown_policy", Relation::names, "FRA").empty());
}

TEST_CASE("A node is there as long as its documents and edges") {
    const Network network = worked_example().network();
    const std::vector<Spells> spells = node_spells(network);
    const auto of = [&](const std::string& id) { return spells[find_vertex(network, id).value()]; };
    CHECK(of("AUS") == Spells{{2016, 2021}});
    CHECK(of("body.un_oewg") == Spells{{2016, 2021}});
    CHECK(of("norm.g") == Spells{{2018, 2019}, {2020, 2021}});
    SECTION("also when its document could not be read") {
        CHECK(of("KEN") == Spells{{2014, 2015}});
    }
    SECTION("and always when an edge at it has no time") {
        CHECK(of("document.unknown_policy").empty());
        CHECK(of("FRA").empty());
    }
    SECTION("so no edge is there without its ends") {
        for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
            for (const Spell& spell : spells_of(network[edge]))
                for (const NetworkVertex end : {boost::source(edge, network), boost::target(edge, network)}) {
                    const auto covers = [&](const Spell& whole) {
                        return whole.begin <= spell.begin && whole.end >= spell.end;
                    };
                    CHECK((spells[end].empty() || std::any_of(spells[end].begin(), spells[end].end(), covers)));
                }
    }
}

}  // namespace demarche::tests
