// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tsl/robin_map.h>

#include <boost/container/small_vector.hpp>
#include <compare>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extractors/tags/vocabulary.hpp"

namespace demarche {

using PatternId = std::uint32_t;

// A pattern found: tokens [first, last) of a sentence.
struct Hit {
    PatternId pattern = 0;
    std::uint32_t first = 0, last = 0;
    friend auto operator<=>(const Hit&, const Hit&) = default;
};

// Finds all patterns of all languages in one pass over a sentence's symbols: a
// trie over words, walked from every token at which some pattern begins.
//
// Words instead of letters make failure links needless: few tokens begin a
// pattern and patterns are short, so a walk is over after a step or two, while a
// token may stand for several symbols, which an Aho-Corasick table cannot do.
// Once frozen it is only read: safe for many threads.
class Automaton {
public:
    // One step of a compiled pattern: a symbol, any word, or a gap of up to `limit` words.
    struct Step {
        enum class Kind : std::uint8_t { symbol, any, gap } kind = Kind::symbol;
        Symbol symbol = 0;
        int limit = 0;
        friend bool operator==(const Step&, const Step&) = default;
    };

    // `steps` must hold a symbol and neither begin nor end with a gap.
    void add(const std::vector<Step>& steps, PatternId pattern);
    // To be called once, after the last pattern and before the first search.
    void freeze();

    // All hits in a sentence, in order, each once.
    //
    // cost  proportional to the words and to the patterns that begin at them
    void find(std::span<const KnownWord> words, std::vector<Hit>& hits) const;
    // Those alone that begin at one word.
    void find_at(std::uint32_t first, std::span<const KnownWord> words, std::vector<Hit>& hits) const;

private:
    using Node = std::uint32_t;
    static constexpr Node none = 0;  // the root is nobody's child

    struct Edge {
        Symbol symbol;
        Node target;
    };

    // Words that may be any: up to `limit` of them, or one and no less.
    struct Gap {
        int limit;
        Node behind;
    };
    static constexpr int just_one = -1;

    // Until frozen: the ways from node to node and the patterns that end at them, as they came. Most nodes have one
    // of either, and lists of their own would take longer to make than all else.
    using Label = std::uint32_t;  // a symbol; or one_word, and a gap's limit more
    static constexpr Label one_word = Label{1} << 31U;
    struct GrownEdge {
        Node from;
        Label label;
        Node target;
    };
    struct End {
        Node from;
        PatternId pattern;
    };
    // The same, one node's next to each other, still as they came.
    template <typename Grown>
    class ByNode {
    public:
        ByNode(const std::vector<Grown>& grown, std::size_t nodes);
        std::span<const Grown> of(Node node) const {
            return std::span(grown_).subspan(begin_[node], begin_[node + 1] - begin_[node]);
        }

    private:
        std::vector<std::uint32_t> begin_;  // by node, and the end
        std::vector<Grown> grown_;
    };
    struct EdgeHash {
        std::size_t operator()(std::uint64_t edge) const noexcept {
            edge *= 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
            return static_cast<std::size_t>(edge ^ (edge >> 32U));
        }
    };

    // Searches jump from node to node all over them, so two share a cache line.
    struct NodeData {
        SymbolSet symbols;                                                  // on its edges
        std::uint32_t edges_begin = 0, gaps_begin = 0, patterns_begin = 0;  // in edges_, gaps_, patterns_
        std::uint16_t patterns_count = 0;
        std::uint8_t gaps_count = 0;
        std::uint8_t edges_bits = 0;  // its edges are a hash table of so many bits
    };
    static_assert(sizeof(NodeData) == 32);

    Node child(Node node, const Step& step);
    std::vector<Node> breadth_first(const ByNode<GrownEdge>& edges) const;
    void place_gaps(NodeData& node, std::span<const GrownEdge> edges, const std::vector<Node>& place_of);
    void place_edges(NodeData& node, std::span<const GrownEdge> edges, const std::vector<Node>& place_of);
    void place_patterns(NodeData& node, std::span<const End> ends);
    Node next(const NodeData& node, Symbol symbol) const;
    // What is found from one word of a sentence on.
    struct Search {
        std::span<const KnownWord> words;
        std::uint32_t first;
        std::vector<Hit>& hits;
        // Where walks have come out of a second gap, for there two may meet: the node, and the word that comes
        // next.
        boost::container::small_vector<std::pair<Node, std::uint32_t>, 32> met;
        int gaps = 0;  // that the walk under way has come through

        std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words.size()); }
    };
    void walk(Node node, std::uint32_t at, Search& search) const;
    void walk_behind(const Gap& gap, std::uint32_t at, Search& search) const;
    bool is_met_again(Node node, std::uint32_t at, Search& search) const;
    void find_from(Search& search) const;
    std::span<const Gap> gaps_of(const NodeData& node) const {
        return std::span(gaps_).subspan(node.gaps_begin, node.gaps_count);
    }
    std::span<const PatternId> patterns_of(const NodeData& node) const {
        return std::span(patterns_).subspan(node.patterns_begin, node.patterns_count);
    }

    std::vector<NodeData> nodes_;
    std::vector<Gap> gaps_;            // of all nodes, one node's next to each other
    std::vector<PatternId> patterns_;  // the same
    // Until frozen. A term's patterns come one after the other and begin alike, so each goes on from where it
    // parts from the last.
    Node node_count_ = 1;
    tsl::robin_map<std::uint64_t, Node, EdgeHash> growing_;  // (node, label) -> child
    std::vector<GrownEdge> grown_;                           // the same, but for symbols from the root
    std::vector<End> ends_;
    std::vector<Step> last_steps_;
    std::vector<Node> last_path_;  // the node that each of these steps leads to
    std::vector<Edge> edges_;      // of all nodes, one node's next to each other: a step touches one cache line
    std::vector<Node> roots_;      // by symbol: the root's child, or none
};

}  // namespace demarche
