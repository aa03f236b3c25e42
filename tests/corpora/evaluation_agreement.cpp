// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "corpora/evaluation/agreement.hpp"

using namespace demarche;

namespace {

using Matrix = std::vector<std::vector<int>>;  // a row per coder, a column per unit

// "1 2 . 3" is what one coder said of four units; "." nothing. Categories count from 1.
std::vector<int> said(const std::string& line) {
    std::istringstream words(line);
    std::vector<int> values;
    for (std::string word; words >> word;) values.push_back(word == "." ? Ratings::missing : std::stoi(word) - 1);
    return values;
}

Ratings ratings_of(const Matrix& coders, std::size_t categories) {
    Ratings ratings(coders.size(), categories, coders.front().size());
    for (std::size_t unit = 0; unit < coders.front().size(); ++unit) {
        std::vector<int> values;
        for (const std::vector<int>& coder : coders) values.push_back(coder[unit]);
        ratings.add(values, unit);
    }
    return ratings;
}

Agreement agreement_of(const Matrix& coders, std::size_t categories) {
    return ratings_of(coders, categories).agreement();
}

// Two coders, by how often the first said the row and the second the column.
Agreement agreement_of_table(const std::vector<std::vector<int>>& table) {
    Matrix coders(2);
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < table.size(); ++j)
            for (int n = 0; n < table[i][j]; ++n) {
                coders[0].push_back(static_cast<int>(i));
                coders[1].push_back(static_cast<int>(j));
            }
    return agreement_of(coders, table.size());
}

// To the places that a source prints.
Approx near(double value, double margin) {
    return Approx(value).epsilon(0).margin(margin);
}

const Matrix four_observers = {said("1 2 3 3 2 1 4 1 2 . . ."), said("1 2 3 3 2 2 4 1 2 5 . 3"),
                               said(". 3 3 3 2 3 4 2 2 5 1 ."), said("1 2 3 3 2 4 4 1 2 5 1 .")};

}  // namespace

TEST_CASE("Krippendorff's alpha is as in his worked examples") {
    // Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania.
    SECTION("A: two observers, binary data") {
        const Agreement found = agreement_of({said("1 2 1 1 1 1 1 1 2 1"), said("2 2 2 1 1 2 1 1 1 1")}, 2);
        CHECK(*found.alpha == near(0.095, 0.0005));
        CHECK(*found.percent == near(0.6, 1e-12));
    }
    SECTION("B: two observers, nominal data") {
        const Agreement found = agreement_of({said("1 1 2 2 4 3 3 3 5 4 4 1"), said("2 1 2 2 2 3 3 3 5 4 4 4")}, 5);
        CHECK(*found.alpha == near(0.692, 0.0005));
    }
    SECTION("C: four observers, nominal data, missing values") {
        CHECK(*agreement_of(four_observers, 5).alpha == near(0.743, 0.0005));
        CHECK(*agreement_of(four_observers, 5).alpha == near(113.0 / 152.0, 1e-12));
    }
    SECTION("the example of Wikipedia's article: three coders, fifteen units, alpha 0.691") {
        const Agreement found =
            agreement_of({said(". . . . . 3 4 1 2 1 1 3 3 . 3"), said("1 . 2 1 3 3 4 3 . . . . . . ."),
                          said(". . 2 1 3 4 4 . 2 1 1 3 3 . 4")},
                         4);
        CHECK(*found.alpha == near(0.691, 0.0005));
    }
}

TEST_CASE("Cohen's kappa is as in worked examples") {
    SECTION("Cohen's own (1960), 200 cases: 0.492, as R's psych, cohen.kappa, quotes it") {
        CHECK(*agreement_of_table({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}).kappa == near(0.492, 0.0005));
    }
    SECTION("of Wikipedia's article: 20 yes, 15 no, 5 and 10 between: 0.4") {
        CHECK(*agreement_of_table({{20, 5}, {10, 15}}).kappa == near(0.4, 1e-12));
    }
}

