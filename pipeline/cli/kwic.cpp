// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/concordance.hpp"

namespace demarche::cli {

namespace {

std::optional<int> small_number(const std::string& text) {
    if (text.empty() || text.size() > 6 ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return std::stoi(text);
}

// "2015", "2015-2020"
void take_years(const std::string& text, ConcordanceOptions& options) {
    const std::size_t dash = text.find('-');
    const auto first = small_number(text.substr(0, dash));
    const auto last = dash == std::string::npos ? first : small_number(text.substr(dash + 1));
    if (!first || !last || *first > *last)
        throw CLI::ValidationError("--years", "must be as 2015, or 2015-2020; it is " + text);
    options.years = {*first, *last};
}

// "40", "8w"
void take_window(const std::string& text, ConcordanceOptions& options) {
    const bool in_words = text.ends_with('w');
    const auto size = small_number(in_words ? text.substr(0, text.size() - 1) : text);
    if (!size || *size > 100'000)
        throw CLI::ValidationError("--window",
                                   "must be as 40 (characters), or 8w (words), up to 100000; it is " + text);
    options.window = {static_cast<std::uint32_t>(*size), in_words};
}

std::string in_capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& list, const std::string& type,
              const std::string& description) {
    command.add_option(name, list, description + "; repeatable")->type_name(type)->allow_extra_args(false);
}

void add_filters(CLI::App& command, const std::shared_ptr<ConcordanceOptions>& options) {
    add_list(command, "--code", options->codes, "ID",
             "In place of QUERY: the mentions of this code, or of all that begin so, as norm.*");
    add_list(command, "--stance", options->stances, "STANCE", "Only mentions with this stance");
    command.get_option("--stance")
        ->check(CLI::IsMember({"commit", "support", "urge", "describe", "reject"}).description(""));
    add_list(command, "--state", options->states, "STATE", "Only documents of this state, as AUS");
    command.get_option("--state")->transform([](const std::string& state) { return in_capitals(state); }, "", "");
    add_list(command, "--document", options->documents, "ID", "Only this document");
    add_list(command, "--language", options->languages, "LANGUAGE", "Only sentences in this language, as en");
    add_list(command, "--role", options->roles, "ROLE",
             "Only sentences of this role: body, heading, footnote, contents, cover, imprint or glossary");
    command.get_option("--role")->check(
        CLI::IsMember({"body", "heading", "footnote", "contents", "cover", "imprint"}).description(""));
    command
        .add_option_function<std::string>(
            "--years", [options](const std::string& text) { take_years(text, *options); },
            "Only documents of this year, or of these years, as 2015-2020")
        ->type_name("YEARS");
}

void add_appearance(CLI::App& command, const std::shared_ptr<ConcordanceOptions>& options) {
    command
        .add_option_function<std::string>(
            "--window", [options](const std::string& text) { take_window(text, *options); },
            "Context on either side: characters, or words as in 8w")
        ->type_name("N|Nw")
        ->default_str("40");
    add_choice<SortBy>(
        command, "--sort", options->sort,
        {{"document", SortBy::document},
         {"year", SortBy::year},
         {"left", SortBy::left},
         {"right", SortBy::right},
         {"keyword", SortBy::keyword}},
        "By left: the words before the keyword, nearest first (1L, 2L ...); by right: those after it")
        ->type_name("document|year|left|right|keyword")
        ->default_str("document");
    command.add_option("--limit", options->limit, "Show this many lines, once sorted")->type_name("N");
    command.add_flag_callback(
        "--exact", [options] { options->letters = LetterRule::exact; },
        "Capitals and accents count: FIRST is not first");
    add_choice<CountBy>(command, "--stat", options->count,
                        {{"document", CountBy::document}, {"state", CountBy::state}},
                        "In place of lines: hits of each document or state, per 1,000 sentences")
        ->type_name("document|state");
    add_choice<ConcordanceFormat>(
        command, "--format", options->format,
        {{"text", ConcordanceFormat::text}, {"csv", ConcordanceFormat::csv}, {"json", ConcordanceFormat::json}},
        "text (for people), csv or json (for programs)")
        ->type_name("text|csv|json")
        ->default_str("text");
}

constexpr const char* footer =
    "QUERY (in quotation marks for the shell):\n"
    "  international law      these words, one after the other; so does \"international law\"\n"
    "  cyber*   *security     words that begin, or end, so\n"
    "  international * law    any one word between\n"
    "  one AND other          both anywhere in one sentence\n"
    "  one OR other, one NOT other, ( ... )\n"
    "  NEAR(one other, 5)     at most 5 words between, in any order; 10 without a number\n"
    "Operators are in capitals, and words when in quotation marks. NOT binds closest, then AND, then OR.\n"
    "Signs separate words: cyber-security also finds cyber security. Capitals and accents make no\n"
    "difference (e finds \xC3\xA9), unless --exact is given. In scripts without spaces (Chinese, Japanese,\n"
    "Thai ...) a query is found as a run of letters, across spaces too, and NEAR counts letters.\n"
    "Nothing is found across the bounds of sentences, but the context shown runs on over them.\n"
    "\n"
    "Examples:\n"
    "  demarche kwic study 'international law' --sort right\n"
    "  demarche kwic study 'NEAR(norm* state*, 5)' --years 2018-2023 --format csv\n"
    "  demarche kwic study --code 'norm.*' --stance urge --state AUS\n"
    "  demarche kwic study 'resilien*' --stat state";

}  // namespace

void add_kwic(CLI::App& program, int& status) {
    auto options = std::make_shared<ConcordanceOptions>();
    CLI::App* command =
        program.add_subcommand("kwic", "Show words, or a code's terms, in their context with the page");
    command->add_option("STUDY", options->study, "The study's folder")->required()->type_name("");
    command->add_option("QUERY", options->query, "What to look for, see below")->type_name("");
    add_filters(*command, options);
    add_appearance(*command, options);
    command->footer(footer);
    command->callback([options, &status] {
        write_concordance(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
