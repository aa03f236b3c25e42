// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "corpora/model/keyness.hpp"

using namespace demarche;

TEST_CASE("A difference of frequencies is told from chance by log-likelihood") {
    SECTION("by the formula of Rayson and Garside: 30 of 1,000 against 60 of 1,000") {
        CHECK(log_likelihood(30, 1000, 60, 1000) ==
              Approx(2 * (30 * std::log(30 / 45.0) + 60 * std::log(60 / 45.0))));
    }
    SECTION("of collections of different sizes: 12 of 400 against 8 of 1,600, expected 4 and 16") {
        CHECK(log_likelihood(12, 400, 8, 1600) == Approx(2 * (12 * std::log(3.0) + 8 * std::log(0.5))));
    }
    SECTION("equal frequencies differ by nothing") {
        CHECK(log_likelihood(5, 100, 5, 100) == Approx(0).margin(1e-12));
        CHECK(log_likelihood(5, 100, 50, 1000) == Approx(0).margin(1e-12));
    }
    SECTION("one that comes in one collection alone has a value") {
        CHECK(log_likelihood(10, 100, 0, 100) == Approx(20 * std::log(2.0)));
    }
    SECTION("it does not matter which of the two is named first") {
        CHECK(log_likelihood(12, 400, 8, 1600) == Approx(log_likelihood(8, 1600, 12, 400)));
    }
    SECTION("where nothing can be compared it is 0") {
        CHECK(log_likelihood(0, 100, 0, 100) == 0);
        CHECK(log_likelihood(0, 0, 3, 100) == 0);
    }
}

TEST_CASE("The size of a difference is a log ratio") {
    CHECK(*log_ratio(20, 1000, 10, 1000) == Approx(1));
    CHECK(*log_ratio(10, 1000, 20, 500) == Approx(-2));
    CHECK(*log_ratio(8, 100, 0, 100) == Approx(4));  // half an instance where there is none
    CHECK(*log_ratio(0, 100, 8, 100) == Approx(-4));
    CHECK_FALSE(log_ratio(0, 100, 0, 100));
    CHECK_FALSE(log_ratio(1, 100, 0, 0));
}

TEST_CASE("The size of a difference is a percentage of the other frequency") {
    CHECK(*percent_difference(20, 1000, 10, 1000) == Approx(100));
    CHECK(*percent_difference(10, 1000, 20, 1000) == Approx(-50));
    CHECK(*percent_difference(0, 1000, 20, 1000) == Approx(-100));
    CHECK_FALSE(percent_difference(20, 1000, 0, 1000));
}

TEST_CASE("Significance is told by the usual levels") {
    CHECK_FALSE(significance_of(3.83));
    CHECK(significance_of(3.84) == 0.05);
    CHECK(significance_of(6.63) == 0.01);
    CHECK(significance_of(10.83) == 0.001);
    CHECK(significance_of(15.13) == 0.0001);
    CHECK(significance_of(500) == 0.0001);
}
