// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/evidence.hpp"
#include "graphs/measures/values.hpp"

namespace demarche {

// The network of a study: who speaks of what.
//
// Nodes are the authors of the study's documents (states, as a rule) and what
// these mention: other states, bodies, norms, instruments. An edge runs from an
// author to what it mentions; between two nodes there is at most one edge of each
// relation. Each edge carries every mention that it stands for.
//
// The values are plain, so that what is computed later (measures, communities,
// projections) becomes a further member here and a further row in
// exports/attributes.cpp, and every format writes it.

enum class NodeType : std::uint8_t {
    state,         // id "AUS": author, or named by one
    organisation,  // id "INT" or "INT.issuer": author of international texts
    document,      // id "document.id": one whose author is unknown speaks for itself
    body,          // id "body.itu"
    norm,          // id "norm.g", "law.ihl", "cbm": norms, law, confidence building
    instrument,    // id "ins.budapest"
    focal_point,   // id "fp.ambassador": a model of the office that speaks for a state; or, when asked for, an
                   // office by its name: id "office.AUS.joint_cyber_security_centre", its model the parent
    theme,         // any other code, when asked for: "issue.cybercrime"
};

// What an author does to what the edge leads to.
enum class Relation : std::uint8_t {
    mentions,   // a body, an instrument, or a code that has no stance
    engages,    // a body, in a sentence that speaks of engaging: one with a forum code
    commits,    // a norm, by stance: commits itself to it
    supports,   // endorses it
    urges,      // asks it of others
    describes,  // reports of it
    rejects,    // opposes it
    names,      // another state
    organises,  // a focal-point office: the text sets it up or names it as the state's own
    member_of,  // a body, as the catalogue has it and whatever the text says
    shares,     // undirected: two nodes have others in common (a projection)
};

// "state", "organisation", "document", "body", "norm", "instrument", "focal_point", "concept".
std::string_view to_string(NodeType type) noexcept;
// "mentions", "commits" ...: the word in every export.
std::string_view to_string(Relation relation) noexcept;

// What the weight of an edge counts. The edge has the plain counts as well.
enum class Weighting : std::uint8_t {
    mentions,
    sentences,               // that hold such mentions
    documents,               // that hold such mentions
    per_thousand_sentences,  // sentences with such mentions, for every 1,000 of the author's documents that were
                             // read
};

// "mentions", "sentences", "documents", "per_1000_sentences".
std::string_view to_string(Weighting weighting) noexcept;

// By how much two nodes of a projection are tied.
enum class SharedWeight : std::uint8_t { count, jaccard, cosine, newman };

// "shared", "jaccard", "cosine", "newman".
std::string_view to_string(SharedWeight weight) noexcept;

// What two nodes of a projection have in common, by each way to weigh it: A and B are the sets of what either is
// tied to.
struct Sharing {
    std::vector<std::string> ids;  // of A and B, in order: where the evidence is, in the network that was projected
    double jaccard = 0;            // |A and B| / |A or B|. Jaccard, P. (1912), New Phytologist 11(2), 37-50
    double cosine = 0;             // |A and B| / sqrt(|A| |B|). Salton, G. and McGill, M. J. (1983); Ochiai (1957)
    // The sum over what they share of 1/(k-1), where k nodes share it: what everybody speaks of ties nobody
    // closely. Newman, M. E. J. (2001), Physical Review E 64, 016132, eq. 2.
    double newman = 0;
};

// What the study holds of an author, over those of its documents that were read.
struct Authorship {
    std::vector<std::string> documents;  // ids, in order
    std::vector<std::string> failed;     // ids of those that could not be read: their mentions are missing
    std::vector<std::string> languages;  // in order, each once
    std::optional<int> first_year, last_year;
    std::int32_t pages = 0;
    std::int32_t pages_unread = 0;  // pictures: what they mention is missing as well
    std::int32_t sentences = 0;
    std::int32_t words = 0;
};

// Where a node stands in a drawing of the network; y grows upwards.
struct Position {
    double x = 0, y = 0;
    friend bool operator==(const Position&, const Position&) noexcept = default;
};

struct Node {
    std::string id;
    std::string label;
    NodeType type = NodeType::theme;
    // Of a code.
    std::string family;  // Family::id; "state" for states
    std::string kind;    // of a body: multilateral, regional ...
    std::string parent;  // id of the wider code
    std::string definition;
    // Of a state, as the catalogue has it.
    std::string iso2, region, subregion, un_status, un_group;
    std::vector<std::string> organisations;  // ids of the bodies that it is a member of
    // Set: the study holds documents of it. A node without sends no edges because it was not studied.
    std::optional<Authorship> authorship;
    // Computed, when asked for.
    std::optional<NodeMeasures> measures;
    std::optional<std::int32_t> community;  // from 1: the largest first, among equals that of the least node
    std::optional<Position> position;
};

struct Edge {
    Relation relation = Relation::mentions;
    double weight = 0;           // by NetworkFacts::weighting; above 0
    std::int32_t mentions = 0;   // 0 of what no text says: memberships, projections
    std::int32_t sentences = 0;  // that hold them
    std::int32_t documents = 0;
    std::int32_t for_cooperation = 0, as_threat = 0, as_example = 0;  // of the mentions that name a state
    std::optional<double> per_10000_words;  // mentions against the words of the author's documents that were read
    std::vector<int> years;                 // of those documents, in order, each once
    std::vector<Evidence> evidence;         // in order of comes_before()
    std::optional<Sharing> sharing;         // of Relation::shares
    // How likely an edge of such a share of its ends' strength is by chance: see backbone.hpp.
    std::optional<double> significance;
};

// What is true of the network as a whole.
struct NetworkFacts {
    std::string version;  // of demarche
    std::string codebook_version;
    std::string codebook_hash;
    Weighting weighting = Weighting::mentions;
    bool is_directed = true;            // projections are not
    std::string view;                   // in words, what the network was restricted to; empty: nothing
    std::vector<std::string> families;  // of the codes that were asked for, in order
    std::int32_t documents = 0;         // that were read
    std::int32_t documents_failed = 0;
    std::int32_t documents_without_author = 0;  // among both; each is a node of its own
    std::int32_t documents_left_out = 0;        // of the study's, by the view
    std::shared_ptr<const EvidenceArchive> archive;
    std::optional<SharedWeight> shared_weight;    // set: this is a projection, and what its edges weigh
    std::optional<double> backbone_level;         // set: edges of a lesser significance alone are left
    std::optional<NetworkMeasures> measures;      // set: so they are on nodes, but umbrella codes
    std::optional<CommunityFigures> communities;  // the same
    bool is_laid_out = false;                     // nodes have positions
};

// Codes that stand for many things at once ("another body", "a national CSIRT"): that two states have one of them
// in common ties them to nothing, and its centrality is nobody's.
const std::vector<std::string_view>& umbrella_codes();
bool is_umbrella(const Node& node);

// Directed. Vertices are in order of id, edges in order of source, target, relation, so everything
// computed in one sweep comes out the same each time. Note that Boost copies where it might move:
// pass it by reference.
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Edge, NetworkFacts>;
using NetworkVertex = boost::graph_traits<Network>::vertex_descriptor;
using NetworkEdge = boost::graph_traits<Network>::edge_descriptor;

// The vertex of a node. Logarithmic.
std::optional<NetworkVertex> find_vertex(const Network& network, std::string_view id);
// The edge of one relation between two vertices. Linear in the edges that leave `source`.
std::optional<NetworkEdge> find_edge(const Network& network, NetworkVertex source, Relation relation,
                                     NetworkVertex target);

}  // namespace demarche
