// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/alignment.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpora/revisions/heaviest_chain.hpp"

namespace demarche {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// Alike enough to be one sentence: between the same neighbours, and anywhere.
constexpr double alike_in_place = 0.5;
constexpr double alike_elsewhere = 0.65;
// Fewer words are found anywhere by chance.
constexpr std::size_t words_to_move = 4, words_to_move_without_end = 8;
constexpr std::size_t words_to_be_alike = 4;

using WordId = std::uint32_t;

// A text prepared for comparison.
struct Side {
    std::vector<std::vector<WordId>> words;         // of each sentence
    std::vector<std::vector<WordId>> sorted_words;  // the same, for counting common ones
    std::vector<std::string> letters;               // of each sentence: its words' keys, one after the other
    std::vector<std::size_t> link;                  // of each sentence, into the links; or none
    std::vector<bool> can_move;

    std::size_t size() const noexcept { return words.size(); }
};

std::size_t common_of(const std::vector<WordId>& a, const std::vector<WordId>& b) {
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j)
            ++common, ++i, ++j;
        else
            ++(*i < *j ? i : j);
    }
    return common;
}

double dice(std::size_t common, std::size_t one, std::size_t other) {
    return one + other == 0 ? 1 : 2 * static_cast<double>(common) / static_cast<double>(one + other);
}

// Where sentences are torn differently: where a note or a heading stands among them is layout.
bool is_running_text(BlockRole role) {
    return role == BlockRole::body;
}

class Words {
public:
    WordId of(const std::string& key) {
        return ids_.try_emplace(key, static_cast<WordId>(ids_.size())).first->second;
    }

private:
    std::unordered_map<std::string, WordId> ids_;
};

Side prepared(const ComparedText& text, Words& words) {
    Side side;
    for (const ComparedSentence& sentence : text) {
        std::vector<WordId> ids;
        std::string letters;
        for (const ComparedWord& word : sentence.words) {
            ids.push_back(words.of(word.key));
            letters += word.key;
        }
        side.words.push_back(ids);
        std::sort(ids.begin(), ids.end());
        side.sorted_words.push_back(std::move(ids));
        side.letters.push_back(std::move(letters));
        // Notes in the margin and heads of tables have no stop; they stand where the layout puts them.
        const std::size_t least = ends_as_sentence(sentence.text) ? words_to_move : words_to_move_without_end;
        side.can_move.push_back(is_running_text(sentence.role) && sentence.words.size() >= least);
    }
    side.link.assign(side.size(), none);
    return side;
}

// Pairs are made by giving both sentences the same link. The order of before and after is settled
// by the caller, so that both directions give the same pairs.
class Aligner {
public:
    Aligner(Side before, Side after) : before_(std::move(before)), after_(std::move(after)) {}

    std::vector<Link> links() {
        pair_equal();
        pair_equal_under_other_borders();
        pair_alike();
        take_in_neighbours();
        pair_contained();
        add_the_rest();
        tell_moved();
        return std::move(links_);
    }

private:
    bool is_free(std::size_t before, std::size_t after) const {
        return before_.link[before] == none && after_.link[after] == none;
    }

    void add(LinkKind kind, Stretch before, Stretch after, double likeness) {
        for (std::size_t i = before.first; i < before.last; ++i) before_.link[i] = links_.size();
        for (std::size_t i = after.first; i < after.last; ++i) after_.link[i] = links_.size();
        links_.push_back({kind, before, after, false, likeness});
    }
    void pair(LinkKind kind, std::size_t before, std::size_t after, double likeness) {
        add(kind, {before, before + 1}, {after, after + 1}, likeness);
    }

    // --- equal letters ---

    // Those that each text has once are sure; those that it has often ("Action", "Lead: the Ministry") go by
    // their neighbours, and at last by their order.
    void pair_equal() {
        std::unordered_map<std::string_view, std::array<std::vector<std::size_t>, 2>> places;
        for (std::size_t i = 0; i < before_.size(); ++i) places[before_.letters[i]][0].push_back(i);
        for (std::size_t i = 0; i < after_.size(); ++i) places[after_.letters[i]][1].push_back(i);
        for (std::size_t i = 0; i < before_.size(); ++i) {
            const auto& [old_places, new_places] = places[before_.letters[i]];
            if (old_places.size() == 1 && new_places.size() == 1) pair(LinkKind::same, i, new_places.front(), 1);
        }
        const std::size_t sure = links_.size();
        for (std::size_t i = 0; i < sure; ++i) extend_equal(links_[i].before.first, links_[i].after.first);
        for (std::size_t i = 0; i < before_.size(); ++i) {
            auto& [old_places, new_places] = places[before_.letters[i]];
            if (old_places.empty() || old_places.front() != i) continue;
            pair_repeated(old_places, new_places);
        }
    }

