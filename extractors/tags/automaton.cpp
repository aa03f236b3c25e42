// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/automaton.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <numeric>
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

Automaton::Node Automaton::child(Node node, const Step& step) {
    if (node == 0 && step.kind == Step::Kind::symbol) {
        if (roots_.size() <= step.symbol) roots_.resize(step.symbol + 1, none);
        if (roots_[step.symbol] == none) roots_[step.symbol] = node_count_++;
        return roots_[step.symbol];
    }
    const Label label = step.kind == Step::Kind::symbol ? step.symbol
                        : step.kind == Step::Kind::any  ? one_word
                                                        : one_word + static_cast<Label>(step.limit);
    const auto [edge, is_new] = growing_.try_emplace((std::uint64_t{node} << 32U) | label, node_count_);
    if (is_new) grown_.push_back({node, label, node_count_++});
    return edge->second;
}

void Automaton::add(const std::vector<Step>& steps, PatternId pattern) {
    assert(!steps.empty() && steps.front().kind != Step::Kind::gap && steps.back().kind != Step::Kind::gap);
    const auto parting = std::mismatch(steps.begin(), steps.end(), last_steps_.begin(), last_steps_.end()).first;
    last_path_.resize(static_cast<std::size_t>(parting - steps.begin()));
    Node node = last_path_.empty() ? 0 : last_path_.back();
    for (auto step = parting; step != steps.end(); ++step) last_path_.push_back(node = child(node, *step));
    last_steps_ = steps;
    ends_.push_back({node, pattern});
}

