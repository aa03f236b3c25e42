// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/computed_attributes.hpp"
#include "graphs/exports/document_attributes.hpp"
#include "graphs/exports/exports.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

template <typename Item>
std::string table_of(const std::vector<Attribute<Item>>& attributes) {
    std::ostringstream table;
    table << "| name | type | meaning |\n|---|---|---|\n";
    for (const Attribute<Item>& attribute : attributes)
        table << "| " << attribute.name << " | " << to_string(attribute.type) << " | " << attribute.meaning
              << " |\n";
    table << "\n";
    return table.str();
}

}  // namespace

TEST_CASE("The exports' README lists every format and attribute, as they are") {
    std::ifstream file(source_file("graphs/exports/README.md"));
    const std::string readme((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    REQUIRE_FALSE(readme.empty());
    const auto lists = [&](const std::string& table) { return readme.find(table) != std::string::npos; };
    CHECK(lists(table_of(graph_attributes(NetworkFacts()))));
    CHECK(lists(table_of(node_attributes(NetworkFacts()))));
    CHECK(lists(table_of(edge_attributes(NetworkFacts()))));
    CHECK(lists(table_of(mention_attributes(NetworkFacts()))));
    CHECK(lists(table_of(document_attributes())));
    for (const NetworkExport& format : all_network_exports())
        CHECK(lists("| `" + std::string(format.name) + "` |"));
}

TEST_CASE("The exports' README lists what is computed, as it is written") {
    std::ifstream file(source_file("graphs/exports/README.md"));
    const std::string readme((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const auto lists = [&](const std::string& table) { return readme.find(table) != std::string::npos; };
    NetworkFacts facts;
    facts.backbone_level = 0.05;
    facts.measures.emplace();
    facts.measures->two_mode.emplace();
    facts.communities.emplace();
    facts.is_laid_out = true;
    CHECK(lists(table_of(computed_graph_attributes(facts))));
    CHECK(lists(table_of(computed_node_attributes(facts))));
    facts.shared_weight = SharedWeight::jaccard;
    CHECK(lists(table_of(projection_edge_attributes(facts))));
}

}  // namespace demarche::tests
