// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// The columns of a network, once for all formats. A new attribute is one row in
// attributes.cpp and one in README.md; names never change meaning.

// Nothing, for a value that is missing. Views point into the network or its archive.
using AttributeValue = std::variant<std::monostate, bool, std::int32_t, double, std::string, std::string_view>;

enum class AttributeType : std::uint8_t { boolean, integer, real, text };

// GraphML's words: "boolean", "int", "double", "string".
std::string_view to_string(AttributeType type) noexcept;

template <typename Item>
struct Attribute {
    std::string_view name;
    AttributeType type = AttributeType::text;
    std::string_view meaning;
    AttributeValue (*value)(const Item& item) = nullptr;
};

// One mention as an edge of its own.
struct MentionEdge {
    const Edge& edge;  // that it is part of
    const Evidence& evidence;
};

// Which there are, and of what type, follows from the facts: a weight is whole unless it counts by the thousand.
std::vector<Attribute<NetworkFacts>> graph_attributes(const NetworkFacts& network);
std::vector<Attribute<Node>> node_attributes(const NetworkFacts& facts);
std::vector<Attribute<Edge>> edge_attributes(const NetworkFacts& facts);
std::vector<Attribute<MentionEdge>> mention_attributes(const NetworkFacts& facts);

// Appends `value` as every format writes it: true or false, digits, the shortest decimal number that reads
// back as the same double, text of exchangeable characters. Appends nothing for a missing value, for a
// number that is not finite, and for text of nothing but white space.
void append_plain(std::string& out, const AttributeValue& value);

// Id of an edge, unique in the network and the same in every run: "AUS:commits:norm.g".
std::string edge_id(const Network& network, NetworkEdge edge);

}  // namespace demarche
