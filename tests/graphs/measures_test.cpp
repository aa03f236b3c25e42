// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/measures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <random>

#include "graphs/measures/cohesion.hpp"
#include "graphs/measures/pagerank.hpp"
#include "small_networks.hpp"

namespace demarche::tests {

namespace {

Network measured_of(Network network, const MeasureOptions& options = {}) {
    add_measures(network, options);
    return network;
}

const NodeMeasures& of(const Network& network, const std::string& id) {
    return node_of(network, id).measures.value();
}

const NetworkMeasures& whole(const Network& network) {
    return network[boost::graph_bundle].measures.value();
}

// A - B - C - D, without directions.
Network path_of_four() {
    return network_of_edges({{"A", "B"}, {"B", "C"}, {"C", "D"}}, false);
}

Network star_of_five() {
    return network_of_edges({{"A", "M"}, {"B", "M"}, {"C", "M"}, {"D", "M"}}, false);
}

// Three states and two bodies: A speaks of both, B of x, C of y.
Network small_two_mode() {
    return network_of_edges({{"A", "body.x", 2}, {"A", "body.y"}, {"B", "body.x"}, {"C", "body.y", 4}});
}

double sum_over(const Network& network, const std::function<double(const NodeMeasures&)>& value) {
    double sum = 0;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        sum += value(*network[vertex].measures);
    return sum;
}

}  // namespace

TEST_CASE("Degree counts neighbours, strength adds weights") {
    const Network network = measured_of(network_of_edges({{"A", "B", 2, Relation::mentions},
                                                          {"A", "B", 3, Relation::engages},
                                                          {"B", "A", 4, Relation::names},
                                                          {"A", "C", 1, Relation::names}}));
    SECTION("edges of several relations between two nodes are one") {
        CHECK(of(network, "A").out_degree == 2);
    }
    SECTION("and edges both ways one neighbour") {
        CHECK(of(network, "A").degree == 2);
        CHECK(of(network, "A").in_degree == 1);
        CHECK(of(network, "B").degree == 1);
    }
    SECTION("strength has all of them") {
        CHECK(of(network, "A").out_strength == 6);
        CHECK(of(network, "A").in_strength == 4);
        CHECK(of(network, "A").strength == 10);
        CHECK(of(network, "C").strength == 1);
    }
    SECTION("without directions there is no in and out") {
        const Network plain = measured_of(path_of_four());
        CHECK(of(plain, "B").degree == 2);
        CHECK(of(plain, "B").in_degree == 0);
    }
}

TEST_CASE("Betweenness is the share of shortest paths between others") {
    SECTION("on a path of four, by hand: B lies on 2 of 3 pairs of the others") {
        const Network network = measured_of(path_of_four());
        CHECK(of(network, "A").betweenness == 0);
        CHECK(of(network, "B").betweenness == Approx(2.0 / 3));
    }
    SECTION("the middle of a star has all, and centralisation is 1") {
        const Network network = measured_of(star_of_five());
        CHECK(of(network, "M").betweenness == Approx(1));
        CHECK(whole(network).betweenness_centralisation == Approx(1));
        CHECK(whole(network).degree_centralisation == Approx(1));
    }
    SECTION("two paths as short share the pair") {
        const Network network =
            measured_of(network_of_edges({{"A", "B"}, {"B", "D"}, {"A", "C"}, {"C", "D"}}, false));
        CHECK(of(network, "B").betweenness == Approx(0.5 / 3));
    }
    SECTION("along directions only where asked") {
        const Network arrows = network_of_edges({{"A", "B"}, {"C", "B"}});
        CHECK(of(measured_of(arrows), "B").betweenness == Approx(1));
        CHECK(of(measured_of(arrows, {.with_directed_paths = true}), "B").betweenness == 0);
    }
    SECTION("of two nodes nobody is between") {
        CHECK(of(measured_of(network_of_edges({{"A", "B"}}, false)), "A").betweenness == 0);
    }
}

TEST_CASE("Weighted paths are short where weights are large") {
    const MeasureOptions weighted = {.with_weighted_paths = true};
    SECTION("the way round by heavy edges is nearer than a light one") {
        const Network network = network_of_edges({{"A", "B", 4}, {"B", "C", 4}, {"A", "C", 1}}, false);
        CHECK(of(measured_of(network), "B").betweenness == 0);
        CHECK(of(measured_of(network, weighted), "B").betweenness == Approx(1));
        CHECK(of(measured_of(network, weighted), "A").closeness == Approx(2 / (0.25 + 0.5)));
    }
    SECTION("lengths that differ by rounding are equal: 1/10 + 1/5 and 3/10 as 1/10 + 1/10 + 1/10") {
        const Network network = network_of_edges(
            {{"A", "B", 10}, {"B", "Z", 5}, {"A", "P", 10}, {"P", "Q", 10}, {"Q", "Z", 10}}, false);
        const Network result = measured_of(network, weighted);
        // Of the pairs without B, only A-Z can lead through it, and half of that does; and P-B none.
        CHECK(of(result, "B").betweenness == Approx(0.5 / 6));
    }
}

TEST_CASE("Closeness takes in how much of the network is in reach") {
    SECTION("on a path of four, by hand") {
        const Network network = measured_of(path_of_four());
        CHECK(of(network, "A").closeness == Approx(3.0 / 6));
        CHECK(of(network, "B").closeness == Approx(3.0 / 4));
    }
    SECTION("with a component out of reach, by its share (Wasserman and Faust)") {
        const Network network = measured_of(network_of_edges({{"A", "B"}, {"C", "D"}, {"D", "E"}}, false));
        CHECK(of(network, "A").closeness == Approx(1.0 * 1 / 4));
        CHECK(of(network, "D").closeness == Approx(1.0 * 2 / 4));
    }
    SECTION("alone it is 0") {
        CHECK(of(measured_of(network_of_edges({{"A", "B"}}, false, {"C"})), "C").closeness == 0);
    }
    SECTION("along directions it is of who reaches the node") {
        const Network network = measured_of(network_of_edges({{"A", "B"}}), {.with_directed_paths = true});
        CHECK(of(network, "B").closeness == 1);
        CHECK(of(network, "A").closeness == 0);
    }
}

TEST_CASE("PageRank sums to 1 and follows weights") {
    SECTION("by hand: two that point at each other by weight 3, and at a third by 1") {
        const Network network =
            measured_of(network_of_edges({{"A", "B", 3}, {"B", "A", 3}, {"A", "C", 1}, {"B", "C", 1}}));
        // C passes its rank c on to all; a = b. c = .05 + .85 (a/2 + c/3), 2a + c = 1.
        const double c = (0.05 + 0.85 / 4) / (1 + 0.85 / 4 - 0.85 / 3);
        CHECK(of(network, "C").pagerank == Approx(c).epsilon(1e-12));
    }
    SECTION("of a random network, with nodes that no edge leaves") {
        const Network network = measured_of(random_two_mode_network(30, 10, 90, 1));
        CHECK(sum_over(network, [](const NodeMeasures& node) { return node.pagerank; }) ==
              Approx(1).epsilon(1e-12));
    }
    SECTION("damping of 1 or more is the caller's mistake") {
        CHECK_THROWS_AS(pageranks(SimpleGraph(), 1), std::logic_error);
    }
}

TEST_CASE("Cores, components and clustering") {
    // A triangle with a tail, and a pair apart.
    const Network network =
        measured_of(network_of_edges({{"A", "B"}, {"B", "C"}, {"A", "C"}, {"C", "D"}, {"Y", "Z"}}, false));
    SECTION("the triangle is a 2-core, its tail a 1-core") {
        CHECK(of(network, "A").core == 2);
        CHECK(of(network, "D").core == 1);
        CHECK(whole(network).largest_core == 2);
    }
    SECTION("components are numbered by size") {
        CHECK(of(network, "A").component == 1);
        CHECK(of(network, "Z").component == 2);
        CHECK(whole(network).components == 2);
        CHECK(whole(network).largest_component == 4);
    }
    SECTION("clustering, by hand") {
        CHECK(of(network, "A").clustering == 1);
        CHECK(of(network, "C").clustering == Approx(1.0 / 3));
        CHECK(of(network, "D").clustering == 0);
        CHECK(whole(network).mean_clustering == Approx((1 + 1 + 1.0 / 3) / 6));
        CHECK(whole(network).transitivity == Approx(3.0 / 5));
    }
    SECTION("density of ordered or unordered pairs") {
        CHECK(whole(network).density == Approx(5.0 / 15));
        CHECK(whole(measured_of(network_of_edges({{"A", "B"}, {"B", "A"}}))).density == 1);
    }
}

TEST_CASE("Two-mode measures are held against what is possible across") {
    const Network network = measured_of(small_two_mode());
    SECTION("the sides and their density") {
        REQUIRE(whole(network).two_mode);
        CHECK(whole(network).two_mode->first == 3);
        CHECK(whole(network).two_mode->second == 2);
        CHECK(whole(network).two_mode->density == Approx(4.0 / 6));
    }
    SECTION("degree by the size of the other side") {
        CHECK(of(network, "A").two_mode->degree == 1);
        CHECK(of(network, "body.x").two_mode->degree == Approx(2.0 / 3));
    }
    SECTION("closeness is 1 for whoever is tied to all across") {
        // A: distances 1, 1 to the bodies and 2, 2 to the states: (2 + 2*2) / 6.
        CHECK(of(network, "A").two_mode->closeness == Approx(1));
        CHECK(of(network, "body.x").two_mode->closeness == Approx((3.0 + 2) / (1 + 1 + 2 + 3)));
    }
    SECTION("states that are only named are on no side, and names are no edges across") {
        const Network named = measured_of(network_of_edges({{"A", "body.x"}, {"A", "N", 1, Relation::names}}));
        CHECK_FALSE(of(named, "N").two_mode);
        CHECK(whole(named).two_mode->first == 1);
        CHECK(of(named, "A").two_mode->degree == 1);
    }
    SECTION("a projection has lost its other side") {
        CHECK_FALSE(whole(measured_of(path_of_four())).two_mode);
    }
}

TEST_CASE("Memberships and umbrella codes are measured when asked") {
    const Network network = network_of_edges(
        {{"A", "body.x"}, {"A", "body.csirt"}, {"B", "body.csirt"}, {"B", "body.x", 1, Relation::member_of}});
    SECTION("not otherwise") {
        const Network result = measured_of(network);
        CHECK(of(result, "body.x").degree == 1);
        CHECK_FALSE(node_of(result, "body.csirt").measures);
        CHECK(whole(result).nodes == 3);
        CHECK(whole(result).components == 2);
    }
    SECTION("with memberships") {
        CHECK(of(measured_of(network, {.part = {.with_memberships = true}}), "body.x").degree == 2);
    }
    SECTION("with umbrella codes") {
        CHECK(of(measured_of(network, {.part = {.with_umbrella_codes = true}}), "body.csirt").degree == 2);
    }
}

TEST_CASE("Measures of nothing and of next to nothing") {
    CHECK(whole(measured_of(network_of_edges({}))).nodes == 0);
    const Network one = measured_of(network_of_edges({}, true, {"A"}));
    CHECK(of(one, "A").pagerank == 1);
    CHECK(of(one, "A").component == 1);
    CHECK(whole(one).density == 0);
}

TEST_CASE("Measures add up") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const Network network = measured_of(random_network(60, 150, true, seed));
        const auto edges = static_cast<double>(boost::num_edges(network));
        CHECK(sum_over(network, [](const NodeMeasures& node) { return node.in_degree; }) == edges);
        CHECK(sum_over(network, [](const NodeMeasures& node) { return node.out_degree; }) == edges);
        CHECK(sum_over(network, [](const NodeMeasures& node) { return node.in_strength - node.out_strength; }) ==
              0);
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
            const NodeMeasures& node = *network[vertex].measures;
            CHECK(node.core <= node.degree);
            CHECK((node.betweenness >= 0 && node.betweenness <= 1));
            CHECK((node.closeness >= 0 && node.closeness <= 1));
        }
    }
}

