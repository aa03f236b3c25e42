// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents and mentions out of the study. What is read is checked: a study
// comes from disks, mail and other people's programs.
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "corpora/exports/names.hpp"
#include "corpora/store/connection.hpp"
#include "corpora/store/schema.hpp"
#include "corpora/store/text_codec.hpp"

namespace demarche {

namespace {

using sqlite::Database;
using sqlite::Rows;

// A word that must be one of an enumeration's.
template <typename Value>
Value known(const Database& database, std::optional<Value> value, std::string_view word) {
    if (!value)
        database.fail_malformed("is damaged: \"" + std::string(word) + "\" is not a word it may hold there");
    return *value;
}

Span span_at(const Database& database, const Rows& rows, int column) {
    const std::uint32_t begin = rows.number(column), end = rows.number(column + 1);
    if (end < begin) database.fail_malformed("is damaged: a text in it ends before it begins");
    return {begin, end};
}

// --- documents ---

constexpr std::string_view document_columns =
    "SELECT id, name, path, sha256, size, modified, status, state, state_from, title, title_from, year, year_from, "
    "language, language_from, issuer, issuer_from, revises, revises_from, pages, pages_with_text, pages_blank, "
    "pages_unread, words, hyphens_joined, replacement_characters, language_confidence, sentences, mentions, "
    "reading_key, tagging_key, pages_by_ocr, pages_wrong_text, ocr_confidence FROM documents ORDER BY id";

Provenance provenance_at(const Database& database, const Rows& rows, int column) {
    return known(database, provenance_named(rows.text(column)), rows.text(column));
}

std::optional<Fact<std::string>> text_fact(const Database& database, const Rows& rows, int column) {
    if (rows.is_null(column)) return std::nullopt;
    return Fact<std::string>{rows.string(column), provenance_at(database, rows, column + 1)};
}

DocumentFacts facts_at(const Database& database, const Rows& rows, int column) {
    DocumentFacts facts;
    facts.state = text_fact(database, rows, column);
    facts.title = text_fact(database, rows, column + 2);
    if (!rows.is_null(column + 4))
        facts.year =
            Fact<int>{static_cast<int>(rows.integer(column + 4)), provenance_at(database, rows, column + 5)};
    facts.language = text_fact(database, rows, column + 6);
    facts.issuer = text_fact(database, rows, column + 8);
    facts.revises = text_fact(database, rows, column + 10);
    return facts;
}

// Of a failed document all are NULL, which reads as nought.
TextQuality quality_at(const Rows& rows, int column) {
    TextQuality quality;
    quality.pages = rows.number(column);
    quality.pages_with_text = rows.number(column + 1);
    quality.pages_blank = rows.number(column + 2);
    quality.pages_unread = rows.number(column + 3);
    quality.words = rows.number(column + 4);
    quality.hyphens_joined = rows.number(column + 5);
    quality.replacement_characters = rows.number(column + 6);
    quality.language_confidence = rows.real(column + 7);
    return quality;
}

StudyDocument document_at(const Database& database, const Rows& rows) {
    StudyDocument document;
    document.id = rows.string(0);
    document.name = rows.string(1);
    document.path = rows.string(2);
    document.stamp = {rows.string(3), static_cast<std::uint64_t>(rows.integer(4)), rows.integer(5)};
    if (rows.text(6) == "failed") document.failure.emplace();
    document.facts = facts_at(database, rows, 7);
    document.quality = quality_at(rows, 19);
    document.sentences = rows.number(27);
    document.mentions = rows.number(28);
    document.reading_key = rows.string(29);
    document.tagging_key = rows.string(30);
    document.quality.pages_by_ocr = rows.number(31);
    document.quality.pages_wrong_text = rows.number(32);
    document.quality.ocr_confidence = rows.real(33);
    return document;
}

// Gives each row of a table that is in order of document to the document it belongs to.
template <typename Add>
void add_rows(Database& database, std::string_view sql, std::vector<StudyDocument>& documents, const Add& add) {
    Rows rows(database.prepared(sql));
    auto document = documents.begin();
    while (rows.next()) {
        while (document != documents.end() && document->id.compare(rows.text(0)) < 0) ++document;
        if (document == documents.end() || document->id != rows.text(0))
            database.fail_malformed("is damaged: it speaks of a document that it does not hold");
        add(*document, rows);
    }
}

void add_further(Database& database, std::vector<StudyDocument>& documents) {
    add_rows(database, "SELECT document, name, value FROM document_further ORDER BY document, name", documents,
             [](StudyDocument& document, const Rows& rows) {
                 document.further.emplace(rows.string(1), rows.string(2));
             });
}

void add_failures(Database& database, std::vector<StudyDocument>& documents) {
    add_rows(database, "SELECT document, kind, place, what FROM failures ORDER BY document", documents,
             [&](StudyDocument& document, const Rows& rows) {
                 // Of a document that is analysed, it says why the analysis stops before the last page.
                 auto& reason = document.failure ? document.failure : document.partial;
                 reason = Failure{known(database, error_kind_named(rows.text(1)), rows.text(1)), rows.string(2),
                                  rows.string(3)};
             });
}

void add_remarks(Database& database, std::vector<StudyDocument>& documents) {
    add_rows(
        database,
        "SELECT document, remark, count(*) FROM pages WHERE status IN ('picture', 'wrong_text') AND remark <> '' "
        "GROUP BY document, remark ORDER BY document, remark",
        documents, [](StudyDocument& document, const Rows& rows) {
            document.unread_because.emplace(rows.string(1), rows.number(2));
        });
}

// --- the parts of one document ---

std::vector<PageRecord> pages_of(Database& database, const std::string& document) {
    Rows rows(database.prepared("SELECT number, width, height, status, words, margins, "
                                "ocr_confidence, wrong_text_layer, remark FROM pages "
                                "WHERE document = ? ORDER BY number"),
              document);
    std::vector<PageRecord> pages;
    while (rows.next()) {
        PageRecord page;
        page.number = rows.number(0);
        page.width = static_cast<float>(rows.real(1));
        page.height = static_cast<float>(rows.real(2));
        page.status = known(database, page_status_named(rows.text(3)), rows.text(3));
        page.words = rows.number(4);
        page.ocr_confidence = rows.real(6);
        page.has_wrong_text_layer = rows.integer(7) != 0;
        page.remark = rows.string(8);
        try {
            if (rows.text(5) != "[]")
                page.margins = nlohmann::json::parse(rows.text(5)).get<std::vector<std::string>>();
        } catch (const nlohmann::json::exception&) {
            database.fail_malformed("is damaged: the margins of a page are no JSON array of texts");
        }
        pages.push_back(std::move(page));
    }
    return pages;
}

std::vector<Sentence> sentences_of(Database& database, std::int64_t number, std::size_t text_length) {
    const std::int64_t first = first_row(number), last = last_row(number);
    Rows rows(database.prepared("SELECT id, begin, end, page, language, role, section FROM sentence_rows "
                                "WHERE id BETWEEN ? AND ? ORDER BY id"),
              first, last);
    std::vector<Sentence> sentences;
    while (rows.next()) {
        Sentence sentence;
        sentence.ordinal = static_cast<std::uint32_t>(rows.integer(0) - first);
        sentence.span = span_at(database, rows, 1);
        if (sentence.span.end() > text_length)
            database.fail_malformed("is damaged: a sentence lies outside its text");
        sentence.page = rows.number(3);
        sentence.language = rows.string(4);
        sentence.role = known(database, role_named(rows.text(5)), rows.text(5));
        sentence.section = rows.string(6);
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

// --- mentions ---

// Walks along the mentions of one document, and beside them along the boxes and
// sentences, so that nothing is sorted and one mention is in memory.
class ObservationWalk {
public:
    // sentence  its ordinal, or nothing for all
    ObservationWalk(Database& database, std::string document, std::int64_t number)
        : database_(database),
          document_(std::move(document)),
          number_(number),
          first_(first_row(number)),
          last_(last_row(number)),
          // Of its own: a visitor may ask the study something meanwhile.
          mention_statement_(database,
                             "SELECT id, sentence, nth, code, begin, end, page, term, rule, stance "
                             "FROM mention_rows WHERE id BETWEEN ? AND ? ORDER BY id"),
          box_statement_(database,
                         "SELECT mention, page, x0, y0, x1, y1 FROM box_rows "
                         "WHERE mention BETWEEN ? AND ? ORDER BY mention, line"),
          sentence_statement_(database,
                              "SELECT begin, end, text, section, role, language FROM sentence_rows WHERE id = ?"),
          mentions_(mention_statement_, first_, last_),
          boxes_(box_statement_, first_, last_),
          box_is_there_(boxes_.next()) {}

    bool next() {
        if (!mentions_.next()) return false;
        read_mention();
        read_sentence();
        read_boxes(mentions_.integer(0));
        return true;
    }
    const Observation& observation() const noexcept { return observation_; }

private:
    void read_mention() {
        Mention& mention = observation_.mention;
        mention.sentence = mentions_.number(1);
        mention.code = mentions_.text(3);
        mention.span = span_at(database_, mentions_, 4);
        mention.term = mentions_.text(7);
        mention.rule = mentions_.text(8);
        mention.stance.reset();
        if (!mentions_.is_null(9))
            mention.stance = known(database_, stance_named(mentions_.text(9)), mentions_.text(9));
        observation_.page = mentions_.number(6);
        observation_.document = document_;
        observation_.id = observation_id(document_, mention.sentence, mention.code, mentions_.number(2));
    }

    void read_sentence() {
        const Mention& mention = observation_.mention;
        if (mention.sentence != sentence_) {
            const std::int64_t row = row_of(number_, mention.sentence);
            Rows rows(sentence_statement_, row);
            if (!rows.next())
                database_.fail_malformed("is damaged: a mention stands in a sentence that is not there");
            sentence_span_ = span_at(database_, rows, 0);
            observation_.sentence = rows.text(2);
            observation_.section = rows.text(3);
            observation_.role = known(database_, role_named(rows.text(4)), rows.text(4));
            observation_.language = rows.text(5);
            sentence_ = mention.sentence;
        }
        if (!sentence_span_.contains(mention.span) || observation_.sentence.size() != sentence_span_.length())
            database_.fail_malformed("is damaged: a mention lies outside its sentence");
        observation_.within_sentence = mention.span.relative_to(sentence_span_.begin());
    }

    void read_boxes(std::int64_t mention) {
        observation_.boxes.clear();
        for (; box_is_there_ && boxes_.integer(0) <= mention; box_is_there_ = boxes_.next())
            if (boxes_.integer(0) == mention)
                observation_.boxes.push_back({boxes_.number(1),
                                              {to_points(boxes_.integer(2)), to_points(boxes_.integer(3)),
                                               to_points(boxes_.integer(4)), to_points(boxes_.integer(5))}});
    }

    Database& database_;
    std::string document_;
    std::int64_t number_;
    std::int64_t first_, last_;
    sqlite::Statement mention_statement_, box_statement_, sentence_statement_;
    Rows mentions_, boxes_;
    bool box_is_there_;
    std::optional<std::uint32_t> sentence_;
    Span sentence_span_;
    Observation observation_;
};

std::vector<std::pair<std::string, std::int64_t>> numbers_in_order(Database& database, const std::string& only) {
    std::vector<std::pair<std::string, std::int64_t>> numbers;
    Rows rows(database.prepared("SELECT id, number FROM documents WHERE ?1 = '' OR id = ?1 ORDER BY id"), only);
    while (rows.next()) numbers.emplace_back(rows.string(0), rows.integer(1));
    return numbers;
}

}  // namespace

std::vector<StudyDocument> StudyStore::documents() const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    std::vector<StudyDocument> documents;
    Rows rows(database.prepared(document_columns));
    while (rows.next()) documents.push_back(document_at(database, rows));
    add_further(database, documents);
    add_failures(database, documents);
    add_remarks(database, documents);
    return documents;
}

CleanText StudyStore::Connection::text_of(const std::string& document) {
    Rows rows(database.prepared("SELECT text, blocks, pieces FROM texts WHERE document = ?"), document);
    if (!rows.next())
        throw Error(ErrorKind::missing, document, "the study has no text of this document: it could not be read");
    try {
        std::vector<Piece> pieces = decode_pieces(rows.text(0), rows.text(2));
        return {rows.string(0), decode_blocks(rows.text(1)), std::move(pieces)};
    } catch (const std::invalid_argument& problem) {
        database.fail_malformed("the text of " + document + " is damaged (" + problem.what() +
                                "); delete the study and run again to make it anew");
    }
}

DocumentNames StudyStore::names(const std::string& document) const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    DocumentNames names;
    if (!has_tables_of_names(database)) return names;
    Rows defined(database.prepared("SELECT short_form, long_form, code, sentence, page FROM defined_names "
                                   "WHERE document = ? ORDER BY ordinal"),
                 document);
    while (defined.next())
        names.defined.push_back(
            {defined.string(0), defined.string(1), defined.string(2), defined.number(3), defined.number(4)});
    Rows points(database.prepared("SELECT organisation, acronym, code, sentence, page, mentions FROM focal_points "
                                  "WHERE document = ? ORDER BY ordinal"),
                document);
    while (points.next())
        names.focal_points.push_back({points.string(0), points.string(1), points.string(2), points.number(3),
                                      points.number(4), points.number(5)});
    return names;
}

ReadDocument StudyStore::read(const std::string& document) const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    ReadDocument read;
    const std::int64_t number = connection_->number_of(document);
    read.text = connection_->text_of(document);
    read.pages = pages_of(database, document);
    read.sentences = sentences_of(database, number, read.text.text().size());

