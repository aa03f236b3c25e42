// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/graphml_checks.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/lint/graph_items.hpp"

namespace demarche::lint {

namespace {

constexpr std::string_view graphml_namespace = "http://graphml.graphdrawing.org/xmlns";

struct Key {
    std::string domain, name;
    ValueType type = ValueType::text;
    bool is_ours = true;  // false: another program's own, such as yEd's drawings
};

std::optional<ValueType> type_named(std::string_view name) {
    if (name == "boolean") return ValueType::boolean;
    if (name == "int") return ValueType::int32;
    if (name == "long") return ValueType::int64;
    if (name == "float" || name == "double") return ValueType::real;
    if (name == "string") return ValueType::text;
    return std::nullopt;
}

class GraphmlChecks : public XmlHandler {
public:
    GraphmlChecks(Report& report, const std::string& name_space, std::uint64_t line)
        : report_(report), items_(report) {
        report_.format = "GraphML";
        if (name_space != graphml_namespace)
            report_.add(line, rules::name_space,
                        name_space.empty()
                            ? "the root element has no namespace"
                            : fmt::format(R"(the namespace is "{}", not "{}")", name_space, graphml_namespace));
    }

    void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) override {
        line_ = line;
        const std::string parent = open_.empty() ? "" : open_.back();
        open_.emplace_back(name);
        if (parent == "data") {
            if (!inside_foreign_data_) foreign_data(name);
            return;
        }
        if (name == "key") return key(attributes);
        if (name == "default") {
            if (parent == "key")
                report_.add(line, rules::default_value,
                            fmt::format("the attribute \"{}\" has a default", last_key_));
        } else if (name == "graph")
            graph(attributes, parent);
        else if (name == "node")
            node(attributes);
        else if (name == "edge")
            edge(attributes);
        else if (name == "data")
            data(attributes, parent);
        else if (name == "port")
            report_.add(line, rules::port, owner_.empty() ? "a port" : owner_ + " has a port");
        else if (name == "hyperedge")
            report_.add(line, rules::hyperedge, "a hyperedge");
    }

    void end(std::string_view name) override {
        open_.pop_back();
        if (name == "data" && data_ && !open_.empty()) end_of_data();
        if (name == "node" && depth_ == 1) report_label();
        if (name == "edge") end_of_edge();
        if (name == "graph") --depth_;
        if (name == "graphml") end_of_file();
    }

    void text(std::string_view part) override {
        if (data_ && open_.back() == "data" && value_.size() < enough) value_ += part;
    }

private:
    // Of a value that is no text; texts are not kept.
    static constexpr std::size_t enough = 1000;

    void foreign_data(std::string_view name) {
        inside_foreign_data_ = true;
        if (data_ && data_->is_ours)
            report_.add(line_, rules::data_structure,
                        fmt::format("{}: \"{}\" has <{}> in it", owner_, data_->name, name));
    }

    void key(const XmlAttributes& attributes) {
        const std::string id(value_of(attributes, "id").value_or(""));
        last_key_ = value_of(attributes, "attr.name").value_or(id);
        Key key;
        key.domain = value_of(attributes, "for").value_or("all");
        key.name = last_key_;
        key.is_ours = !value_of(attributes, "yfiles.type");
        if (!keys_.emplace(id, key).second)
            report_.add(line_, rules::duplicate_key, fmt::format("the key \"{}\" is declared twice", id));
        if (graphs_ > 0)
            report_.add(line_, rules::key_order,
                        fmt::format("the attribute \"{}\" is declared after the graph began", last_key_));
        if (!key.is_ours) return;
        keys_[id].type = type_of(attributes);
        check_name(attributes, key, id);
    }

    ValueType type_of(const XmlAttributes& attributes) {
        const auto name = value_of(attributes, "attr.type");
        const auto known = name ? type_named(*name) : std::nullopt;
        if (!known)
            report_.add(line_, rules::type,
                        name ? fmt::format(R"(the attribute "{}" has the unknown type "{}")", last_key_, *name)
                             : fmt::format("the attribute \"{}\" has no type", last_key_));
        return known.value_or(ValueType::unknown);
    }

    void check_name(const XmlAttributes& attributes, const Key& key, const std::string& id) {
        if (!value_of(attributes, "attr.name") || key.name.empty())
            return report_.add(line_, rules::attribute_name, fmt::format("the key \"{}\" has no attr.name", id));
        if (key.domain != "node" && key.domain != "edge" && key.domain != "graph")
            report_.add(line_, rules::for_all,
                        fmt::format(R"(the attribute "{}" is for "{}")", key.name, key.domain));
        const bool is_column = key.domain != "graph";
        if (is_column && is_reserved(key.name))
            report_.add(line_, rules::reserved_name,
                        fmt::format("an attribute of {}s has the name \"{}\"", key.domain, key.name));
        for (const std::string_view domain : {"graph", "node", "edge"}) {
            if (key.domain != "all" && key.domain != domain) continue;
            if (!names_.insert(fmt::format("{} {}", domain, key.name)).second)
                report_.add(line_, rules::duplicate_name,
                            fmt::format("the attribute \"{}\" is declared twice for {}s", key.name, domain));
        }
    }

