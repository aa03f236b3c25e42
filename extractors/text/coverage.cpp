// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/coverage.hpp"

#include <algorithm>

namespace demarche {

namespace {

// A point each on pages of usual size; wider sheets are looked at more coarsely.
constexpr float most_bins = 2048;

}  // namespace

Coverage::Coverage(const Fragments& fragments, const std::vector<std::uint32_t>& group) {
    left_ = 1e9F;
    float right = -1e9F;
    for (const std::uint32_t i : group) {
        left_ = std::min(left_, fragments[i].box.x0);
        right = std::max(right, fragments[i].box.x1);
    }
    step_ = std::max(1.0F, (right - left_) / most_bins);
    counts_.assign(bin_of(right) + 2, 0);
    for (const std::uint32_t i : group) {
        if (fragments[i].is_leader || fragments[i].box.x1 <= fragments[i].box.x0) continue;
        ++counts_[bin_of(fragments[i].box.x0)];
        --counts_[bin_of(fragments[i].box.x1) + 1];
    }
    for (std::size_t i = 1; i < counts_.size(); ++i) counts_[i] += counts_[i - 1];
}

std::vector<Extent> Coverage::valleys(int allowed, float narrowest) const {
    std::vector<Extent> found;
    int before = 0;  // the highest peak on the left
    for (std::size_t i = 0; i < counts_.size();) {
        if (counts_[i] > allowed) {
            before = std::max(before, counts_[i]);
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < counts_.size() && counts_[end] <= allowed) ++end;
        const bool is_between = before > allowed && end < counts_.size();
        const Extent valley{x_of(i), x_of(end)};
        if (is_between && valley.width() >= narrowest) found.push_back(valley);
        i = end;
    }
    return found;
}

int Coverage::peak() const {
    return *std::max_element(counts_.begin(), counts_.end());
}

std::size_t Coverage::bin_of(float x) const {
    return static_cast<std::size_t>(std::clamp((x - left_) / step_, 0.0F, most_bins));
}

float Coverage::x_of(std::size_t bin) const {
    return left_ + static_cast<float>(bin) * step_;
}

}  // namespace demarche
