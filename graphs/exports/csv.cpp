// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/csv.hpp"

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/attributes.hpp"

namespace demarche {

namespace {

class CsvRow {
public:
    void add(const AttributeValue& value) {
        field_.clear();
        append_plain(field_, value);
        if (!is_first_) line_ += ',';
        is_first_ = false;
        if (field_.find_first_of(",\"\r\n") == std::string::npos) {
            line_ += field_;
            return;
        }
        line_ += '"';
        for (const char character : field_) {
            if (character == '"') line_ += '"';
            line_ += character;
        }
        line_ += '"';
    }

    void add_all(std::initializer_list<std::string_view> values) {
        for (const std::string_view value : values) add(value);
    }

    void end(std::ostream& out) {
        line_ += "\r\n";
        out.write(line_.data(), static_cast<std::streamsize>(line_.size()));
        line_.clear();
        is_first_ = true;
    }

private:
    std::string line_;
    std::string field_;
    bool is_first_ = true;
};

// Gephi's own column for it stands at the front.
bool is_at_the_front(std::string_view name) {
    return name == "label" || name == "weight";
}

template <typename Item>
void add_names(CsvRow& row, const std::vector<Attribute<Item>>& attributes) {
    for (const Attribute<Item>& attribute : attributes)
        if (!is_at_the_front(attribute.name)) row.add(attribute.name);
}

template <typename Item>
void add_values(CsvRow& row, const std::vector<Attribute<Item>>& attributes, const Item& item) {
    for (const Attribute<Item>& attribute : attributes)
        if (!is_at_the_front(attribute.name)) row.add(attribute.value(item));
}

}  // namespace

void write_nodes_csv(const Network& network, std::ostream& out) {
    CsvRow row;
    row.add_all({"Id", "Label"});
    add_names(row, node_attributes());
    row.end(out);
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        const Node& node = network[vertex];
        row.add_all({node.id, node.label});
        add_values(row, node_attributes(), node);
        row.end(out);
    }
}

void write_edges_csv(const Network& network, std::ostream& out) {
    CsvRow row;
    row.add_all({"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"});
    add_names(row, edge_attributes());
    row.end(out);
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        const std::string_view relation = to_string(network[edge].relation);
        row.add_all({network[boost::source(edge, network)].id, network[boost::target(edge, network)].id, "Directed",
                     relation, edge_id(network, edge), relation});
        row.add(network[edge].weight);
        add_values(row, edge_attributes(), network[edge]);
        row.end(out);
    }
}

}  // namespace demarche