TEST_CASE("Measures do not depend on what nodes are called") {
    // The same network with its nodes in reverse order.
    const Network network = random_network(40, 120, false, 5);
    const auto turned = [](const std::string& id) {
        const std::string digits = std::to_string(39 - std::stoi(id.substr(1)));
        return "S" + std::string(6 - digits.size(), '0') + digits;
    };
    std::vector<PlainEdge> edges;
    std::vector<std::string> all;
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        edges.push_back({turned(network[boost::target(edge, network)].id),
                         turned(network[boost::source(edge, network)].id), network[edge].weight});
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        all.push_back(turned(network[vertex].id));
    const MeasureOptions options = {.with_weighted_paths = true};
    const Network one = measured_of(network, options),
                  other = measured_of(network_of_edges(edges, false, all), options);
    for (const std::string& id : all) {
        const NodeMeasures &left = of(one, id), &right = of(other, turned(id));
        CHECK(left.degree == right.degree);
        CHECK(left.betweenness == Approx(right.betweenness).margin(1e-12));
        CHECK(left.closeness == Approx(right.closeness));
        CHECK(left.pagerank == Approx(right.pagerank).epsilon(1e-10));
        CHECK(left.core == right.core);
        CHECK(left.clustering == Approx(right.clustering));
    }
}

}  // namespace demarche::tests
