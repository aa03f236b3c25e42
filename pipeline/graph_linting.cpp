// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/graph_linting.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "corpora/model/error.hpp"
#include "graphs/lint/lint.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

lint::Report check(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        throw Error(ErrorKind::missing, path.string(), "there is no such file");
    if (std::filesystem::is_directory(path, error))
        throw Error(ErrorKind::unreadable, path.string(), "it is a folder; name the file in it");
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(ErrorKind::unreadable, path.string(), std::strerror(errno));
    lint::Report report = lint::check_graph_file(file);
    if (file.bad()) throw Error(ErrorKind::unreadable, path.string(), "it could not be read to its end");
    if (report.format.empty())
        throw Error(ErrorKind::malformed, path.string(),
                    "it is neither GraphML nor GEXF: its first element is no <graphml> and no <gexf>");
    return report;
}

void write_text(const std::filesystem::path& path, const lint::Report& report, std::ostream& out) {
    const std::string file = path.string();
    out << fmt::format("{}: {}, {} nodes, {} edges\n", file, report.format, report.nodes, report.edges);
    for (const lint::Defect& finding : report.findings())
        out << fmt::format("\n{}:{}: {} [{}]\n    {}\n    {}\n", file, finding.line, finding.what,
                           finding.rule->name, finding.rule->breaks, finding.rule->remedy);
    for (const auto& [rule, count] : report.counts())
        if (count > lint::Report::kept_of_each)
            out << fmt::format("\nand {} more of [{}]\n", count - lint::Report::kept_of_each, rule);
    if (report.total() > 0)
        out << fmt::format("\n{} found\n", report.total());
    else if (report.is_readable)
        out << "Nothing in it is known to break Gephi, Cytoscape, NetworkX, igraph, Boost or graphology.\n";
}

void write_json(const std::filesystem::path& path, const lint::Report& report, std::ostream& out) {
    Json findings = Json::array();
    for (const lint::Defect& finding : report.findings())
        findings.push_back({{"line", finding.line},
                            {"rule", finding.rule->name},
                            {"what", finding.what},
                            {"breaks", finding.rule->breaks},
                            {"remedy", finding.rule->remedy}});
    Json counts = Json::object();
    for (const auto& [rule, count] : report.counts()) counts[std::string(rule)] = count;
    const Json document = {{"file", path.string()}, {"format", report.format}, {"readable", report.is_readable},
                           {"nodes", report.nodes}, {"edges", report.edges},   {"found", report.total()},
                           {"counts", counts},      {"findings", findings}};
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

GraphVerdict write_graph_lint(const std::filesystem::path& file, OutputFormat format, std::ostream& out) {
    const lint::Report report = check(file);
    if (format == OutputFormat::json)
        write_json(file, report, out);
    else
        write_text(file, report, out);
    if (!report.is_readable) return GraphVerdict::is_unreadable;
    return report.total() > 0 ? GraphVerdict::has_findings : GraphVerdict::clean;
}

}  // namespace demarche
