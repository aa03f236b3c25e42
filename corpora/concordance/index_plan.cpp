// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/index_plan.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "corpora/concordance/matching.hpp"
#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

// An index is asked for no more words than this: reading every sentence is faster then.
constexpr std::size_t most_terms = 500;

using Which = Candidates::Which;

// Latin, Greek and Cyrillic, in which unicode61 and searches see the same bounds of words: all folded letters lie
// below Armenian, and no vowel sign is a mark of its own.
bool is_of_indexed_script(std::string_view form) noexcept {
    for (std::size_t at = 0; at < form.size(); at += code_point_length(form[at]))
        if (static_cast<unsigned char>(form[at]) >= 0xD4 || code_point_length(form[at]) > 2) return false;
    return true;
}

class Planner {
public:
    Planner(const QueryNode& query, const SplitWords& split) : split_(split) { collect(query); }

    // The words of the index that fit a word of the query.
    void look_up(const Vocabulary& vocabulary) {
        if (terms_.empty()) return;
        std::vector<TextWord> words;
        vocabulary([&](std::string_view term) {
            split_(term, words);
            for (auto& entry : terms_) {
                const auto is_it = [&](const TextWord& word) { return fits(entry.first, word.form); };
                if (entry.second.size() <= most_terms && std::any_of(words.begin(), words.end(), is_it))
                    entry.second.emplace_back(term);
            }
        });
    }

    Candidates plan(const QueryNode& node) const {
        switch (node.kind) {
            case QueryNode::Kind::phrase: return of_phrase(node.words);
            case QueryNode::Kind::except: return plan(node.children.front());
            case QueryNode::Kind::any: return of_any(node);
            case QueryNode::Kind::all:
            case QueryNode::Kind::near: return of_all(node);
        }
        return {};
    }

private:
    void collect(const QueryNode& node) {
        for (const QueryWord& word : node.words)
            if (const std::string pattern = folded(word); !pattern.empty()) terms_[pattern];
        // What must not be there names no candidates.
        const std::size_t asked = node.kind == QueryNode::Kind::except ? 1 : node.children.size();
        for (std::size_t i = 0; i < asked; ++i) collect(node.children[i]);
    }

    // The word's pattern as the vocabulary is compared with it; empty when the index is of no use for it.
    std::string folded(const QueryWord& word) const {
        if (word.is_unspaced || word.pattern == "*") return {};
        std::string folded;
        std::vector<TextWord> pieces;
        for (std::size_t begin = 0; begin <= word.pattern.size();) {
            const std::size_t end = std::min(word.pattern.find('*', begin), word.pattern.size());
            split_(std::string_view(word.pattern).substr(begin, end - begin), pieces);
            if (pieces.size() > 1) return {};  // "covid*19" holds two words by the rule for numbers
            if (!pieces.empty()) folded += pieces.front().form;
            if (end < word.pattern.size()) folded += '*';
            begin = end + 1;
        }
        return is_of_indexed_script(folded) ? folded : std::string();
    }

    Candidates of_phrase(const std::vector<QueryWord>& words) const {
        std::vector<Candidates> parts;
        for (const QueryWord& word : words) {
            const auto found = terms_.find(folded(word));
            if (found == terms_.end() || found->second.size() > most_terms) continue;
            if (found->second.empty()) return {Which::none, {}};
            std::string expression;
            for (const std::string& term : found->second)
                expression += (expression.empty() ? "" : " OR ") + quoted(term);
            parts.push_back({Which::matching, std::move(expression)});
        }
        return joined(parts, " AND ");
    }

    static std::string quoted(const std::string& term) {
        std::string text = "\"";
        for (const char c : term) text += c == '"' ? "\"\"" : std::string(1, c);
        return text + '"';
    }

    Candidates of_all(const QueryNode& node) const {
        std::vector<Candidates> parts;
        for (const QueryNode& child : node.children) {
            parts.push_back(plan(child));
            if (parts.back().which == Which::none) return parts.back();
            if (parts.back().which == Which::all) parts.pop_back();
        }
        return joined(parts, " AND ");
    }

    Candidates of_any(const QueryNode& node) const {
        std::vector<Candidates> parts;
        for (const QueryNode& child : node.children) {
            parts.push_back(plan(child));
            if (parts.back().which == Which::all) return {};
            if (parts.back().which == Which::none) parts.pop_back();
        }
        return parts.empty() ? Candidates{Which::none, {}} : joined(parts, " OR ");
    }

    static Candidates joined(const std::vector<Candidates>& parts, const std::string& by) {
        Candidates all;
        for (const Candidates& part : parts) {
            all.which = Which::matching;
            all.expression += (all.expression.empty() ? "(" : by + "(") + part.expression + ')';
        }
        return all;
    }

    const SplitWords& split_;
    std::map<std::string, std::vector<std::string>> terms_;
};

}  // namespace

Candidates candidates_for(const QueryNode& query, const Vocabulary& vocabulary, const SplitWords& split_folding) {
    Planner planner(query, split_folding);
    planner.look_up(vocabulary);
    return planner.plan(query);
}

}  // namespace demarche
