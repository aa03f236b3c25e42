// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/evaluation/comparison.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace demarche {

namespace {

// A sentence that two coders have read, with the codes of it that are compared.
struct Pair {
    const CodedSentence* reference;
    const CodedSentence* other;
    std::set<std::string> in_reference, in_other;
    std::size_t cluster;
};

std::set<std::string> compared_codes(const CodedSentence& sentence, const Scope& scope) {
    std::set<std::string> codes = sentence.all_codes();
    std::erase_if(codes, [&](const std::string& code) { return !scope.holds(code); });
    return codes;
}

std::vector<Pair> pairs_of(const Coding& reference, const Coding& other, const Scope& scope,
                           const Clusters& clusters) {
    std::map<std::string, const CodedSentence*> by_sid;
    for (const CodedSentence& sentence : other.sentences) by_sid.emplace(sentence.sid, &sentence);
    std::vector<Pair> pairs;
    for (const CodedSentence& sentence : reference.sentences)
        if (const auto found = by_sid.find(sentence.sid); found != by_sid.end())
            pairs.push_back({&sentence, found->second, compared_codes(sentence, scope),
                             compared_codes(*found->second, scope), clusters.of(sentence.sid)});
    return pairs;
}

// A code that at least one of the two gave to a sentence.
struct Decision {
    const std::string& code;
    bool in_reference, in_other;
    std::optional<Stance> reference_stance, other_stance;

    bool is_shared() const { return in_reference && in_other; }
    bool has_stances() const { return reference_stance && other_stance; }
    bool is_same_stance() const { return has_stances() && *reference_stance == *other_stance; }
};

std::optional<Stance> stance_in(const CodedSentence& sentence, const std::string& code) {
    const auto found = sentence.norms.find(code);
    return found == sentence.norms.end() ? std::nullopt : std::optional(found->second);
}

void for_each_decision(const Pair& pair, const std::function<void(const Decision&)>& visit) {
    std::set<std::string> codes = pair.in_reference;
    codes.insert(pair.in_other.begin(), pair.in_other.end());
    for (const std::string& code : codes)
        visit({code, pair.in_reference.contains(code), pair.in_other.contains(code),
               stance_in(*pair.reference, code), stance_in(*pair.other, code)});
}

// The figures of one line of a table, as they come together.
class Line {
public:
    Line(std::string name, int number, std::size_t clusters) : clusters_(clusters, Sums(3, 0.0)) {
        score_.name = std::move(name);
        score_.number = number;
    }

    void add_sentence() { ++score_.sentences; }

    void add(const Decision& decision, std::size_t cluster) {
        Counts& counts = score_.counts;
        Counts& of_code = codes_[decision.code];
        const std::size_t at = decision.is_shared() ? 0 : decision.in_reference ? 1 : 2;
        for (Counts* each : {&counts, &of_code}) ++(at == 0 ? each->both : at == 1 ? each->missed : each->extra);
        if (!clusters_.empty()) ++clusters_[cluster][at];
        if (!decision.has_stances()) return;
        ++score_.stance.both;
        if (decision.is_same_stance()) ++score_.stance.same;
    }

    Score score(const Draws& draws) {
        std::vector<Counts> codes;
        for (const auto& [code, counts] : codes_) codes.push_back(counts);
        score_.macro = macro_over(codes);
        if (clusters_.empty() || !score_.counts.f1()) return score_;
        const auto intervals = bootstrap_intervals(clusters_, draws, [](const Sums& sums) {
            const double whole = 2 * sums[0] + sums[1] + sums[2];
            return Figures{whole == 0 ? std::nullopt : std::optional(2 * sums[0] / whole)};
        });
        score_.f1_interval = intervals.front();
        return score_;
    }

private:
    Score score_;
    std::vector<Sums> clusters_;  // both, missed, extra; none for a line without an interval
    std::map<std::string, Counts> codes_;
};

// All lines of a comparison's tables.
class Board {
public:
    Board(const Scope& scope, const Clusters& clusters)
        : scope_(scope), size_(clusters.size()), all_("all", 0, size_) {
        for (const FamilyGroup& group : scope.groups()) families_.emplace_back(group.name, group.number, size_);
    }

    void add(const Pair& pair) {
        Line& language = line(languages_, pair.reference->language, size_);
        Line& document = line(documents_, pair.reference->document, 0);  // too little text to draw from
        for (Line* each : {&all_, &language, &document}) each->add_sentence();
        for (Line& family : families_) family.add_sentence();
        for_each_decision(pair, [&](const Decision& decision) {
            for (Line* each : {&all_, &language, &document, &line(codes_, decision.code, size_)})
                each->add(decision, pair.cluster);
            const std::string family = scope_.family_of(decision.code);
            for (std::size_t i = 0; i < families_.size(); ++i)
                if (scope_.groups()[i].families.contains(family)) families_[i].add(decision, pair.cluster);
        });
    }

