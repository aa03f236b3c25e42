// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graphs/lint/lint.hpp"
#include "graphs/lint/xml_stream.hpp"

namespace demarche::lint {

// What both formats have in common: values of types, and nodes and edges with ids.

enum class ValueType : std::uint8_t { boolean, int32, int64, real, text, unknown };

// Reports a value that is not of its type. `name` is the attribute's, `owner` "node \"AUS\"".
void check_value(Report& report, std::uint64_t line, ValueType type, std::string_view name, std::string_view value,
                 const std::string& owner);

// Reports a weight that is no number above 0.
void check_weight(Report& report, std::uint64_t line, std::string_view weight, const std::string& edge);

// A number in full; nothing for anything else, "NaN" included.
std::optional<double> as_number(std::string_view text);

// Whether Gephi or Cytoscape have such a column of their own.
bool is_reserved(std::string_view name);

// How messages call an edge: by its id, or by its ends if it has none.
std::string name_of_edge(const XmlAttributes& attributes);

// Nodes and edges as they come, and what is wrong between them. Memory: each id once, and each pair with
// its kind.
class GraphItems {
public:
    explicit GraphItems(Report& report) : report_(report) {}

    void node(const XmlAttributes& attributes, std::uint64_t line);
    // `kind` is what tells parallel edges apart; empty if nothing does.
    void edge(const XmlAttributes& attributes, std::uint64_t line, std::string_view kind, bool is_directed);
    // Reports the edges whose nodes never came.
    void finish();

private:
    struct Loose {
        std::uint64_t line;
        std::string edge;
    };

    Report& report_;
    std::unordered_set<std::string> nodes_, edges_;
    std::unordered_set<std::string> pairs_;                      // source, target and kind
    std::unordered_map<std::string, std::vector<Loose>> loose_;  // edges by a node that has not come yet
};

}  // namespace demarche::lint
