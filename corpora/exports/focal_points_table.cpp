// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/focal_points_table.hpp"

#include "corpora/exports/document_cells.hpp"
#include "corpora/model/csv_writer.hpp"

namespace demarche {

namespace {

void add_if_any(CsvWriter& csv, const std::string& text) {
    if (text.empty())
        csv.empty();
    else
        csv.text(text);
}

}  // namespace

void write_focal_points_csv(const TableSource& source, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"document", "state", "year", "organisation", "acronym", "code", "page", "sentence", "mentions"});
    csv.end_row();
    for (const StudyDocument& document : source.documents)
        for (const NamedFocalPoint& point : source.names(document.id).focal_points) {
            add_document_cells(csv, document);
            csv.text(point.organisation);
            add_if_any(csv, point.acronym);
            csv.text(point.code).number(std::int64_t{point.page}).number(std::int64_t{point.sentence});
            csv.number(std::int64_t{point.mentions}).end_row();
        }
}

void write_defined_names_csv(const TableSource& source, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"document", "state", "year", "short_form", "long_form", "code", "page", "sentence"});
    csv.end_row();
    for (const StudyDocument& document : source.documents)
        for (const DefinedName& name : source.names(document.id).defined) {
            add_document_cells(csv, document);
            csv.text(name.short_form).text(name.long_form);
            add_if_any(csv, name.code);
            csv.number(std::int64_t{name.page}).number(std::int64_t{name.sentence}).end_row();
        }
}

}  // namespace demarche
