// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/status.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "corpora/store/study_store.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t title_width = 44;

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <typename Value>
std::string cell(const std::optional<Fact<Value>>& fact) {
    if (!fact) return "?";
    // Worked out, not said: the star asks for a look.
    return fmt::format("{}{}", fact->value, fact->provenance == Provenance::worked_out ? "*" : "");
}

template <typename Value>
Json fact_json(const std::optional<Fact<Value>>& fact) {
    return fact ? Json(fact->value) : Json(nullptr);
}

Json totals_json(const StudyTotals& totals) {
    return {{"documents", totals.documents},
            {"analysed", totals.analysed},
            {"failed", totals.failed},
            {"pages", totals.pages},
            {"pages_with_text", totals.pages_with_text},
            {"pages_blank", totals.pages_blank},
            {"pages_unread", totals.pages_unread},
            {"pages_by_ocr", totals.pages_by_ocr},
            {"pages_wrong_text", totals.pages_wrong_text},
            {"sentences", totals.sentences},
            {"mentions", totals.mentions}};
}

Json failure_json(const std::string& id, const std::string& name, const Failure& failure) {
    return {{"document", id},
            {"name", name},
            {"kind", to_string(failure.kind)},
            {"where", failure.where},
            {"what", failure.what}};
}

Json document_json(const StudyDocument& document) {
    const TextQuality& quality = document.quality;
    Json json = {{"id", document.id},
                 {"name", document.name},
                 {"state", fact_json(document.facts.state)},
                 {"year", fact_json(document.facts.year)},
                 {"language", fact_json(document.facts.language)},
                 {"title", fact_json(document.facts.title)},
                 {"status", document.failure ? "failed" : "analysed"}};
    if (document.failure) {
        json["failure"] = failure_json(document.id, document.name, *document.failure);
        return json;
    }
    if (document.partial) json["failure"] = failure_json(document.id, document.name, *document.partial);
    json.update({{"pages", quality.pages},
                 {"pages_with_text", quality.pages_with_text},
                 {"pages_blank", quality.pages_blank},
                 {"pages_unread", quality.pages_unread},
                 {"pages_by_ocr", quality.pages_by_ocr},
                 {"pages_wrong_text", quality.pages_wrong_text},
                 {"ocr_confidence",
                  quality.pages_by_ocr > 0 ? Json(std::round(quality.ocr_confidence * 100) / 100) : Json(nullptr)},
                 {"unread_because", document.unread_because},
                 {"words", quality.words},
                 {"hyphens_joined", quality.hyphens_joined},
                 {"replacement_characters", quality.replacement_characters},
                 {"language_confidence", quality.language_confidence},
                 {"sentences", document.sentences},
                 {"mentions", document.mentions}});
    return json;
}

void write_failures(const std::vector<StudyDocument>& documents, std::ostream& out) {
    bool is_first = true;
    for (const StudyDocument& document : documents) {
        if (!document.failure) continue;
        if (is_first) out << "\nNot read:\n";
        is_first = false;
        const Failure& failure = *document.failure;
        out << "  " << document.name << ": " << (failure.where.empty() ? "" : failure.where + ": ") << failure.what
            << '\n';
    }
}

// Pages that were not read are where an absence of mentions says nothing.
void write_unread(const std::vector<StudyDocument>& documents, std::ostream& out) {
    bool is_first = true;
    for (const StudyDocument& document : documents) {
        if (document.failure || document.partial || document.quality.pages_unread == 0) continue;
        if (is_first) out << "\nRead in part (what the other pages mention is missing):\n";
        is_first = false;
        out << fmt::format("  {}: {} of {} unread\n", document.name, document.quality.pages_unread,
                           counted(document.quality.pages, "page"));
        for (const auto& [remark, pages] : document.unread_because)
            out << fmt::format("    {}: {}\n", counted(pages, "page"), remark);
    }
}

// What OCR has read, and how surely: whom to believe a quotation less.
void write_by_ocr(const std::vector<StudyDocument>& documents, std::ostream& out) {
    bool is_first = true;
    for (const StudyDocument& document : documents) {
        const TextQuality& quality = document.quality;
        if (document.failure || quality.pages_by_ocr == 0) continue;
        if (is_first) out << "\nRead by OCR (compare a quotation with the page before it is printed):\n";
        is_first = false;
        out << fmt::format("  {}: {} of {}, {:.0f} % sure{}\n", document.name, quality.pages_by_ocr,
                           counted(quality.pages, "page"), quality.ocr_confidence * 100,
                           quality.pages_wrong_text == 0 ? ""
                           : quality.pages_wrong_text == 1
                               ? "; 1 page has a wrong text layer"
                               : fmt::format("; {} pages have a wrong text layer", quality.pages_wrong_text));
    }
}

