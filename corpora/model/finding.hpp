// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/document.hpp"
#include "corpora/model/document_names.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/sentence.hpp"

namespace demarche {

// Identity of the bytes that were read; what decides whether to read them again.
struct FileStamp {
    std::string sha256;         // hex, lower case
    std::uint64_t size = 0;     // bytes
    std::int64_t modified = 0;  // nanoseconds since 1970, as the file system has it
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Why a document is in the study without a text, or without the text of its last pages.
struct Failure {
    ErrorKind kind = ErrorKind::malformed;
    std::string where;  // page, when it is known
    std::string what;   // and what to do about it
};

// Everything that is known of one document once it has been read: the text part
// depends on the file alone, the mentions on the text and the codebook.
struct ReadDocument {
    DocumentFacts facts;  // what the manifest said, completed by what was worked out
    TextQuality quality;
    std::vector<PageRecord> pages;
    CleanText text;
    std::vector<Sentence> sentences;
    std::optional<Failure> partial;  // set: reading ended before the last page, and why
};

struct Finding {
    ReadDocument document;
    std::vector<Mention> mentions;  // in order of sentence, span, code
    DocumentNames names;
};

using Outcome = std::variant<Finding, Failure>;

}  // namespace demarche