    void tell(Comparison& comparison, const Draws& draws) {
        comparison.all = all_.score(draws);
        for (Line& family : families_) comparison.families.push_back(family.score(draws));
        const auto tell_map = [&](std::map<std::string, Line>& lines, std::vector<Score>& scores) {
            for (auto& [name, each] : lines) scores.push_back(each.score(draws));
        };
        tell_map(codes_, comparison.codes);
        tell_map(languages_, comparison.languages);
        tell_map(documents_, comparison.documents);
        for (Score& code : comparison.codes) code.sentences = comparison.all.sentences;
    }

private:
    static Line& line(std::map<std::string, Line>& lines, const std::string& name, std::size_t clusters) {
        return lines.try_emplace(name, name, 0, clusters).first->second;
    }

    const Scope& scope_;
    std::size_t size_;
    Line all_;
    std::vector<Line> families_;
    std::map<std::string, Line> codes_, languages_, documents_;
};

// Codes in the order of their families, those of a family by name.
template <typename Row>
void sort_by_family(std::vector<Row>& rows, const Scope& scope) {
    const std::vector<std::string> families = scope.families();
    const auto place = [&](const Row& row) {
        return std::find(families.begin(), families.end(), scope.family_of(row.name)) - families.begin();
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return std::pair(place(a), std::string_view(a.name)) < std::pair(place(b), std::string_view(b.name));
    });
}

std::vector<std::string> difference(const std::set<std::string>& from, const std::set<std::string>& without) {
    std::vector<std::string> left;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(left));
    return left;
}

std::vector<Miss> misses_of(const std::vector<Pair>& pairs) {
    std::vector<Miss> misses;
    std::map<std::string, std::size_t> count;
    for (const Pair& pair : pairs)
        for_each_decision(pair, [&](const Decision& decision) {
            Miss miss{Miss::Kind::stance, decision.code, pair.reference, pair.other, {}};
            if (!decision.in_other) {
                miss.kind = Miss::Kind::missed;
                miss.instead = difference(pair.in_other, pair.in_reference);
            } else if (!decision.in_reference) {
                miss.kind = Miss::Kind::extra;
                miss.instead = difference(pair.in_reference, pair.in_other);
            } else if (!decision.has_stances() || decision.is_same_stance()) {
                return;
            }
            ++count[miss.code];
            misses.push_back(std::move(miss));
        });
    std::stable_sort(misses.begin(), misses.end(), [&](const Miss& a, const Miss& b) {
        return std::tuple(count[b.code], std::string_view(a.code), a.kind) <
               std::tuple(count[a.code], std::string_view(b.code), b.kind);
    });
    return misses;
}

StanceTable stances_of(const std::vector<Pair>& pairs) {
    StanceTable table{};
    for (const Pair& pair : pairs)
        for_each_decision(pair, [&](const Decision& decision) {
            if (!decision.has_stances()) return;
            const auto row = static_cast<std::size_t>(*decision.reference_stance);
            ++table.at(row).at(static_cast<std::size_t>(*decision.other_stance));
        });
    return table;
}

// One coder's sentences without those that a second has not read.
Coding restricted_to(const Coding& coding, const Coding& second) {
    std::set<std::string> sids;
    for (const CodedSentence& sentence : second.sentences) sids.insert(sentence.sid);
    Coding restricted{coding.coder, {}};
    for (const CodedSentence& sentence : coding.sentences)
        if (sids.contains(sentence.sid)) restricted.sentences.push_back(sentence);
    return restricted;
}

}  // namespace

std::string_view to_string(Miss::Kind kind) noexcept {
    switch (kind) {
        case Miss::Kind::missed: return "missed";
        case Miss::Kind::extra: return "extra";
        case Miss::Kind::stance: return "stance";
    }
    return "unknown";
}

Comparison compare(const Coding& reference, const Coding& other, const Scope& scope, const Clusters& clusters,
                   const Draws& draws) {
    Comparison comparison;
    comparison.reference = reference.coder;
    comparison.other = other.coder;
    const std::vector<Pair> pairs = pairs_of(reference, other, scope, clusters);
    Board board(scope, clusters);
    for (const Pair& pair : pairs) board.add(pair);
    board.tell(comparison, draws);
    sort_by_family(comparison.codes, scope);
    comparison.stances = stances_of(pairs);
    comparison.misses = misses_of(pairs);
    const Coding one = restricted_to(reference, other), two = restricted_to(other, reference);
    comparison.agreement = agreement_among({&one, &two}, scope, clusters, draws);
    return comparison;
}

}  // namespace demarche
