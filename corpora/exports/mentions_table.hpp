// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "corpora/exports/table_source.hpp"

namespace demarche {

// One row for each mention, with its quotation, where it stands, the entry that
// found it, and its document's state and year.
//
// begin, end     bytes of the document's clean text
// within (JSON)  [begin, end) of the words in "text", in bytes of UTF-8
// boxes (JSON)   [[page, x0, y0, x1, y1], ...], one for each printed line, in
//                points from the page's top left corner
//
// In CSV the texts are guarded against formulas (see csv.hpp), and there are no
// boxes. Memory: one mention.
void write_mentions_csv(const TableSource& source, std::ostream& out);
void write_mentions_jsonl(const TableSource& source, std::ostream& out);

// One mention as write_mentions_jsonl() writes it. `document` is the one it stands in.
void write_mention_jsonl(const Observation& observation, const StudyDocument& document, std::ostream& out);

}  // namespace demarche
