// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <vector>

#include "corpora/concordance/concordance.hpp"

namespace demarche {

// A row for each line: document, state, year, page, sentence (its number), section, role, language, left, keyword,
// right, sentence_id, mention, code, stance. The last three are empty for a query.
void write_concordance_csv(const Concordance& concordance, std::ostream& out);

// One object: what was asked, counts, documents not read, and `lines` with the same keys as the table, begin and
// end of the keyword in the document's text, and `boxes` as [page, x0, y0, x1, y1] in points, one per printed line.
void write_concordance_json(const Concordance& concordance, std::ostream& out);

// What count_by_document() or count_by_state() has counted. Of what could not be read, counts are empty (null), not
// 0.
void write_hit_counts_csv(const std::vector<HitCount>& counts, std::ostream& out);
void write_hit_counts_json(const Concordance& concordance, const std::vector<HitCount>& counts, std::ostream& out);

}  // namespace demarche
