// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/run.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/sha256.hpp"
#include "corpora/readers/text_file.hpp"
#include "extractors/document_reader.hpp"

namespace demarche {

namespace {

// A task on its way through the pipeline.
struct Item {
    const Task* task = nullptr;
    ReadDocument stored;  // of a document that is tagged anew
    StudyDocument entry;
    Outcome outcome;
};

class Run {
public:
    Run(const std::vector<Task>& tasks, const RunContext& context)
        : tasks_(tasks), context_(context), sessions_([&] { return TaggingSession(*context.tagger.get()); }) {}

    RunCounts run() {
        const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, context_.jobs);
        // Out of order: a long document must not hold up the short ones behind it.
        tbb::parallel_pipeline(
            2 * static_cast<std::size_t>(context_.jobs),
            tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order,
                                                          [this](tbb::flow_control& flow) { return next(flow); }) &
                tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(
                    tbb::filter_mode::parallel,
                    [this](std::shared_ptr<Item> item) { return worked(std::move(item)); }) &
                tbb::make_filter<std::shared_ptr<Item>, void>(
                    tbb::filter_mode::serial_out_of_order,
                    [this](const std::shared_ptr<Item>& item) { write(*item); }));
        return counts_;
    }

private:
    std::shared_ptr<Item> next(tbb::flow_control& flow) {
        while (at_ < tasks_.size() && tasks_[at_].work == Work::nothing) ++at_;
        if (at_ == tasks_.size()) {
            flow.stop();
            return nullptr;
        }
        auto item = std::make_shared<Item>();
        item->task = &tasks_[at_++];
        item->entry = item->task->entry;
        if (item->task->work == Work::tag) item->stored = reader().read(item->entry.id);
        return item;
    }

    // A second connection: the writer's belongs to the last stage.
    StudyStore& reader() {
        if (!reader_) reader_ = StudyStore::open(context_.store.file().parent_path());
        return *reader_;
    }

    std::shared_ptr<Item> worked(std::shared_ptr<Item> item) {
        switch (item->task->work) {
            case Work::read: read(*item); break;
            case Work::tag: tag(*item, std::move(item->stored)); break;
            default: break;
        }
        return item;
    }

    // The failure is told beside the document's name: where the file lies on this machine says nothing more.
    static std::string bytes_of(const std::filesystem::path& path) {
        try {
            return read_bytes(path);
        } catch (const Error& error) {
            throw Error(error.kind(), "", error.sentence());
        }
    }

    void read(Item& item) {
        try {
            const std::string bytes = bytes_of(item.entry.path);
            item.entry.stamp.size = bytes.size();
            item.entry.stamp.sha256 = sha256_of(bytes);
            require_what_the_ending_says(bytes, item.entry.path.filename().string());
            const DocumentFacts& declared = item.task->source.declared;
            FilePages pages = context_.reader->read(bytes, reading_options(declared, context_.ocr));
            ReadDocument document =
                make_document(std::move(pages), item.entry.path.filename().string(), declared, context_.catalogue);
            if (document.partial) note_limits(item, document.partial->kind);
            tag(item, std::move(document));
        } catch (const Error& error) {
            note_limits(item, error.kind());
            item.outcome = Failure{error.kind(), error.where(), error.sentence()};
        } catch (const std::bad_alloc&) {
            item.outcome = Failure{ErrorKind::too_large, "", "needs more memory than there is"};
        } catch (const std::exception& error) {
            // A library gave up in a way of its own; the document fails and the others go on.
            item.outcome = Failure{ErrorKind::malformed, "", std::string("could not be read: ") + error.what()};
        }
    }

    // Whether the next run tries again may depend on more than the file.
    void note_limits(Item& item, ErrorKind kind) const {
        item.entry.reading_key = key_of_failed(item.entry.reading_key, kind, context_.limits_key);
    }

    void tag(Item& item, ReadDocument document) {
        if (item.task->work == Work::read) item.entry.facts = document.facts;
        const DocumentFacts& facts = item.entry.facts;
        item.entry.tagging_key = tagging_key(context_.codebook_hash, facts);
        Finding finding;
        DocumentTags tags = sessions_.local().tag_document(document.text, document.sentences,
                                                           facts.state ? facts.state->value : std::string());
        finding.mentions = std::move(tags.mentions);
        finding.names = std::move(tags.names);
        finding.document = std::move(document);
        item.outcome = std::move(finding);
    }

    void write(Item& item) {
        const bool failed = std::holds_alternative<Failure>(item.outcome);
        switch (item.task->work) {
            case Work::read:
                context_.store.put(item.entry, item.outcome);
                ++(failed ? counts_.failed : counts_.read);
                break;
            case Work::tag:
                put_tags(item);
                ++counts_.tagged;
                break;
            default: context_.store.put_entry(item.entry); ++counts_.noted;
        }
        context_.progress.step(item.entry.name, failed);
    }

    void put_tags(const Item& item) {
        const auto& finding = std::get<Finding>(item.outcome);
        context_.store.put_mentions(item.entry, finding.mentions, finding.names);
    }

    const std::vector<Task>& tasks_;
    const RunContext& context_;
    tbb::enumerable_thread_specific<TaggingSession> sessions_;
    std::optional<StudyStore> reader_;
    std::size_t at_ = 0;
    RunCounts counts_;
};

}  // namespace

RunCounts run_tasks(const std::vector<Task>& tasks, const RunContext& context) {
    return Run(tasks, context).run();
}

}  // namespace demarche
