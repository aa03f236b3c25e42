// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/spell_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "graphs/lint/graph_items.hpp"

namespace demarche::lint {

namespace {

// Days since a day long past, in which months are as long as they may be: enough to compare. Takes "2020-01-31"
// with or without a time of day, which is taken as text after it.
std::optional<double> as_date(std::string_view text) {
    int part[3] = {};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (int index = 0; index < 3; ++index) {
        if (index > 0 && (at == end || *at++ != '-')) return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, part[index]);
        if (error != std::errc()) return std::nullopt;
        at = next;
    }
    if (part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31) return std::nullopt;
    double seconds = 0;
    const std::string_view rest(at, static_cast<std::size_t>(end - at));
    if (!rest.empty()) {
        int clock[3] = {};
        if (rest.size() < 9 || rest[0] != 'T') return std::nullopt;
        for (std::size_t index = 0; index < 3; ++index) {
            const char* const digits = rest.data() + 1 + 3 * index;
            if (std::from_chars(digits, digits + 2, clock[index]).ec != std::errc()) return std::nullopt;
        }
        seconds = clock[0] * 3600.0 + clock[1] * 60.0 + clock[2];
    }
    return (part[0] * 12.0 + part[1]) * 31.0 + part[2] + seconds / 86400.0;
}

}  // namespace

void SpellCheck::begin(const std::string& owner) {
    owner_ = owner;
    spells_.clear();
}

std::optional<double> SpellCheck::time(std::string_view text, std::uint64_t line) {
    const bool is_date = format_ == "date" || format_ == "dateTime" || format_ == "datetime";
    const auto value = is_date ? as_date(text) : as_number(text);
    if (!value)
        report_.add(line, rules::time_value,
                    fmt::format("{}: \"{}\" is no {}", owner_, text, is_date ? "date" : "number"));
    return value;
}

void SpellCheck::spell(std::optional<std::string_view> start, std::optional<std::string_view> end,
                       std::uint64_t line) {
    constexpr double ever = std::numeric_limits<double>::infinity();
    const auto from = start ? time(*start, line) : std::optional(-ever);
    const auto to = end ? time(*end, line) : std::optional(ever);
    if (!from || !to) return;
    if (*to <= *from)
        report_.add(line, rules::spell_without_length,
                    fmt::format("{}: a spell from {} to {}", owner_, start.value_or("ever"), end.value_or("ever")));
    else
        spells_.push_back({*from, *to, line});
}

void SpellCheck::finish() {
    std::stable_sort(spells_.begin(), spells_.end(),
                     [](const Bounds& left, const Bounds& right) { return left.start < right.start; });
    double reached = -std::numeric_limits<double>::infinity();
    for (std::size_t index = 0; index < spells_.size(); ++index) {
        if (index > 0 && spells_[index].start <= reached)
            report_.add(spells_[index].line, rules::overlapping_spells,
                        owner_ + ": a spell starts before or when another ends");
        reached = std::max(reached, spells_[index].end);
    }
    spells_.clear();
}

}  // namespace demarche::lint
