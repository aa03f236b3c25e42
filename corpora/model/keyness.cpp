// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/keyness.hpp"

#include <array>
#include <cmath>

namespace demarche {

namespace {

bool are_comparable(double count, double size, double other_count, double other_size) noexcept {
    return size > 0 && other_size > 0 && count + other_count > 0;
}

}  // namespace

double log_likelihood(double count, double size, double other_count, double other_size) noexcept {
    if (!are_comparable(count, size, other_count, other_size)) return 0;
    const double share = (count + other_count) / (size + other_size);
    const auto part = [share](double observed, double of) {
        return observed > 0 ? observed * std::log(observed / (of * share)) : 0;
    };
    return 2 * (part(count, size) + part(other_count, other_size));
}

std::optional<double> log_ratio(double count, double size, double other_count, double other_size) noexcept {
    if (!are_comparable(count, size, other_count, other_size)) return std::nullopt;
    const auto at_least_half = [](double observed) { return observed > 0 ? observed : 0.5; };
    return std::log2((at_least_half(count) / size) / (at_least_half(other_count) / other_size));
}

std::optional<double> percent_difference(double count, double size, double other_count,
                                         double other_size) noexcept {
    if (!are_comparable(count, size, other_count, other_size) || other_count <= 0) return std::nullopt;
    const double frequency = count / size, other = other_count / other_size;
    return 100 * (frequency - other) / other;
}

std::optional<double> significance_of(double log_likelihood) noexcept {
    struct Level {
        double reached, p;
    };
    constexpr std::array<Level, 4> levels = {
        {{15.13, 0.0001}, {10.83, 0.001}, {significant_log_likelihood, 0.01}, {3.84, 0.05}}};
    for (const Level& level : levels)
        if (log_likelihood >= level.reached) return level.p;
    return std::nullopt;
}

}  // namespace demarche
