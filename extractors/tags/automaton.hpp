// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <boost/container/small_vector.hpp>
#include <compare>
#include <cstdint>
#include <span>
#include <unordered_map>
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

// The words of one sentence, made ready to be searched. Keep it for the next one, which then needs no memory.
class SearchedWords {
public:
    // words  must outlive the searches
    void set(std::span<const KnownWord> words);

    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
    const KnownWord& operator[](std::uint32_t i) const noexcept { return words_[i]; }
    // False when no word stands for a symbol of the set.
    bool may_have(SymbolSet set) const noexcept { return (set_ & set) != 0; }
    // False when no word stands for the symbol: the same, but right for nearly all.
    bool may_have_symbol(Symbol symbol) const noexcept { return symbols_[symbol % symbols_.size()]; }

private:
    std::span<const KnownWord> words_;
    SymbolSet set_ = 0;
    std::bitset<4096> symbols_;  // by their last bits
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
    void find(const SearchedWords& words, std::vector<Hit>& hits) const;
    // Those alone that begin at one word.
    void find_at(std::uint32_t first, const SearchedWords& words, std::vector<Hit>& hits) const;

private:
    using Node = std::uint32_t;
    static constexpr Node none = 0;  // the root is nobody's child

    struct Edge {
        Symbol symbol;
        Node target;
    };

    struct Gap {
        int limit;
        Node behind;
        SymbolSet symbols;  // on the edges of the node behind; all when it may go on without one
    };

    // Until frozen.
    struct GrowingNode {
        Node any = none;
        std::vector<Gap> gaps;
        std::vector<PatternId> patterns;  // that end here
        bool is_leaf = true;              // nothing goes on from here
    };

    // Searches jump from node to node all over them, so two share a cache line.
    struct NodeData {
        SymbolSet symbols = 0;                         // on its edges
        std::uint32_t edges_begin = 0, edges_end = 0;  // in edges_: a hash table of its own
        Node any = none;
        std::uint32_t gaps_begin = 0, patterns_begin = 0;  // in gaps_, in patterns_
        std::uint16_t patterns_count = 0;
        std::uint8_t gaps_count = 0;
        bool is_leaf = true;
    };
    static_assert(sizeof(NodeData) == 32);

    // A walk under way: at `node`, which may still skip `gap` words before its next one.
    struct Walk {
        Node node;
        int gap;
    };

    static std::uint64_t key(Node node, Symbol symbol) { return (std::uint64_t{node} << 32) | symbol; }
    Node child(Node node, const Step& step);
    std::vector<Node> breadth_first() const;
    void place_edges(const std::vector<Node>& place_of);
    Node next(const NodeData& node, Symbol symbol) const;
    // A sentence under search, and memory that is used again for each walk of it.
    using Walks = boost::container::small_vector<Walk, 32>;
    struct Search {
        const SearchedWords& words;
        std::vector<Hit>& hits;
        Walks now, next;
    };
    void enter(Node node, int gap, const SearchedWords& words, Walks& walks) const;
    bool is_worth_waiting(const Gap& gap, const SearchedWords& words) const;
    void find_at(std::uint32_t first, Search& search) const;
    void walk_from(std::uint32_t first, Node start, Search& search) const;
    void walk_on(std::uint32_t first, std::uint32_t begin, Node start, Search& search) const;
    Node only_next(const NodeData& node, const KnownWord& word, bool& branches) const;
    bool goes_on(const NodeData& node, std::uint32_t at, const SearchedWords& words) const;
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
    std::vector<GrowingNode> growing_nodes_ = std::vector<GrowingNode>(1);
    std::unordered_map<std::uint64_t, Node> growing_;    // (node, symbol) -> child
    std::vector<std::pair<std::uint64_t, Node>> grown_;  // the same, as they came: a map is slow to walk through
    std::vector<Step> last_steps_;
    std::vector<Node> last_path_;  // the node that each of these steps leads to
    std::vector<Edge> edges_;      // of all nodes, one node's next to each other: a step touches one cache line
    std::vector<Node> roots_;      // by symbol: the root's child, or none
};

}  // namespace demarche
