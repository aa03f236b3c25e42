// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/spells.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace demarche {

namespace {

const CitedDocument* find_document(const NetworkFacts& facts, const std::string& id) {
    if (!facts.archive) return nullptr;
    const std::vector<CitedDocument>& documents = facts.archive->documents();
    const auto found = std::lower_bound(
        documents.begin(), documents.end(), id,
        [](const CitedDocument& document, const std::string& wanted) { return document.id < wanted; });
    return found == documents.end() || found->id != id ? nullptr : &*found;
}

void add_documents(Spells& spells, const NetworkFacts& facts, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        const CitedDocument* document = find_document(facts, id);
        if (const auto spell = document != nullptr ? spell_of(*document) : std::nullopt) spells.push_back(*spell);
    }
}

}  // namespace

Spells merged(Spells spells) {
    std::sort(spells.begin(), spells.end(), [](const Spell& left, const Spell& right) {
        return std::pair(left.begin, left.end) < std::pair(right.begin, right.end);
    });
    Spells result;
    for (const Spell& spell : spells) {
        if (spell.end <= spell.begin) continue;
        if (!result.empty() && spell.begin <= result.back().end)
            result.back().end = std::max(result.back().end, spell.end);
        else
            result.push_back(spell);
    }
    return result;
}

std::optional<Spell> spell_of(const CitedDocument& document) {
    if (!document.year) return std::nullopt;
    return Spell{*document.year, std::max(document.replaced.value_or(0), *document.year + 1)};
}

Spells spells_of(const Edge& edge) {
    Spells spells;
    const CitedDocument* last = nullptr;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.passage->document == last) continue;
        last = evidence.passage->document;
        if (const auto spell = spell_of(*last)) spells.push_back(*spell);
    }
    return merged(std::move(spells));
}

std::vector<Spells> node_spells(const Network& network) {
    const NetworkFacts& facts = network[boost::graph_bundle];
    std::vector<Spells> spells(boost::num_vertices(network));
    std::vector<bool> is_always(spells.size());
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        const auto& author = network[vertex].authorship;
        if (!author) continue;
        add_documents(spells[vertex], facts, author->documents);
        add_documents(spells[vertex], facts, author->failed);
    }
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        if (network[edge].evidence.empty()) continue;
        const Spells of_edge = spells_of(network[edge]);
        for (const NetworkVertex end : {boost::source(edge, network), boost::target(edge, network)}) {
            if (of_edge.empty()) is_always[end] = true;
            spells[end].insert(spells[end].end(), of_edge.begin(), of_edge.end());
        }
    }
    for (std::size_t vertex = 0; vertex < spells.size(); ++vertex)
        spells[vertex] = is_always[vertex] ? Spells() : merged(std::move(spells[vertex]));
    return spells;
}

}  // namespace demarche
