// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/projection.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "graphs/backbone.hpp"
#include "small_networks.hpp"

namespace demarche::tests {

namespace {

using Ids = std::vector<std::string>;

const Edge* tie_between(const Network& network, const std::string& one, const std::string& other) {
    const auto source = find_vertex(network, one), target = find_vertex(network, other);
    if (!source || !target) return nullptr;
    const auto edge = find_edge(network, *source, Relation::shares, *target);
    return edge ? &network[*edge] : nullptr;
}

// AUS speaks of x, y, g and a CSIRT, FRA of x, g and a CSIRT, KEN of x, USA of nothing that others speak of.
Network affiliations() {
    return network_of_edges({{"AUS", "body.x", 5},
                             {"AUS", "body.x", 1, Relation::engages},
                             {"AUS", "body.y", 1, Relation::engages},
                             {"AUS", "norm.g", 2, Relation::commits},
                             {"AUS", "body.csirt", 9},
                             {"FRA", "body.x", 1, Relation::engages},
                             {"FRA", "norm.g", 1, Relation::urges},
                             {"FRA", "body.csirt", 9},
                             {"FRA", "KEN", 1, Relation::names},
                             {"KEN", "body.x"},
                             {"USA", "ins.z"},
                             {"USA", "body.y", 1, Relation::member_of}});
}

}  // namespace

TEST_CASE("States are tied by what they share") {
    const Network network = projection_of(affiliations(), {});
    SECTION("each counted once, whatever the relations, and named") {
        REQUIRE(tie_between(network, "AUS", "FRA"));
        CHECK(tie_between(network, "AUS", "FRA")->sharing->ids == Ids{"body.x", "norm.g"});
        CHECK(tie_between(network, "AUS", "FRA")->weight == 2);
    }
    SECTION("Jaccard, cosine and Newman's weight, by hand") {
        const Sharing& sharing = *tie_between(network, "AUS", "FRA")->sharing;
        CHECK(sharing.jaccard == Approx(2.0 / 3));
        CHECK(sharing.cosine == Approx(2 / std::sqrt(6.0)));
        CHECK(sharing.newman == Approx(1.0 / 2 + 1));  // three share x, two g
    }
    SECTION("those that share nothing stay, alone") {
        CHECK(boost::num_vertices(network) == 4);
        CHECK(boost::degree(*find_vertex(network, "USA"), network) == 0);
    }
    SECTION("the network has no directions, and says what was done") {
        const NetworkFacts& facts = network[boost::graph_bundle];
        CHECK_FALSE(facts.is_directed);
        CHECK(facts.shared_weight == SharedWeight::count);
        CHECK(facts.view ==
              "states by shared bodies, norms, instruments, without body.csirt, body.other, ins.other");
    }
}

TEST_CASE("What counts as shared can be narrowed") {
    SECTION("to norms") {
        const Network network = projection_of(affiliations(), {.shared = {NodeType::norm}});
        CHECK(tie_between(network, "AUS", "FRA")->sharing->ids == Ids{"norm.g"});
        CHECK_FALSE(tie_between(network, "AUS", "KEN"));
    }
    SECTION("to relations") {
        const Network network =
            projection_of(affiliations(), {.relations = {Relation::engages, Relation::commits}});
        CHECK(tie_between(network, "AUS", "FRA")->sharing->ids == Ids{"body.x"});
        CHECK_FALSE(tie_between(network, "AUS", "KEN"));
    }
    SECTION("to memberships, which count only when named") {
        CHECK_FALSE(tie_between(projection_of(affiliations(), {}), "AUS", "USA"));
        CHECK(tie_between(projection_of(affiliations(), {.relations = {Relation::member_of, Relation::engages}}),
                          "AUS", "USA"));
    }
    SECTION("and the weight chosen") {
        CHECK(tie_between(projection_of(affiliations(), {.weight = SharedWeight::newman}), "AUS", "FRA")->weight ==
              Approx(1.5));
        CHECK(tie_between(projection_of(affiliations(), {.weight = SharedWeight::jaccard}), "AUS", "FRA")->weight ==
              Approx(2.0 / 3));
    }
}

TEST_CASE("Bodies are tied by who speaks of them") {
    const Network network = projection_of(affiliations(), {.nodes = Projected::bodies});
    CHECK(boost::num_vertices(network) == 2);  // no umbrella code
    REQUIRE(tie_between(network, "body.x", "body.y"));
    CHECK(tie_between(network, "body.x", "body.y")->sharing->ids == Ids{"AUS"});
    CHECK(tie_between(network, "body.x", "body.y")->sharing->jaccard == Approx(1.0 / 3));
}

TEST_CASE("Only who was read is projected") {
    Network network = affiliations();
    network[*find_vertex(network, "KEN")].authorship->documents.clear();
    network[*find_vertex(network, "KEN")].authorship->failed = {"ken_2014_en"};
    CHECK_FALSE(find_vertex(projection_of(network, {}), "KEN"));
}

TEST_CASE("Newman's weights of a node add up to the number of its affiliations that it shares") {
    const Network two_mode = random_two_mode_network(25, 12, 110, 3);
    const Network network = projection_of(two_mode, {});
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        double sum = 0;
        for (const NetworkEdge edge : boost::make_iterator_range(boost::out_edges(vertex, network)))
            sum += network[edge].sharing->newman;
        for (const NetworkEdge edge : boost::make_iterator_range(boost::in_edges(vertex, network)))
            sum += network[edge].sharing->newman;
        int shared = 0;
        const NetworkVertex before = *find_vertex(two_mode, network[vertex].id);
        for (const NetworkEdge edge : boost::make_iterator_range(boost::out_edges(before, two_mode)))
            if (boost::in_degree(boost::target(edge, two_mode), two_mode) > 1) ++shared;
        CHECK(sum == Approx(shared));
    }
}

