// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/graph_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace demarche::lint {

namespace {

template <typename Whole>
bool is_whole(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    Whole value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

// What a message shows of a value.
std::string shown(std::string_view value) {
    constexpr std::size_t most = 40;
    if (value.size() <= most) return '"' + std::string(value) + '"';
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80U) --cut;
    return '"' + std::string(value.substr(0, cut)) + "...\"";
}

}  // namespace

std::optional<double> as_number(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

bool is_reserved(std::string_view name) {
    constexpr std::array<std::string_view, 14> reserved = {
        "id", "name", "size", "color", "x", "y", "z", "r", "g", "b", "key", "suid", "selected", "interaction"};
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::find(reserved.begin(), reserved.end(), lower) != reserved.end();
}

void check_value(Report& report, std::uint64_t line, ValueType type, std::string_view name, std::string_view value,
                 const std::string& owner) {
    if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        report.add(line, rules::empty_value, fmt::format("{}: \"{}\" is empty", owner, name));
        return;
    }
    const auto told = [&](std::string_view kind) {
        return fmt::format("{}: \"{}\" is {}, which is no {}", owner, name, shown(value), kind);
    };
    switch (type) {
        case ValueType::boolean:
            if (value != "true" && value != "false") report.add(line, rules::boolean, told("boolean"));
            break;
        case ValueType::int32:
            if (!is_whole<std::int32_t>(value))
                report.add(line, rules::whole_number, told("whole number of 32 bits"));
            break;
        case ValueType::int64:
            if (!is_whole<std::int64_t>(value))
                report.add(line, rules::whole_number, told("whole number of 64 bits"));
            break;
        case ValueType::real:
            if (!as_number(value)) report.add(line, rules::real_number, told("finite number"));
            break;
        case ValueType::text:
        case ValueType::unknown: break;
    }
}

void check_weight(Report& report, std::uint64_t line, std::string_view weight, const std::string& edge) {
    const auto number = as_number(weight);
    if (!number || *number <= 0)
        report.add(line, rules::weight, fmt::format("{}: its weight is {}", edge, shown(weight)));
}

std::string name_of_edge(const XmlAttributes& attributes) {
    const std::string_view id = value_of(attributes, "id").value_or("");
    if (!id.empty()) return "edge " + shown(id);
    return fmt::format("edge from {} to {}", shown(value_of(attributes, "source").value_or("")),
                       shown(value_of(attributes, "target").value_or("")));
}

void GraphItems::node(const XmlAttributes& attributes, std::uint64_t line) {
    ++report_.nodes;
    const auto id = value_of(attributes, "id");
    if (!id || id->empty())
        report_.add(line, rules::node_id, "a node has no id");
    else if (!nodes_.emplace(*id).second)
        report_.add(line, rules::node_id, fmt::format("the node {} stands there twice", shown(*id)));
    else if (!loose_.empty())
        loose_.erase(std::string(*id));
}

void GraphItems::edge(const XmlAttributes& attributes, std::uint64_t line, std::string_view kind,
                      bool is_directed) {
    ++report_.edges;
    const auto id = value_of(attributes, "id");
    std::string source(value_of(attributes, "source").value_or(""));
    std::string target(value_of(attributes, "target").value_or(""));
    const std::string told = "the " + name_of_edge(attributes);
    if (!id || id->empty())
        report_.add(line, rules::edge_id, told + " has no id");
    else if (!edges_.emplace(*id).second)
        report_.add(line, rules::edge_id, told + " stands there twice");
    for (const std::string& end : {source, target}) {
        if (end.empty())
            report_.add(line, rules::dangling_edge, told + " lacks an end");
        else if (!nodes_.contains(end))
            loose_[end].push_back({line, told});
    }
    if (!is_directed && target < source) std::swap(source, target);
    std::string pair = fmt::format("{}\n{}\n{}", source, target, kind);
    if (!pairs_.insert(std::move(pair)).second && kind.empty())
        report_.add(line, rules::parallel_edges,
                    fmt::format("{} is parallel to another, and neither says of what kind it is", told));
}

void GraphItems::finish() {
    std::vector<std::pair<Loose, std::string>> missing;
    for (const auto& [node, edges] : loose_)
        for (const Loose& loose : edges) missing.emplace_back(loose, node);
    std::sort(missing.begin(), missing.end(), [](const auto& left, const auto& right) {
        return std::pair(left.first.line, left.second) < std::pair(right.first.line, right.second);
    });
    for (const auto& [loose, node] : missing)
        report_.add(loose.line, rules::dangling_edge,
                    fmt::format("{} leads to the node {}, which is not in the file", loose.edge, shown(node)));
}

}  // namespace demarche::lint
