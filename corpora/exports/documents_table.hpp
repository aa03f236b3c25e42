// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include "corpora/model/study.hpp"

namespace demarche {

// One row for each document, failed ones included: facts with their provenance,
// text quality, counts, the reason of a failure, and the manifest's own columns
// as "manifest_NAME" (CSV) or under "manifest" (JSON lines).
//
// What depends on the machine (path, time of change) is left out: the same study
// gives the same bytes everywhere. Of a failed document the counts are empty.
void write_documents_csv(const std::vector<StudyDocument>& documents, std::ostream& out);
void write_documents_jsonl(const std::vector<StudyDocument>& documents, std::ostream& out);

}  // namespace demarche
