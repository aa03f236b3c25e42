// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "corpora/model/finding.hpp"
#include "corpora/model/study.hpp"

namespace demarche::testing {

// A folder of its own, gone at the end of the test.
class ScratchFolder {
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    const std::filesystem::path& path() const noexcept { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

// A document made of sentences, each a block of its own and printed word by
// word, forty words to a line and thirty lines to a page.
struct Draft {
    std::string id;
    std::vector<std::string> sentences;
    // code, number of the sentence (from 1), the words that carry it
    struct Coding {
        std::string code;
        std::uint32_t sentence;
        std::string words;
    };
    std::vector<Coding> codings;
};

StudyDocument entry_of(const Draft& draft);
Finding finding_of(const Draft& draft);

// Words from a small vocabulary; the same for the same seed.
Draft random_draft(const std::string& id, std::mt19937& random, std::size_t sentences);

Failure encrypted();

// A study.sqlite as another program opens it.
class PlainSql {
public:
    explicit PlainSql(const std::filesystem::path& file);
    PlainSql(const PlainSql&) = delete;
    PlainSql& operator=(const PlainSql&) = delete;
    ~PlainSql() { sqlite3_close(handle_); }

    // All rows, columns joined with "|", NULL as "NULL". Throws std::runtime_error with SQLite's message.
    std::vector<std::string> rows(const std::string& sql);
    std::string row(const std::string& sql);

private:
    sqlite3* handle_ = nullptr;
};

}  // namespace demarche::testing