    Rows rows(
        database.prepared("SELECT state, state_from, title, title_from, year, year_from, language, "
                          "language_from, issuer, issuer_from, revises, revises_from, pages, pages_with_text, "
                          "pages_blank, pages_unread, words, hyphens_joined, replacement_characters, "
                          "language_confidence FROM documents WHERE id = ?"),
        document);
    if (rows.next()) {
        read.facts = facts_at(database, rows, 0);
        read.quality = quality_at(rows, 12);
    }
    return read;
}

void StudyStore::for_each_observation(const std::function<void(const Observation&)>& visit,
                                      const std::string& only) const {
    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    for (const auto& [document, number] : numbers_in_order(database, only)) {
        ObservationWalk walk(database, document, number);
        while (walk.next()) visit(walk.observation());
    }
}

std::optional<Observation> StudyStore::observation(const std::string& id) const {
    // "document:sentence:code:nth", and the document's name may hold colons of its own.
    const std::size_t nth = id.rfind(':');
    const std::size_t code = nth == 0 || nth == std::string::npos ? nth : id.rfind(':', nth - 1);
    const std::size_t sentence = code == 0 || code == std::string::npos ? code : id.rfind(':', code - 1);
    if (sentence == std::string::npos || sentence == 0) return std::nullopt;

    Database& database = connection_->database;
    const sqlite::Snapshot snapshot(database);
    for (const auto& [document, number] : numbers_in_order(database, id.substr(0, sentence))) {
        ObservationWalk walk(database, document, number);
        while (walk.next())
            if (walk.observation().id == id) return walk.observation();
    }
    return std::nullopt;
}

}  // namespace demarche
