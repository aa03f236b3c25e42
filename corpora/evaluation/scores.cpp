// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/evaluation/scores.hpp"

namespace demarche {

namespace {

std::optional<double> share_of(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

// The mean of those that are defined.
class Mean {
public:
    void add(std::optional<double> value) {
        if (!value) return;
        sum_ += *value;
        ++count_;
    }
    std::optional<double> value() const {
        if (count_ == 0) return std::nullopt;
        return sum_ / count_;
    }

private:
    double sum_ = 0;
    int count_ = 0;
};

}  // namespace

std::optional<double> Counts::precision() const {
    return share_of(both, both + extra);
}

std::optional<double> Counts::recall() const {
    return share_of(both, both + missed);
}

std::optional<double> Counts::f1() const {
    return share_of(2 * both, 2 * both + missed + extra);
}

std::optional<double> StanceCounts::share() const {
    return share_of(same, both);
}

Macro macro_over(const std::vector<Counts>& codes) {
    Macro macro;
    Mean precision, recall, f1;
    for (const Counts& code : codes) {
        if (!code.f1()) continue;
        ++macro.codes;
        precision.add(code.precision());
        recall.add(code.recall());
        f1.add(code.f1());
    }
    macro.precision = precision.value();
    macro.recall = recall.value();
    macro.f1 = f1.value();
    return macro;
}

}  // namespace demarche