template <typename Grown>
Automaton::ByNode<Grown>::ByNode(const std::vector<Grown>& grown, std::size_t nodes)
    : begin_(nodes + 1), grown_(grown.size()) {
    for (const Grown& each : grown) ++begin_[each.from + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<std::uint32_t> next = begin_;
    for (const Grown& each : grown) grown_[next[each.from]++] = each;
}

// The nodes in order of their distance from the root: where most searches end is next to each other.
std::vector<Automaton::Node> Automaton::breadth_first(const ByNode<GrownEdge>& edges) const {
    std::vector<Node> order = {0};
    order.reserve(node_count_);
    for (const Node root : roots_)
        if (root != none) order.push_back(root);
    for (std::size_t next = 0; next < order.size(); ++next)
        for (const GrownEdge& edge : edges.of(order[next])) order.push_back(edge.target);
    return order;
}

void Automaton::freeze() {
    const ByNode<GrownEdge> edges(grown_, node_count_);
    const ByNode<End> ends(ends_, node_count_);
    const std::vector<Node> order = breadth_first(edges);
    std::vector<Node> place_of(order.size());
    for (Node place = 0; place < order.size(); ++place) place_of[order[place]] = place;
    nodes_.reserve(order.size());
    patterns_.reserve(ends_.size());
    for (const Node old : order) {
        NodeData& node = nodes_.emplace_back();
        place_gaps(node, edges.of(old), place_of);
        place_edges(node, edges.of(old), place_of);
        place_patterns(node, ends.of(old));
    }
    for (Node& root : roots_) root = place_of[root];
    growing_ = {};
    grown_ = {};
    ends_ = {};
    last_steps_ = {};
    last_path_ = {};
}

void Automaton::place_gaps(NodeData& node, std::span<const GrownEdge> edges, const std::vector<Node>& place_of) {
    node.gaps_begin = static_cast<std::uint32_t>(gaps_.size());
    for (const GrownEdge& edge : edges)
        if (edge.label >= one_word)
            gaps_.push_back({edge.label == one_word ? just_one : static_cast<int>(edge.label - one_word),
                             place_of[edge.target]});
    node.gaps_count = counted<std::uint8_t>(gaps_.size() - node.gaps_begin);
}

// A table has room to spare, so that most symbols that are missing meet an empty place at once.
void Automaton::place_edges(NodeData& node, std::span<const GrownEdge> edges, const std::vector<Node>& place_of) {
    node.edges_begin = static_cast<std::uint32_t>(edges_.size());
    const std::size_t count = edges.size() - node.gaps_count;
    if (count == 0) return;
    const std::size_t size = std::bit_ceil(count + count / 2);
    node.edges_bits = static_cast<std::uint8_t>(std::countr_zero(size));
    edges_.resize(edges_.size() + size, {0, none});
    for (const GrownEdge& edge : edges) {
        if (edge.label >= one_word) continue;
        std::size_t at = edge.label & (size - 1);
        while (edges_[node.edges_begin + at].target != none) at = (at + 1) & (size - 1);
        edges_[node.edges_begin + at] = {edge.label, place_of[edge.target]};
        node.symbols |= set_of(edge.label);
    }
}

void Automaton::place_patterns(NodeData& node, std::span<const End> ends) {
    node.patterns_begin = static_cast<std::uint32_t>(patterns_.size());
    for (const End& end : ends)
        if (std::find(patterns_.begin() + node.patterns_begin, patterns_.end(), end.pattern) == patterns_.end())
            patterns_.push_back(end.pattern);
    node.patterns_count = counted<std::uint16_t>(patterns_.size() - node.patterns_begin);
}

// The node that an edge leads to, or none.
Automaton::Node Automaton::next(const NodeData& node, Symbol symbol) const {
    if (!node.symbols.meets(set_of(symbol))) return none;
    const std::uint32_t size = std::uint32_t{1} << node.edges_bits, mask = size - 1;
    for (std::uint32_t tried = 0; tried < size; ++tried) {
        const Edge& edge = edges_[node.edges_begin + ((symbol + tried) & mask)];
        if (edge.target == none) return none;
        if (edge.symbol == symbol) return edge.target;
    }
    return none;
}

// Goes on from a node, whose patterns end here, with the word at `at`. Most walks have one way to go, word by word.
void Automaton::walk(Node node, std::uint32_t at, Search& search) const {
    while (node != none) {
        const NodeData& data = nodes_[node];
        for (const PatternId pattern : patterns_of(data)) search.hits.push_back({pattern, search.first, at});
        if (at >= search.size()) return;
        for (const Gap& gap : gaps_of(data)) {
            if (gap.limit == just_one)
                walk(gap.behind, at + 1, search);
            else
                walk_behind(gap, at, search);
        }
        const KnownWord& word = search.words[at];
        node = none;
        if (data.symbols.meets(word.set))
            for (const Symbol symbol : word.symbols)
                if (const Node reached = next(data, symbol)) {
                    if (node != none) walk(node, at + 1, search);
                    node = reached;
                }
        ++at;
    }
}

// Goes on behind a gap before the word at `at`, from each word that it may reach to.
void Automaton::walk_behind(const Gap& gap, std::uint32_t at, Search& search) const {
    const NodeData& data = nodes_[gap.behind];
    const std::uint32_t end = std::min(at + static_cast<std::uint32_t>(gap.limit) + 1, search.size());
    ++search.gaps;
    for (; at < end; ++at) {
        if (data.gaps_count > 0) {
            if (!is_met_again(gap.behind, at, search)) walk(gap.behind, at, search);
            continue;
        }
        const KnownWord& word = search.words[at];
        if (!data.symbols.meets(word.set)) continue;
        for (const Symbol symbol : word.symbols)
            if (const Node reached = next(data, symbol); reached != none && !is_met_again(reached, at + 1, search))
                walk(reached, at + 1, search);
    }
    --search.gaps;
}

// Two ways through gaps that meet are one from there on: else words that repeat would be walked without end. A
// first gap has one way only.
bool Automaton::is_met_again(Node node, std::uint32_t at, Search& search) const {
    if (search.gaps < 2) return false;
    const std::pair here(node, at);
    if (std::find(search.met.begin(), search.met.end(), here) != search.met.end()) return true;
    search.met.push_back(here);
    return false;
}

void Automaton::find_from(Search& search) const {
    const auto before = static_cast<std::ptrdiff_t>(search.hits.size());
    search.met.clear();
    for (const Symbol symbol : search.words[search.first].beginnings)
        if (symbol < roots_.size()) walk(roots_[symbol], search.first + 1, search);
    for (const Gap& gap : gaps_of(nodes_[0])) walk(gap.behind, search.first + 1, search);  // each is just one word
    const auto begin = search.hits.begin() + before;
    if (search.hits.end() - begin < 2) return;
    std::sort(begin, search.hits.end(), [](const Hit& a, const Hit& b) {
        return a.last != b.last ? a.last < b.last : a.pattern < b.pattern;
    });
    search.hits.erase(std::unique(begin, search.hits.end()), search.hits.end());
}

void Automaton::find_at(std::uint32_t first, std::span<const KnownWord> words, std::vector<Hit>& hits) const {
    hits.clear();
    Search search{words, first, hits, {}, 0};
    find_from(search);
}

void Automaton::find(std::span<const KnownWord> words, std::vector<Hit>& hits) const {
    hits.clear();
    Search search{words, 0, hits, {}, 0};
    for (; search.first < search.size(); ++search.first) find_from(search);
}

}  // namespace demarche
