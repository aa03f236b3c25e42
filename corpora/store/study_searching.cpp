// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sentences out of the study by their words.
#include <map>
#include <utility>

#include "corpora/exports/names.hpp"
#include "corpora/store/connection.hpp"
#include "corpora/store/schema.hpp"

namespace demarche {

namespace {

using sqlite::Database;
using sqlite::Rows;

BlockRole role_at(const Database& database, const Rows& rows, int column) {
    const auto role = role_named(rows.text(column));
    if (!role)
        database.fail_malformed("is damaged: \"" + rows.string(column) + "\" is not a word it may hold there");
    return *role;
}

// id, begin, end, page, language, role, section, text
StudySentence sentence_at(const Database& database, const Rows& rows, const std::string& document) {
    StudySentence found;
    found.document = document;
    found.sentence.ordinal = static_cast<std::uint32_t>(rows.integer(0) & 0xFFFFFFFF);
    const std::uint32_t begin = rows.number(1), end = rows.number(2);
    found.text = rows.text(7);
    if (end < begin || found.text.size() != end - begin)
        database.fail_malformed("is damaged: a sentence is not as long as its text");
    found.sentence.span = Span(begin, end);
    found.sentence.page = rows.number(3);
    found.sentence.language = rows.text(4);
    found.sentence.role = role_at(database, rows, 5);
    found.sentence.section = rows.text(6);
    return found;
}

using Numbers = std::map<std::int64_t, std::string>;

Numbers numbers_of(Database& database) {
    Numbers numbers;
    Rows rows(database.prepared("SELECT number, id FROM documents"));
    while (rows.next()) numbers.emplace(rows.integer(0), rows.string(1));
    return numbers;
}

}  // namespace

void StudyStore::at_one_moment(const std::function<void()>& read) const {
    const sqlite::Snapshot snapshot(connection_->database);
    read();
}

CleanText StudyStore::text(const std::string& document) const {
    const sqlite::Snapshot snapshot(connection_->database);
    return connection_->text_of(document);
}

void StudyStore::for_each_sentence(const std::vector<std::string>& documents, const std::string& expression,
                                   const std::function<void(const StudySentence&)>& visit) const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    if (expression.empty()) {
        // Of its own: a visitor may ask the study something meanwhile.
        sqlite::Statement statement(database,
                                    "SELECT id, begin, end, page, language, role, section, text FROM sentence_rows "
                                    "WHERE id BETWEEN ? AND ? ORDER BY id");
        for (const std::string& document : documents) {
            const std::int64_t number = connection_->number_of(document);
            const std::int64_t first = first_row(number), last = last_row(number);
            Rows rows(statement, first, last);
            while (rows.next()) visit(sentence_at(database, rows, document));
        }
        return;
    }
    Numbers wanted;
    for (const std::string& document : documents) wanted.emplace(connection_->number_of(document), document);
    sqlite::Statement statement(database,
                                "SELECT s.id, s.begin, s.end, s.page, s.language, s.role, s.section, s.text "
                                "FROM sentences_fts f CROSS JOIN sentence_rows s ON s.id = f.rowid "
                                "WHERE sentences_fts MATCH ? ORDER BY f.rowid");
    Rows rows(statement, expression);
    while (rows.next())
        if (const auto document = wanted.find(rows.integer(0) >> 32); document != wanted.end())
            visit(sentence_at(database, rows, document->second));
}

void StudyStore::for_each_index_word(const std::function<void(std::string_view)>& visit) const {
    Database& database = connection_->database;
    // In the connection's own temporary part: the study's file is not written to.
    database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.sentence_words USING fts5vocab(main, sentences_fts, row)");
    Rows rows(database.prepared("SELECT term FROM temp.sentence_words"));
    while (rows.next()) visit(rows.text(0));
}

std::vector<SentenceCount> StudyStore::sentence_counts() const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    const Numbers numbers = numbers_of(database);
    std::vector<SentenceCount> counts;
    Rows rows(
        database.prepared("SELECT id >> 32, language, role, count(*) FROM sentence_rows "
                          "GROUP BY id >> 32, language, role ORDER BY id >> 32, language, role"));
    while (rows.next()) {
        const auto document = numbers.find(rows.integer(0));
        if (document == numbers.end()) database.fail_malformed("is damaged: it has sentences of no document");
        counts.push_back({document->second, rows.string(1), role_at(database, rows, 2), rows.number(3)});
    }
    return counts;
}

}  // namespace demarche
