// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace demarche {

namespace {

constexpr std::size_t most_named = 5;

double sum_of(const std::vector<double>& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

// p * log2(p / mean), of one part of the divergence.
double surprise(double share, double mean) {
    return share > 0 ? share * std::log2(share / mean) : 0;
}

// A unit's weights. Nothing for a code that cannot be found in what was read of it.
std::vector<std::optional<double>> weights_of(const std::vector<CodeCell>& cells, CellValue value) {
    std::vector<std::optional<double>> weights;
    weights.reserve(cells.size());
    for (CodeCell cell : cells) {
        if (cell.sentences == 0) {
            weights.emplace_back();
            continue;
        }
        // What was read stands for the rest.
        cell.misses_pages = cell.misses_languages = false;
        cell.documents_known = std::max(cell.documents_known, 1U);
        weights.push_back(value_of(cell, value));
    }
    return weights;
}

// What two units have, side by side, of the codes that can be found in both.
struct Aligned {
    std::vector<double> one, other;
    std::vector<std::size_t> codes;
};

Aligned aligned(const std::vector<std::optional<double>>& one, const std::vector<std::optional<double>>& other) {
    Aligned both;
    for (std::size_t code = 0; code < one.size(); ++code) {
        if (!one[code] || !other[code]) continue;
        both.one.push_back(*one[code]);
        both.other.push_back(*other[code]);
        both.codes.push_back(code);
    }
    return both;
}

// The codes that contribute most to the likeness: to the cosine's product, or to the shares that overlap.
std::vector<std::size_t> rests_on(const Aligned& both, LikenessMethod method) {
    const double sum_one = sum_of(both.one), sum_other = sum_of(both.other);
    std::vector<std::pair<double, std::size_t>> parts;
    for (std::size_t i = 0; i < both.codes.size(); ++i) {
        const double part = method == LikenessMethod::cosine
                                ? both.one[i] * both.other[i]
                                : std::min(both.one[i] / sum_one, both.other[i] / sum_other);
        if (part > 0) parts.emplace_back(-part, both.codes[i]);
    }
    std::sort(parts.begin(), parts.end());
    if (parts.size() > most_named) parts.resize(most_named);
    std::vector<std::size_t> codes(parts.size());
    std::transform(parts.begin(), parts.end(), codes.begin(), [](const auto& part) { return part.second; });
    return codes;
}

Likeness compare(const std::vector<std::optional<double>>& one, const std::vector<std::optional<double>>& other,
                 LikenessMethod method) {
    const Aligned both = aligned(one, other);
    Likeness likeness;
    likeness.compared = both.codes.size();
    for (std::size_t i = 0; i < both.codes.size(); ++i)
        if (both.one[i] > 0 && both.other[i] > 0) ++likeness.shared;
    const auto is_nothing = [](const auto& weights) {
        return std::none_of(weights.begin(), weights.end(),
                            [](const auto& weight) { return weight && *weight > 0; });
    };
    if (is_nothing(one) || is_nothing(other)) {
        likeness.missing = NoLikeness::nothing_found;
        return likeness;
    }
    if (2 * both.codes.size() < one.size()) {
        likeness.missing = NoLikeness::few_codes;
        return likeness;
    }
    likeness.value = method == LikenessMethod::cosine ? cosine(both.one, both.other)
                                                      : jensen_shannon_distance(both.one, both.other);
    if (likeness.value)
        likeness.rests_on = rests_on(both, method);
    else
        likeness.missing = NoLikeness::nothing_found;
    return likeness;
}

}  // namespace

std::string_view to_string(LikenessMethod method) noexcept {
    switch (method) {
        case LikenessMethod::cosine: return "cosine";
        case LikenessMethod::jensen_shannon: return "jensen-shannon";
        case LikenessMethod::text: return "text";
    }
    return "unknown";
}

std::string_view explanation_of(NoLikeness reason) noexcept {
    switch (reason) {
        case NoLikeness::nothing_found: return "nothing found to compare in one of them";
        case NoLikeness::few_codes: return "the codebook finds fewer than half of the codes in their languages";
        case NoLikeness::no_language: return "texts in different languages";
        case NoLikeness::few_texts: return "too few texts in their language to weigh words by";
    }
    return "unknown";
}

std::optional<double> cosine(const std::vector<double>& one, const std::vector<double>& other) {
    if (one.size() != other.size()) throw std::invalid_argument("cosine: vectors of different lengths");
    const double product = std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
    const double length_one = std::inner_product(one.begin(), one.end(), one.begin(), 0.0);
    const double length_other = std::inner_product(other.begin(), other.end(), other.begin(), 0.0);
    if (length_one <= 0 || length_other <= 0) return std::nullopt;
    return std::min(product / std::sqrt(length_one * length_other), 1.0);  // rounding may lead just beyond 1
}

std::optional<double> jensen_shannon_distance(const std::vector<double>& one, const std::vector<double>& other) {
    if (one.size() != other.size()) throw std::invalid_argument("jensen_shannon: vectors of different lengths");
    const double sum_one = sum_of(one), sum_other = sum_of(other);
    if (sum_one <= 0 || sum_other <= 0) return std::nullopt;
    double divergence = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double p = one[i] / sum_one, q = other[i] / sum_other, mean = (p + q) / 2;
        divergence += (surprise(p, mean) + surprise(q, mean)) / 2;
    }
    return std::sqrt(std::clamp(divergence, 0.0, 1.0));
}

std::vector<Likeness> LikenessTable::most_alike_first() const {
    std::vector<Likeness> sorted = pairs;
    const bool is_distance = method == LikenessMethod::jensen_shannon;
    std::stable_sort(sorted.begin(), sorted.end(), [is_distance](const Likeness& a, const Likeness& b) {
        if (!a.value || !b.value) return a.value.has_value() && !b.value;
        return is_distance ? *a.value < *b.value : *a.value > *b.value;
    });
    return sorted;
}

LikenessTable code_likeness(const CodedStudy& study, const CodeMatrix& matrix, LikenessMethod method,
                            CellValue value) {
    LikenessTable table{method, matrix.units, {}, {}};
    for (const ComparedCode& code : study.codes()) table.features.push_back(code.id);
    std::vector<std::vector<std::optional<double>>> weights;
    weights.reserve(matrix.cells.size());
    for (const auto& cells : matrix.cells) weights.push_back(weights_of(cells, value));
    for (std::size_t one = 0; one < weights.size(); ++one)
        for (std::size_t other = one + 1; other < weights.size(); ++other) {
            Likeness likeness = compare(weights[one], weights[other], method);
            likeness.one = one;
            likeness.other = other;
            table.pairs.push_back(std::move(likeness));
        }
    return table;
}

}  // namespace demarche
