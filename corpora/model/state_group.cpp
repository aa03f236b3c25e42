// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/state_group.hpp"

#include <algorithm>
#include <vector>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

constexpr std::string_view body_prefix = "body.";

// The names of groups that a state is in, as they are to be shown.
std::vector<std::string> groups_of(const State& state) {
    std::vector<std::string> groups = state.organisations;
    for (const std::string& name : {state.region, state.subregion, state.un_group})
        if (!name.empty()) groups.push_back(name);
    return groups;
}

std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string_view part = text.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Error unknown_group(const Catalogue& catalogue, const std::string& asked) {
    std::set<std::string> known;
    for (const State& state : catalogue)
        for (const std::string& group : groups_of(state)) known.insert(group);
    std::string list;
    for (const std::string& group : known) list += (list.empty() ? "" : ", ") + group;
    return {ErrorKind::usage, "",
            "there is no group of states and no state \"" + asked +
                "\"; there are the codes of states (ISO 3166-1 alpha-3: AUS,NZL) and " + list};
}

// One state by its code, or the group of that name; empty when there is none.
StateGroup one_group(const Catalogue& catalogue, const std::string& asked) {
    const std::string wanted = lower(asked);
    StateGroup group;
    for (const State& state : catalogue) {
        if (lower(state.iso3) == wanted) return {state.iso3, {state.iso3}};
        for (const std::string& name : groups_of(state)) {
            const std::string known = lower(name);
            if (known != wanted && known != std::string(body_prefix) + wanted) continue;
            group.name = name;
            group.states.insert(state.iso3);
        }
    }
    return group;
}

}  // namespace

StateGroup state_group(const Catalogue& catalogue, std::string_view name) {
    // "Australia and New Zealand" is one name, and so might one with a comma be.
    if (StateGroup whole = one_group(catalogue, std::string(name)); !whole.states.empty()) return whole;
    StateGroup all;
    for (const std::string& part : split_at_commas(name)) {
        const StateGroup group = one_group(catalogue, part);
        if (group.states.empty()) throw unknown_group(catalogue, part);
        all.name += (all.name.empty() ? "" : ", ") + group.name;
        all.states.insert(group.states.begin(), group.states.end());
    }
    if (all.states.empty()) throw unknown_group(catalogue, std::string(name));
    return all;
}

}  // namespace demarche
