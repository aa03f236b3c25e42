// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"
#include "corpora/model/study.hpp"
#include "graphs/authors.hpp"
#include "graphs/cues.hpp"
#include "graphs/network.hpp"
#include "graphs/network_view.hpp"
#include "graphs/offices.hpp"

namespace demarche {

struct NetworkOptions {
    // Of the codes that become nodes. "state" stands for states named by others. The rest of the coding
    // scheme ("issue", "bb" ...) tells less who meets whom than what a text is about, so it is asked for.
    std::set<std::string> families = {"state", "body", "norm", "law", "cbm", "ins", "fp"};
    Weighting weighting = Weighting::mentions;
    NetworkView view;
    // Adds an edge from each state to the bodies that the catalogue has it as a member of; of weight 1, and
    // without evidence, as no text says so.
    bool with_memberships = false;
    // Makes a node of each office that a document names as its state's own; what names one leads there instead of
    // to its model, which is the node's parent. The builder must be told the names: add_names().
    bool with_offices = false;
    std::string version;  // of demarche, for the record

    // The same options with every family of `codebook`.
    NetworkOptions with_all_families(const Codebook& codebook) const;
};

// Builds the network of a study from its mentions, one at a time, as the store
// streams them. The same mentions in any order give the same network.
//
// Every author (graphs/authors.hpp) is a node, also when its documents mention
// nothing or could not be read. Anything else is a node only when it is mentioned.
// An author that mentions itself makes no edge.
class NetworkBuilder {
public:
    // Copies what it needs: nothing given here has to outlive the builder. The documents may come in any order.
    // Throws std::logic_error if two documents have one id.
    NetworkBuilder(const std::vector<StudyDocument>& documents, const Codebook& codebook,
                   const Catalogue& catalogue, NetworkOptions options = {});

    // What a document calls things; before its mentions. Nothing happens unless offices were asked for.
    void add_names(const std::string& document, const DocumentNames& names);

    // Mentions that the view does not show are passed over. Mentions of families that were not asked for make no
    // edges, but may say what an edge is: a body is engaged in a sentence with a forum code, and a state is named
    // for what the sentence is about. Memory: about 100 bytes, plus the sentence when it is the first of it. Throws
    // std::logic_error if its document is not among those given.
    void add(const Observation& observation);

    // Ends the builder's life. Throws std::logic_error if an observation was added twice.
    Network build() &&;

private:
    using NodeIndex = std::uint32_t;

    struct EdgeKey {
        NodeIndex source = 0, target = 0;
        Relation relation = Relation::mentions;
        friend bool operator==(const EdgeKey&, const EdgeKey&) noexcept = default;
    };
    struct EdgeKeyHash {
        std::size_t operator()(const EdgeKey& key) const noexcept;
    };

    void learn_states(const Catalogue& catalogue);
    void learn_codes(const Codebook& codebook);
    void take_document(const StudyDocument& document, std::uint32_t index, const Authors& authors);
    NodeIndex node(const std::string& id, NodeType type, const std::string& label);
    std::optional<NodeIndex> target_of(const std::string& code);
    std::optional<NodeIndex> office_of(const Observation& observation);
    void apply_cues();
    void name_purposes(std::vector<Evidence>& evidence) const;
    void add_memberships();
    Network assembled(std::vector<std::pair<EdgeKey, Edge>> edges);
    std::uint32_t index_of(const Evidence& evidence) const;
    double weight_of(const Edge& edge, const Node& author) const;
    Edge edge_of(std::vector<Evidence> evidence, const Node& author) const;

    NetworkOptions options_;
    NetworkFacts facts_;
    std::shared_ptr<EvidenceArchive> archive_;
    std::unordered_map<std::string, Node> known_;                 // what states and codes would be as nodes, by id
    std::unordered_map<std::string, std::uint32_t> document_at_;  // index in the archive's documents
    std::vector<NodeIndex> author_of_document_;                   // by that index
    std::unordered_set<std::string> left_out_;                    // ids of documents that the view does not show
    Offices offices_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string, NodeIndex> node_at_;                   // by id
    std::unordered_map<std::string, std::optional<NodeIndex>> target_at_;  // by code; nothing: not asked for
    std::unordered_map<EdgeKey, std::vector<Evidence>, EdgeKeyHash> edges_;
    SentenceCues cues_;
};

// All at once, for those who have the mentions in memory. Errors as NetworkBuilder.
Network build_network(const std::vector<StudyDocument>& documents, const std::vector<Observation>& observations,
                      const Codebook& codebook, const Catalogue& catalogue, const NetworkOptions& options = {});

}  // namespace demarche
