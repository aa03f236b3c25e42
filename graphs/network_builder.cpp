// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/network_builder.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graphs/characters.hpp"
#include "graphs/succession.hpp"

namespace demarche {

namespace {

constexpr std::string_view state_prefix = "state.";

std::string family_by_id(const std::string& code) {
    return code.substr(0, code.find('.'));
}

NodeType type_of_family(const std::string& family) {
    if (family == "state") return NodeType::state;
    if (family == "body") return NodeType::body;
    if (family == "norm" || family == "law" || family == "cbm") return NodeType::norm;
    if (family == "ins") return NodeType::instrument;
    if (family == "fp") return NodeType::focal_point;
    return NodeType::theme;
}

Relation relation_to(NodeType target, std::optional<Stance> stance) {
    if (target == NodeType::state) return Relation::names;
    if (target == NodeType::focal_point) return Relation::organises;
    if (!stance) return Relation::mentions;
    switch (*stance) {
        case Stance::commit: return Relation::commits;
        case Stance::support: return Relation::supports;
        case Stance::urge: return Relation::urges;
        case Stance::describe: return Relation::describes;
        case Stance::reject: return Relation::rejects;
    }
    return Relation::mentions;
}

template <typename Value>
void insert_in_order(std::vector<Value>& values, const Value& value) {
    const auto place = std::lower_bound(values.begin(), values.end(), value);
    if (place == values.end() || *place != value) values.insert(place, value);
}

void add_to_authorship(Authorship& authorship, const StudyDocument& document) {
    if (document.failure) {
        insert_in_order(authorship.failed, document.id);
        return;
    }
    insert_in_order(authorship.documents, document.id);
    if (document.facts.language) insert_in_order(authorship.languages, document.facts.language->value);
    if (document.facts.year) {
        const int year = document.facts.year->value;
        authorship.first_year = std::min(authorship.first_year.value_or(year), year);
        authorship.last_year = std::max(authorship.last_year.value_or(year), year);
    }
    authorship.pages += static_cast<std::int32_t>(document.quality.pages);
    authorship.pages_unread += static_cast<std::int32_t>(document.quality.pages_unread);
    authorship.sentences += static_cast<std::int32_t>(document.sentences);
    authorship.words += static_cast<std::int32_t>(document.quality.words);
}

std::vector<const StudyDocument*> in_order_of_id(const std::vector<StudyDocument>& documents) {
    std::vector<const StudyDocument*> sorted;
    sorted.reserve(documents.size());
    for (const StudyDocument& document : documents) sorted.push_back(&document);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* left, const auto* right) { return left->id < right->id; });
    const auto twin = std::adjacent_find(sorted.begin(), sorted.end(),
                                         [](const auto* left, const auto* right) { return left->id == right->id; });
    if (twin != sorted.end()) throw std::logic_error("two documents have the id " + (*twin)->id);
    return sorted;
}

std::vector<CitedDocument> citations(const std::vector<const StudyDocument*>& documents,
                                     const Succession& succession) {
    std::vector<CitedDocument> cited;
    cited.reserve(documents.size());
    for (const StudyDocument* document : documents) {
        const DocumentFacts& facts = document->facts;
        cited.push_back({document->id, facts.title ? facts.title->value : std::string(),
                         facts.year ? std::optional(facts.year->value) : std::nullopt,
                         succession.year_replaced(*document)});
    }
    return cited;
}

}  // namespace

NetworkOptions NetworkOptions::with_all_families(const Codebook& codebook) const {
    NetworkOptions wider = *this;
    for (const Family& family : codebook.families) wider.families.insert(family.id);
    return wider;
}

std::size_t NetworkBuilder::EdgeKeyHash::operator()(const EdgeKey& key) const noexcept {
    const std::uint64_t pair = (std::uint64_t{key.source} << 32U) | key.target;
    // Neighbouring pairs must not share their low bits: spread them with an odd constant (2^64 / golden ratio).
    const std::uint64_t spread = (pair * 8 + static_cast<std::uint64_t>(key.relation)) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(spread ^ (spread >> 32U));
}

