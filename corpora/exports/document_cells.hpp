// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpora/model/csv_writer.hpp"
#include "corpora/model/study.hpp"

namespace demarche {

// The columns "document", "state" and "year", as every table of what documents say has them.
inline void add_document_cells(CsvWriter& csv, const StudyDocument& document) {
    csv.text(document.id);
    csv.text_or_empty(document.facts.state ? std::optional<std::string_view>(document.facts.state->value)
                                           : std::nullopt);
    if (document.facts.year)
        csv.number(std::int64_t{document.facts.year->value});
    else
        csv.empty();
}

}  // namespace demarche
