// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace demarche {

// A pair of places, one in each of two sequences.
struct ChainItem {
    std::size_t before = 0, after = 0;
    std::size_t weight = 1;
    std::size_t index = 0;  // the caller's
};

// The indices of the items that rise in both sequences and weigh most together: the
// heaviest increasing subsequence, by a Fenwick tree over prefix maxima (Fenwick 1994).
//
// cost  n log n
std::vector<std::size_t> heaviest_chain(std::vector<ChainItem> items);

}  // namespace demarche