NetworkBuilder::NetworkBuilder(const std::vector<StudyDocument>& documents, const Codebook& codebook,
                               const Catalogue& catalogue, NetworkOptions options)
    : options_(std::move(options)) {
    facts_.version = options_.version;
    facts_.codebook_version = codebook.version;
    facts_.codebook_hash = codebook.hash;
    facts_.weighting = options_.weighting;
    facts_.view = options_.view.in_words();
    facts_.families.assign(options_.families.begin(), options_.families.end());
    learn_states(catalogue);
    learn_codes(codebook);

    std::vector<const StudyDocument*> sorted = in_order_of_id(documents);
    const Succession succession(sorted);  // also by documents that are not shown
    const auto is_left_out = [&](const StudyDocument* document) { return !options_.view.shows(document->facts); };
    for (const StudyDocument* document : sorted)
        if (is_left_out(document)) left_out_.insert(document->id);
    facts_.documents_left_out = static_cast<std::int32_t>(left_out_.size());
    std::erase_if(sorted, is_left_out);
    archive_ = std::make_shared<EvidenceArchive>(citations(sorted, succession));
    const Authors authors(codebook, catalogue);
    for (std::uint32_t index = 0; index < sorted.size(); ++index) take_document(*sorted[index], index, authors);
}

void NetworkBuilder::learn_states(const Catalogue& catalogue) {
    for (const State& state : catalogue) {
        Node known;
        known.id = state.iso3;
        known.label = name_of(state);
        known.type = NodeType::state;
        known.iso2 = state.iso2;
        known.region = state.region;
        known.subregion = state.subregion;
        known.un_status = state.un_status;
        known.un_group = state.un_group;
        known.organisations = state.organisations;
        std::sort(known.organisations.begin(), known.organisations.end());
        known_.emplace(state.iso3, std::move(known));
    }
}

void NetworkBuilder::learn_codes(const Codebook& codebook) {
    for (const Code& code : codebook.codes) {
        Node known;
        known.id = code.id;
        known.label = code.label;
        known.type = type_of_family(code.family);
        known.family = code.family;
        known.kind = code.kind;
        known.parent = code.parent;
        known.definition = code.definition;
        known_.emplace(code.id, std::move(known));
    }
}

void NetworkBuilder::take_document(const StudyDocument& document, std::uint32_t index, const Authors& authors) {
    document_at_.emplace(document.id, index);
    const Author who = authors.of(document);
    const NodeIndex author = node(who.id, who.type, who.label);
    author_of_document_.push_back(author);
    std::optional<Authorship>& authorship = nodes_[author].authorship;
    if (!authorship) authorship.emplace();
    add_to_authorship(*authorship, document);
    ++(document.failure ? facts_.documents_failed : facts_.documents);
    if (nodes_[author].type == NodeType::document) ++facts_.documents_without_author;
}

// The node with this id, made from what is known of it. Type and label are for one of which nothing is known.
NetworkBuilder::NodeIndex NetworkBuilder::node(const std::string& id, NodeType type, const std::string& label) {
    std::string clean = exchangeable(id);  // here, not in the exports: two ids must not become one there
    if (const auto found = node_at_.find(clean); found != node_at_.end()) return found->second;
    Node made;
    if (const auto known = known_.find(id); known != known_.end()) {
        made = known->second;
    } else {
        made.type = type;
        made.label = label;
    }
    made.id = clean;
    if (is_blank(made.label)) made.label = clean;
    if (made.type == NodeType::state) made.family = "state";
    const auto index = static_cast<NodeIndex>(nodes_.size());
    nodes_.push_back(std::move(made));
    node_at_.emplace(std::move(clean), index);
    return index;
}

std::optional<NetworkBuilder::NodeIndex> NetworkBuilder::target_of(const std::string& code) {
    const auto [entry, is_new] = target_at_.try_emplace(code, std::nullopt);
    if (!is_new) return entry->second;
    const bool is_state = code.starts_with(state_prefix);
    const std::string id = is_state ? code.substr(state_prefix.size()) : code;
    const auto known = known_.find(id);
    // A code that the codebook no longer has: the study was tagged with another. Its id says what it is.
    const std::string family = is_state || known == known_.end() ? family_by_id(code) : known->second.family;
    if (!options_.families.contains(family)) return std::nullopt;
    const NodeIndex index = node(id, type_of_family(family), id);
    if (nodes_[index].family.empty()) nodes_[index].family = family;
    return entry->second = index;
}

