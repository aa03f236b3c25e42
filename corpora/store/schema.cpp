// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables, as schema.md explains them to their readers. Why they are so:
//
// - Text ids everywhere a person looks, integers where there are many rows:
//   sentences, mentions and boxes are kept under integer row numbers and shown
//   with text ids by the views of those names. Measured, that is a third less
//   file and time than text keys.
// - Row numbers are "document, then place in it" in one integer (see
//   schema.hpp), so the tables need no index, and each document is written at
//   one place. The views' joins are written in both directions (">> 32" and
//   "BETWEEN") so that SQLite can start from a document or from a row.
// - Full-text index: external content, filled once per document instead of by
//   triggers. Every change goes through StudyStore, and 30,000 trigger calls cost more
//   than the indexing itself. columnsize=0 saves a row per sentence; only
//   bm25() is slower for it. automerge=0: the index is merged when sixteen
//   pieces have gathered, not a little at each transaction; a fifth cheaper.
// - Pages of 8 KiB: fewer writes than with 4 KiB; 16 KiB would make a study of one
//   brief document mostly empty pages.
#include "corpora/store/schema.hpp"

#include <string>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE study(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO study VALUES
    ('format', 'demarche study'),
    ('format_version', '2'),
    ('positions', 'bytes of UTF-8 in texts.text, end not included'),
    ('boxes', 'points (1/72 inch) from the top left corner of the page');

CREATE TABLE runs(
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    codebook_version TEXT NOT NULL,
    codebook_hash TEXT NOT NULL,
    options TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    documents_read INTEGER NOT NULL,
    documents_tagged INTEGER NOT NULL,
    documents_unchanged INTEGER NOT NULL,
    documents_failed INTEGER NOT NULL
);

CREATE TABLE documents(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    status TEXT NOT NULL CHECK(status IN ('analysed', 'failed')),
    state TEXT, state_from TEXT,
    title TEXT, title_from TEXT,
    year INTEGER, year_from TEXT,
    language TEXT, language_from TEXT,
    issuer TEXT, issuer_from TEXT,
    revises TEXT, revises_from TEXT,
    pages INTEGER,
    pages_with_text INTEGER,
    pages_blank INTEGER,
    pages_unread INTEGER,
    words INTEGER,
    hyphens_joined INTEGER,
    replacement_characters INTEGER,
    language_confidence REAL,
    pages_by_ocr INTEGER,
    pages_wrong_text INTEGER,
    ocr_confidence REAL,
    sentences INTEGER,
    mentions INTEGER,
    reading_key TEXT NOT NULL,
    tagging_key TEXT NOT NULL
);

