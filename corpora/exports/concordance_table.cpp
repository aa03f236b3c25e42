// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/concordance_table.hpp"

#include <cmath>
#include <string>

#include "corpora/exports/document_cells.hpp"
#include "corpora/exports/json_line.hpp"
#include "corpora/exports/names.hpp"
#include "corpora/model/csv_writer.hpp"

namespace demarche {

namespace {

// 12.3 per 1,000 sentences; more digits would be more than such a count says.
double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

std::string sentence_id(const StudyDocument& document, const Sentence& sentence) {
    return document.id + ':' + std::to_string(sentence.ordinal);
}

template <typename Value>
JsonLine or_null(const std::optional<Value>& value) {
    return value ? JsonLine(*value) : JsonLine(nullptr);
}

JsonLine text_or_null(const std::string& text) {
    return text.empty() ? JsonLine(nullptr) : JsonLine(text);
}

JsonLine boxes_json(const std::vector<PageBox>& boxes) {
    JsonLine json = JsonLine::array();
    for (const PageBox& line : boxes) {
        const auto points = [](float value) { return rounded(static_cast<double>(value), 100); };
        json.push_back(JsonLine::array(
            {line.page, points(line.box.x0), points(line.box.y0), points(line.box.x1), points(line.box.y1)}));
    }
    return json;
}

JsonLine line_json(const ConcordanceLine& line, const StudyDocument& document) {
    const ConcordanceHit& hit = line.hit;
    JsonLine json;
    json["document"] = document.id;
    json["state"] = value_or_null(document.facts.state);
    json["year"] = value_or_null(document.facts.year);
    json["page"] = line.page;
    json["sentence"] = hit.sentence.ordinal;
    json["section"] = hit.sentence.section;
    json["role"] = name_of(hit.sentence.role);
    json["language"] = hit.sentence.language;
    json["left"] = line.left;
    json["keyword"] = line.keyword;
    json["right"] = line.right;
    json["sentence_id"] = sentence_id(document, hit.sentence);
    json["mention"] = text_or_null(hit.mention);
    json["code"] = text_or_null(hit.code);
    json["stance"] = hit.stance ? JsonLine(to_string(*hit.stance)) : JsonLine(nullptr);
    json["begin"] = hit.keyword.begin();
    json["end"] = hit.keyword.end();
    json["boxes"] = boxes_json(line.boxes);
    return json;
}

JsonLine unread_json(const std::vector<StudyDocument>& documents) {
    JsonLine unread = JsonLine::array();
    for (const StudyDocument& document : documents) {
        if (!document.failure && !is_read_in_part(document)) continue;
        JsonLine one;
        one["document"] = document.id;
        one["failed"] = document.failure.has_value();
        one["pages_unread"] = document.failure ? JsonLine(nullptr) : JsonLine(document.quality.pages_unread);
        unread.push_back(std::move(one));
    }
    return unread;
}

// An object whose array has one element on a line: to be read by people and line tools as well.
void write_with_rows(const JsonLine& head, const char* name, const std::vector<JsonLine>& rows, std::ostream& out) {
    const auto dumped = [](const JsonLine& json) {
        return json.dump(-1, ' ', false, JsonLine::error_handler_t::replace);
    };
    out << "{\n";
    for (const auto& [key, value] : head.items()) out << "  " << dumped(key) << ": " << dumped(value) << ",\n";
    out << "  \"" << name << "\": [";
    for (std::size_t i = 0; i < rows.size(); ++i) out << (i == 0 ? "\n    " : ",\n    ") << dumped(rows[i]);
    out << (rows.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

JsonLine head_json(const Concordance& concordance) {
    const HitCount all = count_all(concordance);
    std::size_t with_hits = 0;
    for (const HitCount& count : count_by_document(concordance)) with_hits += count.hits > 0 ? 1 : 0;
    JsonLine head;
    head["asked"] = concordance.asked;
    head["hits"] = all.hits;
    head["sentences"] = all.sentences_with_hits;
    head["documents"] = with_hits;
    head["documents_searched"] = all.documents - all.documents_failed;
    head["sentences_searched"] = all.sentences;
    head["not_read"] = unread_json(concordance.documents);
    return head;
}

}  // namespace

void write_concordance_csv(const Concordance& concordance, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"document", "state", "year", "page", "sentence", "section", "role", "language", "left", "keyword",
                "right", "sentence_id", "mention", "code", "stance"});
    csv.end_row();
    for (const ConcordanceLine& line : concordance.lines) {
        const StudyDocument& document = concordance.documents.at(line.hit.document);
        const Sentence& sentence = line.hit.sentence;
        add_document_cells(csv, document);
        csv.number(std::int64_t{line.page}).number(std::int64_t{sentence.ordinal}).text(sentence.section);
        csv.text(name_of(sentence.role)).text(sentence.language);
        csv.text(line.left).text(line.keyword).text(line.right).text(sentence_id(document, sentence));
        csv.text(line.hit.mention).text(line.hit.code);
        csv.text_or_empty(line.hit.stance ? std::optional(to_string(*line.hit.stance)) : std::nullopt);
        csv.end_row();
    }
}

void write_concordance_json(const Concordance& concordance, std::ostream& out) {
    JsonLine head = head_json(concordance);
    head["lines_shown"] = concordance.lines.size();
    std::vector<JsonLine> rows;
    for (const ConcordanceLine& line : concordance.lines)
        rows.push_back(line_json(line, concordance.documents.at(line.hit.document)));
    write_with_rows(head, "lines", rows, out);
}

void write_hit_counts_csv(const std::vector<HitCount>& counts, std::ostream& out) {
    CsvWriter csv(out);
    const bool is_by_state = counts.empty() || counts.front().document.empty();
    if (is_by_state)
        csv.header({"state", "documents", "documents_failed", "sentences", "hits", "sentences_with_hits",
                    "per_1000", "pages_unread"});
    else
        csv.header(
            {"document", "state", "year", "sentences", "hits", "sentences_with_hits", "per_1000", "pages_unread"});
    csv.end_row();
    const auto number = [&](std::uint32_t value, bool is_known) {
        if (is_known)
            csv.number(std::int64_t{value});
        else
            csv.empty();
    };
    for (const HitCount& count : counts) {
        if (!is_by_state) csv.text(count.document);
        csv.text(count.state.value_or(""));
        if (is_by_state)
            csv.number(std::int64_t{count.documents}).number(std::int64_t{count.documents_failed});
        else if (count.year)
            csv.number(std::int64_t{*count.year});
        else
            csv.empty();
        number(count.sentences, count.is_read());
        number(count.hits, count.is_read());
        number(count.sentences_with_hits, count.is_read());
        if (const auto rate = count.per_1000())
            csv.number(rounded(*rate, 1000));
        else
            csv.empty();
        number(count.pages_unread, count.is_read());
        csv.end_row();
    }
}

void write_hit_counts_json(const Concordance& concordance, const std::vector<HitCount>& counts, std::ostream& out) {
    std::vector<JsonLine> rows;
    for (const HitCount& count : counts) {
        const bool is_read = count.is_read();
        const auto known = [&](std::uint32_t value) { return is_read ? JsonLine(value) : JsonLine(nullptr); };
        JsonLine row;
        if (!count.document.empty()) row["document"] = count.document;
        row["state"] = or_null(count.state);
        if (!count.document.empty()) row["year"] = or_null(count.year);
        if (count.document.empty()) {
            row["documents"] = count.documents;
            row["documents_failed"] = count.documents_failed;
        }
        row["sentences"] = known(count.sentences);
        row["hits"] = known(count.hits);
        row["sentences_with_hits"] = known(count.sentences_with_hits);
        row["per_1000"] = count.per_1000() ? JsonLine(rounded(*count.per_1000(), 1000)) : JsonLine(nullptr);
        row["pages_unread"] = known(count.pages_unread);
        rows.push_back(std::move(row));
    }
    write_with_rows(head_json(concordance), "counts", rows, out);
}

}  // namespace demarche
