// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/gexf_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/lint/graph_items.hpp"
#include "graphs/lint/spell_check.hpp"

namespace demarche::lint {

namespace {

constexpr std::array<std::string_view, 3> namespaces = {"http://gexf.net/1.3", "http://www.gexf.net/1.2draft",
                                                        "http://www.gexf.net/1.1draft"};

std::optional<ValueType> type_named(std::string_view name) {
    if (name == "boolean") return ValueType::boolean;
    if (name == "integer" || name == "byte" || name == "short") return ValueType::int32;
    if (name == "long") return ValueType::int64;
    if (name == "float" || name == "double") return ValueType::real;
    if (name == "string" || name == "anyURI" || name == "char" || name == "biginteger" || name == "bigdecimal" ||
        name.substr(0, 4) == "list")
        return ValueType::text;
    return std::nullopt;
}

struct Column {
    std::string title;
    ValueType type = ValueType::text;
    bool is_dynamic = false;  // may have several values, at different times
};

// The columns of nodes, or of edges.
struct Columns {
    std::unordered_map<std::string, Column> by_id;
    std::set<std::string> titles;
};

class GexfChecks : public XmlHandler {
public:
    GexfChecks(Report& report, const std::string& name_space, std::uint64_t line)
        : report_(report), items_(report), times_(report) {
        report_.format = "GEXF";
        if (std::find(namespaces.begin(), namespaces.end(), name_space) == namespaces.end())
            report_.add(line, rules::name_space,
                        name_space.empty()
                            ? "the root element has no namespace"
                            : fmt::format(R"(the namespace is "{}", not "{}")", name_space, namespaces[0]));
    }

    void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) override {
        line_ = line;
        if (name == "graph")
            graph(attributes);
        else if (name == "attributes")
            begin_columns(attributes);
        else if (name == "attribute")
            column(attributes);
        else if (name == "node")
            node(attributes);
        else if (name == "edge")
            edge(attributes);
        else if (name == "attvalue")
            value(attributes);
        else if (name == "spell" || name == "slice")
            times_.spell(value_of(attributes, "start"), value_of(attributes, "end"), line_);
    }

    void end(std::string_view name) override {
        if (name == "node") --depth_;
        if (name == "node" || name == "edge") times_.finish();
        if (name == "gexf") {
            if (graphs_ == 0) report_.add(line_, rules::one_graph, "there is no graph in the file");
            items_.finish();
        }
    }

    void text(std::string_view /*part*/) override {}

private:
    void graph(const XmlAttributes& attributes) {
        if (++graphs_ > 1) report_.add(line_, rules::one_graph, "another graph in the file");
        const auto direction = value_of(attributes, "defaultedgetype");
        if (!direction || (*direction != "directed" && *direction != "undirected"))
            report_.add(line_, rules::default_direction, "defaultedgetype is neither directed nor undirected");
        direction_ = direction.value_or("undirected");
        const auto format = value_of(attributes, "timeformat");
        if (!format) return;
        times_.use_format(*format);
        if (*format != "double" && *format != "float" && *format != "date" && *format != "dateTime" &&
            *format != "datetime")
            report_.add(line_, rules::time_format, fmt::format("the timeformat is \"{}\"", *format));
    }

    void begin_columns(const XmlAttributes& attributes) {
        const std::string_view domain = value_of(attributes, "class").value_or("");
        columns_ = domain == "edge" ? &of_edges_ : &of_nodes_;
        is_dynamic_ = value_of(attributes, "mode").value_or("static") == "dynamic";
        if (domain != "node" && domain != "edge")
            report_.add(line_, rules::for_all,
                        fmt::format("attributes are declared for \"{}\", neither node nor edge", domain));
        if (report_.nodes + report_.edges > 0)
            report_.add(line_, rules::key_order, "attributes are declared after nodes or edges");
    }

