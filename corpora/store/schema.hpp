// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "corpora/store/sqlite.hpp"

namespace demarche {

// "dmrc": how other programs (file(1), the sqlite3 shell) know a study from other SQLite files.
inline constexpr std::int64_t study_application_id = 0x646D7263;
// PRAGMA user_version. Raised whenever an older demarche would misread the file.
inline constexpr std::int64_t study_format = 2;

// Sentences and mentions of a document have the row numbers
// first_row(n) .. last_row(n), where n is documents.number: one walk along the
// table gives a document's rows in order, with no index besides.
constexpr std::int64_t first_row(std::int64_t document) {
    return document << 32;
}
constexpr std::int64_t last_row(std::int64_t document) {
    return (document << 32) + 0xFFFFFFFF;
}
constexpr std::int64_t row_of(std::int64_t document, std::uint32_t ordinal) {
    return (document << 32) + ordinal;
}

// Whether nothing has been written to the file yet.
bool is_empty_file(sqlite::Database& database);

// Makes the tables of schema.md in an empty file, in one transaction.
void create_schema(sqlite::Database& database);

// Adds the tables that an earlier study of the same format lacks.
void add_tables(sqlite::Database& database);
// Whether the study has them: one that is only read may not.
bool has_tables_of_names(sqlite::Database& database);

// Error{malformed} if the file is not a study, Error{version} if a newer demarche wrote it.
void check_schema(sqlite::Database& database);

}  // namespace demarche
