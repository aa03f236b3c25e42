// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpora/model/document.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/study.hpp"
#include "extractors/formats/ocr_mode.hpp"

namespace demarche {

// What a document needs.
enum class Work : std::uint8_t {
    read,  // its file is new or changed, or the extractors are
    tag,   // its text stays; the codebook, the tagger or its author changed
    note,  // only what is known of the file or said in the manifest changed
    nothing
};

struct Task {
    Source source;
    StudyDocument entry;  // as it shall stand in the study; completed when the document is read
    Work work = Work::nothing;
    bool is_out_of_reach = false;  // its file cannot be opened now; what was read of it before stays
};

// What the stored mentions of a document depend on besides its text.
std::string tagging_key(const std::string& codebook_hash, const DocumentFacts& facts);

// What a reading that ended with an error depends on, where the error is not the file's alone: on the
// limits that it hit; on the moment, when the system was at fault, so that no later run takes it for done.
//
// reading_key  as planned
std::string key_of_failed(const std::string& reading_key, ErrorKind kind, const std::string& limits_key);

// Compares what is asked for with what the study holds.
//
// A document is known by its path. One whose file has gone from there and
// appears, the same, elsewhere is taken for moved: nothing is read again. One whose file cannot
// be opened (a drive that is not there) keeps what was read of it, and is tagged from that.
//
// limits_key  of this run: what ended at other limits is tried again
// ocr      which pages are read by OCR. A document with pages that it did not read is read again
//          when language packs have been installed since; one read whole is not
// returns  one task per source, those with most to read first, so that the last
//          ones running are short
// cost     a look at each file; its hash where only the time or the place changed
std::vector<Task> plan_tasks(const std::vector<Source>& sources, const std::vector<StudyDocument>& known,
                             const std::string& codebook_hash, const std::string& limits_key,
                             OcrMode ocr = OcrMode::automatic);

}  // namespace demarche
