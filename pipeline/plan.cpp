// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/plan.hpp"

#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>
#include <tuple>

#include "corpora/model/error.hpp"
#include "corpora/readers/sha256.hpp"
#include "corpora/readers/sources.hpp"
#include "extractors/document_reader.hpp"
#include "extractors/formats/ocr.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

namespace fs = std::filesystem;

namespace {

using KnownDocuments = std::map<std::string, const StudyDocument*>;

constexpr std::string_view packs_mark = " packs=";

// What OCR can read: it decides over the pages that need it, and over nothing else.
std::string installed_packs() {
    std::string all;
    for (const std::string& pack : ocr_packs()) all += (all.empty() ? "" : ",") + pack;
    return all;
}

std::string reading_key(const DocumentFacts& declared, OcrMode ocr, const std::string& packs) {
    // A declared language decides how sentences are split, and by which model pictures are read.
    std::string key(reading_version());
    if (declared.language) key += " " + declared.language->value;
    key.append(" ocr=").append(name_of(ocr));
    if (ocr != OcrMode::never) key.append(packs_mark).append(packs);
    return key;
}

// The same but for the packs.
std::string without_packs(const std::string& key) {
    const std::size_t begin = key.find(packs_mark);
    if (begin == std::string::npos) return key;
    const std::size_t end = key.find(' ', begin + packs_mark.size());
    return key.substr(0, begin) + (end == std::string::npos ? "" : key.substr(end));
}

// Whether what is stored of a document is what reading the same file would give.
bool is_read_so(const StudyDocument& stored, const std::string& key, const std::string& limits_key) {
    if (stored.reading_key == key || stored.reading_key == key_of_failed(key, ErrorKind::too_large, limits_key))
        return true;
    const bool has_unread =
        stored.failure ? stored.failure->kind == ErrorKind::no_text : stored.quality.pages_unread > 0;
    return !has_unread && without_packs(stored.reading_key) == without_packs(key);
}

// A fact that the manifest no longer gives has to be worked out, which takes the document.
template <typename Value>
bool combine(const std::optional<Fact<Value>>& declared, std::optional<Fact<Value>>& stored) {
    if (declared) {
        stored = declared;
        return true;
    }
    return !stored || stored->provenance == Provenance::worked_out;
}

std::optional<DocumentFacts> combined(const DocumentFacts& declared, DocumentFacts stored) {
    const bool can = combine(declared.state, stored.state) && combine(declared.title, stored.title) &&
                     combine(declared.year, stored.year) && combine(declared.language, stored.language);
    if (!can) return std::nullopt;
    stored.issuer = declared.issuer;  // these two are never worked out
    stored.revises = declared.revises;
    return stored;
}

// Nothing when the file is not there or cannot be opened: reading it will say why.
std::optional<FileStamp> look_at(const fs::path& path) {
    if (::access(path.c_str(), R_OK) != 0) return std::nullopt;
    try {
        return stamp_without_hash(path);
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Whether the file is still the one that was read. Completes the stamp's hash when it is.
bool is_same_file(FileStamp& now, const StudyDocument& stored, const fs::path& path) {
    if (now.size != stored.stamp.size || stored.stamp.sha256.empty()) return false;
    if (now.modified != stored.stamp.modified || path != stored.path) {
        try {
            if (sha256_of_file(path) != stored.stamp.sha256) return false;
        } catch (const Error&) {
            return false;
        }
    }
    now.sha256 = stored.stamp.sha256;
    return true;
}

// The document's text stays as it is stored; its mentions may not.
void keep_text(Task& task, const StudyDocument& stored, const DocumentFacts& facts, const FileStamp& stamp,
               const std::string& codebook_hash) {
    task.entry.facts = facts;
    task.entry.stamp = stamp;
    task.entry.reading_key = stored.reading_key;
    task.entry.failure = stored.failure;
    task.entry.tagging_key = stored.failure ? stored.tagging_key : tagging_key(codebook_hash, facts);
    const auto noted = [](const StudyDocument& d) { return std::tie(d.facts, d.stamp, d.name, d.path, d.further); };
    if (task.entry.tagging_key != stored.tagging_key)
        task.work = Work::tag;
    else
        task.work = noted(task.entry) == noted(stored) ? Work::nothing : Work::note;
}

Task plan_task(const Source& source, const std::string& id, const KnownDocuments& known,
               const std::string& codebook_hash, std::string key, const std::string& limits_key) {
    Task task{source, {}, Work::read};
    task.entry.id = id;
    task.entry.name = source.name;
    task.entry.path = source.path;
    task.entry.facts = source.declared;
    task.entry.further = source.further;
    task.entry.reading_key = std::move(key);
    std::optional<FileStamp> stamp = look_at(source.path);
    if (stamp) task.entry.stamp = *stamp;
    const auto found = known.find(id);
    if (found == known.end()) return task;
    const StudyDocument& stored = *found->second;
    if (!stamp) {
        if (stored.failure) return task;
        task.is_out_of_reach = true;
        stamp = stored.stamp;
    } else if (!is_read_so(stored, task.entry.reading_key, limits_key) ||
               !is_same_file(*stamp, stored, source.path)) {
        return task;
    }
    const std::optional<DocumentFacts> facts = combined(source.declared, stored.facts);
    if (!facts && !task.is_out_of_reach) return task;
    keep_text(task, stored, facts.value_or(stored.facts), *stamp, codebook_hash);
    return task;
}

// Known ids with their paths, where a file that moved has its new one.
std::map<std::string, fs::path> known_paths(const std::vector<Source>& sources, const KnownDocuments& known) {
    std::map<std::string, fs::path> paths;
    std::map<fs::path, std::string> id_at;
    for (const auto& [id, document] : known) {
        paths[id] = document->path;
        id_at[document->path] = id;
    }
    for (const Source& source : sources) {
        if (id_at.contains(source.path)) continue;
        for (auto& [id, path] : paths) {
            std::error_code ignored;
            if (path.filename() != source.path.filename() || fs::exists(path, ignored)) continue;
            std::optional<FileStamp> stamp = look_at(source.path);
            if (!stamp || !is_same_file(*stamp, *known.at(id), source.path)) continue;
            path = source.path;
            break;
        }
    }
    return paths;
}

}  // namespace

std::string key_of_failed(const std::string& reading_key, ErrorKind kind, const std::string& limits_key) {
    if (kind == ErrorKind::too_large) return reading_key + " within " + limits_key;
    if (kind == ErrorKind::unreadable) return reading_key + " again";
    return reading_key;
}

std::string tagging_key(const std::string& codebook_hash, const DocumentFacts& facts) {
    return std::string(tagging_version()) + " " + codebook_hash + " " + (facts.state ? facts.state->value : "");
}

std::vector<Task> plan_tasks(const std::vector<Source>& sources, const std::vector<StudyDocument>& known,
                             const std::string& codebook_hash, const std::string& limits_key, OcrMode ocr) {
    KnownDocuments by_id;
    for (const StudyDocument& document : known) by_id[document.id] = &document;
    const std::vector<std::string> ids = document_ids(sources, known_paths(sources, by_id));
    const std::string packs = ocr == OcrMode::never ? std::string() : installed_packs();
    std::vector<Task> tasks;
    tasks.reserve(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
        tasks.push_back(plan_task(sources[i], ids[i], by_id, codebook_hash,
                                  reading_key(sources[i].declared, ocr, packs), limits_key));
    std::stable_sort(tasks.begin(), tasks.end(),
                     [](const Task& a, const Task& b) { return a.entry.stamp.size > b.entry.stamp.size; });
    return tasks;
}

}  // namespace demarche
