// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "corpora/evaluation/bootstrap.hpp"

namespace demarche {

// How far coders agree, beside chance or not. Each is nothing where it is not
// defined: no unit that two coders rated, or (kappa, alpha) no variation, so
// that chance alone would agree always.
//
// percent  of the pairs of ratings of a unit, those that are the same; mean over the units that two or more rated
// kappa    Cohen's (1960) over the units that both rated; of more than two coders, the mean over
//          the pairs of coders (Light 1971) for which it is defined
// alpha    Krippendorff's (2011) for nominal values; any number of coders, missing values
// ac1      Gwet's (2008, 2014); any number of coders, missing values: chance from the units that anybody rated,
//          agreement from those that two or more did
struct Agreement {
    std::optional<double> percent, kappa, alpha, ac1;
};

struct AgreementEstimate {
    std::size_t units = 0;  // that two or more coders rated
    Estimate percent, kappa, alpha, ac1;
};

// What coders said of units: each rated one of a few nominal categories, or was
// not rated. Kept as sums by cluster, from which all coefficients follow.
class Ratings {
public:
    static constexpr int missing = -1;

    // At least two coders and two categories; the categories that could have been given, whether or not they were.
    Ratings(std::size_t coders, std::size_t categories, std::size_t clusters);

    // One value per coder, from 0 up to the number of categories, or `missing`.
    void add(const std::vector<int>& values, std::size_t cluster);

    // Takes in the units of other ratings, by the same coders in the same categories and clusters.
    void add(const Ratings& other);

    Agreement agreement() const;
    AgreementEstimate estimate(const Draws& draws) const;

private:
    Sums total() const;
    Agreement agreement_of(const Sums& sums) const;
    std::optional<double> kappa_of(const Sums& sums) const;
    std::optional<double> alpha_of(const Sums& sums) const;

    // Where each sum stands.
    static constexpr std::size_t rated = 0;     // units with a rating
    static constexpr std::size_t paired = 1;    // units with two ratings or more
    static constexpr std::size_t agreeing = 2;  // share of agreeing pairs, over paired units
    static constexpr std::size_t coinciding =
        3;  // same values paired within units, each pair weighing 1/(ratings - 1)
    std::size_t value_of(std::size_t category) const { return 4 + category; }  // ratings in paired units
    std::size_t share_of(std::size_t category) const { return 4 + categories_ + category; }
    std::size_t cell(std::size_t pair, std::size_t one, std::size_t other) const {
        return 4 + 2 * categories_ + (pair * categories_ + one) * categories_ + other;
    }

    std::size_t coders_, categories_;
    std::vector<Sums> clusters_;
};

}  // namespace demarche
