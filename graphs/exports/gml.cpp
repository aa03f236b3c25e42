// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/gml.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpora/model/utf8.hpp"
#include "graphs/characters.hpp"
#include "graphs/exports/appearance.hpp"
#include "graphs/exports/attributes.hpp"
#include "graphs/exports/buffered_text.hpp"
#include "graphs/exports/labels.hpp"

namespace demarche {

namespace {

// `text` is UTF-8.
void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const std::size_t length = code_point_length(text.front());
        const std::uint32_t point = code_point_at(text, 0, length);
        if (point == '"')
            out += "&quot;";
        else if (point == '&')
            out += "&amp;";
        else if (point < 0x20 || point > 0x7E)
            fmt::format_to(std::back_inserter(out), "&#{};", point);
        else
            out += static_cast<char>(point);
        text.remove_prefix(length);
    }
    out += '"';
}

bool is_number(const AttributeValue& value) {
    return std::holds_alternative<std::int32_t>(value) || std::holds_alternative<double>(value);
}

// "5" -> "5.0", "1e-07" -> "1.0e-07".
void give_point(std::string& number) {
    if (number.find('.') != std::string::npos) return;
    const std::size_t exponent = number.find('e');
    number.insert(exponent == std::string::npos ? number.size() : exponent, ".0");
}

class GmlWriter {
public:
    GmlWriter(const Network& network, std::ostream& out) : network_(network), buffered_(out) {}

    void write() {
        const NetworkFacts& facts = network_[boost::graph_bundle];
        text_ += "Creator \"demarche\"\ngraph [\n";
        fmt::format_to(std::back_inserter(text_), "  directed {}\n  multigraph 1\n", facts.is_directed ? 1 : 0);
        values("  ", graph_attributes(facts), facts);
        const auto of_nodes = node_attributes(facts);
        const std::vector<std::string> labels = unique_labels(network_);
        for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network_)))
            node(vertex, labels[vertex], of_nodes);
        const auto of_edges = edge_attributes(facts);
        for (const NetworkEdge one : boost::make_iterator_range(boost::edges(network_))) edge(one, of_edges);
        text_ += "]\n";
        buffered_.end();
    }

private:
    void node(NetworkVertex vertex, const std::string& label, const std::vector<Attribute<Node>>& attributes) {
        const Node& node = network_[vertex];
        fmt::format_to(std::back_inserter(text_), "  node [\n    id {}\n", vertex);
        value("    ", "label", label);
        value("    ", "node_id", std::string_view(node.id));
        values("    ", attributes, node);
        graphics(node);
        text_ += "  ]\n";
        buffered_.pass_on();
    }

    void graphics(const Node& node) {
        if (!node.position) return;
        const Colour colour = colour_of(node.type);
        text_ += "    graphics [\n";
        value("      ", "x", node.position->x);
        value("      ", "y", node.position->y);
        fmt::format_to(std::back_inserter(text_), "      fill \"#{:02X}{:02X}{:02X}\"\n    ]\n", colour.red,
                       colour.green, colour.blue);
    }

    void edge(NetworkEdge one, const std::vector<Attribute<Edge>>& attributes) {
        const Edge& edge = network_[one];
        fmt::format_to(std::back_inserter(text_), "  edge [\n    source {}\n    target {}\n",
                       boost::source(one, network_), boost::target(one, network_));
        value("    ", "label", to_string(edge.relation));
        value("    ", "edge_id", edge_id(network_, one));
        values("    ", attributes, edge);
        text_ += "  ]\n";
        buffered_.pass_on();
    }

    template <typename Item>
    void values(std::string_view indent, const std::vector<Attribute<Item>>& attributes, const Item& item) {
        for (const Attribute<Item>& attribute : attributes)
            if (attribute.name != "label") value(indent, attribute.name, attribute.value(item));
    }

    void value(std::string_view indent, std::string_view name, const AttributeValue& value) {
        plain_.clear();
        if (const auto* is_true = std::get_if<bool>(&value))
            plain_ = *is_true ? "1" : "0";
        else
            append_plain(plain_, value);
        if (plain_.empty()) return;
        text_ += indent;
        text_ += name;
        text_ += ' ';
        if (std::holds_alternative<double>(value)) give_point(plain_);
        if (is_number(value) || std::holds_alternative<bool>(value))
            text_ += plain_;
        else
            append_quoted(text_, plain_);
        text_ += '\n';
    }

    const Network& network_;
    BufferedText buffered_;
    std::string& text_ = buffered_.text();
    std::string plain_;
};

}  // namespace

void write_gml(const Network& network, std::ostream& out) {
    GmlWriter(network, out).write();
}

}  // namespace demarche
