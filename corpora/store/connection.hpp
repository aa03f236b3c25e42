// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpora/store/sqlite.hpp"
#include "corpora/store/study_store.hpp"

namespace demarche {

// What a StudyStore holds: one connection to study.sqlite, whose tables have been checked.
struct StudyStore::Connection {
    sqlite::Database database;
    bool writes = false;

    Connection(const std::filesystem::path& file, sqlite::Database::Access access)
        : database(file, access), writes(access == sqlite::Database::Access::read_write_create) {}

    // documents.number; Error{missing} when the study has no such document.
    std::int64_t number_of(const std::string& document);
    // The text of a document, checked. Error{missing} when it has none, Error{malformed} when damaged.
    CleanText text_of(const std::string& document);
};

}  // namespace demarche
