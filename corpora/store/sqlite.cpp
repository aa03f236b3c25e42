// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/store/sqlite.hpp"

#include <cerrno>
#include <limits>
#include <new>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"

namespace demarche::sqlite {

namespace {

// How long a writer waits for another one's transaction; each lasts as long as
// the storing of one document, so only a stopped process keeps us longer.
constexpr int patience_milliseconds = 2000;

// The name for SQLite's URI syntax, in which some characters have a meaning.
std::string as_uri(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char letter : file.string()) {
        if (letter == '%' || letter == '?' || letter == '#') {
            constexpr const char* digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(letter);
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        } else {
            uri += letter;
        }
    }
    return uri + "?immutable=1";
}

std::string reason(int system_error, const char* otherwise) {
    return system_error != 0 ? std::generic_category().message(system_error) : otherwise;
}

}  // namespace

// --- Statement ---

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    // Our statements are right for our schema, so a plain error means that the file has another one.
    if (code == SQLITE_ERROR)
        database.fail_malformed(std::string("is damaged, or was changed by another program (") +
                                sqlite3_errmsg(database.handle()) + ")");
    if (code != SQLITE_OK) database.fail(code);
    statement_.reset(statement);
}

void Statement::bind(int index, std::nullptr_t) {
    if (const int code = sqlite3_bind_null(statement_.get(), index); code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_.get(), index, value); code != SQLITE_OK)
        database_->fail(code);
}

void Statement::bind(int index, double value) {
    if (const int code = sqlite3_bind_double(statement_.get(), index, value); code != SQLITE_OK)
        database_->fail(code);
}

void Statement::bind(int index, std::string_view value) {
    // A null pointer would be bound as NULL instead of ''.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    const int code = sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, Blob value) {
    const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
    const int code = sqlite3_bind_blob64(statement_.get(), index, bytes, value.bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) database_->fail(code);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    database_->fail(code);
}

void Statement::finish() {
    int code = sqlite3_step(statement_.get());
    while (code == SQLITE_ROW) code = sqlite3_step(statement_.get());
    if (code != SQLITE_DONE) {
        // Reset only after the message was read, and in any case: a statement left open would hold its locks.
        try {
            database_->fail(code);
        } catch (...) {
            reset();
            throw;
        }
    }
    reset();
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_.get());
}

// --- Rows ---

bool Rows::is_null(int column) const noexcept {
    return sqlite3_column_type(statement_.statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const noexcept {
    return sqlite3_column_int64(statement_.statement_.get(), column);
}

std::uint32_t Rows::number(int column) const {
    const std::int64_t value = integer(column);
    if (value < 0 || value > std::numeric_limits<std::uint32_t>::max())
        statement_.database_->fail_malformed("is damaged: a number in it is out of range");
    return static_cast<std::uint32_t>(value);
}

double Rows::real(int column) const noexcept {
    return sqlite3_column_double(statement_.statement_.get(), column);
}

std::string_view Rows::text(int column) const noexcept {
    sqlite3_stmt* statement = statement_.statement_.get();
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

// --- Database ---

Database::Database(const std::filesystem::path& file, Access access) : file_(file) {
    // An absolute name: SQLite would take one that begins with "file:" for a URI.
    const std::filesystem::path absolute = std::filesystem::absolute(file);
    int flags = SQLITE_OPEN_NOMUTEX;
    std::string name = absolute.string();
    if (access == Access::read_write_create) {
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    } else {
        flags |= SQLITE_OPEN_READONLY;
        if (access == Access::immutable) {
            flags |= SQLITE_OPEN_URI;
            name = as_uri(absolute);
        }
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (handle == nullptr) throw std::bad_alloc();
    if (code != SQLITE_OK) fail(code);
    sqlite3_busy_timeout(handle, patience_milliseconds);
}

void Database::execute(const char* sql) {
    if (const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::optional<std::int64_t> Database::integer_of(const char* sql) {
    Statement statement(*this, sql);
    Rows rows(statement);
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

std::string Database::text_of(const char* sql) {
    Statement statement(*this, sql);
    Rows rows(statement);
    return rows.next() ? rows.string(0) : std::string();
}

Statement& Database::prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    return statements_.emplace(sql, Statement(*this, sql)).first->second;
}

std::int64_t Database::last_row_number() const noexcept {
    return sqlite3_last_insert_rowid(handle_.get());
}

bool Database::in_transaction() const noexcept {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void Database::fail_malformed(const std::string& what) const {
    throw Error(ErrorKind::malformed, file_.string(), what);
}

void Database::fail(int code) const {
    // SQLite does not note the system's reason when it is the commit that fails; errno still has it then.
    const int last_error = errno;
    const int noted_error = sqlite3_system_errno(handle_.get());
    const int system_error = noted_error != 0 ? noted_error : last_error;
    const auto storage = [&](const std::string& what) { return Error(ErrorKind::storage, file_.string(), what); };
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw storage(
                "another demarche run is writing to this study (or another program keeps it locked); "
                "wait until it has ended and run again");
        case SQLITE_FULL:
            throw storage("the disk is full; what was stored before is safe: free some space and run again");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw storage(
                "the study cannot be written, because the file or its folder is read-only; change its "
                "permissions or write to another folder");
        case SQLITE_CANTOPEN:
            throw storage("the study cannot be opened (" + reason(system_error, "no such file") +
                          "); check that its folder exists and that you may read and write there");
        case SQLITE_IOERR:
        case SQLITE_PROTOCOL:
        case SQLITE_NOLFS:
            throw storage("the system could not read or write the study (" +
                          reason(system_error, sqlite3_errstr(code)) +
                          "); check the disk, its quota and its connection, and run again");
        case SQLITE_NOTADB: fail_malformed("is not a demarche study: it is no SQLite file");
        case SQLITE_CORRUPT:
        case SQLITE_FORMAT:
            fail_malformed("is damaged; restore it from a copy, or delete it and run again to make it anew");
        case SQLITE_TOOBIG:
            throw Error(ErrorKind::too_large, file_.string(), "a text is longer than SQLite can store (1 GB)");
        case SQLITE_NOMEM: throw std::bad_alloc();
        default: throw std::logic_error(file_.string() + ": SQLite: " + sqlite3_errmsg(handle_.get()));
    }
}

// --- transactions ---

Transaction::Transaction(Database& database) : database_(database) {
    // IMMEDIATE: a second writer is noticed here, before any work is done.
    database_.prepared("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction() {
    // SQLite may have rolled back by itself (disk full); a failure here leaves nothing to be done.
    if (open_ && database_.in_transaction())
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.prepared("COMMIT").run();
    open_ = false;
}

Snapshot::Snapshot(Database& database) : database_(database), own_(!database.in_transaction()) {
    if (own_) database_.execute("BEGIN");
}

Snapshot::~Snapshot() {
    if (own_ && database_.in_transaction()) sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace demarche::sqlite
