// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/cli/command.hpp"

namespace demarche::cli {

namespace {

// Nothing where nothing stands.
std::optional<int> year_of(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(std::stoi(text));
}

bool is_year_or_nothing(const std::string& text) {
    return text.empty() || (text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos);
}

constexpr Weighting weightings[] = {Weighting::mentions, Weighting::sentences, Weighting::documents,
                                    Weighting::per_thousand_sentences};

Weighting weighting_named(const std::string& name) {
    for (const Weighting weighting : weightings)
        if (name == to_string(weighting)) return weighting;
    throw CLI::ValidationError("--weight",
                               "must be mentions, sentences, documents or per_1000_sentences; it is " + name);
}

std::set<Stance> stances_named(const std::vector<std::string>& names) {
    std::set<Stance> stances;
    for (const std::string& name : names) {
        const std::optional<Stance> stance = stance_named(name);
        if (!stance)
            throw CLI::ValidationError("--stance",
                                       "must be commit, support, urge, describe or reject; it is " + name);
        stances.insert(*stance);
    }
    return stances;
}

constexpr const char* part_of_study = "Which part of the study";

void add_years(CLI::App& command, NetworkRequest& request) {
    command
        .add_option_function<std::string>(
            "--years",
            [&request](const std::string& text) {
                const Years years = years_of("--years", text);
                request.first_year = years.first;
                request.last_year = years.last;
            },
            "Documents of these years, as 2016-2020, 2016- or 2016")
        ->type_name("A-B")
        ->group(part_of_study);
}

}  // namespace

Years years_of(const std::string& option, const std::string& text) {
    const std::size_t dash = text.find('-');
    const std::string first = text.substr(0, dash),
                      last = dash == std::string::npos ? first : text.substr(dash + 1);
    const bool are_years =
        is_year_or_nothing(first) && is_year_or_nothing(last) && !(first.empty() && last.empty());
    if (!are_years || (!first.empty() && !last.empty() && first > last))
        throw CLI::ValidationError(option, "must be as 2016, 2016-2020, 2016- or -2020; it is " + text);
    return {year_of(first), year_of(last)};
}

void add_table_format(CLI::App& command, TableFormat& format) {
    static const std::map<std::string, TableFormat> names = {
        {"text", TableFormat::text}, {"json", TableFormat::json}, {"csv", TableFormat::csv}};
    add_choice(command, "--format", format, names, "text (for people), json or csv (for programs)")
        ->type_name("FORMAT")
        ->default_str("text");
}

void add_network_options(CLI::App& command, NetworkRequest& request, NetworkOptionSet options) {
    command
        .add_option("--family", request.families,
                    "Families of codes that become nodes, or all; without it state, body, norm, law, cbm, ins, fp")
        ->delimiter(',')
        ->type_name("NAMES")
        ->allow_extra_args(false)
        ->group(part_of_study);
    command
        .add_option_function<std::vector<std::string>>(
            "--stance",
            [&request](const std::vector<std::string>& names) { request.stances = stances_named(names); },
            "Mentions of these stances alone: commit, support, urge, describe, reject")
        ->delimiter(',')
        ->type_name("NAMES")
        ->allow_extra_args(false)
        ->group(part_of_study);
    if (options.with_years) add_years(command, request);
    command.add_option("--language", request.languages, "Documents in these languages, as en,fr")
        ->delimiter(',')
        ->type_name("CODES")
        ->allow_extra_args(false)
        ->group(part_of_study);
    command
        .add_option(
            "--group", request.group,
            "Documents by these states: members of a body (eu, nato, au), a region (Africa), a group in the "
            "United Nations (WEOG), or AUS,FRA")
        ->type_name("NAME")
        ->group(part_of_study);
    command
        .add_option("--least-weight", request.least_weight,
                    "Edges of this weight at least; what is then left without edges goes with them")
        ->check(CLI::NonNegativeNumber.description(""))
        ->type_name("W")
        ->group(part_of_study);
    command
        .add_option_function<std::string>(
            "--weight", [&request](const std::string& name) { request.weighting = weighting_named(name); },
            "What edges weigh: mentions, sentences, documents, or per_1000_sentences of the author's")
        ->type_name("COUNT")
        ->default_str("mentions")
        ->group(part_of_study);
    command
        .add_flag("--offices", request.with_offices,
                  "Show a state's own offices by name where a text names them, instead of their model alone")
        ->group(part_of_study);
    command
        .add_flag("--members", request.with_memberships,
                  "Add which bodies the states are members of, as the catalogue knows (relation member_of)")
        ->group(part_of_study);
}

}  // namespace demarche::cli