void NetworkBuilder::add_names(const std::string& document, const DocumentNames& names) {
    const auto place = document_at_.find(document);
    if (!options_.with_offices || place == document_at_.end()) return;
    offices_.learn(nodes_[author_of_document_[place->second]].id, document, names);
}

// The node of the office that a mention of a model names; nothing: it names none, or offices were not asked for.
std::optional<NetworkBuilder::NodeIndex> NetworkBuilder::office_of(const Observation& observation) {
    if (!options_.with_offices) return std::nullopt;
    const Office* office = offices_.named_in(observation.document, observation.mention);
    if (office == nullptr) return std::nullopt;
    const NodeIndex index = node(office->id, NodeType::focal_point, office->label);
    nodes_[index].family = family_by_id(office->model);
    nodes_[index].parent = office->model;
    return index;
}

void NetworkBuilder::add(const Observation& observation) {
    const auto document = document_at_.find(observation.document);
    if (document == document_at_.end()) {
        if (left_out_.contains(observation.document)) return;
        throw std::logic_error("observation " + observation.id +
                               " is of a document that the network does not know");
    }
    cues_.note(document->second, observation.mention);
    const std::optional<Stance> stance = observation.mention.stance;
    if (!options_.view.stances.empty() && (!stance || !options_.view.stances.contains(*stance))) return;
    std::optional<NodeIndex> target = target_of(observation.mention.code);
    if (!target) return;
    if (const std::optional<NodeIndex> office = office_of(observation)) target = office;
    const NodeIndex source = author_of_document_[document->second];
    if (source == *target) return;
    const Relation relation = relation_to(nodes_[*target].type, stance);
    edges_[{source, *target, relation}].push_back(archive_->record(observation, document->second));
}

std::uint32_t NetworkBuilder::index_of(const Evidence& evidence) const {
    return static_cast<std::uint32_t>(evidence.passage->document - archive_->documents().data());
}

void NetworkBuilder::name_purposes(std::vector<Evidence>& evidence) const {
    for (Evidence& one : evidence) one.purpose = cues_.purpose_of(index_of(one), one.passage->sentence, one.span);
}

// The order in which mentions come is free, so what stands around them is known at the end only.
void NetworkBuilder::apply_cues() {
    const auto is_engaged = [&](const Evidence& one) {
        return cues_.is_engaging(index_of(one), one.passage->sentence);
    };
    decltype(edges_) engaged;
    for (auto& [key, evidence] : edges_) {
        const NodeType type = nodes_[key.target].type;
        if (type == NodeType::state) name_purposes(evidence);
        if (type != NodeType::body || key.relation != Relation::mentions) continue;
        const auto first = std::stable_partition(evidence.begin(), evidence.end(), std::not_fn(is_engaged));
        if (first == evidence.end()) continue;
        engaged[{key.source, key.target, Relation::engages}].assign(first, evidence.end());
        evidence.erase(first, evidence.end());
    }
    edges_.merge(engaged);
    std::erase_if(edges_, [](const auto& entry) { return entry.second.empty(); });
}

double NetworkBuilder::weight_of(const Edge& edge, const Node& author) const {
    switch (options_.weighting) {
        case Weighting::mentions: return edge.mentions;
        case Weighting::sentences: return edge.sentences;
        case Weighting::documents: return edge.documents;
        case Weighting::per_thousand_sentences:
            // A mention stands in a sentence, so there are some.
            return 1000.0 * edge.sentences / std::max(author.authorship->sentences, edge.sentences);
    }
    return edge.mentions;
}

