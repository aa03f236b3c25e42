// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "corpora/exports/table_source.hpp"

namespace demarche {

// One row for each sentence of each document that has a text, mentions or not:
// what a classifier is trained on, and what "no mention" is counted against.
// Memory: one document.
void write_sentences_csv(const TableSource& source, std::ostream& out);
void write_sentences_jsonl(const TableSource& source, std::ostream& out);

}  // namespace demarche
