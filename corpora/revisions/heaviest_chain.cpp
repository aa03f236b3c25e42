// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/heaviest_chain.hpp"

#include <algorithm>
#include <tuple>

namespace demarche {

namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

struct Best {
    std::size_t weight = 0;
    std::size_t item = nobody;
};

// The heaviest chain that ends at or before a rank.
class PrefixMaximum {
public:
    explicit PrefixMaximum(std::size_t ranks) : best_(ranks + 1) {}

    Best up_to(std::size_t rank) const {
        Best best;
        for (std::size_t i = rank; i > 0; i -= i & (~i + 1))
            if (best_[i].weight > best.weight) best = best_[i];
        return best;
    }
    void raise(std::size_t rank, Best to) {
        for (std::size_t i = rank; i < best_.size(); i += i & (~i + 1))
            if (to.weight > best_[i].weight) best_[i] = to;
    }

private:
    std::vector<Best> best_;  // from 1
};

}  // namespace

std::vector<std::size_t> heaviest_chain(std::vector<ChainItem> items) {
    std::sort(items.begin(), items.end(), [](const ChainItem& a, const ChainItem& b) {
        return std::tie(a.before, b.after) <
               std::tie(b.before, a.after);  // equal befores must not follow each other
    });
    std::vector<std::size_t> ranks;
    ranks.reserve(items.size());
    for (const ChainItem& item : items) ranks.push_back(item.after);
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    const auto rank_of = [&](std::size_t after) {
        return static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), after) - ranks.begin()) + 1;
    };
    PrefixMaximum chains(ranks.size());
    std::vector<std::size_t> earlier(items.size(), nobody);
    Best heaviest;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::size_t rank = rank_of(items[i].after);
        const Best before = chains.up_to(rank - 1);
        earlier[i] = before.item;
        const Best with{before.weight + items[i].weight, i};
        chains.raise(rank, with);
        if (with.weight > heaviest.weight) heaviest = with;
    }
    std::vector<std::size_t> chain;
    for (std::size_t i = heaviest.item; i != nobody; i = earlier[i]) chain.push_back(items[i].index);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace demarche
