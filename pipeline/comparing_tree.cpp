// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who goes with whom: the tree of a hierarchical clustering.
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "graphs/comparison/clustering.hpp"
#include "pipeline/comparing_parts.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

std::vector<std::string> ids_of(const std::vector<ComparedUnit>& units) {
    std::vector<std::string> ids;
    ids.reserve(units.size());
    for (const ComparedUnit& unit : units) ids.push_back(unit.id);
    return ids;
}

std::string distance_text(const ComparedStudy& compared, LikenessMethod method) {
    switch (method) {
        case LikenessMethod::cosine:
            return fmt::format("1 - cosine of the codes, weighed by {}", title_of(compared.value));
        case LikenessMethod::jensen_shannon:
            return fmt::format("Jensen-Shannon distance of the codes, weighed by {}", title_of(compared.value));
        case LikenessMethod::text: return "1 - cosine of the words by TF-IDF";
    }
    return "";
}

// Adds the lines of one child below its parent's.
void hang(std::vector<std::string>& lines, const std::vector<std::string>& child, bool is_last) {
    for (std::size_t i = 0; i < child.size(); ++i) {
        const char* before = is_last ? "   " : "│  ";
        if (i == 0) before = is_last ? "└─ " : "├─ ";
        lines.push_back(before + child[i]);
    }
}

// The tree as lines, each merge with the distance at which it comes about.
std::vector<std::string> drawn(const ClusterTree& tree, const std::vector<ComparedUnit>& units) {
    std::vector<std::vector<std::string>> nodes;
    for (const std::size_t leaf : tree.leaves) {
        const ComparedUnit& unit = units[leaf];
        nodes.push_back({unit.label == unit.id ? unit.id : fmt::format("{}  {}", unit.id, unit.label)});
    }
    for (const ClusterMerge& merge : tree.merges) {
        std::vector<std::string> lines = {fmt::format("{:.3f}", merge.distance)};
        hang(lines, std::exchange(nodes[merge.one], {}), false);
        hang(lines, std::exchange(nodes[merge.other], {}), true);
        nodes.push_back(std::move(lines));
    }
    return nodes.empty() ? std::vector<std::string>() : nodes.back();
}

std::vector<std::string> left_out(const ClusterTree& tree, const std::vector<ComparedUnit>& units) {
    std::vector<std::string> ids;
    for (const std::size_t unit : tree.left_out) ids.push_back(units[unit].id);
    return ids;
}

void write_text(const ComparedStudy& compared, const LikenessTable& table, const ClusterTree& tree,
                std::ostream& out) {
    out << fmt::format("{} of {} by average linkage; distance: {}\n\n", tree.leaves.size(),
                       counted(table.units.size(), compared.by == UnitKind::state ? "author" : "document"),
                       distance_text(compared, table.method));
    for (const std::string& line : drawn(tree, table.units)) out << line << '\n';
    if (!tree.leaves.empty()) out << '\n';
    if (!tree.left_out.empty())
        out << "Left out, for they have no likeness with others: "
            << listed(left_out(tree, table.units), table.units.size()) << '\n';
    out << "Newick: " << newick(tree, ids_of(table.units)) << '\n';
    write_notes(compared, out);
}

// As SciPy's linkage and R's hclust count: leaves from 0, then a number for each merge.
void write_csv(const LikenessTable& table, const ClusterTree& tree, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"cluster", "one", "other", "distance", "leaves", "unit"});
    csv.end_row();
    for (std::size_t leaf = 0; leaf < tree.leaves.size(); ++leaf) {
        csv.number(static_cast<std::int64_t>(leaf)).empty().empty().empty().number(std::int64_t{1});
        csv.text(table.units[tree.leaves[leaf]].id);
        csv.end_row();
    }
    auto cluster = static_cast<std::int64_t>(tree.leaves.size());
    for (const ClusterMerge& merge : tree.merges) {
        csv.number(cluster++);
        csv.number(static_cast<std::int64_t>(merge.one)).number(static_cast<std::int64_t>(merge.other));
        csv.number(rounded_for_csv(merge.distance)).number(static_cast<std::int64_t>(merge.leaves)).empty();
        csv.end_row();
    }
}

}  // namespace

void write_tree(const ComparedStudy& compared, const LikenessTable& table, std::ostream& out) {
    const ClusterTree tree = cluster(table);
    const std::vector<std::string> ids = ids_of(table.units);
    switch (compared.options.format) {
        case CompareFormat::newick: out << newick(tree, ids) << '\n'; return;
        case CompareFormat::csv: return write_csv(table, tree, out);
        case CompareFormat::text: return write_text(compared, table, tree, out);
        case CompareFormat::json: break;
    }
    CompareJson json = json_head(compared, "tree");
    json["method"] = to_string(table.method);
    json["linkage"] = "average";
    if (table.method != LikenessMethod::text) json["weighed_by"] = to_string(compared.value);
    json["leaves"] = CompareJson::array();
    for (const std::size_t leaf : tree.leaves) json["leaves"].push_back(unit_json(compared, table.units[leaf]));
    json["left_out"] = left_out(tree, table.units);
    json["merges"] = CompareJson::array();
    for (const ClusterMerge& merge : tree.merges)
        json["merges"].push_back({{"one", merge.one},
                                  {"other", merge.other},
                                  {"distance", rounded_json(merge.distance)},
                                  {"leaves", merge.leaves}});
    json["newick"] = newick(tree, ids);
    write_json(json, out);
}

}  // namespace demarche
