// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "corpora/exports/table_source.hpp"

namespace demarche {

// A table that a study can be exported as.
struct TableExport {
    std::string_view name;         // on the command line: "mentions-csv"
    std::string_view description;  // one line of help
    void (*write)(const TableSource& source, std::ostream& out);
};

// Every table, in the order in which help lists them. A new one is one new file
// and one line here. Written out because a self-registering static object is
// silently dropped by the linker when it lives in a static library.
const std::vector<TableExport>& table_exports();

// Null when there is none of that name.
const TableExport* find_table_export(std::string_view name) noexcept;

}  // namespace demarche
