// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/communities.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "graphs/measures/layout.hpp"
#include "small_networks.hpp"

namespace demarche::tests {

namespace {

// A clique of four (A to D), one of three (X to Z), one edge between them, and a node alone.
Network two_cliques() {
    return network_of_edges({{"A", "B"},
                             {"A", "C"},
                             {"A", "D"},
                             {"B", "C"},
                             {"B", "D"},
                             {"C", "D"},
                             {"X", "Y"},
                             {"Y", "Z"},
                             {"X", "Z"},
                             {"D", "X"}},
                            false, {"P"});
}

}  // namespace

TEST_CASE("Communities are found, and numbered by size, then by least id") {
    Network network = two_cliques();
    add_communities(network);
    for (const char* id : {"A", "B", "C", "D"}) CHECK(node_of(network, id).community == 1);
    for (const char* id : {"X", "Y", "Z"}) CHECK(node_of(network, id).community == 2);
    CHECK(node_of(network, "P").community == 3);
    CHECK(network[boost::graph_bundle].communities->count == 3);
}

TEST_CASE("Modularity, by hand") {
    Network network = two_cliques();
    add_communities(network);
    // 10 edges: 6 inside with strength 13, 3 inside with strength 7.
    const double by_hand = 6.0 / 10 - std::pow(13.0 / 20, 2) + 3.0 / 10 - std::pow(7.0 / 20, 2);
    CHECK(network[boost::graph_bundle].communities->modularity == Approx(by_hand));
    SECTION("all in one has none") {
        CHECK(modularity_of({1, 1, 1}, {{0, 1, 2}, {1, 2, 5}}) == Approx(0).margin(1e-15));
    }
    SECTION("without edges there is none") {
        CHECK(modularity_of({1, 2}, {}) == 0);
    }
}

TEST_CASE("Communities follow weights, resolution and the seed") {
    SECTION("a heavy edge binds") {
        // A square: two heavy sides opposite each other.
        Network network = network_of_edges({{"A", "B", 9}, {"B", "C", 1}, {"C", "D", 9}, {"A", "D", 1}}, false);
        add_communities(network);
        CHECK(node_of(network, "A").community == node_of(network, "B").community);
        CHECK(node_of(network, "A").community != node_of(network, "C").community);
    }
    SECTION("more resolution, more communities") {
        Network network = random_network(60, 400, false, 7);
        add_communities(network, {.resolution = 0.5});
        const int few = network[boost::graph_bundle].communities->count;
        add_communities(network, {.resolution = 3});
        CHECK(network[boost::graph_bundle].communities->count > few);
    }
    SECTION("the same network gives the same communities") {
        Network one = random_network(200, 900, true, 8), other = one;
        add_communities(one);
        add_communities(other);
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(one)))
            CHECK(one[vertex].community == other[vertex].community);
    }
    SECTION("more runs are never worse") {
        Network network = random_network(200, 900, true, 8);
        add_communities(network, {.runs = 1});
        const double single = network[boost::graph_bundle].communities->modularity;
        add_communities(network, {.runs = 10});
        CHECK(network[boost::graph_bundle].communities->modularity >= single);
    }
    SECTION("a resolution or runs of 0 are the caller's mistake") {
        CHECK_THROWS_AS(communities_of(2, {{0, 1, 1}}, {.resolution = 0}), std::logic_error);
        CHECK_THROWS_AS(communities_of(2, {{0, 1, 1}}, {.runs = 0}), std::logic_error);
    }
}

TEST_CASE("Umbrella codes are of no community") {
    Network network = network_of_edges({{"A", "body.other"}, {"A", "body.x"}});
    add_communities(network);
    CHECK_FALSE(node_of(network, "body.other").community);
    CHECK(node_of(network, "body.x").community == 1);
}

TEST_CASE("A layout gives every node a place of its own") {
    Network network = random_network(150, 260, true, 2);  // with nodes alone, and small components
    add_layout(network);
    std::vector<Position> places;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        places.push_back(network[vertex].position.value());
    SECTION("no two nodes stand on each other") {
        for (std::size_t one = 0; one < places.size(); ++one)
            for (std::size_t other = one + 1; other < places.size(); ++other)
                CHECK(std::hypot(places[one].x - places[other].x, places[one].y - places[other].y) > 12);
    }
    SECTION("the same each time") {
        Network again = random_network(150, 260, true, 2);
        add_layout(again);
        for (std::size_t node = 0; node < places.size(); ++node) CHECK(*again[node].position == places[node]);
    }
    SECTION("around the middle") {
        double left = 0, right = 0;
        for (const Position& place : places) {
            left = std::min(left, place.x);
            right = std::max(right, place.x);
        }
        CHECK(left == Approx(-right).margin(0.02));
    }
}

TEST_CASE("Neighbours stand nearer than strangers") {
    Network network = two_cliques();
    add_layout(network);
    const auto distance = [&](const char* one, const char* other) {
        const Position left = *node_of(network, one).position, right = *node_of(network, other).position;
        return std::hypot(left.x - right.x, left.y - right.y);
    };
    CHECK(distance("A", "B") < distance("A", "Z"));
    CHECK(distance("Y", "Z") < distance("A", "Z"));
}

TEST_CASE("A layout of nothing, and of nodes alone") {
    Network nothing;
    add_layout(nothing);
    CHECK(nothing[boost::graph_bundle].is_laid_out);
    Network alone = network_of_edges({}, true, {"A", "B", "C"});
    add_layout(alone);
    CHECK(node_of(alone, "A").position != node_of(alone, "B").position);
}

}  // namespace demarche::tests
