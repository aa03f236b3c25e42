// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/automaton.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <stdexcept>

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

void SearchedWords::set(std::span<const KnownWord> words) {
    words_ = words;
    set_ = 0;
    symbols_.reset();
    for (const KnownWord& word : words) {
        set_ |= word.set;
        for (const Symbol symbol : word.symbols) symbols_[symbol % symbols_.size()] = true;
    }
}

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
        growing_nodes_[node].gaps.push_back({step.limit, made, 0});
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

// The nodes in order of their distance from the root: where most searches end is next to each other.
std::vector<Automaton::Node> Automaton::breadth_first() const {
    std::vector<std::vector<Node>> children(growing_nodes_.size());
    for (const auto& [from, target] : grown_) children[static_cast<Node>(from >> 32)].push_back(target);
    std::vector<Node> order = {0};
    order.reserve(growing_nodes_.size());
    for (const Node root : roots_)
        if (root != none) order.push_back(root);
    for (std::size_t next = 0; next < order.size(); ++next) {
        const GrowingNode& node = growing_nodes_[order[next]];
        order.insert(order.end(), children[order[next]].begin(), children[order[next]].end());
        if (node.any != none) order.push_back(node.any);
        for (const Gap& gap : node.gaps) order.push_back(gap.behind);
    }
    return order;
}

void Automaton::freeze() {
    const std::vector<Node> order = breadth_first();
    std::vector<Node> place_of(order.size());
    for (Node place = 0; place < order.size(); ++place) place_of[order[place]] = place;
    nodes_.reserve(order.size());
    for (const Node old : order) {
        const GrowingNode& growing = growing_nodes_[old];
        NodeData& node = nodes_.emplace_back();
        node.any = place_of[growing.any];
        node.is_leaf = growing.is_leaf;
        node.gaps_begin = static_cast<std::uint32_t>(gaps_.size());
        node.patterns_begin = static_cast<std::uint32_t>(patterns_.size());
        node.gaps_count = counted<std::uint8_t>(growing.gaps.size());
        node.patterns_count = counted<std::uint16_t>(growing.patterns.size());
        for (const Gap& gap : growing.gaps) gaps_.push_back({gap.limit, place_of[gap.behind], 0});
        patterns_.insert(patterns_.end(), growing.patterns.begin(), growing.patterns.end());
    }
    for (Node& root : roots_) root = place_of[root];
    place_edges(place_of);
    for (Gap& gap : gaps_) {
        const NodeData& behind = nodes_[gap.behind];
        gap.symbols = behind.any != none || behind.gaps_count > 0 ? ~SymbolSet{0} : behind.symbols;
    }
    growing_nodes_ = {};
    growing_ = {};
    grown_ = {};
    last_steps_ = {};
    last_path_ = {};
}

// Counted first, then put into place. A table has room to spare, so that most symbols that are missing meet an
// empty place at once.
void Automaton::place_edges(const std::vector<Node>& place_of) {
    const auto node_of = [&](std::uint64_t from) -> NodeData& {
        return nodes_[place_of[static_cast<Node>(from >> 32)]];
    };
    for (const auto& [from, target] : grown_) ++node_of(from).edges_end;
    std::uint32_t begin = 0;
    for (NodeData& node : nodes_) {
        const std::uint32_t count = node.edges_end;
        node.edges_begin = begin;
        begin += count == 0 ? 0 : std::bit_ceil(count + count / 2);
        node.edges_end = begin;
    }
    edges_.resize(begin, {0, none});
    for (const auto& [from, target] : grown_) {
        NodeData& node = node_of(from);
        const auto symbol = static_cast<Symbol>(from & 0xFFFFFFFFU);
        const std::uint32_t mask = node.edges_end - node.edges_begin - 1;
        std::uint32_t at = symbol & mask;
        while (edges_[node.edges_begin + at].target != none) at = (at + 1) & mask;
        edges_[node.edges_begin + at] = {symbol, place_of[target]};
        node.symbols |= set_of(symbol);
    }
}

// The node that an edge leads to, or none.
Automaton::Node Automaton::next(const NodeData& node, Symbol symbol) const {
    if ((node.symbols & set_of(symbol)) == 0) return none;
    const std::uint32_t size = node.edges_end - node.edges_begin, mask = size - 1;
    for (std::uint32_t tried = 0; tried < size; ++tried) {
        const Edge& edge = edges_[node.edges_begin + ((symbol + tried) & mask)];
        if (edge.target == none) return none;
        if (edge.symbol == symbol) return edge.target;
    }
    return none;
}

// Whether the sentence may hold a word that goes on behind a gap: most do not, and a gap is many steps long.
bool Automaton::is_worth_waiting(const Gap& gap, const SearchedWords& words) const {
    constexpr std::uint32_t few = 32;  // more are not worth asking one by one
    if (!words.may_have(gap.symbols)) return false;
    const NodeData& node = nodes_[gap.behind];
    const std::uint32_t size = node.edges_end - node.edges_begin;
    if (node.any != none || node.gaps_count > 0 || size > few) return true;
    const auto edges = std::span(edges_).subspan(node.edges_begin, size);
    return std::any_of(edges.begin(), edges.end(),
                       [&](const Edge& edge) { return edge.target != none && words.may_have_symbol(edge.symbol); });
}