Edge NetworkBuilder::edge_of(std::vector<Evidence> evidence, const Node& author) const {
    std::sort(evidence.begin(), evidence.end(), comes_before);
    evidence.shrink_to_fit();
    Edge edge;
    edge.mentions = static_cast<std::int32_t>(evidence.size());
    const Evidence* previous = nullptr;
    for (const Evidence& one : evidence) {
        if (previous != nullptr && previous->observation == one.observation)
            throw std::logic_error("observation " + std::string(one.observation) + " was added twice");
        const bool is_new_document = previous == nullptr || previous->passage->document != one.passage->document;
        if (is_new_document) ++edge.documents;
        if (is_new_document && one.passage->document->year)
            insert_in_order(edge.years, *one.passage->document->year);
        if (previous == nullptr || previous->passage != one.passage) ++edge.sentences;
        if (one.purpose == Purpose::cooperation) ++edge.for_cooperation;
        if (one.purpose == Purpose::threat) ++edge.as_threat;
        if (one.purpose == Purpose::example) ++edge.as_example;
        previous = &one;
    }
    edge.weight = weight_of(edge, author);
    if (author.authorship && author.authorship->words > 0)
        edge.per_10000_words = 10000.0 * edge.mentions / author.authorship->words;
    edge.evidence = std::move(evidence);
    return edge;
}

// The catalogue knows of states whether or not a text speaks of them, so only those in the network are asked.
void NetworkBuilder::add_memberships() {
    for (NodeIndex state = 0, states = static_cast<NodeIndex>(nodes_.size()); state < states; ++state) {
        const std::vector<std::string> organisations = nodes_[state].organisations;
        for (const std::string& organisation : organisations)
            if (const std::optional<NodeIndex> body = target_of(organisation))
                edges_[{state, *body, Relation::member_of}];
    }
}

Network NetworkBuilder::build() && {
    archive_->seal();
    facts_.archive = archive_;
    apply_cues();
    if (options_.with_memberships) add_memberships();
    std::vector<std::pair<EdgeKey, Edge>> edges;
    edges.reserve(edges_.size());
    for (auto& [key, evidence] : edges_) {
        Edge edge = edge_of(std::move(evidence), nodes_[key.source]);
        edge.relation = key.relation;
        const bool is_membership = key.relation == Relation::member_of;
        if (is_membership) edge.weight = 1;
        if (is_membership || edge.weight >= options_.view.least_weight) edges.emplace_back(key, std::move(edge));
    }
    edges_.clear();
    return assembled(std::move(edges));
}

// The authors and what the edges lead to, in order of id; the edges in order of their ends and relation.
Network NetworkBuilder::assembled(std::vector<std::pair<EdgeKey, Edge>> edges) {
    std::vector<bool> is_shown(nodes_.size());
    for (NodeIndex index = 0; index < nodes_.size(); ++index)
        is_shown[index] = nodes_[index].authorship.has_value();
    for (const auto& [key, edge] : edges) is_shown[key.source] = is_shown[key.target] = true;
    std::vector<NodeIndex> order;
    for (NodeIndex index = 0; index < nodes_.size(); ++index)
        if (is_shown[index]) order.push_back(index);
    std::sort(order.begin(), order.end(),
              [&](NodeIndex left, NodeIndex right) { return nodes_[left].id < nodes_[right].id; });

    Network network(order.size());
    network[boost::graph_bundle] = facts_;
    std::vector<NetworkVertex> vertex_of(nodes_.size());
    for (NetworkVertex vertex = 0; vertex < order.size(); ++vertex) {
        vertex_of[order[vertex]] = vertex;
        network[vertex] = std::move(nodes_[order[vertex]]);
    }
    const auto rank = [&](const EdgeKey& key) {
        return std::tuple(vertex_of[key.source], vertex_of[key.target], key.relation);
    };
    std::sort(edges.begin(), edges.end(),
              [&](const auto& left, const auto& right) { return rank(left.first) < rank(right.first); });
    for (auto& [key, edge] : edges)
        network[boost::add_edge(vertex_of[key.source], vertex_of[key.target], network).first] = std::move(edge);
    return network;
}

Network build_network(const std::vector<StudyDocument>& documents, const std::vector<Observation>& observations,
                      const Codebook& codebook, const Catalogue& catalogue, const NetworkOptions& options) {
    NetworkBuilder builder(documents, codebook, catalogue, options);
    for (const Observation& observation : observations) builder.add(observation);
    return std::move(builder).build();
}

}  // namespace demarche
