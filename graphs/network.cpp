// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/network.hpp"

#include <algorithm>

namespace demarche {

std::string_view to_string(NodeType type) noexcept {
    switch (type) {
        case NodeType::state: return "state";
        case NodeType::organisation: return "organisation";
        case NodeType::document: return "document";
        case NodeType::body: return "body";
        case NodeType::norm: return "norm";
        case NodeType::instrument: return "instrument";
        case NodeType::focal_point: return "focal_point";
        case NodeType::theme: return "concept";  // a word that C++ keeps for itself
    }
    return "unknown";
}

std::string_view to_string(Relation relation) noexcept {
    switch (relation) {
        case Relation::mentions: return "mentions";
        case Relation::engages: return "engages";
        case Relation::commits: return "commits";
        case Relation::supports: return "supports";
        case Relation::urges: return "urges";
        case Relation::describes: return "describes";
        case Relation::rejects: return "rejects";
        case Relation::names: return "names";
        case Relation::organises: return "organises";
        case Relation::member_of: return "member_of";
        case Relation::shares: return "shares";
    }
    return "unknown";
}

std::string_view to_string(Weighting weighting) noexcept {
    switch (weighting) {
        case Weighting::mentions: return "mentions";
        case Weighting::sentences: return "sentences";
        case Weighting::documents: return "documents";
        case Weighting::per_thousand_sentences: return "per_1000_sentences";
    }
    return "unknown";
}

std::string_view to_string(SharedWeight weight) noexcept {
    switch (weight) {
        case SharedWeight::count: return "shared";
        case SharedWeight::jaccard: return "jaccard";
        case SharedWeight::cosine: return "cosine";
        case SharedWeight::newman: return "newman";
    }
    return "unknown";
}

const std::vector<std::string_view>& umbrella_codes() {
    static const std::vector<std::string_view> codes = {"body.csirt", "body.other", "ins.other"};
    return codes;
}

bool is_umbrella(const Node& node) {
    const auto& codes = umbrella_codes();
    return std::find(codes.begin(), codes.end(), node.id) != codes.end();
}

std::optional<NetworkVertex> find_vertex(const Network& network, std::string_view id) {
    const auto [begin, end] = boost::vertices(network);
    const auto found =
        std::partition_point(begin, end, [&](NetworkVertex vertex) { return network[vertex].id < id; });
    if (found == end || network[*found].id != id) return std::nullopt;
    return *found;
}

std::optional<NetworkEdge> find_edge(const Network& network, NetworkVertex source, Relation relation,
                                     NetworkVertex target) {
    const auto [begin, end] = boost::out_edges(source, network);
    const auto found = std::find_if(begin, end, [&](const NetworkEdge& edge) {
        return boost::target(edge, network) == target && network[edge].relation == relation;
    });
    if (found == end) return std::nullopt;
    return *found;
}

}  // namespace demarche