TEST_CASE("The disparity filter judges an edge by its share at either end") {
    // A has four edges of strength 13, the heavy one of weight 10; B, C, D, E have one each.
    Network network = network_of_edges({{"A", "B", 10}, {"A", "C", 1}, {"A", "D", 1}, {"A", "E", 1}}, false);
    SECTION("alpha = (1 - w/s)^(k-1), by hand, and an end of one edge cannot tell") {
        add_significance(network);
        const NetworkEdge heavy = *find_edge(network, 0, Relation::mentions, 1);
        CHECK(*network[heavy].significance == Approx(std::pow(3.0 / 13, 3)));
        const NetworkEdge light = *find_edge(network, 0, Relation::mentions, 2);
        CHECK(*network[light].significance == Approx(std::pow(12.0 / 13, 3)));
    }
    SECTION("the backbone has what is below the level, and no node without an edge") {
        const Network backbone = backbone_of(network, 0.05);
        CHECK(boost::num_edges(backbone) == 1);
        CHECK(boost::num_vertices(backbone) == 2);
        CHECK(backbone[boost::graph_bundle].backbone_level == 0.05);
        CHECK(backbone[boost::graph_bundle].view == "backbone at 0.05: 1 of 4 edges, 2 of 5 nodes");
    }
    SECTION("a pair of nodes with but one edge each never is") {
        CHECK(boost::num_edges(backbone_of(network_of_edges({{"A", "B", 100}}, false), 1)) == 0);
    }
    SECTION("along directions: what leaves the source, what enters the target") {
        Network arrows =
            network_of_edges({{"A", "X", 8}, {"A", "Y", 2}, {"B", "X", 1}, {"B", "Y", 1}, {"C", "X", 1}});
        add_significance(arrows);
        const auto edge =
            find_edge(arrows, *find_vertex(arrows, "A"), Relation::mentions, *find_vertex(arrows, "X"));
        CHECK(*arrows[*edge].significance == Approx(std::pow(1 - 8.0 / 10, 2)));  // at X; at A it is 1 - 8/10
    }
    SECTION("edges of several relations are judged as one") {
        Network parallel = network_of_edges({{"A", "B", 6, Relation::mentions},
                                             {"A", "B", 4, Relation::engages},
                                             {"A", "C", 1},
                                             {"A", "D", 1},
                                             {"A", "E", 1},
                                             {"A", "F", 90, Relation::member_of}});
        CHECK(boost::num_edges(backbone_of(parallel, 0.05)) == 2);
    }
    SECTION("a level that is none is the caller's mistake") {
        CHECK_THROWS_AS(backbone_of(network, 0), std::logic_error);
        CHECK_THROWS_AS(backbone_of(network, 1.5), std::logic_error);
    }
}

TEST_CASE("A lower level of the backbone has fewer edges") {
    const Network network = random_network(50, 300, true, 4);
    std::size_t before = boost::num_edges(network);
    for (const double level : {0.5, 0.2, 0.1, 0.05}) {
        const std::size_t left = boost::num_edges(backbone_of(network, level));
        CHECK(left <= before);
        before = left;
    }
}

}  // namespace demarche::tests
