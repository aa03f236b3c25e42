// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources of the formulas:
//   Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.
//   Light, R. J. (1971). Measures of response agreement for qualitative data. Psychological Bulletin 76.
//   Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania.
//   Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
//     British Journal of Mathematical and Statistical Psychology 61; and Handbook of Inter-Rater Reliability (2014)
//     for missing values.
#include "corpora/evaluation/agreement.hpp"

#include <algorithm>
#include <stdexcept>

namespace demarche {

Ratings::Ratings(std::size_t coders, std::size_t categories, std::size_t clusters)
    : coders_(coders), categories_(categories) {
    if (coders < 2 || categories < 2) throw std::logic_error("Ratings: two coders and two categories at least");
    const std::size_t pairs = coders * (coders - 1) / 2;
    clusters_.assign(clusters, Sums(cell(pairs, 0, 0), 0.0));
}

void Ratings::add(const std::vector<int>& values, std::size_t cluster) {
    if (values.size() != coders_) throw std::logic_error("Ratings: one value per coder");
    Sums& sums = clusters_.at(cluster);
    std::vector<double> counts(categories_, 0.0);
    double ratings = 0;
    for (const int value : values) {
        if (value == missing) continue;
        ++counts.at(static_cast<std::size_t>(value));
        ++ratings;
    }
    if (ratings == 0) return;
    ++sums[rated];
    for (std::size_t k = 0; k < categories_; ++k) sums[share_of(k)] += counts[k] / ratings;
    if (ratings < 2) return;
    ++sums[paired];
    for (std::size_t k = 0; k < categories_; ++k) {
        const double same_pairs = counts[k] * (counts[k] - 1);
        sums[agreeing] += same_pairs / (ratings * (ratings - 1));
        sums[coinciding] += same_pairs / (ratings - 1);
        sums[value_of(k)] += counts[k];
    }
    std::size_t pair = 0;
    for (std::size_t i = 0; i < coders_; ++i)
        for (std::size_t j = i + 1; j < coders_; ++j, ++pair)
            if (values[i] != missing && values[j] != missing)
                ++sums[cell(pair, static_cast<std::size_t>(values[i]), static_cast<std::size_t>(values[j]))];
}

void Ratings::add(const Ratings& other) {
    if (other.coders_ != coders_ || other.categories_ != categories_ || other.clusters_.size() != clusters_.size())
        throw std::logic_error("Ratings: only ratings of the same shape can be added");
    for (std::size_t c = 0; c < clusters_.size(); ++c)
        for (std::size_t i = 0; i < clusters_[c].size(); ++i) clusters_[c][i] += other.clusters_[c][i];
}

Sums Ratings::total() const {
    Sums sums(cell(coders_ * (coders_ - 1) / 2, 0, 0), 0.0);
    for (const Sums& cluster : clusters_)
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += cluster[i];
    return sums;
}

std::optional<double> Ratings::kappa_of(const Sums& sums) const {
    double total = 0;
    int defined = 0;
    for (std::size_t pair = 0; pair < coders_ * (coders_ - 1) / 2; ++pair) {
        double units = 0, same = 0, by_chance = 0;
        for (std::size_t k = 0; k < categories_; ++k) {
            double one = 0, other = 0;
            for (std::size_t l = 0; l < categories_; ++l) {
                one += sums[cell(pair, k, l)];
                other += sums[cell(pair, l, k)];
            }
            units += one;
            same += sums[cell(pair, k, k)];
            by_chance += one * other;
        }
        // Multiplied by units squared throughout: whole numbers, so that 0/0 is seen exactly.
        if (units == 0 || by_chance == units * units) continue;
        total += (same * units - by_chance) / (units * units - by_chance);
        ++defined;
    }
    if (defined == 0) return std::nullopt;
    return total / defined;
}

std::optional<double> Ratings::alpha_of(const Sums& sums) const {
    double values = 0, squares = 0;
    for (std::size_t k = 0; k < categories_; ++k) {
        values += sums[value_of(k)];
        squares += sums[value_of(k)] * sums[value_of(k)];
    }
    if (values == 0 || squares == values * values) return std::nullopt;
    return 1 - (values - 1) * (values - sums[coinciding]) / (values * values - squares);
}

Agreement Ratings::agreement_of(const Sums& sums) const {
    Agreement agreement;
    if (sums[paired] == 0) return agreement;
    agreement.percent = sums[agreeing] / sums[paired];
    agreement.kappa = kappa_of(sums);
    agreement.alpha = alpha_of(sums);
    double by_chance = 0;
    for (std::size_t k = 0; k < categories_; ++k) {
        const double share = sums[share_of(k)] / sums[rated];
        by_chance += share * (1 - share);
    }
    by_chance /= static_cast<double>(categories_ - 1);  // at most one in `categories_`: never 1
    agreement.ac1 = (*agreement.percent - by_chance) / (1 - by_chance);
    return agreement;
}

Agreement Ratings::agreement() const {
    return agreement_of(total());
}

AgreementEstimate Ratings::estimate(const Draws& draws) const {
    const Sums sums = total();
    const Agreement found = agreement_of(sums);
    auto intervals = bootstrap_intervals(clusters_, draws, [this](const Sums& drawn) {
        const Agreement agreement = agreement_of(drawn);
        return Figures{agreement.percent, agreement.kappa, agreement.alpha, agreement.ac1};
    });
    intervals.resize(4);
    const auto estimate = [](std::optional<double> value, std::optional<Interval> interval) {
        return Estimate{value, value ? interval : std::nullopt};
    };
    return {static_cast<std::size_t>(sums[paired]), estimate(found.percent, intervals[0]),
            estimate(found.kappa, intervals[1]), estimate(found.alpha, intervals[2]),
            estimate(found.ac1, intervals[3])};
}

}  // namespace demarche
