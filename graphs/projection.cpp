// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/projection.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace demarche {

namespace {

// Edges run from what is projected to what is shared, or, for bodies, the other way.
struct Affiliations {
    std::vector<NetworkVertex> nodes;                 // projected, in order of id
    std::vector<std::vector<std::uint32_t>> members;  // by what is shared, indices into nodes, in order
    std::vector<NetworkVertex> shared;                // in order of id, as members
    std::vector<std::uint32_t> size;                  // by node, how many it is tied to
};

class Selection {
public:
    Selection(const Network& network, const ProjectionOptions& options) : network_(network), options_(options) {}

    bool is_projected(const Node& node) const {
        switch (options_.nodes) {
            case Projected::states: return node.type == NodeType::state && is_read(node);
            case Projected::authors: return is_read(node);
            case Projected::bodies: return node.type == NodeType::body && !is_umbrella(node);
        }
        return false;
    }

    bool is_counted(NetworkEdge edge) const {
        const Relation relation = network_[edge].relation;
        if (options_.relations.empty() ? relation == Relation::member_of : !options_.relations.contains(relation))
            return false;
        const Node& target = network_[boost::target(edge, network_)];
        if (is_umbrella(target)) return false;
        return options_.nodes == Projected::bodies ? target.type == NodeType::body
                                                   : options_.shared.contains(target.type);
    }

private:
    static bool is_read(const Node& node) { return node.authorship && !node.authorship->documents.empty(); }

    const Network& network_;
    const ProjectionOptions& options_;
};

Affiliations affiliations_of(const Network& network, const ProjectionOptions& options) {
    const Selection selection(network, options);
    const bool is_of_targets = options.nodes == Projected::bodies;
    Affiliations found;
    std::unordered_map<NetworkVertex, std::uint32_t> index_of;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        if (!selection.is_projected(network[vertex])) continue;
        index_of.emplace(vertex, static_cast<std::uint32_t>(found.nodes.size()));
        found.nodes.push_back(vertex);
    }
    // Ordered, so that sums over what is shared are taken in the same order each time.
    std::map<NetworkVertex, std::vector<std::uint32_t>> members;
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        if (!selection.is_counted(edge)) continue;
        const NetworkVertex source = boost::source(edge, network), target = boost::target(edge, network);
        if (const auto node = index_of.find(is_of_targets ? target : source); node != index_of.end())
            members[is_of_targets ? source : target].push_back(node->second);
    }
    found.size.resize(found.nodes.size());
    for (auto& [shared, nodes] : members) {
        std::sort(nodes.begin(), nodes.end());  // edges of several relations lead to one node once
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        for (const std::uint32_t node : nodes) ++found.size[node];
        found.shared.push_back(shared);
        found.members.push_back(std::move(nodes));
    }
    return found;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// One for each pair that shares anything.
std::map<Pair, Sharing> sharings_of(const Network& network, const Affiliations& affiliations) {
    std::map<Pair, Sharing> sharings;
    for (std::size_t at = 0; at < affiliations.shared.size(); ++at) {
        const std::vector<std::uint32_t>& nodes = affiliations.members[at];
        for (std::size_t left = 0; left < nodes.size(); ++left)
            for (std::size_t right = left + 1; right < nodes.size(); ++right) {
                Sharing& sharing = sharings[{nodes[left], nodes[right]}];
                sharing.ids.push_back(network[affiliations.shared[at]].id);
                sharing.newman += 1 / static_cast<double>(nodes.size() - 1);
            }
    }
    for (auto& [pair, sharing] : sharings) {
        const auto both = static_cast<double>(sharing.ids.size());
        const double left = affiliations.size[pair.first], right = affiliations.size[pair.second];
        sharing.jaccard = both / (left + right - both);
        sharing.cosine = both / std::sqrt(left * right);
    }
    return sharings;
}

double weight_of(const Sharing& sharing, SharedWeight weight) {
    switch (weight) {
        case SharedWeight::count: return static_cast<double>(sharing.ids.size());
        case SharedWeight::jaccard: return sharing.jaccard;
        case SharedWeight::cosine: return sharing.cosine;
        case SharedWeight::newman: return sharing.newman;
    }
    return 0;
}

std::string_view plural_of(NodeType type) {
    switch (type) {
        case NodeType::state: return "states named";
        case NodeType::organisation: return "organisations";
        case NodeType::document: return "documents";
        case NodeType::body: return "bodies";
        case NodeType::norm: return "norms";
        case NodeType::instrument: return "instruments";
        case NodeType::focal_point: return "focal points";
        case NodeType::theme: return "concepts";
    }
    return "nodes";
}

std::string in_words(const ProjectionOptions& options) {
    const bool is_of_bodies = options.nodes == Projected::bodies;
    std::string text = is_of_bodies                         ? "bodies by shared authors"
                       : options.nodes == Projected::states ? "states by shared "
                                                            : "authors by shared ";
    std::string list;
    if (!is_of_bodies)
        for (const NodeType type : options.shared)
            list += (list.empty() ? "" : ", ") + std::string(plural_of(type));
    text += list;
    list.clear();
    for (const Relation relation : options.relations)
        list += (list.empty() ? ", only by: " : ", ") + std::string(to_string(relation));
    text += list + ", without";
    list.clear();
    for (const std::string_view code : umbrella_codes()) list += (list.empty() ? " " : ", ") + std::string(code);
    return text + list;
}

}  // namespace

Network projection_of(const Network& network, const ProjectionOptions& options) {
    const Affiliations affiliations = affiliations_of(network, options);
    Network projection(affiliations.nodes.size());
    for (std::size_t index = 0; index < affiliations.nodes.size(); ++index) {
        Node& node = projection[index] = network[affiliations.nodes[index]];
        node.measures.reset();
        node.community.reset();
        node.position.reset();
    }
    for (auto& [pair, sharing] : sharings_of(network, affiliations)) {
        Edge edge;
        edge.relation = Relation::shares;
        edge.weight = weight_of(sharing, options.weight);
        edge.sharing = sharing;
        boost::add_edge(pair.first, pair.second, edge, projection);
    }
    NetworkFacts& facts = projection[boost::graph_bundle] = network[boost::graph_bundle];
    facts.is_directed = false;
    facts.shared_weight = options.weight;
    facts.view += (facts.view.empty() ? "" : "; ") + in_words(options);
    facts.backbone_level.reset();
    facts.measures.reset();
    facts.communities.reset();
    facts.is_laid_out = false;
    return projection;
}

}  // namespace demarche
