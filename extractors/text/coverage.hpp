// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/text/fragments.hpp"

namespace demarche {

struct Extent {
    float left = 0, right = 0;
    float middle() const noexcept { return (left + right) / 2; }
    float width() const noexcept { return right - left; }
};

// How many fragments stand over each point of a line across the page. Leaders are
// passed over: they fill whatever white there is.
//
// cost  O(n) in the number of fragments
class Coverage {
public:
    Coverage(const Fragments& fragments, const std::vector<std::uint32_t>& group);

    // Where few stand between many: at most `allowed` over at least `narrowest` points.
    std::vector<Extent> valleys(int allowed, float narrowest) const;

    int peak() const;

private:
    std::size_t bin_of(float x) const;
    float x_of(std::size_t bin) const;

    float left_ = 0, step_ = 1;
    std::vector<int> counts_;
};

}  // namespace demarche
