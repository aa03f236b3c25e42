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
    theme,         // any other code, when asked for: "issue.cybercrime"
};

// What an author does to what the edge leads to.
enum class Relation : std::uint8_t {
    mentions,   // a body, an instrument, or a code that has no stance
    commits,    // a norm, by stance: commits itself to it
    supports,   // endorses it
    urges,      // asks it of others
    describes,  // reports of it
    rejects,    // opposes it
    names,      // another state
};

// "state", "organisation", "document", "body", "norm", "instrument", "concept".
std::string_view to_string(NodeType type) noexcept;
// "mentions", "commits" ...: the word in every export.
std::string_view to_string(Relation relation) noexcept;

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
};

struct Edge {
    Relation relation = Relation::mentions;
    std::int32_t weight = 0;     // mentions; above 0
    std::int32_t sentences = 0;  // that hold them
    std::int32_t documents = 0;
    std::optional<double> per_10000_words;  // weight against the words of the author's documents that were read
    std::vector<int> years;                 // of those documents, in order, each once
    std::vector<Evidence> evidence;         // in order of comes_before()
};

// What is true of the network as a whole.
struct NetworkFacts {
    std::string version;  // of demarche
    std::string codebook_version;
    std::string codebook_hash;
    std::string weighting = "mentions";  // what Edge::weight counts
    std::vector<std::string> families;   // of the codes that were asked for, in order
    std::int32_t documents = 0;          // that were read
    std::int32_t documents_failed = 0;
    std::int32_t documents_without_author = 0;  // among both; each is a node of its own
    std::shared_ptr<const EvidenceArchive> archive;
};

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
