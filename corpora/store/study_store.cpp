// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening and closing a study, and what concerns it as a whole. Documents are
// written in study_writing.cpp and read in study_reading.cpp.
//
// While a study is open for writing it has a write-ahead log: readers are not
// kept waiting, and a transaction costs no wait for the disk. When the last writer
// closes it, it goes back to a plain file, because a file with a write-ahead log cannot be opened from
// a folder (or a CD, or a colleague's share) that is read-only.
#include "corpora/store/study_store.hpp"

#include <unistd.h>

#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/store/connection.hpp"
#include "corpora/store/schema.hpp"

namespace demarche {

namespace {

using sqlite::Database;

std::filesystem::path study_file(const std::filesystem::path& folder) {
    return folder / "study.sqlite";
}

// Not by its permission bits: a read-only file system denies root as well.
bool is_writable(const std::filesystem::path& folder) {
    return ::access(folder.c_str(), W_OK) == 0;
}

bool has_write_ahead_log(std::filesystem::path file) {
    file += "-wal";
    std::error_code ignored;
    const auto size = std::filesystem::file_size(file, ignored);
    return !ignored && size > 0;
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        throw Error(ErrorKind::storage, folder.string(),
                    "the folder for the study cannot be made (" + problem.message() + ")");
}

void switch_to_write_ahead_log(Database& database) {
    try {
        database.execute("PRAGMA journal_mode = WAL");
    } catch (const Error& error) {
        // A reader that is at work keeps the file as it is. That is slower, not wrong; and
        // if the study truly cannot be written, the first transaction says so.
        if (error.kind() != ErrorKind::storage) throw;
    }
    database.execute("PRAGMA synchronous = NORMAL");
    database.execute("PRAGMA secure_delete = OFF");  // the documents are public; overwriting costs a write each
    database.execute("PRAGMA cache_size = -16000");  // KiB
}

}  // namespace

StudyStore::StudyStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
StudyStore::StudyStore(StudyStore&&) noexcept = default;

StudyStore& StudyStore::operator=(StudyStore&& other) noexcept {
    std::swap(connection_, other.connection_);  // ours is settled by the other's destructor
    return *this;
}

StudyStore::~StudyStore() {
    if (!connection_ || !connection_->writes) return;
    // Fails, harmlessly, while another process has the study open: the log then stays for the last one.
    sqlite3_busy_timeout(connection_->database.handle(), 0);
    sqlite3_exec(connection_->database.handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

StudyStore StudyStore::open_or_create(const std::filesystem::path& folder) {
    make_folder(folder);
    auto connection = std::make_unique<Connection>(study_file(folder), Database::Access::read_write_create);
    Database& database = connection->database;
    // SQLite opens what it may not write for reading only, and would say so at the first change.
    if (sqlite3_db_readonly(database.handle(), "main") == 1) database.fail(SQLITE_READONLY);
    const bool is_new = is_empty_file(database);
    if (is_new)
        database.execute("PRAGMA page_size = 8192");
    else
        check_schema(database);
    // Looked at first: a study that needs nothing is not locked for it.
    if (!is_new && !has_tables_of_names(database)) add_tables(database);
    switch_to_write_ahead_log(database);
    if (is_new) {
        create_schema(database);
        check_schema(database);
    }
    return StudyStore(std::move(connection));
}

StudyStore StudyStore::open(const std::filesystem::path& folder) {
    const std::filesystem::path file = study_file(folder);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error(ErrorKind::missing, folder.string(),
                    "there is no study here (no study.sqlite); name the folder that was given to demarche run -o");

    auto connection = std::make_unique<Connection>(file, Database::Access::read_only);
    if (!is_writable(folder)) {
        // A reader of a write-ahead log makes a file beside it, which is impossible here.
        if (has_write_ahead_log(file))
            throw Error(
                ErrorKind::storage, file.string(),
                "an interrupted run left this study unsettled, and its folder is read-only; copy the folder to "
                "where it can be written and open it there");
        // No log and no way to write one: nobody can be changing the file.
        connection = std::make_unique<Connection>(file, Database::Access::immutable);
    }
    if (is_empty_file(connection->database))
        throw Error(ErrorKind::missing, folder.string(),
                    "there is no study here yet: the run that began it was interrupted; run it again");
    check_schema(connection->database);
    return StudyStore(std::move(connection));
}

void StudyStore::settle() {
    if (connection_->writes) connection_->database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

const std::filesystem::path& StudyStore::file() const noexcept {
    return connection_->database.file();
}

// --- runs ---

std::int64_t StudyStore::begin_run(const RunRecord& run) {
    Database& database = connection_->database;
    sqlite::Transaction transaction(database);
    database
        .prepared(
            "INSERT INTO runs(version, codebook_version, codebook_hash, options, started, documents_read, "
            "documents_tagged, documents_unchanged, documents_failed) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(run.version, run.codebook_version, run.codebook_hash, run.options, run.started, run.documents_read,
             run.documents_tagged, run.documents_unchanged, run.documents_failed);
    const std::int64_t number = database.last_row_number();
    transaction.commit();
    return number;
}

void StudyStore::end_run(std::int64_t number, const RunRecord& run) {
    Database& database = connection_->database;
    sqlite::Transaction transaction(database);
    std::optional<std::string_view> ended;
    if (!run.ended.empty()) ended = run.ended;
    database
        .prepared(
            "UPDATE runs SET version = ?2, codebook_version = ?3, codebook_hash = ?4, options = ?5, "
            "started = ?6, ended = ?7, documents_read = ?8, documents_tagged = ?9, documents_unchanged = ?10, "
            "documents_failed = ?11 WHERE number = ?1")
        .run(number, run.version, run.codebook_version, run.codebook_hash, run.options, run.started, ended,
             run.documents_read, run.documents_tagged, run.documents_unchanged, run.documents_failed);
    transaction.commit();
}

std::vector<RunRecord> StudyStore::runs() const {
    sqlite::Rows rows(
        connection_->database.prepared("SELECT version, codebook_version, codebook_hash, options, started, ended, "
                                       "documents_read, documents_tagged, "
                                       "documents_unchanged, documents_failed FROM runs ORDER BY number"));
    std::vector<RunRecord> runs;
    while (rows.next())
        runs.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
                        rows.string(5), rows.number(6), rows.number(7), rows.number(8), rows.number(9)});
    return runs;
}

StudyTotals StudyStore::totals() const {
    sqlite::Rows rows(connection_->database.prepared(
        "SELECT count(*), sum(status = 'analysed'), sum(status = 'failed'), sum(pages), sum(pages_with_text), "
        "sum(pages_blank), sum(pages_unread), sum(sentences), sum(mentions), sum(pages_by_ocr), "
        "sum(pages_wrong_text) FROM documents"));
    StudyTotals totals;
    if (!rows.next()) return totals;
    const auto count = [&](int column) { return static_cast<std::uint64_t>(rows.integer(column)); };
    totals.documents = count(0);
    totals.analysed = count(1);
    totals.failed = count(2);
    totals.pages = count(3);
    totals.pages_with_text = count(4);
    totals.pages_blank = count(5);
    totals.pages_unread = count(6);
    totals.sentences = count(7);
    totals.mentions = count(8);
    totals.pages_by_ocr = count(9);
    totals.pages_wrong_text = count(10);
    return totals;
}

}  // namespace demarche
