// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/evaluation/bootstrap.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>

namespace demarche {

namespace {

constexpr double lower_share = 0.025, upper_share = 0.975;
constexpr std::ptrdiff_t fewest_clusters = 5;

// A number below `bound`, each as likely as the others: numbers from the last,
// incomplete round of the engine's range are thrown away.
std::size_t below(std::size_t bound, std::mt19937_64& engine) {
    constexpr std::uint64_t last = std::mt19937_64::max();
    const std::uint64_t rounds = last - last % bound;
    std::uint64_t number = engine();
    while (number >= rounds) number = engine();
    return static_cast<std::size_t>(number % bound);
}

// Most clusters look alike (no code in any of them), so each kind is summed once, times how often it was drawn.
struct Kinds {
    std::vector<const Sums*> sums;
    std::vector<std::size_t> of_cluster;

    explicit Kinds(const std::vector<Sums>& clusters) {
        std::map<Sums, std::size_t> numbers;
        for (const Sums& cluster : clusters) {
            const auto [entry, is_new] = numbers.try_emplace(cluster, sums.size());
            if (is_new) sums.push_back(&cluster);
            of_cluster.push_back(entry->second);
        }
    }

    Sums drawn(const std::uint32_t* times) const {
        std::vector<std::uint64_t> count(sums.size(), 0);
        for (std::size_t cluster = 0; cluster < of_cluster.size(); ++cluster)
            count[of_cluster[cluster]] += times[cluster];
        Sums total(sums.front()->size(), 0.0);
        for (std::size_t kind = 0; kind < sums.size(); ++kind)
            if (count[kind] > 0)
                for (std::size_t i = 0; i < total.size(); ++i)
                    total[i] += static_cast<double>(count[kind]) * (*sums[kind])[i];
        return total;
    }
};

// The value below or at which at least `share` of the sorted values lie.
double at_rank(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size());
    auto rank = static_cast<std::size_t>(place);
    if (static_cast<double>(rank) < place) ++rank;
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

}  // namespace

Draws::Draws(std::size_t clusters, std::size_t draws, std::uint64_t seed) : clusters_(clusters) {
    std::mt19937_64 engine(seed);
    times_.assign(clusters * draws, 0);
    if (clusters == 0) return;
    for (std::size_t draw = 0; draw < draws; ++draw)
        for (std::size_t i = 0; i < clusters; ++i) ++times_[draw * clusters + below(clusters, engine)];
}

std::vector<std::optional<Interval>> bootstrap_intervals(const std::vector<Sums>& clusters, const Draws& draws,
                                                         const std::function<Figures(const Sums&)>& figures) {
    if (clusters.size() != draws.clusters())
        throw std::logic_error("bootstrap_intervals: there must be sums for every cluster of the draws");
    if (clusters.empty()) return {};
    const auto holds_something = [](const Sums& sums) {
        return std::any_of(sums.begin(), sums.end(), [](double sum) { return sum != 0; });
    };
    const bool is_enough = std::count_if(clusters.begin(), clusters.end(), holds_something) >= fewest_clusters;
    if (!is_enough) return std::vector<std::optional<Interval>>(figures(clusters.front()).size());
    const Kinds kinds(clusters);
    std::vector<std::vector<double>> values;
    for (std::size_t draw = 0; draw < draws.size(); ++draw) {
        const Figures drawn = figures(kinds.drawn(draws.times(draw)));
        values.resize(drawn.size());
        for (std::size_t i = 0; i < drawn.size(); ++i)
            if (drawn[i]) values[i].push_back(*drawn[i]);
    }
    std::vector<std::optional<Interval>> intervals;
    for (std::vector<double>& drawn : values) {
        std::sort(drawn.begin(), drawn.end());
        const bool is_defined = !drawn.empty() && drawn.size() * 2 >= draws.size();
        intervals.push_back(is_defined
                                ? std::optional(Interval{at_rank(drawn, lower_share), at_rank(drawn, upper_share)})
                                : std::nullopt);
    }
    return intervals;
}

}  // namespace demarche