    void column(const XmlAttributes& attributes) {
        if (columns_ == nullptr) return;
        const std::string id(value_of(attributes, "id").value_or(""));
        const std::string title(value_of(attributes, "title").value_or(""));
        const std::string name(value_of(attributes, "type").value_or(""));
        const auto known = type_named(name);
        const std::string_view items = columns_ == &of_edges_ ? "edges" : "nodes";
        if (!known)
            report_.add(line_, rules::type,
                        fmt::format(R"(the attribute "{}" has the unknown type "{}")", title, name));
        if (title.empty())
            report_.add(line_, rules::attribute_name, fmt::format("the attribute \"{}\" has no title", id));
        if (is_reserved(title))
            report_.add(line_, rules::reserved_name,
                        fmt::format("an attribute of {} has the title \"{}\"", items, title));
        if (!columns_->titles.insert(title).second)
            report_.add(line_, rules::duplicate_name,
                        fmt::format("the attribute \"{}\" is declared twice for {}", title, items));
        const Column column = {title.empty() ? id : title, known.value_or(ValueType::unknown), is_dynamic_};
        if (!columns_->by_id.emplace(id, column).second)
            report_.add(line_, rules::duplicate_key,
                        fmt::format("the attribute id \"{}\" is declared twice for {}", id, items));
    }

    void node(const XmlAttributes& attributes) {
        begin_item(fmt::format("node \"{}\"", value_of(attributes, "id").value_or("")), attributes);
        present_ = &of_nodes_;
        if (++depth_ > 1) report_.add(line_, rules::nesting, owner_ + " stands inside another node");
        if (value_of(attributes, "pid")) report_.add(line_, rules::nesting, owner_ + " has a parent node");
        if (report_.edges > 0) report_.add(line_, rules::node_order, owner_ + " comes after an edge");
        if (value_of(attributes, "label").value_or("").empty())
            report_.add(line_, rules::label, owner_ + " has no label");
        items_.node(attributes, line_);
    }

    void edge(const XmlAttributes& attributes) {
        begin_item(name_of_edge(attributes), attributes);
        present_ = &of_edges_;
        const auto direction = value_of(attributes, "type");
        if (direction && *direction != direction_)
            report_.add(line_, rules::edge_direction,
                        fmt::format("{} is {}, the graph {}", owner_, *direction, direction_));
        if (const auto weight = value_of(attributes, "weight")) check_weight(report_, line_, *weight, owner_);
        items_.edge(attributes, line_, value_of(attributes, "kind").value_or(""),
                    direction.value_or(direction_) == "directed");
    }

    void begin_item(const std::string& name, const XmlAttributes& attributes) {
        times_.finish();  // of the node that this one is nested in
        owner_ = name;
        given_.clear();
        times_.begin(owner_);
        const auto start = value_of(attributes, "start");
        const auto end = value_of(attributes, "end");
        if (start || end) times_.spell(start, end, line_);
    }

    void value(const XmlAttributes& attributes) {
        if (present_ == nullptr) return;
        const std::string id(value_of(attributes, "for").value_or(""));
        const auto found = present_->by_id.find(id);
        if (found == present_->by_id.end())
            return report_.add(line_, rules::unknown_key,
                               fmt::format("{}: no attribute \"{}\" is declared", owner_, id));
        const Column& column = found->second;
        if (!given_.insert(id).second && !column.is_dynamic)
            report_.add(line_, rules::duplicate_value,
                        fmt::format("{}: \"{}\" stands there twice", owner_, column.title));
        const std::string_view written = value_of(attributes, "value").value_or("");
        check_value(report_, line_, column.type, column.title, written, owner_);
        if (present_ == &of_edges_ && column.title == "weight") check_weight(report_, line_, written, owner_);
    }

    Report& report_;
    GraphItems items_;
    SpellCheck times_;
    Columns of_nodes_, of_edges_;
    Columns* columns_ = nullptr;        // being declared
    const Columns* present_ = nullptr;  // of the present item
    std::set<std::string> given_;
    std::string owner_, direction_;
    std::uint64_t line_ = 0;
    int depth_ = 0, graphs_ = 0;
    bool is_dynamic_ = false;
};

}  // namespace

std::unique_ptr<XmlHandler> gexf_checks(Report& report, const std::string& name_space, std::uint64_t line) {
    return std::make_unique<GexfChecks>(report, name_space, line);
}

}  // namespace demarche::lint
