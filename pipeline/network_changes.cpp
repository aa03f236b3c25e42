// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/network_changes.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpora/model/csv_writer.hpp"
#include "corpora/model/error.hpp"
#include "graphs/changes.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array fates = {EdgeFate::appeared, EdgeFate::gone, EdgeFate::kept, EdgeFate::no_source_before,
                              EdgeFate::no_source_after};
constexpr std::size_t quotation_width = 80;

// The first mention that the edge stands for, in the later network where it is in both.
const Evidence* first_evidence(const EdgeChange& change) {
    const Edge* edge = change.after != nullptr ? change.after : change.before;
    return edge->evidence.empty() ? nullptr : &edge->evidence.front();
}

const NetworkFacts& facts_of(const Network& network) {
    return network[boost::graph_bundle];
}

std::string listed(const std::vector<std::string>& ids) {
    return ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", "));
}

std::string place_of(const Evidence& evidence) {
    const std::string& document = evidence.passage->document->id;
    return evidence.page > 0 ? fmt::format("{} p. {}", document, evidence.page) : document;
}

std::string amount(double weight) {
    return fmt::format("{:.4g}", weight);
}

void write_edges_text(const NetworkChanges& changes, EdgeFate fate, std::ostream& out) {
    TextTable table({"from", "relation", "to", "=weight", "where", "sentence"});
    for (const EdgeChange& change : changes.edges) {
        if (change.fate != fate) continue;
        const Evidence* evidence = first_evidence(change);
        table.add({change.source, std::string(to_string(change.relation)), change.target,
                   amount((change.after != nullptr ? change.after : change.before)->weight),
                   evidence ? place_of(*evidence) : "",
                   evidence ? shortened(std::string(evidence->passage->text), quotation_width) : ""});
    }
    if (table.empty()) return;
    out << '\n' << (fate == EdgeFate::appeared ? "Appeared" : "Gone") << ":\n";
    table.write(out);
}

void write_text(const Network& before, const Network& after, const NetworkChanges& changes, std::ostream& out) {
    const auto say = [&](const char* when, const Network& network) {
        out << fmt::format("{}: {}; documents read: {}; nodes: {}; edges: {}\n", when, facts_of(network).view,
                           facts_of(network).documents, boost::num_vertices(network), boost::num_edges(network));
    };
    say("Before", before);
    say("After", after);
    out << fmt::format("Authors in both: {}\nbefore only: {}\nafter only: {}\n", listed(changes.authors_of_both),
                       listed(changes.authors_before_only), listed(changes.authors_after_only));
    out << fmt::format(
        "Edges of authors in both: {} appeared, {} gone, {} kept; of authors in one alone: {} before, {} after\n",
        changes.count(EdgeFate::appeared), changes.count(EdgeFate::gone), changes.count(EdgeFate::kept),
        changes.count(EdgeFate::no_source_after), changes.count(EdgeFate::no_source_before));
    out << fmt::format("Nodes that appeared: {}\nNodes gone: {}\n", listed(changes.nodes_appeared),
                       listed(changes.nodes_gone));
    write_edges_text(changes, EdgeFate::appeared, out);
    write_edges_text(changes, EdgeFate::gone, out);
}

Json network_json(const Network& network) {
    const NetworkFacts& facts = facts_of(network);
    return {{"view", facts.view},
            {"documents", facts.documents},
            {"documents_failed", facts.documents_failed},
            {"nodes", boost::num_vertices(network)},
            {"edges", boost::num_edges(network)}};
}

Json evidence_json(const Edge& edge) {
    Json list = Json::array();
    for (const Evidence& evidence : edge.evidence)
        list.push_back({{"mention", evidence.observation},
                        {"document", evidence.passage->document->id},
                        {"page", evidence.page},
                        {"quotation", evidence.passage->text}});
    return {{"weight", edge.weight}, {"evidence", std::move(list)}};
}

void write_json(const Network& before, const Network& after, const NetworkChanges& changes, std::ostream& out) {
    Json counts;
    for (const EdgeFate fate : fates) counts[std::string(to_string(fate))] = changes.count(fate);
    Json edges = Json::array();
    for (const EdgeChange& change : changes.edges) {
        Json edge = {{"fate", to_string(change.fate)},
                     {"source", change.source},
                     {"relation", to_string(change.relation)},
                     {"target", change.target}};
        if (change.before != nullptr) edge["before"] = evidence_json(*change.before);
        if (change.after != nullptr) edge["after"] = evidence_json(*change.after);
        edges.push_back(std::move(edge));
    }
    const Json json = {{"before", network_json(before)},
                       {"after", network_json(after)},
                       {"authors_of_both", changes.authors_of_both},
                       {"authors_before_only", changes.authors_before_only},
                       {"authors_after_only", changes.authors_after_only},
                       {"nodes_appeared", changes.nodes_appeared},
                       {"nodes_gone", changes.nodes_gone},
                       {"counts", std::move(counts)},
                       {"edges", std::move(edges)}};
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_csv(const NetworkChanges& changes, std::ostream& out) {
    CsvWriter csv(out);
    csv.header(
        {"fate", "source", "relation", "target", "weight_before", "weight_after", "document", "page", "quotation"});
    csv.end_row();
    const auto weight = [&](const Edge* edge) {
        if (edge != nullptr)
            csv.number(edge->weight);
        else
            csv.empty();
    };
    for (const EdgeChange& change : changes.edges) {
        csv.text(to_string(change.fate)).text(change.source).text(to_string(change.relation)).text(change.target);
        weight(change.before);
        weight(change.after);
        if (const Evidence* evidence = first_evidence(change)) {
            csv.text(evidence->passage->document->id);
            csv.number(std::int64_t{evidence->page}).text(evidence->passage->text);
        } else {
            csv.empty().empty().empty();
        }
        csv.end_row();
    }
}

Network network_of_years(const StudyStore& study, NetworkRequest request, const Knowledge& knowledge,
                         std::optional<int> first, std::optional<int> last) {
    request.first_year = first;
    request.last_year = last;
    Network network = network_of(study, request, knowledge);
    if (facts_of(network).documents == 0)
        throw Error(ErrorKind::usage, "",
                    fmt::format("the study has no {} that were read; `demarche status` lists what it has",
                                facts_of(network).view));
    return network;
}

}  // namespace

void write_network_changes(const NetworkChangesOptions& options, std::ostream& out) {
    const StudyStore study = StudyStore::open(options.study);
    const Knowledge knowledge = load_knowledge(options.network.codebook);
    const Network before =
        network_of_years(study, options.network, knowledge, options.before_first, options.before_last);
    const Network after =
        network_of_years(study, options.network, knowledge, options.after_first, options.after_last);
    const NetworkChanges changes = network_changes(before, after);
    switch (options.format) {
        case TableFormat::text: return write_text(before, after, changes, out);
        case TableFormat::json: return write_json(before, after, changes, out);
        case TableFormat::csv: return write_csv(changes, out);
    }
}

}  // namespace demarche
