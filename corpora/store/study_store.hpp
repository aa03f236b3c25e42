// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/finding.hpp"
#include "corpora/model/study.hpp"

namespace demarche {

// A study on disk: STUDY/study.sqlite, described in schema.md for those who open
// it with other tools.
//
// One object belongs to one thread, and not to a forked child. Every change of one
// document is one transaction, so a study is whole whenever the process dies; others
// may read while one writes, and two writers take turns, document by document.
// Where words stand on their pages is kept to 1/100 point. Errors are Error{storage} (disk full, read-only, locked
// by another run), Error{version} (written by a newer demarche) and
// Error{malformed} (not a study, or damaged), each naming the file.
class StudyStore {
public:
    // Opens the study in `folder` for writing; makes folder and study when absent.
    static StudyStore open_or_create(const std::filesystem::path& folder);
    // Opens an existing study for reading, also in a read-only folder. Error{missing} if there is none.
    static StudyStore open(const std::filesystem::path& folder);

    StudyStore(StudyStore&&) noexcept;
    StudyStore& operator=(StudyStore&&) noexcept;
    ~StudyStore();

    // --- writing: each call is one transaction ---

    // Replaces all that the study holds of document `entry.id` (facts, stamp and keys are
    // taken from `entry`, the rest from `outcome`), or adds it. A mention outside its sentence is a
    // bug of the caller: std::invalid_argument, and nothing is changed.
    // Cost: about 4 ms for a strategy of 10,000 words; twice that when one is replaced.
    void put(const StudyDocument& entry, const Outcome& outcome);
    // Replaces the mentions and names of a document whose text stays, and its entry. Error{missing} if it has no
    // text.
    void put_mentions(const StudyDocument& entry, const std::vector<Mention>& mentions,
                      const DocumentNames& names = {});
    // Replaces what is known about the file alone (path, name, stamp, facts, keys). Error{missing} if the
    // study has no such document.
    void put_entry(const StudyDocument& entry);
    // Does nothing when the study has no such document.
    void forget(const std::string& document);

    // Returns the number by which end_run knows it.
    std::int64_t begin_run(const RunRecord& run);
    void end_run(std::int64_t number, const RunRecord& run);

    // Moves the write-ahead log into study.sqlite, so that the one file is the whole study. What closing
    // does as well; to be called at the end of a run, because a destructor cannot report an error.
    void settle();

    // --- reading ---

    std::vector<StudyDocument> documents() const;  // in order of id
    StudyTotals totals() const;
    std::vector<RunRecord> runs() const;  // oldest first

    // Text, sentences and pages as they were put. Error{missing} when the document has none.
    ReadDocument read(const std::string& document) const;

    // The names that a document explains and its state's offices. Empty when nothing was found, when the study has
    // no such document, and when it was last tagged by a demarche that did not look for them.
    DocumentNames names(const std::string& document) const;

    // Calls `visit` for every mention, in order of document id, sentence, span, code. Memory: one mention.
    // `visit` may read from this study but not write to it. Cost: about 1 microsecond a mention.
    // only  a document's id, or empty for all
    void for_each_observation(const std::function<void(const Observation&)>& visit,
                              const std::string& only = {}) const;
    std::optional<Observation> observation(const std::string& id) const;

    // --- searching ---

    // Makes all that `read` reads of the study be as it is at one moment, whoever writes meanwhile.
    void at_one_moment(const std::function<void()>& read) const;
    // The text of a document and where it is printed. Error{missing} when it has none.
    CleanText text(const std::string& document) const;
    // Calls `visit` for every sentence of these documents, in their order; or, when `expression` is not empty, for
    // those that the full-text index finds with it (FTS5's MATCH; in order of row). Memory: one sentence. throws
    // std::logic_error when the expression is none of FTS5's
    void for_each_sentence(const std::vector<std::string>& documents, const std::string& expression,
                           const std::function<void(const StudySentence&)>& visit) const;
    // Calls `visit` for every word of the full-text index, as it is kept there: lower case, without most accents.
    // Cost: about 1.5 microseconds a word.
    void for_each_index_word(const std::function<void(std::string_view)>& visit) const;
    // Of every document that has sentences, in order of its number in the study.
    std::vector<SentenceCount> sentence_counts() const;

    const std::filesystem::path& file() const noexcept;

private:
    struct Connection;
    explicit StudyStore(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace demarche
