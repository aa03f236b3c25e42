// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// Which lines are running heads, feet and page numbers: the same text (numbers
// apart) at the same height near the top or bottom edge of several pages. One
// entry per line. In a file without geometry none is.
std::vector<bool> find_margins(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines);

}  // namespace demarche
