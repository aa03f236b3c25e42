// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/xlsx.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/document_attributes.hpp"
#include "graphs/exports/xlsx_sheet.hpp"

namespace demarche {

namespace {

template <typename Item>
void add_columns(std::vector<Column>& columns, const std::vector<Attribute<Item>>& attributes) {
    for (const Attribute<Item>& attribute : attributes) columns.push_back(column(attribute.name, attribute.type));
}

Column text_column(std::string_view name) {
    return column(name, AttributeType::text);
}

// What a sheet had to leave out or to part is told in "about".
using Notes = std::vector<std::pair<std::string, std::string>>;

void note(Notes& notes, Sheet& sheet) {
    sheet.finish();
    std::string told = fmt::format("{} rows", sheet.rows());
    if (sheet.sheets() > 1)
        told += fmt::format(", continued in {} sheets, for no sheet holds more", sheet.sheets());
    if (sheet.cut() > 0) told += fmt::format("; texts too long for a cell, which end in [cut]: {}", sheet.cut());
    notes.emplace_back("sheet " + sheet.name(), told);
}

// Those that the network shows, in order.
std::vector<const StudyDocument*> shown_documents(const NetworkSource& source) {
    const auto& archive = source.network[boost::graph_bundle].archive;
    std::set<std::string> shown;
    if (archive)
        for (const CitedDocument& document : archive->documents()) shown.insert(document.id);
    std::vector<const StudyDocument*> documents;
    for (const StudyDocument& document : source.documents)
        if (!archive || shown.contains(document.id)) documents.push_back(&document);
    return documents;
}

void write_documents(Workbook& workbook, const NetworkSource& source, Notes& notes) {
    const auto attributes = document_attributes();
    const std::vector<const StudyDocument*> documents = shown_documents(source);
    std::set<std::string> further;  // the manifest's own columns, of all documents
    for (const StudyDocument* document : documents)
        for (const auto& [name, value] : document->further) further.insert(name);
    std::vector<Column> columns;
    add_columns(columns, attributes);
    for (const std::string& name : further) columns.push_back(text_column("manifest_" + name));
    Sheet sheet(workbook, "documents", columns);
    for (const StudyDocument* document : documents) {
        sheet.cells(attributes, *document);
        for (const std::string& name : further) {
            const auto found = document->further.find(name);
            sheet.text(found == document->further.end() ? std::string() : found->second);
        }
        sheet.end_row();
    }
    note(notes, sheet);
}

// Mentions of every code by every author; 0 where there are none, nothing where the author's documents were not
// read.
void write_states_by_codes(Workbook& workbook, const Network& network, Notes& notes) {
    std::vector<NetworkVertex> codes;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (boost::in_degree(vertex, network) > 0) codes.push_back(vertex);
    std::vector<Column> columns = {
        text_column("id"), text_column("label"), {"documents", 12}, {"sentences", 12}, {"words", 12}};
    for (const NetworkVertex code : codes) columns.push_back({network[code].id, 12});
    Sheet sheet(workbook, "states × codes", columns);
    for (const NetworkVertex author : boost::make_iterator_range(boost::vertices(network))) {
        const Node& node = network[author];
        if (!node.authorship) continue;
        std::unordered_map<NetworkVertex, std::int32_t> mentions;
        for (const NetworkEdge edge : boost::make_iterator_range(boost::out_edges(author, network)))
            mentions[boost::target(edge, network)] += network[edge].mentions;
        const bool is_read = !node.authorship->documents.empty();
        sheet.text(node.id);
        sheet.text(node.label);
        sheet.number(static_cast<double>(node.authorship->documents.size()));
        sheet.number(node.authorship->sentences);
        sheet.number(node.authorship->words);
        for (const NetworkVertex code : codes)
            sheet.cell(is_read ? AttributeValue(mentions[code]) : AttributeValue());
        sheet.end_row();
    }
    note(notes, sheet);
}

void write_nodes(Workbook& workbook, const Network& network, Notes& notes) {
    const auto attributes = node_attributes(network[boost::graph_bundle]);
    std::vector<Column> columns = {text_column("id")};
    add_columns(columns, attributes);
    Sheet sheet(workbook, "nodes", columns);
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        sheet.text(network[vertex].id);
        sheet.cells(attributes, network[vertex]);
        sheet.end_row();
    }
    note(notes, sheet);
}

void write_ends(Sheet& sheet, const Network& network, NetworkEdge edge) {
    for (const NetworkVertex end : {boost::source(edge, network), boost::target(edge, network)}) {
        sheet.text(network[end].id);
        sheet.text(network[end].label);
    }
}

const std::vector<Column>& end_columns() {
    static const std::vector<Column> columns = {text_column("source"), text_column("source_label"),
                                                text_column("target"), text_column("target_label")};
    return columns;
}

void write_edges(Workbook& workbook, const Network& network, Notes& notes) {
    const auto attributes = edge_attributes(network[boost::graph_bundle]);
    std::vector<Column> columns = end_columns();
    add_columns(columns, attributes);
    columns.push_back(text_column("id"));
    Sheet sheet(workbook, "edges", columns);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        write_ends(sheet, network, edge);
        sheet.cells(attributes, network[edge]);
        sheet.text(edge_id(network, edge));
        sheet.end_row();
    }
    note(notes, sheet);
}

void write_mentions(Workbook& workbook, const Network& network, Notes& notes) {
    const auto attributes = mention_attributes(network[boost::graph_bundle]);
    std::vector<Column> columns = end_columns();
    add_columns(columns, attributes);
    columns.push_back(text_column("id"));
    Sheet sheet(workbook, "mentions", columns);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network)))
        for (const Evidence& evidence : network[edge].evidence) {
            write_ends(sheet, network, edge);
            sheet.cells(attributes, MentionEdge{network[edge], evidence});
            sheet.text(evidence.observation);
            sheet.end_row();
        }
    note(notes, sheet);
}

void write_about(Sheet& sheet, const NetworkFacts& facts, const Notes& notes) {
    for (const auto& attribute : graph_attributes(facts)) {
        const AttributeValue value = attribute.value(facts);
        if (std::holds_alternative<std::monostate>(value)) continue;
        sheet.text(attribute.name);
        sheet.cell(value);
        sheet.text(attribute.meaning);
        sheet.end_row();
    }
    for (const auto& [what, told] : notes) {
        sheet.text(what);
        sheet.text(told);
        sheet.end_row();
    }
}

}  // namespace

void write_xlsx(const NetworkSource& source, std::ostream& out) {
    write_xlsx(source, out, WorkbookLimits());
}

void write_xlsx(const NetworkSource& source, std::ostream& out, WorkbookLimits limits) {
    Workbook workbook(limits);
    // The first that is opened; filled last, when it is known what became of the others.
    Sheet about(workbook, "about", {{"what", 24}, {"value", 40}, {"meaning", 60}});
    Notes notes;
    write_documents(workbook, source, notes);
    write_states_by_codes(workbook, source.network, notes);
    write_nodes(workbook, source.network, notes);
    write_edges(workbook, source.network, notes);
    write_mentions(workbook, source.network, notes);
    write_about(about, source.network[boost::graph_bundle], notes);
    workbook.finish(out);
}

}  // namespace demarche
