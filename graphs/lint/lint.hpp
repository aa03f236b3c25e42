// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/lint/rules.hpp"

namespace demarche::lint {

struct Defect {
    std::uint64_t line = 0;
    const ReaderRule* rule = nullptr;
    std::string what;
};

// What was found in one file. A rule broken once is often broken on every line: the first of each are kept, all
// are counted.
class Report {
public:
    static constexpr std::size_t kept_of_each = 20;

    void add(std::uint64_t line, const ReaderRule& rule, std::string what);

    // By line, and in the order found within one.
    std::vector<Defect> findings() const;
    // Of a rule, kept or not.
    std::uint64_t count(std::string_view rule) const;
    std::uint64_t total() const noexcept { return total_; }
    const std::map<std::string_view, std::uint64_t>& counts() const noexcept { return counts_; }

    std::string format;       // "GraphML", "GEXF"; empty: neither
    bool is_readable = true;  // false: not XML to its end, or neither format
    std::uint64_t nodes = 0, edges = 0;

private:
    std::vector<Defect> findings_;
    std::map<std::string_view, std::uint64_t> counts_;
    std::uint64_t total_ = 0;
};

// Looks through a GraphML or GEXF file, anybody's, for what breaks readers (rules.hpp). Which it is, the root
// element says. Memory: the ids of nodes and edges, and nothing else of the file.
Report check_graph_file(std::istream& in);

}  // namespace demarche::lint