    void extend_equal(std::size_t before, std::size_t after) {
        for (std::size_t i = before + 1, j = after + 1; i < before_.size() && j < after_.size(); ++i, ++j) {
            if (!is_free(i, j) || before_.letters[i] != after_.letters[j]) break;
            pair(LinkKind::same, i, j, 1);
        }
        for (std::size_t i = before, j = after; i-- > 0 && j-- > 0;) {
            if (!is_free(i, j) || before_.letters[i] != after_.letters[j]) break;
            pair(LinkKind::same, i, j, 1);
        }
    }

    void pair_repeated(const std::vector<std::size_t>& old_places, const std::vector<std::size_t>& new_places) {
        auto j = new_places.begin();
        for (const std::size_t i : old_places) {
            if (before_.link[i] != none) continue;
            while (j != new_places.end() && after_.link[*j] != none) ++j;
            if (j == new_places.end()) return;
            pair(LinkKind::same, i, *j, 1);
        }
    }

    // --- equal letters, torn into sentences otherwise ---

    void pair_equal_under_other_borders() {
        std::unordered_map<WordId, std::vector<std::size_t>> beginnings;
        for (std::size_t j = 0; j < after_.size(); ++j)
            if (after_.link[j] == none && !after_.words[j].empty())
                beginnings[after_.words[j].front()].push_back(j);
        constexpr std::size_t most_beginnings = 50;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (before_.link[i] != none || before_.words[i].empty()) continue;
            const auto found = beginnings.find(before_.words[i].front());
            if (found == beginnings.end() || found->second.size() > most_beginnings) continue;
            for (const std::size_t j : found->second)
                if (is_free(i, j) && pair_from(i, j)) break;
        }
    }

    // Takes sentences of whichever side is behind until both sides have the same letters, or differ.
    bool pair_from(std::size_t before, std::size_t after) {
        constexpr std::size_t most_sentences = 8;
        std::string old_letters, new_letters;
        std::size_t i = before, j = after;
        do {
            const bool is_old_behind = old_letters.size() <= new_letters.size();
            std::size_t& at = is_old_behind ? i : j;
            Side& side = is_old_behind ? before_ : after_;
            std::string& letters = is_old_behind ? old_letters : new_letters;
            if (at == side.size() || side.link[at] != none ||
                at - (is_old_behind ? before : after) == most_sentences)
                return false;
            letters += side.letters[at++];
            const std::size_t common = std::min(old_letters.size(), new_letters.size());
            if (old_letters.compare(0, common, new_letters, 0, common) != 0) return false;
        } while (old_letters.size() != new_letters.size() || old_letters.empty());
        add(LinkKind::same, {before, i}, {after, j}, 1);
        return true;
    }

    // --- alike ---

    struct Candidate {
        double rank = 0, likeness = 0;
        std::size_t before = 0, after = 0;
    };

    // What stands between the same two neighbours that are settled has the same number; 0: before the first.
    static std::vector<std::size_t> gaps_of(const Side& side, const std::vector<std::size_t>& places) {
        std::vector<std::size_t> gaps(side.size());
        std::size_t gap = 0;
        for (std::size_t i = 0; i < side.size(); ++i) {
            if (side.link[i] != none && places[side.link[i]] != 0) gap = places[side.link[i]];
            gaps[i] = gap;
        }
        return gaps;
    }

    // 1, 2, ... for the links that stand in order, 0 for the others.
    std::vector<std::size_t> places_in_order() const {
        const std::vector<bool> is_in_order = backbone();
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < links_.size(); ++i)
            if (is_in_order[i]) order.push_back(i);
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return links_[a].before.first < links_[b].before.first; });
        std::vector<std::size_t> places(links_.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i + 1;
        return places;
    }

    void pair_alike() {
        const std::vector<std::size_t> places = places_in_order();
        const std::vector<std::size_t> old_gaps = gaps_of(before_, places), new_gaps = gaps_of(after_, places);
        std::vector<Candidate> candidates;
        for_each_near([&](std::size_t i, std::size_t j) {
            const double share = dice(common_of(before_.sorted_words[i], after_.sorted_words[j]),
                                      before_.words[i].size(), after_.words[j].size());
            const bool is_in_place = old_gaps[i] == new_gaps[j];
            if (share < (is_in_place ? alike_in_place : alike_elsewhere)) {
                if (is_in_place && is_contained(i, j)) contained_.push_back({share, share, i, j});
                return;
            }
            constexpr double worth_of_place = 0.1;
            candidates.push_back({share + (is_in_place ? worth_of_place : 0), share, i, j});
        });
        sort_by_rank(candidates);
        for (const Candidate& each : candidates)
            if (is_free(each.before, each.after)) pair(LinkKind::reworded, each.before, each.after, each.likeness);
    }

    static void sort_by_rank(std::vector<Candidate>& candidates) {
        std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.rank, a.before, a.after) < std::tuple(-b.rank, b.before, b.after);
        });
    }

    // Whether the shorter one's words are nearly all in the longer one.
    bool is_contained(std::size_t before, std::size_t after) const {
        constexpr std::size_t fewest_words = 6;
        constexpr double nearly_all = 0.8;
        const std::vector<WordId>&one = before_.sorted_words[before], &other = after_.sorted_words[after];
        const std::size_t shorter = std::min(one.size(), other.size());
        return shorter >= fewest_words &&
               static_cast<double>(common_of(one, other)) >= nearly_all * static_cast<double>(shorter);
    }

    // Calls with pairs of free sentences that share some of the rarest words of one of them.
    template <typename Visitor>
    void for_each_near(const Visitor& visit) {
        std::unordered_map<WordId, std::vector<std::size_t>> postings;
        for (std::size_t j = 0; j < after_.size(); ++j) {
            if (after_.link[j] != none || after_.words[j].size() < words_to_be_alike) continue;
            WordId last = 0;
            for (std::size_t k = 0; k < after_.sorted_words[j].size(); ++k) {
                const WordId word = after_.sorted_words[j][k];
                if (k == 0 || word != last) postings[word].push_back(j);
                last = word;
            }
        }
        constexpr std::size_t rarest = 8, most_postings = 200;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (before_.link[i] != none || before_.words[i].size() < words_to_be_alike) continue;
            std::vector<std::pair<std::size_t, WordId>> rare;
            for (const WordId word : before_.sorted_words[i])
                if (const auto found = postings.find(word); found != postings.end())
                    rare.emplace_back(found->second.size(), word);
            std::sort(rare.begin(), rare.end());
            rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
            std::vector<std::size_t> near;
            for (std::size_t k = 0; k < std::min(rare.size(), rarest) && rare[k].first <= most_postings; ++k)
                near.insert(near.end(), postings[rare[k].second].begin(), postings[rare[k].second].end());
            std::sort(near.begin(), near.end());
            near.erase(std::unique(near.begin(), near.end()), near.end());
            for (const std::size_t j : near) visit(i, j);
        }
    }

    // --- one with two, two with one ---

    void take_in_neighbours() {
        for (std::size_t i = 0; i < links_.size(); ++i) {
            if (links_[i].kind != LinkKind::reworded) continue;
            while (take_in(i, after_, &Link::after) || take_in(i, before_, &Link::before)) continue;
        }
    }

    // A sentence that is one of three or more in the other text is not alike to any of them; together they are.
    void pair_contained() {
        sort_by_rank(contained_);
        for (const Candidate& each : contained_) {
            if (!is_free(each.before, each.after)) continue;
            const std::size_t index = links_.size();
            pair(LinkKind::reworded, each.before, each.after, each.likeness);
            while (take_in(index, after_, &Link::after) || take_in(index, before_, &Link::before)) continue;
            if (links_[index].likeness < alike_elsewhere) take_back_last();
        }
    }

    void take_back_last() {
        const Link& link = links_.back();
        for (std::size_t i = link.before.first; i < link.before.last; ++i) before_.link[i] = none;
        for (std::size_t i = link.after.first; i < link.after.last; ++i) after_.link[i] = none;
        links_.pop_back();
    }

    // Takes a free neighbour into the link when that makes both sides more alike.
    bool take_in(std::size_t index, Side& side, Stretch Link::*part) {
        Link& link = links_[index];
        const Stretch own = link.*part, other = part == &Link::after ? link.before : link.after;
        if (other.size() > 1) return false;  // two with two is no split
        for (const Stretch wider : {Stretch{own.first, own.last + 1}, Stretch{own.first - 1, own.last}}) {
            if (wider.first > own.first || wider.last > side.size()) continue;  // beyond the text's ends
            const std::size_t neighbour = wider.first < own.first ? wider.first : own.last;
            if (side.link[neighbour] != none || side.words[neighbour].empty()) continue;
            Link widened = link;
            widened.*part = wider;
            const double share = likeness_of(widened.before, widened.after);
            constexpr double gain = 0.05;
            if (share < link.likeness + gain) continue;
            side.link[neighbour] = index;
            link.*part = wider;
            link.likeness = share;
            link.kind = link.after.size() > 1 ? LinkKind::split : LinkKind::merged;
            return true;
        }
        return false;
    }

    double likeness_of(Stretch before, Stretch after) const {
        const auto gathered = [](const Side& side, Stretch stretch) {
            std::vector<WordId> words;
            for (std::size_t i = stretch.first; i < stretch.last; ++i)
                words.insert(words.end(), side.words[i].begin(), side.words[i].end());
            std::sort(words.begin(), words.end());
            return words;
        };
        const std::vector<WordId> one = gathered(before_, before), other = gathered(after_, after);
        return dice(common_of(one, other), one.size(), other.size());
    }

    void add_the_rest() {
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (before_.link[i] == none) add(LinkKind::removed, {i, i + 1}, {}, 0);
        for (std::size_t j = 0; j < after_.size(); ++j)
            if (after_.link[j] == none) add(LinkKind::added, {}, {j, j + 1}, 0);
    }

    // --- order ---

    // The links with two sides that stand in the same order in both texts, as many words as possible.
    std::vector<bool> backbone() const {
        std::vector<ChainItem> items;
        for (std::size_t i = 0; i < links_.size(); ++i) {
            const Link& link = links_[i];
            if (link.before.empty() || link.after.empty()) continue;
            std::size_t weight = 1;
            for (std::size_t k = link.before.first; k < link.before.last; ++k) weight += before_.words[k].size();
            for (std::size_t k = link.after.first; k < link.after.last; ++k) weight += after_.words[k].size();
            // Notes and headings stand where the layout puts them; they must not hold up the text.
            if (!before_.can_move[link.before.first]) weight = 1;
            items.push_back({link.before.first, link.after.first, weight, i});
        }
        std::vector<bool> is_in_order(links_.size(), false);
        for (const std::size_t index : heaviest_chain(std::move(items))) is_in_order[index] = true;
        return is_in_order;
    }

    void tell_moved() {
        const std::vector<bool> is_in_order = backbone();
        for (std::size_t i = 0; i < links_.size(); ++i) {
            Link& link = links_[i];
            link.is_moved = !link.before.empty() && !link.after.empty() && !is_in_order[i] &&
                            before_.can_move[link.before.first] && after_.can_move[link.after.first];
        }
    }

    Side before_, after_;
    std::vector<Link> links_;
    std::vector<Candidate> contained_;
};

