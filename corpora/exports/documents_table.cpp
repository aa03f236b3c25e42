// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/documents_table.hpp"

#include <set>
#include <string>

#include "corpora/exports/json_line.hpp"
#include "corpora/exports/names.hpp"
#include "corpora/model/csv_writer.hpp"

namespace demarche {

namespace {

// The manifest's own columns, of all documents: a row has them all, if only as empty cells.
std::set<std::string> further_names(const std::vector<StudyDocument>& documents) {
    std::set<std::string> names;
    for (const StudyDocument& document : documents)
        for (const auto& [name, value] : document.further) names.insert(name);
    return names;
}

void add_cell(CsvWriter& csv, const std::string& value) {
    csv.text(value);
}
void add_cell(CsvWriter& csv, int value) {
    csv.number(std::int64_t{value});
}

template <typename Value>
void add_fact(CsvWriter& csv, const std::optional<Fact<Value>>& fact) {
    if (!fact) {
        csv.empty().empty();
        return;
    }
    add_cell(csv, fact->value);
    csv.text(name_of(fact->provenance));
}

void add_facts(CsvWriter& csv, const DocumentFacts& facts) {
    add_fact(csv, facts.state);
    add_fact(csv, facts.title);
    add_fact(csv, facts.year);
    add_fact(csv, facts.language);
    add_fact(csv, facts.issuer);
    add_fact(csv, facts.revises);
}

constexpr int counts = 13;

void add_counts(CsvWriter& csv, const StudyDocument& document) {
    const TextQuality& quality = document.quality;
    for (const std::uint32_t count :
         {quality.pages, quality.pages_with_text, quality.pages_blank, quality.pages_unread, quality.words,
          quality.hyphens_joined, quality.replacement_characters, quality.pages_by_ocr, quality.pages_wrong_text})
        csv.number(std::int64_t{count});
    if (quality.pages_by_ocr > 0)
        csv.number(quality.ocr_confidence);
    else
        csv.empty();
    csv.number(quality.language_confidence);
    csv.number(std::int64_t{document.sentences}).number(std::int64_t{document.mentions});
}

void add_row(CsvWriter& csv, const StudyDocument& document, const std::set<std::string>& further) {
    csv.text(document.id).text(document.name).text(document.stamp.sha256);
    csv.text(document.failure ? "failed" : "analysed");
    add_facts(csv, document.facts);
    if (document.failure)
        for (int i = 0; i < counts; ++i) csv.empty();
    else
        add_counts(csv, document);
    if (const auto& reason = document.failure ? document.failure : document.partial)
        csv.text(to_string(reason->kind)).text(reason->where).text(reason->what);
    else
        csv.empty().empty().empty();
    for (const std::string& name : further) {
        const auto found = document.further.find(name);
        if (found == document.further.end())
            csv.empty();
        else
            csv.text(found->second);
    }
    csv.end_row();
}

template <typename Value>
void set_fact(JsonLine& line, const std::string& name, const std::optional<Fact<Value>>& fact) {
    line[name] = value_or_null(fact);
    line[name + "_from"] = fact ? JsonLine(name_of(fact->provenance)) : JsonLine(nullptr);
}

JsonLine line_of(const StudyDocument& document) {
    JsonLine line;
    line["id"] = document.id;
    line["name"] = document.name;
    line["sha256"] = document.stamp.sha256;
    line["status"] = document.failure ? "failed" : "analysed";
    set_fact(line, "state", document.facts.state);
    set_fact(line, "title", document.facts.title);
    set_fact(line, "year", document.facts.year);
    set_fact(line, "language", document.facts.language);
    set_fact(line, "issuer", document.facts.issuer);
    set_fact(line, "revises", document.facts.revises);
    const auto count = [&](const char* name, auto value) {
        line[name] = document.failure ? JsonLine(nullptr) : JsonLine(value);
    };
    const TextQuality& quality = document.quality;
    count("pages", quality.pages);
    count("pages_with_text", quality.pages_with_text);
    count("pages_blank", quality.pages_blank);
    count("pages_unread", quality.pages_unread);
    count("words", quality.words);
    count("hyphens_joined", quality.hyphens_joined);
    count("replacement_characters", quality.replacement_characters);
    count("pages_by_ocr", quality.pages_by_ocr);
    count("pages_wrong_text", quality.pages_wrong_text);
    line["ocr_confidence"] =
        document.failure || quality.pages_by_ocr == 0 ? JsonLine(nullptr) : JsonLine(quality.ocr_confidence);
    count("language_confidence", quality.language_confidence);
    count("sentences", document.sentences);
    count("mentions", document.mentions);
    line["failure"] = nullptr;
    if (const auto& reason = document.failure ? document.failure : document.partial)
        line["failure"] = {{"kind", to_string(reason->kind)}, {"place", reason->where}, {"what", reason->what}};
    line["manifest"] = document.further;
    return line;
}

}  // namespace

void write_documents_csv(const std::vector<StudyDocument>& documents, std::ostream& out) {
    const std::set<std::string> further = further_names(documents);
    CsvWriter csv(out);
    csv.header({"id",
                "name",
                "sha256",
                "status",
                "state",
                "state_from",
                "title",
                "title_from",
                "year",
                "year_from",
                "language",
                "language_from",
                "issuer",
                "issuer_from",
                "revises",
                "revises_from",
                "pages",
                "pages_with_text",
                "pages_blank",
                "pages_unread",
                "words",
                "hyphens_joined",
                "replacement_characters",
                "pages_by_ocr",
                "pages_wrong_text",
                "ocr_confidence",
                "language_confidence",
                "sentences",
                "mentions",
                "failure_kind",
                "failure_place",
                "failure"});
    for (const std::string& name : further) csv.text("manifest_" + name);
    csv.end_row();
    for (const StudyDocument& document : documents) add_row(csv, document, further);
}

void write_documents_jsonl(const std::vector<StudyDocument>& documents, std::ostream& out) {
    for (const StudyDocument& document : documents) write_line(line_of(document), out);
}

}  // namespace demarche
