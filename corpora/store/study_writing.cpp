// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents into the study. Every public function is one transaction; the
// others are steps inside of one.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "corpora/exports/names.hpp"
#include "corpora/store/connection.hpp"
#include "corpora/store/schema.hpp"
#include "corpora/store/text_codec.hpp"

namespace demarche {

namespace {

using sqlite::Database;
using sqlite::Statement;

// The shortest decimal that names this float: 595.276 instead of 595.2760009765625.
double as_printed(float value) {
    if (!std::isfinite(value)) return 0;
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    double result = 0;
    std::from_chars(digits.data(), written.ptr, result);
    return result;
}

template <typename Value>
std::optional<Value> value_of(const std::optional<Fact<Value>>& fact) {
    return fact ? std::optional<Value>(fact->value) : std::nullopt;
}

template <typename Value>
std::optional<std::string_view> provenance_of(const std::optional<Fact<Value>>& fact) {
    return fact ? std::optional(name_of(fact->provenance)) : std::nullopt;
}

// --- the entry: what is known about the file ---

void write_further(Database& database, const StudyDocument& entry) {
    database.prepared("DELETE FROM document_further WHERE document = ?").run(entry.id);
    Statement& insert = database.prepared("INSERT INTO document_further VALUES(?, ?, ?)");
    for (const auto& [name, value] : entry.further) insert.run(entry.id, name, value);
}

void write_entry(Database& database, const StudyDocument& entry) {
    const DocumentFacts& facts = entry.facts;
    // Named: they must live until the statement has run.
    const auto state = value_of(facts.state), title = value_of(facts.title), language = value_of(facts.language),
               issuer = value_of(facts.issuer), revises = value_of(facts.revises);
    database
        .prepared(
            "UPDATE documents SET name = ?2, path = ?3, sha256 = ?4, size = ?5, modified = ?6, state = ?7, "
            "state_from = ?8, title = ?9, title_from = ?10, year = ?11, year_from = ?12, language = ?13, "
            "language_from = ?14, issuer = ?15, issuer_from = ?16, revises = ?17, revises_from = ?18, "
            "reading_key = ?19, tagging_key = ?20 WHERE id = ?1")
        .run(entry.id, entry.name, entry.path.string(), entry.stamp.sha256,
             static_cast<std::int64_t>(entry.stamp.size), entry.stamp.modified, state, provenance_of(facts.state),
             title, provenance_of(facts.title), value_of(facts.year), provenance_of(facts.year), language,
             provenance_of(facts.language), issuer, provenance_of(facts.issuer), revises,
             provenance_of(facts.revises), entry.reading_key, entry.tagging_key);
    write_further(database, entry);
}

// --- removing ---

void remove_mentions(Database& database, std::int64_t number) {
    database.prepared("DELETE FROM box_rows WHERE mention BETWEEN ? AND ?")
        .run(first_row(number), last_row(number));
    database.prepared("DELETE FROM mention_rows WHERE id BETWEEN ? AND ?").run(first_row(number), last_row(number));
}

void remove_names(Database& database, const std::string& document) {
    database.prepared("DELETE FROM defined_names WHERE document = ?").run(document);
    database.prepared("DELETE FROM focal_points WHERE document = ?").run(document);
}

// All but the row in `documents` and what write_entry() replaces.
void remove_contents(Database& database, const std::string& document, std::int64_t number) {
    remove_mentions(database, number);
    remove_names(database, document);
    // The index is told the old texts before they are gone: it keeps none itself.
    database
        .prepared(
            "INSERT INTO sentences_fts(sentences_fts, rowid, text) "
            "SELECT 'delete', id, text FROM sentence_rows WHERE id BETWEEN ? AND ?")
        .run(first_row(number), last_row(number));
    database.prepared("DELETE FROM sentence_rows WHERE id BETWEEN ? AND ?")
        .run(first_row(number), last_row(number));
    database.prepared("DELETE FROM pages WHERE document = ?").run(document);
    database.prepared("DELETE FROM texts WHERE document = ?").run(document);
    database.prepared("DELETE FROM failures WHERE document = ?").run(document);
}

// --- the outcome ---

// Without OCR there is nothing to be sure or unsure of: NULL.
std::optional<double> measured(double confidence, bool is_by_ocr) {
    return is_by_ocr ? std::optional(confidence) : std::nullopt;
}

void write_pages(Database& database, const std::string& document, const std::vector<PageRecord>& pages) {
    Statement& insert = database.prepared("INSERT INTO pages VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const PageRecord& page : pages) {
        const std::string margins =
            page.margins.empty()
                ? "[]"
                : nlohmann::json(page.margins).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        insert.run(document, page.number, as_printed(page.width), as_printed(page.height), name_of(page.status),
                   page.words, margins, measured(page.ocr_confidence, page.status == PageStatus::ocr),
                   static_cast<int>(page.has_wrong_text_layer), page.remark);
    }
}

void write_text(Database& database, const std::string& document, const CleanText& text) {
    const std::string pieces = encode_pieces(text.text(), text.pieces());
    database.prepared("INSERT INTO texts VALUES(?, ?, ?, ?)")
        .run(document, text.text(), encode_blocks(text.blocks()), sqlite::Blob{pieces});
}

void write_sentences(Database& database, std::int64_t number, const CleanText& text,
                     const std::vector<Sentence>& sentences) {
    Statement& insert = database.prepared("INSERT INTO sentence_rows VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Sentence& sentence : sentences)
        insert.run(row_of(number, sentence.ordinal), sentence.span.begin(), sentence.span.end(), sentence.page,
                   sentence.language, name_of(sentence.role), sentence.section, text.slice(sentence.span));
    // One statement for the document: half the cost of one for each sentence.
    database
        .prepared(
            "INSERT INTO sentences_fts(rowid, text) SELECT id, text FROM sentence_rows WHERE id BETWEEN ? AND ?")
        .run(first_row(number), last_row(number));
}

// Where a document's sentences lie, by ordinal.
using SentenceSpans = std::vector<std::pair<std::uint32_t, Span>>;

SentenceSpans spans_of(const std::vector<Sentence>& sentences) {
    SentenceSpans spans;
    spans.reserve(sentences.size());
    for (const Sentence& sentence : sentences) spans.emplace_back(sentence.ordinal, sentence.span);
    std::sort(spans.begin(), spans.end());
    return spans;
}

SentenceSpans stored_spans(Database& database, std::int64_t number) {
    const std::int64_t first = first_row(number), last = last_row(number);
    sqlite::Rows rows(
        database.prepared("SELECT id, begin, end FROM sentence_rows WHERE id BETWEEN ? AND ? ORDER BY id"), first,
        last);
    SentenceSpans spans;
    while (rows.next()) {
        const std::uint32_t begin = rows.number(1), end = rows.number(2);
        if (end < begin) database.fail_malformed("is damaged: a sentence ends before it begins");
        spans.emplace_back(static_cast<std::uint32_t>(rows.integer(0) - first), Span(begin, end));
    }
    return spans;
}

void check_place(const Mention& mention, const SentenceSpans& sentences) {
    const auto found = std::lower_bound(sentences.begin(), sentences.end(), std::pair(mention.sentence, Span()));
    if (found == sentences.end() || found->first != mention.sentence || !found->second.contains(mention.span))
        throw std::invalid_argument("a mention of " + mention.code + " does not lie in its sentence");
}

// In the order in which for_each_observation() gives them; it walks along the rows.
std::vector<const Mention*> in_order(const std::vector<Mention>& mentions) {
    std::vector<const Mention*> order;
    order.reserve(mentions.size());
    for (const Mention& mention : mentions) order.push_back(&mention);
    const auto key = [](const Mention* mention) {
        return std::tie(mention->sentence, mention->span, mention->code, mention->rule);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Mention* left, const Mention* right) { return key(left) < key(right); });
    return order;
}

void write_boxes(Database& database, std::int64_t mention, const std::vector<PageBox>& boxes) {
    Statement& insert = database.prepared("INSERT INTO box_rows VALUES(?, ?, ?, ?, ?, ?, ?)");
    int line = 0;
    for (const PageBox& box : boxes)
        insert.run(mention, ++line, box.page, to_hundredths(box.box.x0), to_hundredths(box.box.y0),
                   to_hundredths(box.box.x1), to_hundredths(box.box.y1));
}

// text  on the grid
void write_mentions(Database& database, std::int64_t number, const CleanText& text, const SentenceSpans& sentences,
                    const std::vector<Mention>& mentions) {
    Statement& insert = database.prepared("INSERT INTO mention_rows VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::map<std::string_view, std::uint32_t> seen;  // of each code, in the sentence at hand
    std::uint32_t sentence = 0, ordinal = 0;
    for (const Mention* mention : in_order(mentions)) {
        check_place(*mention, sentences);
        if (mention->sentence != sentence) seen.clear();
        sentence = mention->sentence;
        const std::int64_t row = row_of(number, ++ordinal);
        const auto stance = mention->stance ? std::optional(to_string(*mention->stance)) : std::nullopt;
        insert.run(row, sentence, ++seen[mention->code], mention->code, mention->span.begin(), mention->span.end(),
                   text.page_at(mention->span.begin()), mention->term, mention->rule, stance);
        write_boxes(database, row, text.origin(mention->span));
    }
}

// Nothing said is unknown, not an empty name.
std::optional<std::string_view> if_any(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

void write_names(Database& database, const std::string& document, const DocumentNames& names) {
    Statement& define = database.prepared("INSERT INTO defined_names VALUES(?, ?, ?, ?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    for (const DefinedName& name : names.defined)
        define.run(document, ++ordinal, name.short_form, name.long_form, if_any(name.code), name.page,
                   name.sentence);
    Statement& insert = database.prepared("INSERT INTO focal_points VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    ordinal = 0;
    for (const NamedFocalPoint& point : names.focal_points)
        insert.run(document, ++ordinal, point.organisation, if_any(point.acronym), point.code, point.page,
                   point.sentence, point.mentions);
}

void write_quality(Database& database, std::int64_t number, const TextQuality& quality, std::size_t sentences,
                   std::size_t mentions) {
    database
        .prepared(
            "UPDATE documents SET status = 'analysed', pages = ?2, pages_with_text = ?3, pages_blank = ?4, "
            "pages_unread = ?5, words = ?6, hyphens_joined = ?7, replacement_characters = ?8, "
            "language_confidence = ?9, sentences = ?10, mentions = ?11, pages_by_ocr = ?12, pages_wrong_text = "
            "?13, "
            "ocr_confidence = ?14 WHERE number = ?1")
        .run(number, quality.pages, quality.pages_with_text, quality.pages_blank, quality.pages_unread,
             quality.words, quality.hyphens_joined, quality.replacement_characters, quality.language_confidence,
             static_cast<std::int64_t>(sentences), static_cast<std::int64_t>(mentions), quality.pages_by_ocr,
             quality.pages_wrong_text, measured(quality.ocr_confidence, quality.pages_by_ocr > 0));
}

void write_reason(Database& database, const std::string& document, const Failure& failure) {
    database.prepared("INSERT INTO failures VALUES(?, ?, ?, ?)")
        .run(document, to_string(failure.kind), failure.where, failure.what);
}

void write_finding(Database& database, const std::string& document, std::int64_t number, const Finding& finding) {
    const ReadDocument& read = finding.document;
    const CleanText text = on_grid(read.text);
    write_pages(database, document, read.pages);
    write_text(database, document, text);
    write_sentences(database, number, text, read.sentences);
    write_mentions(database, number, text, spans_of(read.sentences), finding.mentions);
    write_names(database, document, finding.names);
    write_quality(database, number, read.quality, read.sentences.size(), finding.mentions.size());
    if (read.partial) write_reason(database, document, *read.partial);
}

void write_failure(Database& database, const std::string& document, std::int64_t number, const Failure& failure) {
    write_reason(database, document, failure);
    // Unknown, not nought: a mean over documents must not count what was never read.
    database
        .prepared(
            "UPDATE documents SET status = 'failed', pages = NULL, pages_with_text = NULL, pages_blank = NULL, "
            "pages_unread = NULL, words = NULL, hyphens_joined = NULL, replacement_characters = NULL, "
            "language_confidence = NULL, sentences = NULL, mentions = NULL, pages_by_ocr = NULL, "
            "pages_wrong_text = NULL, ocr_confidence = NULL WHERE number = ?")
        .run(number);
}

std::optional<std::int64_t> find_number(Database& database, const std::string& document) {
    sqlite::Rows rows(database.prepared("SELECT number FROM documents WHERE id = ?"), document);
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

// The number of the document, whose old contents are gone, or of a new row for it.
std::int64_t cleared_number(Database& database, const std::string& document) {
    if (const auto number = find_number(database, document)) {
        remove_contents(database, document, *number);
        return *number;
    }
    database
        .prepared(
            "INSERT INTO documents(id, name, path, sha256, size, modified, status, reading_key, tagging_key) "
            "VALUES(?, '', '', '', 0, 0, 'failed', '', '')")
        .run(document);
    return database.last_row_number();
}

}  // namespace

std::int64_t StudyStore::Connection::number_of(const std::string& document) {
    const auto number = find_number(database, document);
    if (!number) throw Error(ErrorKind::missing, document, "the study has no document of that name");
    return *number;
}

void StudyStore::put(const StudyDocument& entry, const Outcome& outcome) {
    Database& database = connection_->database;
    sqlite::Transaction transaction(database);
    const std::int64_t number = cleared_number(database, entry.id);
    write_entry(database, entry);
    if (const auto* finding = std::get_if<Finding>(&outcome))
        write_finding(database, entry.id, number, *finding);
    else
        write_failure(database, entry.id, number, std::get<Failure>(outcome));
    transaction.commit();
}

void StudyStore::put_mentions(const StudyDocument& entry, const std::vector<Mention>& mentions,
                              const DocumentNames& names) {
    Database& database = connection_->database;
    sqlite::Transaction transaction(database);
    const std::int64_t number = connection_->number_of(entry.id);
    const CleanText text = connection_->text_of(entry.id);
    remove_mentions(database, number);
    remove_names(database, entry.id);
    write_entry(database, entry);
    write_names(database, entry.id, names);
    write_mentions(database, number, text, stored_spans(database, number), mentions);
    database.prepared("UPDATE documents SET mentions = ?2 WHERE number = ?1")
        .run(number, static_cast<std::int64_t>(mentions.size()));
    transaction.commit();
}

void StudyStore::put_entry(const StudyDocument& entry) {
    sqlite::Transaction transaction(connection_->database);
    connection_->number_of(entry.id);
    write_entry(connection_->database, entry);
    transaction.commit();
}

void StudyStore::forget(const std::string& document) {
    Database& database = connection_->database;
    sqlite::Transaction transaction(database);
    if (const auto number = find_number(database, document)) {
        remove_contents(database, document, *number);
        database.prepared("DELETE FROM document_further WHERE document = ?").run(document);
        database.prepared("DELETE FROM documents WHERE number = ?").run(*number);
    }
    transaction.commit();
}

}  // namespace demarche
