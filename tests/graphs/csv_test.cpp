// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "worked_example.hpp"

namespace demarche::tests {

namespace {

using Row = std::vector<std::string>;

// RFC 4180, as strictly as it is written: anything else throws.
std::vector<Row> rows_of(const std::string& text) {
    std::vector<Row> rows;
    Row row;
    for (std::size_t at = 0; at < text.size();) {
        std::string field;
        if (text[at] == '"') {
            for (++at;; ++at) {
                if (text.at(at) == '"' && text.at(++at) != '"') break;
                field += text[at];
            }
        } else {
            for (; text.at(at) != ',' && text[at] != '\n'; ++at) {
                if (text[at] == '"' || text[at] == '\r') throw std::invalid_argument("bare " + field + text[at]);
                field += text[at];
            }
        }
        row.push_back(field);
        if (text.at(at) == ',') {
            ++at;
            continue;
        }
        if (text[at] != '\n') throw std::invalid_argument("no line end after " + field);
        ++at;
        rows.push_back(std::move(row));
        row.clear();
    }
    return rows;
}

std::string cell(const std::vector<Row>& rows, const std::string& id, const std::string& column) {
    const auto index_of = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
    };
    for (const Row& row : rows)
        if (row.at(index_of("Id")) == id) return row.at(index_of(column));
    throw std::invalid_argument("no row " + id);
}

}  // namespace

TEST_CASE("The worked example as tables, byte by byte") {
    const Network network = worked_example().network();
    CHECK(is_golden("worked_example.nodes.csv", written(network, "nodes-csv")));
    CHECK(is_golden("worked_example.edges.csv", written(network, "edges-csv")));
}

TEST_CASE("Tables have the columns that Gephi knows in front") {
    const Network network = worked_example().network();
    const std::vector<Row> nodes = rows_of(written(network, "nodes-csv"));
    const std::vector<Row> edges = rows_of(written(network, "edges-csv"));
    CHECK(Row(nodes[0].begin(), nodes[0].begin() + 3) == Row{"Id", "Label", "type"});
    CHECK(Row(edges[0].begin(), edges[0].begin() + 8) ==
          Row{"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "relation"});
    CHECK(nodes.size() == boost::num_vertices(network) + 1);
    CHECK(edges.size() == boost::num_edges(network) + 1);
    CHECK(cell(edges, "AUS:mentions:body.un_oewg", "Weight") == "3");
    CHECK(cell(edges, "AUS:mentions:body.un_oewg", "evidence") == "aus_2016_en p. 2; aus_2020_en p. 1");
    CHECK(cell(nodes, "FRA", "organisations") == "body.eu; body.nato");
    CHECK(cell(nodes, "IDN", "author") == "false");
    CHECK(cell(nodes, "IDN", "documents") == "0");
}

TEST_CASE("Every row has every column, whatever is in the text") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    example.observations.back().sentence = "one, \"two\"\r\nthree\n" + std::string("fo\0ur", 5) + "\xFF";
    const std::vector<Row> rows = rows_of(written(example.network(), "edges-csv"));
    for (const Row& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(cell(rows, "FRA:mentions:body.un", "first_quotation") == "one, \"two\"\r\nthree\nfour\xEF\xBF\xBD");
}

TEST_CASE("A quotation that a spreadsheet would compute is kept from it") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    example.observations.back().sentence = "=HYPERLINK(\"http://example.org\") at the United Nations";
    const std::vector<Row> rows = rows_of(written(example.network(), "edges-csv"));
    CHECK(cell(rows, "FRA:mentions:body.un", "first_quotation") ==
          "'=HYPERLINK(\"http://example.org\") at the United Nations");
}

}  // namespace demarche::tests
