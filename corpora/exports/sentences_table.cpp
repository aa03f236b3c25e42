// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/sentences_table.hpp"

#include <string>

#include "corpora/exports/document_cells.hpp"
#include "corpora/exports/json_line.hpp"
#include "corpora/exports/names.hpp"
#include "corpora/model/csv_writer.hpp"

namespace demarche {

namespace {

std::string id_of(const StudyDocument& document, const Sentence& sentence) {
    return document.id + ":" + std::to_string(sentence.ordinal);
}

template <typename Write>
void for_each_sentence(const TableSource& source, const Write& write) {
    for (const StudyDocument& document : source.documents) {
        if (document.failure) continue;
        const ReadDocument read = source.read(document.id);
        for (const Sentence& sentence : read.sentences) write(document, sentence, read.text.slice(sentence.span));
    }
}

void add_row(CsvWriter& csv, const StudyDocument& document, const Sentence& sentence, std::string_view text) {
    csv.text(id_of(document, sentence));
    add_document_cells(csv, document);
    csv.number(std::int64_t{sentence.ordinal}).number(std::int64_t{sentence.page}).text(text);
    csv.text(sentence.section).text(name_of(sentence.role)).text(sentence.language);
    csv.number(std::int64_t{sentence.span.begin()}).number(std::int64_t{sentence.span.end()});
    csv.end_row();
}

JsonLine line_of(const StudyDocument& document, const Sentence& sentence, std::string_view text) {
    JsonLine line;
    line["id"] = id_of(document, sentence);
    line["document"] = document.id;
    line["state"] = value_or_null(document.facts.state);
    line["year"] = value_or_null(document.facts.year);
    line["sentence"] = sentence.ordinal;
    line["page"] = sentence.page;
    line["text"] = text;
    line["section"] = sentence.section;
    line["role"] = name_of(sentence.role);
    line["language"] = sentence.language;
    line["begin"] = sentence.span.begin();
    line["end"] = sentence.span.end();
    return line;
}

}  // namespace

void write_sentences_csv(const TableSource& source, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"id", "document", "state", "year", "sentence", "page", "text", "section", "role", "language",
                "begin", "end"});
    csv.end_row();
    for_each_sentence(source, [&](const StudyDocument& document, const Sentence& sentence, std::string_view text) {
        add_row(csv, document, sentence, text);
    });
}

void write_sentences_jsonl(const TableSource& source, std::ostream& out) {
    for_each_sentence(source, [&](const StudyDocument& document, const Sentence& sentence, std::string_view text) {
        write_line(line_of(document, sentence, text), out);
    });
}

}  // namespace demarche