CREATE TABLE document_further(
    document TEXT NOT NULL REFERENCES documents(id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(document, name)
) WITHOUT ROWID;

CREATE TABLE failures(
    document TEXT PRIMARY KEY REFERENCES documents(id),
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pages(
    document TEXT NOT NULL REFERENCES documents(id),
    number INTEGER NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    status TEXT NOT NULL CHECK(status IN ('text', 'ocr', 'blank', 'picture', 'wrong_text')),
    words INTEGER NOT NULL,
    margins TEXT NOT NULL,
    ocr_confidence REAL,
    wrong_text_layer INTEGER NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY(document, number)
) WITHOUT ROWID;

CREATE TABLE texts(
    document TEXT PRIMARY KEY REFERENCES documents(id),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    pieces BLOB NOT NULL
);

CREATE TABLE sentence_rows(
    id INTEGER PRIMARY KEY,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    page INTEGER NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    section TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE mention_rows(
    id INTEGER PRIMARY KEY,
    sentence INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    code TEXT NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    page INTEGER NOT NULL,
    term TEXT NOT NULL,
    rule TEXT NOT NULL,
    stance TEXT
);

CREATE TABLE box_rows(
    mention INTEGER NOT NULL,
    line INTEGER NOT NULL,
    page INTEGER NOT NULL,
    x0 INTEGER NOT NULL,
    y0 INTEGER NOT NULL,
    x1 INTEGER NOT NULL,
    y1 INTEGER NOT NULL,
    PRIMARY KEY(mention, line)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE sentences_fts USING fts5(
    text, content='sentence_rows', content_rowid='id', columnsize=0,
    tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO sentences_fts(sentences_fts, rank) VALUES('automerge', 0);

CREATE VIEW sentences AS
    SELECT d.id || ':' || (s.id & 4294967295) AS id, d.id AS document, s.id & 4294967295 AS ordinal,
           s.begin AS begin, s.end AS end, s.page AS page, s.language AS language, s.role AS role,
           s.section AS section, s.text AS text, s.id AS row
    FROM documents d JOIN sentence_rows s
      ON d.number = s.id >> 32 AND s.id BETWEEN d.number << 32 AND (d.number << 32) + 4294967295;

CREATE VIEW mentions AS
    SELECT d.id || ':' || m.sentence || ':' || m.code || ':' || m.nth AS id, d.id AS document,
           m.sentence AS sentence, m.id & 4294967295 AS ordinal, m.code AS code, m.nth AS nth,
           m.begin AS begin, m.end AS end, m.page AS page, m.term AS term, m.rule AS rule, m.stance AS stance,
           m.id AS row, (d.number << 32) + m.sentence AS sentence_row
    FROM documents d JOIN mention_rows m
      ON d.number = m.id >> 32 AND m.id BETWEEN d.number << 32 AND (d.number << 32) + 4294967295;

CREATE VIEW mention_boxes AS
    SELECT m.id AS mention, m.document AS document, b.line AS line, b.page AS page,
           b.x0 / 100.0 AS x0, b.y0 / 100.0 AS y0, b.x1 / 100.0 AS x1, b.y1 / 100.0 AS y1
    FROM mentions m JOIN box_rows b ON b.mention = m.row;

CREATE VIEW quotations AS
    SELECT m.id AS id, d.id AS document, d.state AS state, d.year AS year, d.title AS title, m.page AS page,
           m.code AS code, m.stance AS stance, m.term AS term, s.text AS text, s.section AS section,
           s.role AS role, s.language AS language, m.rule AS rule
    FROM mentions m JOIN documents d ON d.id = m.document JOIN sentence_rows s ON s.id = m.sentence_row;
)sql";

// What format 2 did not have from its beginning: added to a study when it is next written. Its documents are
// tagged anew by then, as the tagger that fills these is a new one.
constexpr const char* added_tables = R"sql(
CREATE TABLE IF NOT EXISTS defined_names(
    document TEXT NOT NULL REFERENCES documents(id),
    ordinal INTEGER NOT NULL,
    short_form TEXT NOT NULL,
    long_form TEXT NOT NULL,
    code TEXT,
    page INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    PRIMARY KEY(document, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS focal_points(
    document TEXT NOT NULL REFERENCES documents(id),
    ordinal INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    acronym TEXT,
    code TEXT NOT NULL,
    page INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY(document, ordinal)
) WITHOUT ROWID;
)sql";

}  // namespace

bool is_empty_file(sqlite::Database& database) {
    return database.integer_of("PRAGMA application_id") == 0 &&
           database.integer_of("SELECT count(*) FROM sqlite_schema") == 0;
}

void create_schema(sqlite::Database& database) {
    sqlite::Transaction transaction(database);
    // Another run may have been here between our look and our lock.
    if (is_empty_file(database)) {
        database.execute(tables);
        database.execute(added_tables);
        database.execute(("PRAGMA application_id = " + std::to_string(study_application_id)).c_str());
        database.execute(("PRAGMA user_version = " + std::to_string(study_format)).c_str());
    }
    transaction.commit();
}

void add_tables(sqlite::Database& database) {
    sqlite::Transaction transaction(database);
    database.execute(added_tables);
    transaction.commit();
}

bool has_tables_of_names(sqlite::Database& database) {
    return database.integer_of(
               "SELECT count(*) FROM sqlite_schema WHERE name IN ('defined_names', 'focal_points')") == 2;
}

void check_schema(sqlite::Database& database) {
    if (database.integer_of("PRAGMA application_id") != study_application_id)
        database.fail_malformed("is not a demarche study: it is an SQLite file of another program");
    const std::int64_t version = database.integer_of("PRAGMA user_version").value_or(0);
    if (version > study_format)
        throw Error(ErrorKind::version, database.file().string(),
                    "was written by a newer demarche (study format " + std::to_string(version) +
                        "; this one knows formats up to " + std::to_string(study_format) +
                        "); use that one, or make the study anew");
    if (version < 1) database.fail_malformed("is damaged: it does not say which format it has");
    if (version < study_format)
        throw Error(ErrorKind::version, database.file().string(),
                    "was written by an older demarche (study format " + std::to_string(version) +
                        "; this one writes format " + std::to_string(study_format) +
                        "); make the study anew in another folder");
}

}  // namespace demarche