TEST_CASE(
    "The coefficients are as in the vignette of irrCAC, after Gwet's Handbook of Inter-Rater Reliability (2014)") {
    // Gwet, K. L.: irrCAC, Computing Chance-corrected Agreement Coefficients; the package's data of these names.
    SECTION("two raters: cont3x3abstractors") {
        const Agreement found = agreement_of_table({{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});
        CHECK(*found.percent == near(0.89, 1e-9));
        CHECK(*found.kappa == near(0.7964094, 5e-8));
        CHECK(*found.alpha == near(0.7972585, 5e-8));
        CHECK(*found.ac1 == near(0.8493305, 5e-8));
    }
    SECTION("four raters who left out units: cac.raw4raters") {
        const Agreement found = agreement_of(four_observers, 5);
        CHECK(*found.percent == near(0.8181818, 5e-8));
        CHECK(*found.alpha == near(0.74342, 5e-6));
        CHECK(*found.ac1 == near(0.77544, 5e-6));
    }
    SECTION("six raters, by how many of them gave each category: distrib.6raters") {
        const std::vector<std::vector<int>> counts = {
            {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
            {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
            {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}};
        Ratings ratings(6, 5, 1);
        for (const std::vector<int>& unit : counts) {
            std::vector<int> values;
            for (int k = 0; k < 5; ++k)
                values.insert(values.end(), static_cast<std::size_t>(unit.at(static_cast<std::size_t>(k))), k);
            ratings.add(values, 0);
        }
        CHECK(*ratings.agreement().percent == near(0.5511111, 5e-8));
        CHECK(*ratings.agreement().alpha == near(0.4204384, 5e-8));
        CHECK(*ratings.agreement().ac1 == near(0.4448007, 5e-8));
    }
}

TEST_CASE("Perfect agreement is one, whatever the coefficient") {
    const Agreement found = agreement_of({said("1 2 3 1 ."), said("1 2 3 1 2"), said("1 2 3 . 2")}, 3);
    CHECK(*found.percent == 1);
    CHECK(*found.kappa == 1);
    CHECK(*found.alpha == 1);
    CHECK(*found.ac1 == 1);
}

TEST_CASE("What is not defined is nothing, not a number") {
    SECTION("nobody rated what another did") {
        const Agreement found = agreement_of({said("1 . 2"), said(". 2 .")}, 2);
        CHECK_FALSE(found.percent);
        CHECK_FALSE(found.kappa);
        CHECK_FALSE(found.alpha);
        CHECK_FALSE(found.ac1);
    }
    SECTION("one category alone was used: chance explains everything, but to AC1") {
        const Agreement found = agreement_of({said("1 1 1"), said("1 1 1")}, 2);
        CHECK(*found.percent == 1);
        CHECK_FALSE(found.kappa);
        CHECK_FALSE(found.alpha);
        CHECK(*found.ac1 == 1);
    }
    SECTION("no unit at all") {
        CHECK_FALSE(Ratings(2, 2, 0).agreement().percent);
    }
}

TEST_CASE("The order of coders, units and categories makes no difference") {
    const Agreement found = agreement_of(four_observers, 5);
    Matrix turned = four_observers;
    SECTION("coders") {
        std::reverse(turned.begin(), turned.end());
    }
    SECTION("units") {
        for (std::vector<int>& coder : turned) std::rotate(coder.begin(), coder.begin() + 5, coder.end());
    }
    SECTION("categories") {
        for (std::vector<int>& coder : turned)
            for (int& value : coder)
                if (value != Ratings::missing) value = (value + 2) % 5;
    }
    const Agreement again = agreement_of(turned, 5);
    CHECK(*again.percent == near(*found.percent, 1e-12));
    CHECK(*again.kappa == near(*found.kappa, 1e-12));
    CHECK(*again.alpha == near(*found.alpha, 1e-12));
    CHECK(*again.ac1 == near(*found.ac1, 1e-12));
}

TEST_CASE("Kappa of more than two coders is the mean over their pairs") {
    const Matrix coders = {said("1 2 1 2 2 1"), said("1 2 2 2 1 1"), said("2 2 1 2 2 .")};
    double sum = 0;
    for (const auto& [one, other] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {0, 2}, {1, 2}})
        sum += *agreement_of({coders[one], coders[other]}, 2).kappa;
    CHECK(*agreement_of(coders, 2).kappa == near(sum / 3, 1e-12));
}

TEST_CASE("Ratings of several codes add up to the ratings of them together") {
    const Matrix one = {said("1 2 1"), said("1 1 1")}, other = {said("2 2 1"), said("2 2 2")};
    Ratings together = ratings_of(one, 2);
    together.add(ratings_of(other, 2));
    const Agreement found = together.agreement();
    const Agreement expected = agreement_of({said("1 2 1 2 2 1"), said("1 1 1 2 2 2")}, 2);
    CHECK(*found.kappa == near(*expected.kappa, 1e-12));
    CHECK(*found.alpha == near(*expected.alpha, 1e-12));
    CHECK(*found.ac1 == near(*expected.ac1, 1e-12));
}

TEST_CASE("An interval holds its coefficient and is the same every time") {
    const Ratings ratings = ratings_of(four_observers, 5);
    const Draws draws(12);
    const AgreementEstimate found = ratings.estimate(draws);
    CHECK(found.units == 11);
    for (const Estimate& estimate : {found.percent, found.kappa, found.alpha, found.ac1}) {
        REQUIRE(estimate.interval);
        CHECK(estimate.interval->low < *estimate.value);
        CHECK(*estimate.value < estimate.interval->high);
        CHECK(estimate.interval->high <= 1);
    }
    CHECK(*ratings.estimate(Draws(12)).alpha.interval == *found.alpha.interval);
}
