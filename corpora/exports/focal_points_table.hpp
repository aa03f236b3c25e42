// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "corpora/exports/table_source.hpp"

namespace demarche {

// One row for each office that a document names as its state's: organisation and acronym as printed,
// the model that it stands for, where it is first named, and in how many sentences.
void write_focal_points_csv(const TableSource& source, std::ostream& out);

// One row for each short form that a document explains, with the code that it stands for, if any.
void write_defined_names_csv(const TableSource& source, std::ostream& out);

}  // namespace demarche