// A node with a gap behind it is also the node behind the gap, which may wait.
void Automaton::enter(Node node, int gap, const SearchedWords& words, Walks& walks) const {
    const auto same = std::find_if(walks.begin(), walks.end(), [&](const Walk& walk) { return walk.node == node; });
    if (same != walks.end() && same->gap >= gap) return;
    if (same != walks.end())
        same->gap = gap;
    else
        walks.push_back({node, gap});
    for (const Gap& behind : gaps_of(nodes_[node]))
        if (is_worth_waiting(behind, words)) enter(behind.behind, behind.limit, words, walks);
}

// Whether a walk that has come to a node may go on with the word at `at`.
bool Automaton::goes_on(const NodeData& node, std::uint32_t at, const SearchedWords& words) const {
    if (node.is_leaf || at >= words.size()) return false;
    if ((node.symbols & words[at].set) != 0 || node.any != none) return true;
    const auto gaps = gaps_of(node);
    return std::any_of(gaps.begin(), gaps.end(), [&](const Gap& gap) { return words.may_have(gap.symbols); });
}

// The node that the word at `at` leads to, when there is one such; `branches` tells that there are more.
Automaton::Node Automaton::only_next(const NodeData& node, const KnownWord& word, bool& branches) const {
    Node only = none;
    if ((node.symbols & word.set) == 0) return none;
    for (const Symbol symbol : word.symbols) {
        const Node reached = next(node, symbol);
        branches = branches || (reached != none && only != none);
        if (reached != none) only = reached;
    }
    return only;
}

// Most walks go straight on, word by word; from where one parts or waits in a gap it goes on as many.
void Automaton::walk_from(std::uint32_t first, Node start, Search& search) const {
    const SearchedWords& words = search.words;
    Node place = start;
    for (auto at = first + 1; place != none; ++at) {
        const NodeData& node = nodes_[place];
        for (const PatternId pattern : patterns_of(node)) search.hits.push_back({pattern, first, at});
        if (node.is_leaf || at >= words.size()) return;
        bool branches = node.any != none || node.gaps_count > 0;
        const Node only = branches ? none : only_next(node, words[at], branches);
        if (branches) {
            if (goes_on(node, at, words)) walk_on(first, at, place, search);
            return;
        }
        place = only;
    }
}

// All walks from `start`, whose patterns are told already, beginning with the word at `begin`.
void Automaton::walk_on(std::uint32_t first, std::uint32_t begin, Node start, Search& search) const {
    const SearchedWords& words = search.words;
    Walks *now = &search.now, *later = &search.next;
    now->clear();
    enter(start, 0, words, *now);
    for (auto at = begin; at < words.size() && !now->empty(); ++at) {
        later->clear();
        const auto step_to = [&](Node node) {
            for (const PatternId pattern : patterns_of(nodes_[node]))
                search.hits.push_back({pattern, first, at + 1});
            if (goes_on(nodes_[node], at + 1, words)) enter(node, 0, words, *later);
        };
        for (const Walk& walk : *now) {
            const NodeData& node = nodes_[walk.node];
            if ((node.symbols & words[at].set) != 0)
                for (const Symbol symbol : words[at].symbols)
                    if (const Node reached = next(node, symbol)) step_to(reached);
            if (node.any != none) step_to(node.any);
            if (walk.gap > 0) enter(walk.node, walk.gap - 1, words, *later);
        }
        std::swap(now, later);
    }
}

void Automaton::find_at(std::uint32_t first, Search& search) const {
    const auto before = static_cast<std::ptrdiff_t>(search.hits.size());
    for (const Symbol symbol : search.words[first].symbols)
        if (symbol < roots_.size() && roots_[symbol] != none) walk_from(first, roots_[symbol], search);
    if (nodes_[0].any != none) walk_from(first, nodes_[0].any, search);
    const auto begin = search.hits.begin() + before;
    if (search.hits.end() - begin < 2) return;
    std::sort(begin, search.hits.end(), [](const Hit& a, const Hit& b) {
        return a.last != b.last ? a.last < b.last : a.pattern < b.pattern;
    });
    search.hits.erase(std::unique(begin, search.hits.end()), search.hits.end());
}

void Automaton::find_at(std::uint32_t first, const SearchedWords& words, std::vector<Hit>& hits) const {
    hits.clear();
    Search search{words, hits, {}, {}};
    find_at(first, search);
}

void Automaton::find(const SearchedWords& words, std::vector<Hit>& hits) const {
    hits.clear();
    Search search{words, hits, {}, {}};
    for (std::uint32_t first = 0; first < words.size(); ++first) find_at(first, search);
}

}  // namespace demarche