// Any order of the two texts that does not depend on which is the older one.
bool is_turned(const ComparedText& before, const ComparedText& after) {
    if (before.size() != after.size()) return before.size() > after.size();
    const auto differ = std::mismatch(before.begin(), before.end(), after.begin(),
                                      [](const auto& a, const auto& b) { return a.words == b.words; });
    if (differ.first == before.end()) return false;
    const auto key = [](const ComparedWord& word) -> const std::string& { return word.key; };
    return std::lexicographical_compare(differ.second->words.begin(), differ.second->words.end(),
                                        differ.first->words.begin(), differ.first->words.end(),
                                        [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

Link turned(Link link) {
    std::swap(link.before, link.after);
    switch (link.kind) {
        case LinkKind::added: link.kind = LinkKind::removed; break;
        case LinkKind::removed: link.kind = LinkKind::added; break;
        case LinkKind::split: link.kind = LinkKind::merged; break;
        case LinkKind::merged: link.kind = LinkKind::split; break;
        case LinkKind::same:
        case LinkKind::reworded: break;
    }
    return link;
}

// Puts links into the order that align() promises.
std::vector<Link> ordered(std::vector<Link> links, std::size_t old_size, std::size_t new_size) {
    std::vector<std::size_t> of_old(old_size, none), of_new(new_size, none);
    for (std::size_t i = 0; i < links.size(); ++i) {
        for (std::size_t k = links[i].before.first; k < links[i].before.last; ++k) of_old[k] = i;
        for (std::size_t k = links[i].after.first; k < links[i].after.last; ++k) of_new[k] = i;
    }
    std::vector<Link> result;
    std::vector<bool> is_given(links.size(), false);
    const auto give = [&](std::size_t index) {
        if (!is_given[index]) result.push_back(links[index]);
        is_given[index] = true;
    };
    const auto give_removed_from = [&](std::size_t i) {
        for (; i < old_size && links[of_old[i]].kind == LinkKind::removed; ++i) give(of_old[i]);
    };
    give_removed_from(0);
    for (std::size_t j = 0; j < new_size; ++j) {
        if (is_given[of_new[j]]) continue;
        give(of_new[j]);
        const Stretch before = links[of_new[j]].before;
        if (!before.empty()) give_removed_from(before.last);
    }
    return result;
}

}  // namespace

std::vector<Link> align(const ComparedText& before, const ComparedText& after) {
    Words words;
    Side old_side = prepared(before, words), new_side = prepared(after, words);
    std::vector<Link> links;
    if (is_turned(before, after)) {
        links = Aligner(std::move(new_side), std::move(old_side)).links();
        std::transform(links.begin(), links.end(), links.begin(), turned);
    } else {
        links = Aligner(std::move(old_side), std::move(new_side)).links();
    }
    return ordered(std::move(links), before.size(), after.size());
}

}  // namespace demarche
