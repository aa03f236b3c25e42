// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/page.hpp"
#include "extractors/text/lines.hpp"

namespace demarche {

// What lines are because of the page that they stand on: the cover, the imprint, a
// contents list (page numbers that count up at the ends of lines). One entry per
// line, empty for all others, and for all in a file without geometry.
//
// texts  of the lines; empty ones (margins) are passed over
std::vector<std::optional<BlockRole>> front_matter(const std::vector<Page>& pages,
                                                   const std::vector<PrintedLine>& lines,
                                                   const std::vector<std::string>& texts);

// Dots, ellipses or a rule between a heading and its page number.
bool has_leader(std::string_view text);

}  // namespace demarche
