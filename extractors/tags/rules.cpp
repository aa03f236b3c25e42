// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/rules.hpp"

#include <algorithm>
#include <boost/container/small_vector.hpp>

namespace demarche {

namespace {

using Stretch = std::pair<std::uint32_t, std::uint32_t>;
// The places that may serve each operand; most rules have few of either, so that none needs memory.
using Options = boost::container::small_vector<boost::container::small_vector<AtomPlace, 8>, 4>;

// Whether two operands would be met by the same words. What stands in the gap of another is met by its own.
bool share_words(const AtomPlace& a, const AtomPlace& b) {
    const auto is_in_gap = [](const AtomPlace& inner, const AtomPlace& outer) {
        return outer.has_gap && outer.first < inner.first && inner.last < outer.last;
    };
    return a.first < b.last && b.first < a.last && !is_in_gap(a, b) && !is_in_gap(b, a);
}

// Chooses a place for each operand in turn.
class StretchFinder {
public:
    StretchFinder(bool is_ordered, std::uint32_t window, const Options& options)
        : is_ordered_(is_ordered), window_(window), options_(options) {}

    std::optional<Stretch> find() {
        choose(0, 0, 0);
        return best_;
    }

private:
    // A sentence that repeats its words a hundred times must not take a hundred to the fourth steps.
    static constexpr int patience = 20'000;

    void choose(std::size_t operand, std::uint32_t first, std::uint32_t last) {
        if (++steps_ > patience) return;
        if (operand == options_.size()) {
            if (!best_ || is_better(first, last)) best_ = Stretch(first, last);
            return;
        }
        for (const AtomPlace& place : options_[operand]) {
            if (operand > 0 && is_ordered_ && place.first < chosen_.back().last) continue;
            const bool is_taken = std::any_of(chosen_.begin(), chosen_.end(),
                                              [&](const AtomPlace& other) { return share_words(place, other); });
            if (is_taken) continue;
            const std::uint32_t begin = operand == 0 ? place.first : std::min(first, place.first);
            const std::uint32_t end = operand == 0 ? place.last : std::max(last, place.last);
            if (window_ > 0 && end - begin > window_) continue;
            if (best_ && end - begin > best_->second - best_->first) continue;  // it only grows
            chosen_.push_back(place);
            choose(operand + 1, begin, end);
            chosen_.pop_back();
        }
    }

    bool is_better(std::uint32_t first, std::uint32_t last) const {
        const std::uint32_t length = last - first, least = best_->second - best_->first;
        return length < least || (length == least && first < best_->first);
    }

    bool is_ordered_;
    std::uint32_t window_;
    const Options& options_;
    boost::container::small_vector<AtomPlace, 4> chosen_;
    std::optional<Stretch> best_;
    int steps_ = 0;
};

}  // namespace

std::optional<Stretch> shortest_stretch(
    const CompiledRule& compiled, const Rule& rule, const std::vector<AtomPlace>& places,
    const std::vector<Stretch>& excluded, std::uint32_t window,
    const std::function<bool(const CompiledOperand&, const AtomPlace&)>& accepts) {
    for (const CompiledOperand& operand : compiled.none)
        for (const AtomPlace& place : places)
            if (accepts(operand, place)) return std::nullopt;
    const auto is_free = [&](const AtomPlace& place) {
        return std::none_of(excluded.begin(), excluded.end(), [&](const Stretch& phrase) {
            return phrase.first <= place.first && place.last <= phrase.second;
        });
    };
    Options options;
    for (const CompiledOperand& operand : compiled.all) {
        auto& found = options.emplace_back();
        for (const AtomPlace& place : places)
            if (accepts(operand, place) && is_free(place)) found.push_back(place);
        if (found.empty()) return std::nullopt;
    }
    return StretchFinder(rule.ordered, window, options).find();
}

}  // namespace demarche
