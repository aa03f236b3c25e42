// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/near_passages.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace demarche {

namespace {

constexpr double near_enough = 0.25;
// Two words, such as the name of a house, are found in what has nothing to do with each other.
constexpr std::size_t fewest_words = 6, fewest_shared = 3;

// Numbers are equal by chance, in lists and tables above all.
bool is_number(std::string_view word) {
    return word.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_long_enough(const ComparedSentence& sentence) {
    const auto words = std::count_if(sentence.words.begin(), sentence.words.end(),
                                     [](const ComparedWord& word) { return !is_number(word.key); });
    return static_cast<std::size_t>(words) >= fewest_words;
}

using Weights = std::map<std::string_view, double>;

class Weighing {
public:
    void count(const ComparedSentence& sentence) {
        ++sentences_;
        for (const auto& [word, times] : counts_of(sentence)) ++sentences_with_[word];
    }
    // Of length 1.
    Weights weights_of(const ComparedSentence& sentence) const {
        Weights weights = counts_of(sentence);
        double sum = 0;
        for (auto& [word, weight] : weights) {
            weight *= std::log((1.0 + sentences_) / (1.0 + sentences_with_.at(word)));
            sum += weight * weight;
        }
        if (sum > 0)
            for (auto& [word, weight] : weights) weight /= std::sqrt(sum);
        return weights;
    }
    bool is_common(std::string_view word) const {
        constexpr double few = 10;
        return sentences_with_.at(word) > few && sentences_with_.at(word) * 20 > sentences_;
    }

private:
    static Weights counts_of(const ComparedSentence& sentence) {
        Weights counts;
        for (const ComparedWord& word : sentence.words)
            if (!is_number(word.key)) ++counts[word.key];
        return counts;
    }

    double sentences_ = 0;
    std::unordered_map<std::string_view, double> sentences_with_;
};

struct Product {
    double sum = 0;
    std::size_t shared = 0;  // words
};

}  // namespace

std::vector<NearPassage> near_passages(const ComparedText& before, const std::vector<std::size_t>& of_before,
                                       const ComparedText& after, const std::vector<std::size_t>& of_after,
                                       std::size_t most) {
    Weighing weighing;
    for (const std::size_t i : of_before) weighing.count(before[i]);
    for (const std::size_t j : of_after) weighing.count(after[j]);
    std::unordered_map<std::string_view, std::vector<std::pair<std::size_t, double>>> postings;
    for (const std::size_t j : of_after) {
        if (!is_long_enough(after[j])) continue;
        for (const auto& [word, weight] : weighing.weights_of(after[j])) postings[word].emplace_back(j, weight);
    }
    std::vector<NearPassage> found;
    for (const std::size_t i : of_before) {
        if (!is_long_enough(before[i])) continue;
        std::map<std::size_t, Product> products;
        const Weights weights = weighing.weights_of(before[i]);
        for (const auto& [word, weight] : weights)
            if (const auto list = postings.find(word); list != postings.end() && !weighing.is_common(word))
                for (const auto& [j, other] : list->second) {
                    products[j].sum += weight * other;
                    ++products[j].shared;
                }
        for (const auto& [j, product] : products)
            if (product.shared >= fewest_shared && product.sum >= near_enough) found.push_back({i, j, product.sum});
    }
    std::sort(found.begin(), found.end(), [](const NearPassage& a, const NearPassage& b) {
        return std::tuple(-a.likeness, a.before, a.after) < std::tuple(-b.likeness, b.before, b.after);
    });
    std::vector<bool> is_used_before(before.size()), is_used_after(after.size());
    std::vector<NearPassage> best;
    for (const NearPassage& pair : found) {
        if (best.size() == most) break;
        if (is_used_before[pair.before] || is_used_after[pair.after]) continue;
        is_used_before[pair.before] = is_used_after[pair.after] = true;
        best.push_back(pair);
    }
    return best;
}

}  // namespace demarche