    void graph(const XmlAttributes& attributes, const std::string& parent) {
        ++depth_;
        ++graphs_;
        if (depth_ > 1) return report_.add(line_, rules::nesting, fmt::format("a graph inside a {}", parent));
        if (graphs_ > 1) report_.add(line_, rules::one_graph, "another graph in the file");
        const std::string_view direction = value_of(attributes, "edgedefault").value_or("");
        is_directed_ = direction == "directed";
        if (!is_directed_ && direction != "undirected")
            report_.add(line_, rules::default_direction, "edgedefault is neither directed nor undirected");
    }

    void node(const XmlAttributes& attributes) {
        owner_ = fmt::format("node \"{}\"", value_of(attributes, "id").value_or(""));
        domain_ = "node";
        has_label_ = false;
        given_.clear();
        if (report_.edges > 0 && depth_ == 1)
            report_.add(line_, rules::node_order, owner_ + " comes after an edge");
        items_.node(attributes, line_);
    }

    void edge(const XmlAttributes& attributes) {
        owner_ = name_of_edge(attributes);
        domain_ = "edge";
        given_.clear();
        const auto direction = value_of(attributes, "directed");
        if (direction)
            report_.add(line_, rules::edge_direction,
                        fmt::format("{} says directed=\"{}\" for itself", owner_, *direction));
        for (const char* end : {"sourceport", "targetport"})
            if (value_of(attributes, end)) report_.add(line_, rules::port, owner_ + " ends at a port");
        items_.edge(attributes, line_, value_of(attributes, "label").value_or(""),
                    direction ? *direction == "true" : is_directed_);
    }

    void data(const XmlAttributes& attributes, const std::string& parent) {
        value_.clear();
        inside_foreign_data_ = false;
        data_line_ = line_;
        if (parent == "graph") {
            owner_ = "graph";
            domain_ = "graph";
            if (report_.nodes + report_.edges > 0)
                report_.add(line_, rules::graph_data_order, "data of the graph comes after a node or an edge");
        }
        const std::string id(value_of(attributes, "key").value_or(""));
        const auto found = keys_.find(id);
        data_ = found == keys_.end() ? nullptr : &found->second;
        // Data of the file as a whole, and of ports, is nobody's column.
        if (parent != "graph" && parent != "node" && parent != "edge") {
            data_ = nullptr;
            return;
        }
        if (data_ == nullptr)
            report_.add(line_, rules::unknown_key, fmt::format("{}: no attribute \"{}\" is declared", owner_, id));
        else if (data_->domain != "all" && data_->domain != domain_)
            report_.add(line_, rules::unknown_key,
                        fmt::format("{}: \"{}\" is declared for {}s", owner_, data_->name, data_->domain));
        if (data_ != nullptr && parent != "graph" && !given_.insert(id).second)
            report_.add(line_, rules::duplicate_value,
                        fmt::format("{}: \"{}\" stands there twice", owner_, data_->name));
    }

    void end_of_data() {
        if (data_->is_ours && !inside_foreign_data_) {
            check_value(report_, data_line_, data_->type, data_->name, value_, owner_);
            if (domain_ == "edge" && data_->name == "weight") check_weight(report_, data_line_, value_, owner_);
        }
        if (domain_ == "node" && (data_->name == "label" || !data_->is_ours)) has_label_ = true;
        data_ = nullptr;
    }

    void report_label() {
        if (!has_label_) report_.add(line_, rules::label, owner_ + " has no label");
    }

    void end_of_edge() { owner_.clear(); }

    void end_of_file() {
        if (graphs_ == 0) report_.add(line_, rules::one_graph, "there is no graph in the file");
        items_.finish();
    }

    Report& report_;
    GraphItems items_;
    std::vector<std::string> open_;  // elements, outermost first
    std::unordered_map<std::string, Key> keys_;
    std::set<std::string> names_;  // "node weight"
    std::set<std::string> given_;  // keys of the present node or edge
    std::string last_key_, owner_, domain_, value_;
    const Key* data_ = nullptr;  // of the present data element
    std::uint64_t line_ = 0, data_line_ = 0;
    int depth_ = 0, graphs_ = 0;
    bool is_directed_ = true, has_label_ = false, inside_foreign_data_ = false;
};

}  // namespace

std::unique_ptr<XmlHandler> graphml_checks(Report& report, const std::string& name_space, std::uint64_t line) {
    return std::make_unique<GraphmlChecks>(report, name_space, line);
}

}  // namespace demarche::lint
