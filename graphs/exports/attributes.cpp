// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/attributes.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "graphs/characters.hpp"
#include "graphs/exports/computed_attributes.hpp"

namespace demarche {

namespace {

using enum AttributeType;
using Value = AttributeValue;

constexpr std::string_view relations =
    "mentions, engages, commits, supports, urges, describes, rejects, names, organises, member_of or shares";

Value text_or_nothing(std::string_view value) {
    return value.empty() ? Value() : Value(value);
}

template <typename Number>
Value number_or_nothing(const std::optional<Number>& value) {
    return value ? Value(*value) : Value();
}

template <typename Values>
Value list_or_nothing(const Values& values) {
    if (values.empty()) return {};
    return fmt::format("{}", fmt::join(values, "; "));
}

std::int32_t size_of(const std::vector<std::string>& values) {
    return static_cast<std::int32_t>(values.size());
}

// For an edge of another relation the count has no meaning.
Value count_of_names(const Edge& edge, std::int32_t count) {
    return edge.relation == Relation::names ? Value(count) : Value();
}

// What `read` makes of the authorship; nothing for a node that is no author.
template <typename Read>
Value of_author(const Node& node, Read read) {
    return node.authorship ? Value(read(*node.authorship)) : Value();
}

// For states the number is 0 rather than missing: that nothing was studied is known.
Value documents_of(const Node& node) {
    if (node.authorship) return size_of(node.authorship->documents);
    return node.type == NodeType::state ? Value(std::int32_t{0}) : Value();
}

Value failed_documents_of(const Node& node) {
    if (node.authorship) return size_of(node.authorship->failed);
    return node.type == NodeType::state ? Value(std::int32_t{0}) : Value();
}

Value documents_behind(const Edge& edge) {
    std::string list;
    const CitedDocument* last = nullptr;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.passage->document == last) continue;
        last = evidence.passage->document;
        if (!list.empty()) list += "; ";
        list += last->id;
    }
    return list.empty() ? Value() : Value(std::move(list));
}

// "aus_2016_en p. 3; aus_2020_en p. 7", each page once; the id alone for a text without pages.
Value pages_behind(const Edge& edge) {
    std::string list;
    const CitedDocument* document = nullptr;
    std::uint32_t page = 0;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.passage->document == document && evidence.page == page) continue;
        document = evidence.passage->document;
        page = evidence.page;
        if (!list.empty()) list += "; ";
        list += document->id;
        if (page > 0) fmt::format_to(std::back_inserter(list), " p. {}", page);
    }
    return list.empty() ? Value() : Value(std::move(list));
}

// Pages and sentences count from 1; a text without pages has page 0.
Value ordinal_or_nothing(std::uint32_t value) {
    return value > 0 ? Value(static_cast<std::int32_t>(value)) : Value();
}

template <typename Number>
void append_number(std::string& out, Number value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

template <typename Item>
std::vector<Attribute<Item>> joined(std::vector<Attribute<Item>> attributes,
                                    const std::vector<Attribute<Item>>& more) {
    attributes.insert(attributes.end(), more.begin(), more.end());
    return attributes;
}

void append_text(std::string& out, std::string_view text) {
    if (text.find_first_not_of(" \t\n\r") == std::string_view::npos) return;
    if (is_exchangeable(text)) {
        out += text;
        return;
    }
    const std::string cleaned = exchangeable(text);
    if (cleaned.find_first_not_of(" \t\n\r") != std::string::npos) out += cleaned;
}

}  // namespace

std::string_view to_string(AttributeType type) noexcept {
    switch (type) {
        case boolean: return "boolean";
        case integer: return "int";
        case real: return "double";
        case text: return "string";
    }
    return "string";
}

std::vector<Attribute<NetworkFacts>> graph_attributes(const NetworkFacts& network) {
    using Facts = NetworkFacts;
    std::vector<Attribute<Facts>> attributes = {
        {"demarche_version", text, "version of demarche that built the network",
         [](const Facts& facts) { return text_or_nothing(facts.version); }},
        {"codebook_version", text, "version of the codebook, as its authors number it",
         [](const Facts& facts) { return text_or_nothing(facts.codebook_version); }},
        {"codebook_hash", text, "SHA-256 over everything in the codebook that decides what is found",
         [](const Facts& facts) { return text_or_nothing(facts.codebook_hash); }},
        {"families", text, "families of codes that the network was asked for, as a list",
         [](const Facts& facts) { return list_or_nothing(facts.families); }},
        {"weighting", text,
         "what an edge weighs: mentions, sentences, documents ..., or shared, jaccard ... of projections",
         [](const Facts& facts) {
             return Value(facts.shared_weight ? to_string(*facts.shared_weight) : to_string(facts.weighting));
         }},
        {"view", text, "what the network was restricted to; missing when it was not",
         [](const Facts& facts) { return text_or_nothing(facts.view); }},
        {"documents", integer, "documents that were read",
         [](const Facts& facts) { return Value(facts.documents); }},
        {"documents_failed", integer, "documents that could not be read",
         [](const Facts& facts) { return Value(facts.documents_failed); }},
        {"documents_left_out", integer, "documents of the study that the view does not show",
         [](const Facts& facts) { return Value(facts.documents_left_out); }},
        {"documents_without_author", integer, "documents, read or not, whose author is unknown",
         [](const Facts& facts) { return Value(facts.documents_without_author); }},
    };
    return joined(std::move(attributes), computed_graph_attributes(network));
}

