// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpora/model/page.hpp"

namespace demarche {

// Puts the words of each page into the order in which a reader takes them: column
// after column, boxes apart from the text beside them, tables row by row and cell
// by cell; marks anew where lines and blocks begin. What stands on the page, and
// the boxes, stay as they are.
//
// Poppler suggests an order too, but it reads across columns that stand close
// together, down the columns of tables, and takes titles out of their place.
//
// A page without geometry (plain text, or places that are no numbers) keeps its order. Turned words come last,
// unless most of the page is turned.
//
// cost  O(n log n) in the number of a page's words
void arrange(std::vector<Page>& pages);

}  // namespace demarche
