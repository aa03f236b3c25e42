// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/mentions_table.hpp"

#include <cmath>

#include "corpora/exports/document_cells.hpp"
#include "corpora/exports/json_line.hpp"
#include "corpora/exports/names.hpp"
#include "corpora/model/csv_writer.hpp"

namespace demarche {

namespace {

// Boxes are known to 1/100 point; 72.3 instead of 72.30000305175781.
double rounded(float points) {
    return std::round(static_cast<double>(points) * 100) / 100;
}

JsonLine boxes_of(const Observation& observation) {
    JsonLine boxes = JsonLine::array();
    for (const PageBox& line : observation.boxes)
        boxes.push_back(JsonLine::array(
            {line.page, rounded(line.box.x0), rounded(line.box.y0), rounded(line.box.x1), rounded(line.box.y1)}));
    return boxes;
}

void add_row(CsvWriter& csv, const Observation& observation, const StudyDocument& document) {
    const Mention& mention = observation.mention;
    csv.text(observation.id);
    add_document_cells(csv, document);
    csv.text(mention.code);
    csv.text_or_empty(mention.stance ? std::optional(to_string(*mention.stance)) : std::nullopt);
    csv.number(std::int64_t{observation.page}).number(std::int64_t{mention.sentence});
    csv.text(observation.sentence).text(mention.term).text(mention.rule);
    csv.text(observation.section).text(name_of(observation.role)).text(observation.language);
    csv.number(std::int64_t{mention.span.begin()}).number(std::int64_t{mention.span.end()});
    csv.end_row();
}

}  // namespace

void write_mention_jsonl(const Observation& observation, const StudyDocument& document, std::ostream& out) {
    const Mention& mention = observation.mention;
    JsonLine line;
    line["id"] = observation.id;
    line["document"] = observation.document;
    line["state"] = value_or_null(document.facts.state);
    line["year"] = value_or_null(document.facts.year);
    line["code"] = mention.code;
    line["stance"] = mention.stance ? JsonLine(to_string(*mention.stance)) : JsonLine(nullptr);
    line["page"] = observation.page;
    line["sentence"] = mention.sentence;
    line["text"] = observation.sentence;
    line["term"] = mention.term;
    line["within"] = {observation.within_sentence.begin(), observation.within_sentence.end()};
    line["rule"] = mention.rule;
    line["section"] = observation.section;
    line["role"] = name_of(observation.role);
    line["language"] = observation.language;
    line["begin"] = mention.span.begin();
    line["end"] = mention.span.end();
    line["boxes"] = boxes_of(observation);
    write_line(line, out);
}

void write_mentions_csv(const TableSource& source, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"id", "document", "state", "year", "code", "stance", "page", "sentence", "text", "term", "rule",
                "section", "role", "language", "begin", "end"});
    csv.end_row();
    source.for_each_observation([&](const Observation& observation) {
        add_row(csv, observation, document_of(source, observation.document));
    });
}

void write_mentions_jsonl(const TableSource& source, std::ostream& out) {
    source.for_each_observation([&](const Observation& observation) {
        write_mention_jsonl(observation, document_of(source, observation.document), out);
    });
}

}  // namespace demarche