// Documents whose last pages are missing.
void write_partial(const std::vector<StudyDocument>& documents, std::ostream& out) {
    bool is_first = true;
    for (const StudyDocument& document : documents) {
        if (!document.partial) continue;
        if (is_first) out << "\nRead in part (what the other pages mention is missing):\n";
        is_first = false;
        out << fmt::format("  {}: {}: {}\n", document.name, document.partial->where, document.partial->what);
    }
}

// What of the isolation of hostile files was missing when files were last read.
std::vector<std::string> missing_isolation(const std::vector<RunRecord>& runs) {
    for (std::size_t run = runs.size(); run-- > 0;) {  // the last first
        const Json options = Json::parse(runs[run].options, nullptr, false);
        const auto missing = options.is_object() ? options.find("isolation_missing") : options.end();
        if (missing == options.end() || !missing->is_array()) continue;  // a run that read no file
        std::vector<std::string> layers;
        for (const Json& layer : *missing)
            if (layer.is_string()) layers.push_back(layer.get<std::string>());
        return layers;
    }
    return {};
}

std::string totals_line(const StudyTotals& totals) {
    const std::string by_ocr =
        totals.pages_by_ocr > 0 ? fmt::format(", {} of them by OCR", totals.pages_by_ocr) : "";
    return fmt::format("{}: {} analysed, {} failed\n{} ({} with text{}, {} blank, {} unread), {}, {}\n",
                       counted(totals.documents, "document"), totals.analysed, totals.failed,
                       counted(totals.pages, "page"), totals.pages_with_text, by_ocr, totals.pages_blank,
                       totals.pages_unread, counted(totals.sentences, "sentence"),
                       counted(totals.mentions, "mention"));
}

void write_documents(const std::vector<StudyDocument>& documents, std::ostream& out) {
    TextTable table(
        {"document", "state", "year", "language", "=pages", "=unread", "=sentences", "=mentions", "title"});
    for (const StudyDocument& document : documents) {
        const bool failed = document.failure.has_value();
        const auto count = [&](std::uint32_t number) { return failed ? std::string("-") : std::to_string(number); };
        table.add({document.id, cell(document.facts.state), cell(document.facts.year),
                   cell(document.facts.language), count(document.quality.pages),
                   count(document.quality.pages_unread), count(document.sentences), count(document.mentions),
                   failed ? "not read" : shortened(cell(document.facts.title), title_width)});
    }
    if (!table.empty()) {
        out << '\n';
        table.write(out);
        out << "\n* worked out from the file, not said by the manifest\n";
    }
}

// The families that the table by state shows: the questions that strategies are read for.
struct Column {
    std::string_view title;
    std::vector<std::string_view> prefixes;
};

const std::vector<Column>& state_columns() {
    static const std::vector<Column> columns = {{"focal point", {"fp."}},    {"bodies", {"body."}},
                                                {"forums", {"forum."}},      {"norms", {"norm.", "law.", "cbm"}},
                                                {"instruments", {"ins."}},   {"blocks", {"bb."}},
                                                {"states named", {"state."}}};
    return columns;
}

struct StateFindings {
    std::uint32_t documents = 0, failed = 0, mentions = 0;
    std::map<std::size_t, std::map<std::string, std::uint32_t>> codes;  // by column: code, mentions
};

using FindingsByState = std::map<std::string, StateFindings>;

FindingsByState findings_by_state(const StudyStore& store, const std::vector<StudyDocument>& documents) {
    FindingsByState states;
    std::map<std::string, std::string> state_of;
    for (const StudyDocument& document : documents) {
        const std::string state = document.facts.state ? document.facts.state->value : "?";
        state_of[document.id] = state;
        ++states[state].documents;
        if (document.failure) ++states[state].failed;
    }
    store.for_each_observation([&](const Observation& observation) {
        StateFindings& findings = states[state_of[observation.document]];
        ++findings.mentions;
        for (std::size_t i = 0; i < state_columns().size(); ++i)
            for (const std::string_view prefix : state_columns()[i].prefixes)
                if (observation.mention.code.starts_with(prefix)) ++findings.codes[i][observation.mention.code];
    });
    return states;
}

std::string focal_points(const std::map<std::string, std::uint32_t>& codes) {
    std::string text;
    for (const auto& [code, count] : codes) text += (text.empty() ? "" : ", ") + code.substr(3);
    return text.empty() ? "-" : text;
}

