// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/automaton.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace demarche {

namespace {

// No word ends so many patterns, and gaps have thirty lengths.
template <typename Count>
Count counted(std::size_t number) {
    if (number > std::numeric_limits<Count>::max())
        throw std::logic_error("a node of the automaton holds too much");
    return static_cast<Count>(number);
}

}  // namespace

Automaton::Node Automaton::child(Node node, const Step& step) {
    const auto make = [&] {
        growing_nodes_.emplace_back();
        growing_nodes_[node].is_leaf = false;
        return static_cast<Node>(growing_nodes_.size() - 1);
    };
    if (step.kind == Step::Kind::any) {
        if (growing_nodes_[node].any == none) {
            const Node made = make();
            growing_nodes_[node].any = made;
        }
        return growing_nodes_[node].any;
    }
    if (step.kind == Step::Kind::gap) {
        for (const Gap& gap : growing_nodes_[node].gaps)
            if (gap.limit == step.limit) return gap.behind;
        const Node made = make();
        growing_nodes_[node].gaps.push_back({step.limit, made});
        return made;
    }
    if (node == 0) {
        if (roots_.size() <= step.symbol) roots_.resize(step.symbol + 1, none);
        if (roots_[step.symbol] == none) roots_[step.symbol] = make();
        return roots_[step.symbol];
    }
    const auto [edge, is_new] = growing_.try_emplace(key(node, step.symbol), none);
    if (is_new) {
        edge->second = make();
        grown_.emplace_back(edge->first, edge->second);
    }
    return edge->second;
}

void Automaton::add(const std::vector<Step>& steps, PatternId pattern) {
    assert(!steps.empty() && steps.front().kind != Step::Kind::gap && steps.back().kind != Step::Kind::gap);
    const auto parting = std::mismatch(steps.begin(), steps.end(), last_steps_.begin(), last_steps_.end()).first;
    last_path_.resize(static_cast<std::size_t>(parting - steps.begin()));
    Node node = last_path_.empty() ? 0 : last_path_.back();
    for (auto step = parting; step != steps.end(); ++step) last_path_.push_back(node = child(node, *step));
    last_steps_ = steps;
    auto& patterns = growing_nodes_[node].patterns;
    if (std::find(patterns.begin(), patterns.end(), pattern) == patterns.end()) patterns.push_back(pattern);
}

// The edges of one node next to each other: counted first, then put into place.
void Automaton::freeze() {
    nodes_.reserve(growing_nodes_.size());
    for (const GrowingNode& growing : growing_nodes_) {
        NodeData& node = nodes_.emplace_back();
        node.any = growing.any;
        node.is_leaf = growing.is_leaf;
        node.gaps_begin = static_cast<std::uint32_t>(gaps_.size());
        node.patterns_begin = static_cast<std::uint32_t>(patterns_.size());
        node.gaps_count = counted<std::uint8_t>(growing.gaps.size());
        node.patterns_count = counted<std::uint16_t>(growing.patterns.size());
        gaps_.insert(gaps_.end(), growing.gaps.begin(), growing.gaps.end());
        patterns_.insert(patterns_.end(), growing.patterns.begin(), growing.patterns.end());
    }
    for (const auto& [from, target] : grown_) ++nodes_[static_cast<Node>(from >> 32)].edges_end;
    std::uint32_t begin = 0;
    for (NodeData& node : nodes_) {
        const std::uint32_t count = node.edges_end;
        node.edges_begin = node.edges_end = begin;
        begin += count;
    }
    edges_.resize(begin);
    for (const auto& [from, target] : grown_) {
        NodeData& node = nodes_[static_cast<Node>(from >> 32)];
        const auto symbol = static_cast<Symbol>(from & 0xFFFFFFFFU);
        edges_[node.edges_end++] = {symbol, target};
        node.symbols |= signature_of(symbol);
    }
    for (const NodeData& node : nodes_)
        std::sort(edges_.begin() + node.edges_begin, edges_.begin() + node.edges_end,
                  [](const Edge& a, const Edge& b) { return a.symbol < b.symbol; });
    growing_nodes_ = {};
    growing_ = {};
    grown_ = {};
    last_steps_ = {};
    last_path_ = {};
}

Automaton::Node Automaton::next(Node node, Symbol symbol) const {
    const auto begin = edges_.begin() + nodes_[node].edges_begin, end = edges_.begin() + nodes_[node].edges_end;
    const auto edge = std::lower_bound(begin, end, symbol, [](const Edge& e, Symbol s) { return e.symbol < s; });
    return edge == end || edge->symbol != symbol ? none : edge->target;
}

// A node with a gap behind it is also the node behind the gap, which may wait.
void Automaton::enter(Node node, int gap, std::vector<Walk>& walks) const {
    const auto same = std::find_if(walks.begin(), walks.end(), [&](const Walk& walk) { return walk.node == node; });
    if (same != walks.end() && same->gap >= gap) return;
    if (same != walks.end())
        same->gap = gap;
    else
        walks.push_back({node, gap});
    for (const Gap& behind : gaps_of(nodes_[node])) enter(behind.behind, behind.limit, walks);
}

// Whether a walk that has come to a node may go on with the word at `at`.
bool Automaton::goes_on(Node node, std::uint32_t at, const Search& search) const {
    const NodeData& data = nodes_[node];
    if (data.is_leaf || at >= search.words.size()) return false;
    return (data.symbols & search.signatures[at]) != 0 || data.any != none || data.gaps_count > 0;
}

void Automaton::walk_from(std::uint32_t first, Node start, Search& search) const {
    for (const PatternId pattern : patterns_of(nodes_[start])) search.hits.push_back({pattern, first, first + 1});
    if (goes_on(start, first + 1, search)) walk_on(first, start, search);
}

void Automaton::walk_on(std::uint32_t first, Node start, Search& search) const {
    search.now.clear();
    enter(start, 0, search.now);
    for (auto at = first + 1; at < search.words.size() && !search.now.empty(); ++at) {
        search.next.clear();
        const auto step_to = [&](Node node) {
            for (const PatternId pattern : patterns_of(nodes_[node]))
                search.hits.push_back({pattern, first, at + 1});
            if (goes_on(node, at + 1, search)) enter(node, 0, search.next);
        };
        for (const Walk& walk : search.now) {
            const NodeData& node = nodes_[walk.node];
            if ((node.symbols & search.signatures[at]) != 0)
                for (const Symbol symbol : *search.words[at])
                    if (const Node reached = next(walk.node, symbol)) step_to(reached);
            if (node.any != none) step_to(node.any);
            if (walk.gap > 0) enter(walk.node, walk.gap - 1, search.next);
        }
        search.now.swap(search.next);
    }
}

void Automaton::find(const std::vector<const std::vector<Symbol>*>& words, std::vector<Hit>& hits) const {
    hits.clear();
    Search search{words, hits, std::vector<Signature>(words.size()), {}, {}};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i])
            for (const Symbol symbol : *words[i]) search.signatures[i] |= signature_of(symbol);
    for (std::uint32_t first = 0; first < words.size(); ++first) {
        if (words[first])
            for (const Symbol symbol : *words[first])
                if (symbol < roots_.size() && roots_[symbol] != none) walk_from(first, roots_[symbol], search);
        if (nodes_[0].any != none) walk_from(first, nodes_[0].any, search);
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tie(a.first, a.last, a.pattern) < std::tie(b.first, b.last, b.pattern);
    });
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

}  // namespace demarche
