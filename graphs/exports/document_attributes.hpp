// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpora/model/study.hpp"
#include "graphs/exports/attributes.hpp"

namespace demarche {

// The columns of a study's documents, for formats that tell of them besides the network. Of a document that could
// not be read the counts are missing, for nothing was counted.
std::vector<Attribute<StudyDocument>> document_attributes();

}  // namespace demarche
