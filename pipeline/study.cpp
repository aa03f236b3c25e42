// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole run on one screen: start reading here.
//
//     inputs ─plan_sources→ [Source] ─plan_tasks→ [Task] ─run_tasks→ study.sqlite
//
// run_tasks (run.cpp) is the parallel part: for each task, bytes ─PageReader→ pages
// (in a worker process: workers/) ─make_document→ text and sentences ─TaggingSession→
// mentions ─StudyStore→ one transaction.
#include "pipeline/study.hpp"

#include <algorithm>
#include <ctime>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "corpora/readers/sources.hpp"
#include "corpora/store/study_store.hpp"
#include "extractors/formats/extractor.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/run.hpp"
#include "pipeline/version.hpp"

namespace demarche {

namespace {

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[sizeof "2026-01-31T12:00:00Z"];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

// What was asked for, and how far hostile files were kept apart; null when none was read.
std::string said_of(const RunOptions& options, unsigned jobs, const PageReader* reader) {
    nlohmann::ordered_json said;
    said["inputs"] = nlohmann::json::array();
    for (const auto& input : options.inputs) said["inputs"].push_back(input.string());
    said["codebook"] = options.codebook;
    said["jobs"] = jobs;
    said["prune"] = options.prune;
    said["ocr"] = name_of(options.ocr);
    said["timeout"] = options.reading.limits.timeout.count();
    said["memory"] = options.reading.limits.memory;
    said["isolation_missing"] = nullptr;
    if (reader) said["isolation_missing"] = reader->missing_layers();
    return said.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

RunRecord record_of(const RunOptions& options, const Codebook& codebook, unsigned jobs, const PageReader* reader) {
    RunRecord record;
    record.version = program_version();
    record.codebook_version = codebook.version;
    record.codebook_hash = codebook.hash;
    record.options = said_of(options, jobs, reader);
    record.started = utc_now();
    return record;
}

std::vector<std::string> dotted_endings() {
    std::vector<std::string> endings = readable_endings();
    for (std::string& ending : endings) ending.insert(0, 1, '.');
    return endings;
}

// Documents of the study that the inputs no longer name.
std::vector<std::string> unnamed(const std::vector<StudyDocument>& known, const std::vector<Task>& tasks) {
    std::set<std::string> named;
    for (const Task& task : tasks) named.insert(task.entry.id);
    std::vector<std::string> ids;
    for (const StudyDocument& document : known)
        if (!named.contains(document.id)) ids.push_back(document.id);
    return ids;
}

std::unique_ptr<PageReader> reader_for(const std::vector<Task>& tasks, const PageReaderOptions& options,
                                       unsigned jobs) {
    const bool reads =
        std::any_of(tasks.begin(), tasks.end(), [](const Task& task) { return task.work == Work::read; });
    return reads ? std::make_unique<PageReader>(options, jobs) : nullptr;
}

}  // namespace

RunSummary run_study(const RunOptions& options, Progress& progress) {
    Knowledge knowledge = load_knowledge(options.codebook);
    const std::vector<Source> sources = plan_sources(options.inputs, knowledge.catalogue, dotted_endings());
    StudyStore store = StudyStore::open_or_create(options.study);
    const std::vector<StudyDocument> known = store.documents();
    const std::string limits_key = options.reading.limits.key();
    const std::vector<Task> tasks = plan_tasks(sources, known, knowledge.codebook.hash, limits_key, options.ocr);
    const std::vector<std::string> no_longer_named = unnamed(known, tasks);
    const auto pending = static_cast<std::uint32_t>(
        std::count_if(tasks.begin(), tasks.end(), [](const Task& task) { return task.work != Work::nothing; }));

    const unsigned jobs = options.jobs > 0 ? options.jobs : core_count();
    const std::unique_ptr<PageReader> reader = reader_for(tasks, options.reading, jobs);
    RunSummary summary;
    summary.record = record_of(options, knowledge.codebook, jobs, reader.get());
    const std::int64_t number = store.begin_run(summary.record);
    if (options.prune)
        for (const std::string& id : no_longer_named) store.forget(id);
    (options.prune ? summary.forgotten : summary.not_named) = static_cast<std::uint32_t>(no_longer_named.size());

    for (const Task& task : tasks)
        if (task.is_out_of_reach) summary.out_of_reach.push_back(task.entry.name);
    std::sort(summary.out_of_reach.begin(), summary.out_of_reach.end());

    if (pending > 0) {
        // A tenth of a second, in which the first documents are read already.
        const std::string codebook_hash = knowledge.codebook.hash;
        const std::shared_future<std::unique_ptr<const Tagger>> tagger =
            std::async(std::launch::async, [&knowledge] {
                return std::make_unique<const Tagger>(std::move(knowledge.codebook));
            }).share();
        progress.begin(pending);
        const RunCounts counts = run_tasks(tasks, {knowledge.catalogue, tagger, codebook_hash, reader.get(),
                                                   limits_key, store, progress, jobs, options.ocr});
        progress.end();
        summary.record.documents_read = counts.read;
        summary.record.documents_tagged = counts.tagged;
        summary.record.documents_failed = counts.failed;
    }
    summary.record.documents_unchanged = static_cast<std::uint32_t>(tasks.size()) - pending;
    summary.record.ended = utc_now();
    store.end_run(number, summary.record);
    store.settle();
    summary.totals = store.totals();
    summary.documents = store.documents();
    return summary;
}

}  // namespace demarche