std::vector<Attribute<Node>> node_attributes(const NetworkFacts& facts) {
    std::vector<Attribute<Node>> attributes = {
        {"label", text, "name to show", [](const Node& node) { return text_or_nothing(node.label); }},
        {"type", text, "state, organisation, document, body, norm, instrument, focal_point or concept",
         [](const Node& node) { return Value(to_string(node.type)); }},
        {"author", boolean, "true if the study has documents of it; a node that is no author sends no edges",
         [](const Node& node) { return Value(node.authorship.has_value()); }},
        {"family", text, "family of the code; state for states",
         [](const Node& node) { return text_or_nothing(node.family); }},
        {"kind", text, "kind of body: multilateral, regional, multistakeholder, technical, industry, organisation",
         [](const Node& node) { return text_or_nothing(node.kind); }},
        {"parent", text, "the wider code that it belongs to",
         [](const Node& node) { return text_or_nothing(node.parent); }},
        {"definition", text, "definition of the code in the codebook",
         [](const Node& node) { return text_or_nothing(node.definition); }},
        {"iso2", text, "ISO 3166-1 alpha-2 code of the state",
         [](const Node& node) { return text_or_nothing(node.iso2); }},
        {"region", text, "region of the state (UN M49)",
         [](const Node& node) { return text_or_nothing(node.region); }},
        {"subregion", text, "subregion of the state (UN M49)",
         [](const Node& node) { return text_or_nothing(node.subregion); }},
        {"un_status", text, "member, observer or none",
         [](const Node& node) { return text_or_nothing(node.un_status); }},
        {"un_group", text, "regional group of the state in the United Nations",
         [](const Node& node) { return text_or_nothing(node.un_group); }},
        {"organisations", text, "ids of the bodies that the state is a member of, as a list",
         [](const Node& node) { return list_or_nothing(node.organisations); }},
        {"documents", integer, "its documents that were read; 0 for a state that is only named by others",
         documents_of},
        {"documents_failed", integer, "its documents that could not be read: what they mention is missing",
         failed_documents_of},
        {"document_ids", text, "ids of its documents that were read, as a list",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return list_or_nothing(author.documents); });
         }},
        {"document_languages", text, "languages of its documents that were read, as a list",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return list_or_nothing(author.languages); });
         }},
        {"first_year", integer, "year of its first document that was read",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return number_or_nothing(author.first_year); });
         }},
        {"last_year", integer, "year of its last document that was read",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return number_or_nothing(author.last_year); });
         }},
        {"pages", integer, "pages of its documents that were read",
         [](const Node& node) { return of_author(node, [](const Authorship& author) { return author.pages; }); }},
        {"pages_unread", integer, "pages among them that are pictures: what they mention is missing",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return author.pages_unread; });
         }},
        {"sentences", integer, "sentences of its documents that were read",
         [](const Node& node) {
             return of_author(node, [](const Authorship& author) { return author.sentences; });
         }},
        {"words", integer, "words of its documents that were read",
         [](const Node& node) { return of_author(node, [](const Authorship& author) { return author.words; }); }},
    };
    return joined(std::move(attributes), computed_node_attributes(facts));
}

