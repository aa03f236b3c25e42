// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "corpora/evaluation/bootstrap.hpp"
#include "corpora/evaluation/clusters.hpp"

using namespace demarche;

namespace {

// The mean of what clusters hold: {sum, number}.
Figures mean(const Sums& sums) {
    return {sums[1] == 0 ? std::nullopt : std::optional(sums[0] / sums[1])};
}

Coding coding_of(const std::vector<std::string>& documents) {
    Coding coding{"anna", {}};
    for (std::size_t i = 0; i < documents.size(); ++i)
        coding.sentences.push_back({"s" + std::to_string(i), documents[i], "", "", {}, {}});
    return coding;
}

}  // namespace

TEST_CASE("A draw takes as many clusters as there are") {
    const Draws draws(7, 50);
    REQUIRE(draws.size() == 50);
    for (std::size_t draw = 0; draw < draws.size(); ++draw)
        CHECK(std::accumulate(draws.times(draw), draws.times(draw) + 7, 0U) == 7);
    CHECK(Draws(0).size() == 0);
}

TEST_CASE("Draws are the same on every machine") {
    // Worked out from the definition of the engine (Nishimura 2000), apart from any C++ library.
    const Draws draws(4, 3, 1);
    const std::vector<std::uint32_t> times(draws.times(0), draws.times(0) + 12);
    CHECK(times == std::vector<std::uint32_t>{1, 0, 3, 0, 2, 2, 0, 0, 3, 0, 0, 1});
}

TEST_CASE("The interval of a figure is that of the draws") {
    SECTION("of what never varies, the value itself") {
        const std::vector<Sums> clusters(20, {3, 1});
        CHECK(*bootstrap_intervals(clusters, Draws(20), mean).front() == Interval{3, 3});
    }
    SECTION("of five clusters, one of them different: drawn not at all to three times, but for a few draws") {
        // Of five draws of one in five: none with probability 0.33, four or five with 0.007.
        const Interval found =
            *bootstrap_intervals({{1, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}}, Draws(5), mean).front();
        CHECK(found == Interval{0, 0.6});
    }
    SECTION("of fewer than five clusters that hold anything, none") {
        CHECK_FALSE(bootstrap_intervals({{1, 1}, {0, 1}, {1, 1}, {0, 1}}, Draws(4), mean).front());
        std::vector<Sums> clusters(20, {0, 0});
        clusters.front() = {1, 1};
        CHECK_FALSE(bootstrap_intervals(clusters, Draws(20), mean).front());
    }
    SECTION("of a mean of many, about two standard errors to each side") {
        std::vector<Sums> clusters;
        for (int i = 0; i < 400; ++i) clusters.push_back({i % 2 == 0 ? 0.0 : 1.0, 1});
        const Interval found = *bootstrap_intervals(clusters, Draws(400), mean).front();
        const double error = std::sqrt(0.25 / 400);
        CHECK(found.low == Approx(0.5 - 1.96 * error).margin(0.006));
        CHECK(found.high == Approx(0.5 + 1.96 * error).margin(0.006));
    }
    SECTION("of what most draws do not define, none") {
        // The mean is defined where the first cluster was drawn: in 64 % of the draws; in 36 % it was not.
        std::vector<Sums> clusters(50, {1, 0});
        clusters.front() = {1, 1};
        CHECK(bootstrap_intervals(clusters, Draws(50), mean).front());
        const auto undrawn = [](const Sums& sums) {
            return Figures{sums[1] == 0 ? std::optional(0.0) : std::nullopt};
        };
        CHECK_FALSE(bootstrap_intervals(clusters, Draws(50), undrawn).front());
    }
    SECTION("of nothing, none") {
        CHECK(bootstrap_intervals({}, Draws(0), mean).empty());
    }
    SECTION("of other clusters than were drawn, a mistake of the caller") {
        CHECK_THROWS_AS(bootstrap_intervals({{0, 1}}, Draws(2), mean), std::logic_error);
    }
}

TEST_CASE("Documents are drawn where there are ten, sentences where there are fewer") {
    SECTION("ten documents") {
        const Clusters clusters({coding_of({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "a"})});
        CHECK(clusters.are_documents());
        CHECK(clusters.size() == 10);
        CHECK(clusters.of("s0") == clusters.of("s10"));
    }
    SECTION("a sentence of no document stands for itself among them") {
        const Clusters clusters({coding_of({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "", ""})});
        CHECK(clusters.size() == 12);
        CHECK(clusters.of("s10") != clusters.of("s11"));
    }
    SECTION("nine documents") {
        const Clusters clusters({coding_of({"a", "b", "c", "d", "e", "f", "g", "h", "i", "a"})});
        CHECK_FALSE(clusters.are_documents());
        CHECK(clusters.size() == 10);
    }
    SECTION("a sentence that two coders read is one") {
        const Clusters clusters({coding_of({"a", "b"}), coding_of({"a", "b", "c"})});
        CHECK(clusters.size() == 3);
    }
}

TEST_CASE("A document belongs to the same part whatever others there are") {
    CHECK(part_of("Kenya_2014", 1) == 1);
    CHECK(part_of("Kenya_2014", 2) == part_of(std::string("Kenya") + "_2014", 2));
    std::vector<int> sizes(4, 0);
    for (int i = 0; i < 1000; ++i) ++sizes.at(part_of("document " + std::to_string(i), 4) - 1);
    for (const int size : sizes) CHECK(std::abs(size - 250) < 60);
}
