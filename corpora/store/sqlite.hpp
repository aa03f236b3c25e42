// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

// SQLite as values that clean up after themselves and fail with demarche's
// Error. Knows nothing of studies.
namespace demarche::sqlite {

class Database;

// Bytes to be bound as a BLOB; does not own them.
struct Blob {
    std::string_view bytes;
};

// A prepared statement. Ran to its end by run(); read row by row with Rows.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    // Binds `values` to ?1, ?2 ... and runs the statement to its end.
    template <typename... Values>
    void run(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        finish();
    }

private:
    friend class Rows;

    void bind(int index, std::nullptr_t);
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::int64_t value);
    void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);  // not copied: must live until the statement is reset
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, Blob value);
    template <typename Value>
    void bind(int index, const std::optional<Value>& value) {
        if (value)
            bind(index, *value);
        else
            bind(index, nullptr);
    }
    void finish();
    bool step();
    void reset() noexcept;

    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

// The rows of one execution of a statement, which is free again when this is
// destroyed. What was given to the constructor must outlive it.
class Rows {
public:
    template <typename... Values>
    explicit Rows(Statement& statement, const Values&... values) : statement_(statement) {
        int index = 0;
        (statement_.bind(++index, values), ...);
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() { statement_.reset(); }

    // Moves to the first, then to each following row; false after the last.
    bool next() { return statement_.step(); }

    // Columns count from 0; texts stay valid until next().
    bool is_null(int column) const noexcept;
    std::int64_t integer(int column) const noexcept;
    // Error{malformed} if the value is negative or above 2^32 - 1: demarche writes none such.
    std::uint32_t number(int column) const;
    double real(int column) const noexcept;
    std::string_view text(int column) const noexcept;  // empty for NULL; for a BLOB its bytes
    std::string string(int column) const { return std::string(text(column)); }

private:
    Statement& statement_;
};

// One connection, for one thread.
class Database {
public:
    enum class Access { read_only, immutable, read_write_create };

    // immutable: the caller knows that nobody writes; no locks or side files are used.
    Database(const std::filesystem::path& file, Access access);

    // For statements without parameters that are not worth keeping.
    void execute(const char* sql);
    // The first column of the first row; nothing when there is no row.
    std::optional<std::int64_t> integer_of(const char* sql);
    std::string text_of(const char* sql);

    // A statement that is prepared once per connection. `sql` must be a literal.
    Statement& prepared(std::string_view sql);

    std::int64_t last_row_number() const noexcept;
    bool in_transaction() const noexcept;

    // Throws the Error that the result code of a failed call stands for: storage
    // (full, read-only, locked ...), malformed (damaged, or not SQLite), too_large;
    // std::bad_alloc; std::logic_error for our own mistakes.
    [[noreturn]] void fail(int code) const;
    [[noreturn]] void fail_malformed(const std::string& what) const;

    const std::filesystem::path& file() const noexcept { return file_; }
    sqlite3* handle() const noexcept { return handle_.get(); }

private:
    struct Closer {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Closer> handle_;
    std::unordered_map<std::string_view, Statement> statements_;  // after handle_: finalized before it closes
};

// A write transaction: undone unless commit() is reached.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

// Makes several reads see the study at one moment. Inside another transaction it does nothing.
class Snapshot {
public:
    explicit Snapshot(Database& database);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

private:
    Database& database_;
    bool own_;
};

}  // namespace demarche::sqlite
