// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/diffing.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/guidelines.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/reading.hpp"
#include "pipeline/revision_sides.hpp"

namespace demarche {

namespace {

// As states are named: "gbr" is GBR.
std::string in_capitals(std::string state) {
    std::transform(state.begin(), state.end(), state.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return state;
}

// Gets versions of strategies, from files or out of a study.
class Sides {
public:
    Sides(const DiffOptions& options, const Knowledge& knowledge, const Tagger& tagger)
        : options_(options), knowledge_(knowledge), session_(tagger) {
        if (!options.study.empty()) store_ = StudyStore::open(options.study);
    }

    RevisionSide named(const std::string& name) {
        if (store_)
            for (const StudyDocument& document : store_->documents())
                if (document.id == name || document.name == name) return of(document);
        std::error_code ignored;
        if (std::filesystem::exists(name, ignored)) return of_file(name);
        throw Error(ErrorKind::missing, name,
                    store_ ? "is neither a document of the study nor a file; `demarche status` lists the documents"
                           : "there is no such file; to compare documents of a study by their ids, name it with "
                             "--study");
    }

    // All that could be read of a state's, each behind the one that it revises, else by year.
    std::vector<RevisionSide> lineage(const std::string& state) {
        std::vector<StudyDocument> found;
        for (StudyDocument& document : store_->documents())
            if (document.facts.state && document.facts.state->value == in_capitals(state) && !document.failure)
                found.push_back(std::move(document));
        std::sort(found.begin(), found.end(), [](const StudyDocument& a, const StudyDocument& b) {
            const auto key = [](const StudyDocument& each) {
                return std::tuple(each.facts.year ? each.facts.year->value : 0, each.facts.revises.has_value(),
                                  each.id);
            };
            return key(a) < key(b);
        });
        if (found.size() < 2)
            throw Error(ErrorKind::missing, options_.study.string(),
                        (found.empty() ? "has no strategy of " : "has one strategy of ") + state +
                            " that was read; two are needed (states are named as in `demarche status`: AUS, GBR)");
        std::vector<RevisionSide> sides;
        sides.reserve(found.size());
        for (const StudyDocument& document : found) sides.push_back(of(document));
        return sides;
    }

private:
    RevisionSide of(const StudyDocument& document) {
        const auto& failure = document.failure ? document.failure : document.partial;
        if (failure) throw Error(failure->kind, failure->where, failure->what).within(document.name);
        ReadDocument read = store_->read(document.id);
        read.facts = document.facts;
        read.quality = document.quality;
        return revision_side(read, document.id, session_);
    }
    RevisionSide of_file(const std::filesystem::path& file) {
        if (!reader_) reader_.emplace(options_.reading, core_count());
        const ReadDocument document = read_document_file(file, options_.ocr, *reader_, knowledge_.catalogue);
        // What was not read would pass for removed.
        if (const auto& partial = document.partial)
            throw Error(partial->kind, partial->where, partial->what).within(file.string());
        return revision_side(document, file.filename().string(), session_);
    }

    const DiffOptions& options_;
    const Knowledge& knowledge_;
    TaggingSession session_;
    std::optional<StudyStore> store_;
    std::optional<PageReader> reader_;
};

std::set<ChangeKind> kinds_wanted(const std::vector<std::string>& names) {
    std::set<ChangeKind> kinds;
    for (const std::string& name : names) {
        const auto kind = change_kind_named(name);
        if (!kind)
            throw Error(ErrorKind::usage, "--only",
                        "there is no kind of change \"" + name +
                            "\"; there are added, removed, reworded, moved, split and merged");
        kinds.insert(*kind);
    }
    return kinds;
}

bool has_changed(const RevisionDiff& diff) {
    const auto& codes = diff.substance.codes;
    return !diff.changes.empty() || std::any_of(codes.begin(), codes.end(), [](const Emphasis& code) {
        return code.before != code.after || code.stance_before != code.stance_after;
    });
}

std::vector<ComparedRevisions> compare_all(std::vector<RevisionSide> sides, const std::set<ChangeKind>& wanted,
                                           const RevisionKnowledge& beside, bool stat_only, bool& is_different) {
    std::vector<ComparedRevisions> compared;
    for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
        RevisionDiff diff = compare_revisions(sides[i], sides[i + 1], beside);
        is_different = is_different || has_changed(diff);
        if (stat_only) {
            diff.changes.clear();
            diff.passages.clear();
        } else if (!wanted.empty()) {
            std::erase_if(diff.changes, [&](const Change& change) { return !wanted.contains(change.kind); });
        }
        compared.push_back({sides[i], sides[i + 1], std::move(diff)});
    }
    return compared;
}

void require_usable(const DiffOptions& options) {
    if (!options.lineage.empty() && options.study.empty())
        throw Error(ErrorKind::usage, "--lineage", "needs the study that holds the strategies: --study STUDY");
    if (options.lineage.empty() && (options.before.empty() || options.after.empty()))
        throw Error(ErrorKind::usage, "", "two documents are needed: demarche diff OLD NEW");
    if (!options.lineage.empty() && !options.before.empty())
        throw Error(ErrorKind::usage, "--lineage", "takes all strategies of the state; name no others");
    if (options.stat_only && options.format == DiffFormat::csv)
        throw Error(ErrorKind::usage, "--stat",
                    "leaves out the changes, and csv has nothing else; take --format text, json or html");
}

}  // namespace

bool write_diff(const DiffOptions& options, std::ostream& out) {
    require_usable(options);
    const std::set<ChangeKind> wanted = kinds_wanted(options.only);
    Knowledge knowledge = load_knowledge(options.codebook);
    const Tagger tagger(knowledge.codebook);
    Sides sides(options, knowledge, tagger);
    bool is_different = false;
    std::vector<RevisionSide> versions;
    if (options.lineage.empty()) {
        versions.push_back(sides.named(options.before));
        versions.push_back(sides.named(options.after));
    } else {
        versions = sides.lineage(options.lineage);
    }
    const RevisionKnowledge beside{shipped_guidelines(knowledge.codebook), CodeLanguages(knowledge.codebook),
                                   shipped_firmness()};
    const std::vector<ComparedRevisions> compared =
        compare_all(std::move(versions), wanted, beside, options.stat_only, is_different);
    const std::function<void(std::ostream&)> write = [&](std::ostream& to) {
        switch (options.format) {
            case DiffFormat::json:
                write_diff_json(compared, knowledge.codebook, !options.lineage.empty(), to);
                break;
            case DiffFormat::csv: write_diff_csv(compared, to); break;
            case DiffFormat::html: write_diff_html(compared, knowledge.codebook, to); break;
            case DiffFormat::text:
                for (const ComparedRevisions& each : compared)
                    write_diff_text(each, knowledge.codebook, options, to);
        }
    };
    if (options.output.empty())
        write(out);
    else
        write_file_atomically(options.output, write);
    return is_different;
}

}  // namespace demarche