std::vector<Attribute<Edge>> edge_attributes(const NetworkFacts& facts) {
    if (facts.shared_weight) return projection_edge_attributes(facts);
    const bool is_whole = facts.weighting != Weighting::per_thousand_sentences;
    std::vector<Attribute<Edge>> attributes = {
        {"weight", is_whole ? integer : real, "what the graph's weighting says",
         is_whole ? [](const Edge& edge) { return Value(static_cast<std::int32_t>(edge.weight)); }
                  : [](const Edge& edge) { return Value(edge.weight); }},
        {"relation", text, relations, [](const Edge& edge) { return Value(to_string(edge.relation)); }},
        {"mentions", integer, "mentions that the edge stands for",
         [](const Edge& edge) { return Value(edge.mentions); }},
        {"sentences", integer, "sentences that hold those mentions",
         [](const Edge& edge) { return Value(edge.sentences); }},
        {"documents", integer, "documents that hold those mentions",
         [](const Edge& edge) { return Value(edge.documents); }},
        {"per_10000_words", real, "mentions for every 10,000 words of the author's documents that were read",
         [](const Edge& edge) { return number_or_nothing(edge.per_10000_words); }},
        {"for_cooperation", integer, "mentions among them that name a state to work with; of names only",
         [](const Edge& edge) { return count_of_names(edge, edge.for_cooperation); }},
        {"as_threat", integer, "mentions among them that name a state as a threat; of names only",
         [](const Edge& edge) { return count_of_names(edge, edge.as_threat); }},
        {"as_example", integer, "mentions among them that name a state as an example; of names only",
         [](const Edge& edge) { return count_of_names(edge, edge.as_example); }},
        {"first_year", integer, "year of the first document with a mention",
         [](const Edge& edge) { return edge.years.empty() ? Value() : Value(std::int32_t{edge.years.front()}); }},
        {"last_year", integer, "year of the last document with a mention",
         [](const Edge& edge) { return edge.years.empty() ? Value() : Value(std::int32_t{edge.years.back()}); }},
        {"years", text, "years of the documents with a mention, as a list",
         [](const Edge& edge) { return list_or_nothing(edge.years); }},
        {"document_ids", text, "ids of the documents with a mention, as a list", documents_behind},
        {"evidence", text, "documents and pages on which the mentions begin, as a list", pages_behind},
        {"first_quotation", text, "the sentence of the first mention, whole",
         [](const Edge& edge) {
             return edge.evidence.empty() ? Value() : text_or_nothing(edge.evidence.front().passage->text);
         }},
    };
    return joined(std::move(attributes), computed_edge_attributes(facts));
}

std::vector<Attribute<MentionEdge>> mention_attributes(const NetworkFacts& /*facts*/) {
    return {
        {"weight", integer, "always 1", [](const MentionEdge&) { return Value(std::int32_t{1}); }},
        {"relation", text, relations, [](const MentionEdge& item) { return Value(to_string(item.edge.relation)); }},
        {"stance", text, "commit, support, urge, describe or reject; of norms only",
         [](const MentionEdge& item) {
             return item.evidence.stance ? Value(to_string(*item.evidence.stance)) : Value();
         }},
        {"purpose", text,
         "cooperation, threat or example: what a state is named for; missing when the text does not say",
         [](const MentionEdge& item) {
             return item.evidence.purpose ? Value(to_string(*item.evidence.purpose)) : Value();
         }},
        {"document", text, "id of the document",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.passage->document->id); }},
        {"document_title", text, "title of the document",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.passage->document->title); }},
        {"year", integer, "year of publication of the document",
         [](const MentionEdge& item) { return number_or_nothing(item.evidence.passage->document->year); }},
        {"page", integer, "page of the file on which the mention begins, from 1; missing in a text without pages",
         [](const MentionEdge& item) { return ordinal_or_nothing(item.evidence.page); }},
        {"sentence", integer, "number of the sentence in the document, from 1",
         [](const MentionEdge& item) { return ordinal_or_nothing(item.evidence.passage->sentence); }},
        {"section", text, "heading that the sentence stands under",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.passage->section); }},
        {"language", text, "language of the sentence",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.passage->language); }},
        {"term", text, "the words that carry the mention, as printed",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.term); }},
        {"rule", text, "the codebook entry that found it",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.rule); }},
        {"quotation", text, "the sentence, whole",
         [](const MentionEdge& item) { return text_or_nothing(item.evidence.passage->text); }},
    };
}

void append_plain(std::string& out, const AttributeValue& value) {
    if (const auto* is_true = std::get_if<bool>(&value))
        out += *is_true ? "true" : "false";
    else if (const auto* count = std::get_if<std::int32_t>(&value))
        append_number(out, *count);
    else if (const auto* amount = std::get_if<double>(&value)) {
        if (std::isfinite(*amount)) append_number(out, *amount);
    } else if (const auto* made = std::get_if<std::string>(&value))
        append_text(out, *made);
    else if (const auto* kept = std::get_if<std::string_view>(&value))
        append_text(out, *kept);
}

std::string edge_id(const Network& network, NetworkEdge edge) {
    return fmt::format("{}:{}:{}", network[boost::source(edge, network)].id, to_string(network[edge].relation),
                       network[boost::target(edge, network)].id);
}

}  // namespace demarche
