// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/matching.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace demarche {

namespace {

// Words [first, last] of the sentence.
struct Place {
    std::size_t first = 0, last = 0;
    friend bool operator==(const Place&, const Place&) = default;
};
using Places = std::vector<Place>;

bool touches(const TextWord& left, const TextWord& right) noexcept {
    return right.span.begin() <= left.span.end();
}

class Finder {
public:
    explicit Finder(const std::vector<TextWord>& words) : words_(words) {}

    // Empty: the query does not hold in this sentence.
    Places find(const QueryNode& node) const {
        switch (node.kind) {
            case QueryNode::Kind::phrase: return places_of(node.words);
            case QueryNode::Kind::near: return clusters(node);
            case QueryNode::Kind::any: return united(node, false);
            case QueryNode::Kind::all: return united(node, true);
            case QueryNode::Kind::except:
                for (std::size_t i = 1; i < node.children.size(); ++i)
                    if (!find(node.children[i]).empty()) return {};
                return find(node.children.front());
        }
        return {};
    }

private:
    // The places of all children; none when each of them is needed and one has none.
    Places united(const QueryNode& node, bool needs_each) const {
        Places places;
        for (const QueryNode& child : node.children) {
            const Places more = find(child);
            if (needs_each && more.empty()) return {};
            places.insert(places.end(), more.begin(), more.end());
        }
        return places;
    }

    Places places_of(const std::vector<QueryWord>& phrase) const {
        Places places;
        for (std::size_t first = 0; first + phrase.size() <= words_.size(); ++first)
            if (stands_at(phrase, first)) places.push_back({first, first + phrase.size() - 1});
        return places;
    }

    bool stands_at(const std::vector<QueryWord>& phrase, std::size_t first) const {
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            const TextWord& word = words_[first + i];
            if (!fits(phrase[i].pattern, word.form)) return false;
            if (phrase[i].touches_next && i + 1 < phrase.size() && !words_[first + i + 1].follows_on) return false;
        }
        return is_whole(first, first + phrase.size() - 1);
    }

    // A letter without the sign that stands on it is another letter.
    bool is_whole(std::size_t first, std::size_t last) const {
        if (words_[first].is_mark && first > 0 && touches(words_[first - 1], words_[first])) return false;
        return last + 1 >= words_.size() || !words_[last + 1].is_mark || !touches(words_[last], words_[last + 1]);
    }

    // The closest groups of one place of each phrase.
    Places clusters(const QueryNode& near) const {
        std::vector<Places> phrases;
        for (const QueryNode& child : near.children) {
            phrases.push_back(find(child));
            if (phrases.back().empty()) return {};
        }
        Places clusters;
        for (std::size_t i = 0; i < phrases.size(); ++i)
            for (const Place& first : phrases[i])
                if (const auto cluster = cluster_from(first, i, phrases, near.distance))
                    clusters.push_back(*cluster);
        Places closest;
        for (const Place& cluster : clusters)
            if (std::none_of(clusters.begin(), clusters.end(), [&](const Place& other) {
                    return other != cluster && other.first >= cluster.first && other.last <= cluster.last;
                }))
                closest.push_back(cluster);
        return closest;
    }

    // The group that begins with `first`, a place of the phrase `of`, if the others follow near enough.
    static std::optional<Place> cluster_from(const Place& first, std::size_t of, const std::vector<Places>& phrases,
                                             std::size_t distance) {
        Places taken = {first};
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            if (i == of) continue;
            const auto next = std::find_if(phrases[i].begin(), phrases[i].end(), [&](const Place& place) {
                return std::none_of(taken.begin(), taken.end(),
                                    [&](const Place& other) {
                                        return place.first <= other.last && other.first <= place.last;
                                    }) &&
                       place.first > first.first;
            });
            if (next == phrases[i].end()) return std::nullopt;
            taken.push_back(*next);
        }
        Place cluster = first;
        std::size_t last_begin = first.first;
        for (const Place& place : taken) {
            cluster.last = std::max(cluster.last, place.last);
            last_begin = std::max(last_begin, place.first);
        }
        const bool is_near = last_begin <= first.last + 1 || last_begin - first.last - 1 <= distance;
        return is_near ? std::optional(cluster) : std::nullopt;
    }

    const std::vector<TextWord>& words_;
};

}  // namespace

bool fits(const std::string& pattern, const std::string& form) noexcept {
    // The usual walk: at a mismatch go back to the last star and let it take one letter more. A star may take half
    // a letter of UTF-8 only where the rest then fits, and letters of one beginning never fit the middle of
    // another.
    std::size_t p = 0, f = 0, star = std::string::npos, resumed = 0;
    while (f < form.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resumed = f;
        } else if (p < pattern.size() && pattern[p] == form[f]) {
            ++p, ++f;
        } else if (star != std::string::npos) {
            p = star + 1;
            f = ++resumed;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

std::vector<Span> find_hits(const QueryNode& query, const std::vector<TextWord>& words) {
    Places places = Finder(words).find(query);
    std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
        return left.first != right.first ? left.first < right.first : left.last > right.last;
    });
    std::vector<Span> hits;
    for (const Place& place : places) {
        const Span span(words[place.first].span.begin(), words[place.last].span.end());
        if (hits.empty() || hits.back().end() <= span.begin()) hits.push_back(span);
    }
    return hits;
}

}  // namespace demarche
