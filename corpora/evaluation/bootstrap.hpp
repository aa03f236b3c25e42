// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace demarche {

// How far a figure might be off because other sentences could have been coded:
// the same number of clusters is drawn anew, with replacement, many times over,
// and the figure computed from each draw (Efron & Tibshirani, An Introduction to
// the Bootstrap, 1993, chapter 13: the percentile interval).
//
// Every figure here is a function of sums over sentences, so that a draw adds up
// the sums of the clusters drawn and never looks at a sentence again.
using Sums = std::vector<double>;

struct Interval {
    double low = 0, high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

// A figure with its 95 % interval. Nothing where it is not defined (0/0).
struct Estimate {
    std::optional<double> value;
    std::optional<Interval> interval;
};

inline constexpr std::size_t bootstrap_draws = 1000;
inline constexpr std::uint64_t bootstrap_seed = 70174;

// Draws of clusters, the same for the same arguments on every machine: the
// engine is the standard's, which fixes its numbers; the standard's distributions
// are not used, because it does not fix theirs.
class Draws {
public:
    explicit Draws(std::size_t clusters, std::size_t draws = bootstrap_draws, std::uint64_t seed = bootstrap_seed);

    std::size_t clusters() const noexcept { return clusters_; }
    std::size_t size() const noexcept { return clusters_ == 0 ? 0 : times_.size() / clusters_; }
    // How often each cluster came in a draw, as many numbers as there are clusters.
    const std::uint32_t* times(std::size_t draw) const noexcept { return times_.data() + draw * clusters_; }

private:
    std::size_t clusters_;
    std::vector<std::uint32_t> times_;
};

// Several figures computed from the same sums.
using Figures = std::vector<std::optional<double>>;

// The 95 % percentile interval of each figure: of the draws in which it is
// defined, the value of rank 2.5 % and that of rank 97.5 % (nearest rank). None
// when it is defined in fewer than half of the draws, or when fewer than five
// clusters hold anything at all: draws of one document are that document again,
// and would look like certainty.
//
// clusters  the sums of each cluster, all of the same length; as many as the draws have
// figures   computes the figures from summed sums; always as many
// cost      draws x (clusters + distinct sums x their length)
std::vector<std::optional<Interval>> bootstrap_intervals(const std::vector<Sums>& clusters, const Draws& draws,
                                                         const std::function<Figures(const Sums&)>& figures);

}  // namespace demarche