void write_by_state(const FindingsByState& states, std::ostream& out) {
    std::vector<std::string> titles = {"state", "=documents", "=mentions"};
    for (const Column& column : state_columns())
        titles.push_back(fmt::format("{}{}", column.title == "focal point" ? "" : "=", column.title));
    TextTable table(titles);
    for (const auto& [state, findings] : states) {
        std::vector<std::string> row = {
            state,
            fmt::format("{}{}", findings.documents,
                        findings.failed ? fmt::format(" ({} failed)", findings.failed) : ""),
            findings.failed == findings.documents ? std::string("-") : std::to_string(findings.mentions)};
        for (std::size_t i = 0; i < state_columns().size(); ++i) {
            const auto codes = findings.codes.find(i);
            static const std::map<std::string, std::uint32_t> none;
            const auto& found = codes == findings.codes.end() ? none : codes->second;
            // Nothing was read: a zero would say that nothing is mentioned.
            if (findings.failed == findings.documents)
                row.emplace_back("-");
            else
                row.push_back(i == 0 ? focal_points(found) : std::to_string(found.size()));
        }
        table.add(std::move(row));
    }
    out << '\n';
    table.write(out);
    out << "\nEach count is of different codes: different bodies, norms, instruments ...\n";
}

Json by_state_json(const FindingsByState& states) {
    Json json = Json::object();
    for (const auto& [state, findings] : states) {
        Json& entry = json[state] = {
            {"documents", findings.documents}, {"failed", findings.failed}, {"mentions", findings.mentions}};
        for (const auto& [column, codes] : findings.codes)
            entry[std::string(state_columns()[column].title)] = codes;
    }
    return json;
}

}  // namespace

void write_summary(const RunSummary& summary, OutputFormat format, std::ostream& out) {
    const RunRecord& record = summary.record;
    if (format == OutputFormat::json) {
        Json json = totals_json(summary.totals);
        json["run"] = {{"read", record.documents_read},           {"tagged", record.documents_tagged},
                       {"unchanged", record.documents_unchanged}, {"failed", record.documents_failed},
                       {"forgotten", summary.forgotten},          {"out_of_reach", summary.out_of_reach}};
        json["failures"] = Json::array();
        for (const StudyDocument& document : summary.documents)
            if (const auto& failure = document.failure ? document.failure : document.partial)
                json["failures"].push_back(failure_json(document.id, document.name, *failure));
        out << dumped(json);
        return;
    }
    out << totals_line(summary.totals)
        << fmt::format("This run: {} read, {} tagged anew, {} unchanged, {} failed\n", record.documents_read,
                       record.documents_tagged, record.documents_unchanged, record.documents_failed);
    if (summary.forgotten > 0)
        out << fmt::format("{} forgotten (--prune)\n", counted(summary.forgotten, "document"));
    if (summary.not_named > 0)
        out << fmt::format("{} of the study that these inputs do not name: kept (--prune forgets them)\n",
                           counted(summary.not_named, "document"));
    if (!summary.out_of_reach.empty())
        out << fmt::format(
            "\nNot there, or not to be opened, now (what was read before stays in the study):\n  {}\n",
            fmt::join(summary.out_of_reach, "\n  "));
    write_failures(summary.documents, out);
    write_by_ocr(summary.documents, out);
    write_unread(summary.documents, out);
    write_partial(summary.documents, out);
}

void write_status(const StatusOptions& options, std::ostream& out) {
    const StudyStore store = StudyStore::open(options.study);
    const std::vector<StudyDocument> documents = store.documents();
    if (options.format == OutputFormat::json) {
        Json json = totals_json(store.totals());
        if (options.by_state) {
            json["states"] = by_state_json(findings_by_state(store, documents));
        } else {
            json["document_list"] = Json::array();
            for (const StudyDocument& document : documents)
                json["document_list"].push_back(document_json(document));
        }
        const std::vector<RunRecord> runs = store.runs();
        json["isolation_missing"] = missing_isolation(runs);
        json["runs"] = Json::array();
        for (const RunRecord& run : runs)
            json["runs"].push_back({{"version", run.version},
                                    {"codebook_version", run.codebook_version},
                                    {"codebook_hash", run.codebook_hash},
                                    {"started", run.started},
                                    {"ended", run.ended}});
        out << dumped(json);
        return;
    }
    out << totals_line(store.totals());
    if (options.by_state)
        write_by_state(findings_by_state(store, documents), out);
    else
        write_documents(documents, out);
    write_failures(documents, out);
    write_by_ocr(documents, out);
    write_unread(documents, out);
    write_partial(documents, out);
    const std::vector<RunRecord> runs = store.runs();
    if (const auto missing = missing_isolation(runs); !missing.empty())
        out << fmt::format("\nFiles were read without some of the protection from hostile ones: {}\n",
                           fmt::join(missing, ", "));
    if (!runs.empty() && runs.back().ended.empty())
        out << "\nThe last run was interrupted; the same `demarche run` goes on where it stopped.\n";
}

}  // namespace demarche
