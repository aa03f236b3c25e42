// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "graphs/comparison/matrix.hpp"

namespace demarche {

// The documents of one year, or of several.
struct TrendPeriod {
    int from = 0, to = 0;  // years, both included
    std::vector<std::size_t> documents;
    std::size_t documents_failed = 0;
    std::uint32_t sentences = 0;
    std::vector<CodeCell> cells;  // by code of the study
};

struct TrendTable {
    std::vector<TrendPeriod> periods;  // in order, without those that have no document
    std::size_t documents_without_year = 0;
};

// How each code comes and goes with the years of publication.
//
// years  that a period has, 1 or more; periods begin with multiples of it, so that 5 gives 2010-2014, 2015-2019
TrendTable trends_of(const CodedStudy& study, int years);

}  // namespace demarche
