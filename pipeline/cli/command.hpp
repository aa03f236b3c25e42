// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "pipeline/network_changes.hpp"
#include "pipeline/network_shape.hpp"
#include "pipeline/networks.hpp"
#include "pipeline/status.hpp"
#include "pipeline/workers/page_reader.hpp"

namespace demarche::cli {

// Exit status of every command.
inline constexpr int done = 0;
inline constexpr int done_with_failures = 1;  // some documents, or examples, failed or were out of reach
inline constexpr int failed = 2;              // usage, or nothing could be done

// Adds a command to the program. When it is the one called, it sets `status`;
// errors leave it as demarche::Error.
using AddCommand = void (*)(CLI::App& program, int& status);

void add_run(CLI::App& program, int& status);
void add_status(CLI::App& program, int& status);
void add_text(CLI::App& program, int& status);
void add_tag(CLI::App& program, int& status);
void add_evaluate(CLI::App& program, int& status);
void add_codebook(CLI::App& program, int& status);
void add_explain(CLI::App& program, int& status);
void add_kwic(CLI::App& program, int& status);
void add_compare(CLI::App& program, int& status);
void add_diff(CLI::App& program, int& status);
void add_export(CLI::App& program, int& status);
void add_graph(CLI::App& program, int& status);

// Parts of `codebook` and `graph` that have a file of their own.
void add_codebook_import(CLI::App& codebook, int& status);
void add_codebook_reference(CLI::App& codebook, int& status);
void add_graph_changes(CLI::App& graph, int& status);
void add_graph_measures(CLI::App& graph, int& status);
void add_graph_lint(CLI::App& graph, int& status);

// --- options that several commands have ---

// An option that takes one of some words, in any case. Any other word is refused with the words that it takes.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value,
                        const std::map<std::string, Value>& words, const std::string& description) {
    const auto to_number = [words](std::string& word) -> std::string {
        const auto found = words.find(CLI::detail::to_lower(word));
        if (found != words.end()) {
            word = std::to_string(static_cast<std::underlying_type_t<Value>>(found->second));
            return {};
        }
        std::string all;
        for (const auto& [known, ignored] : words) all += (all.empty() ? "" : ", ") + known;
        return "it takes one of " + all + ", not \"" + word + "\"";
    };
    return command.add_option(name, value, description)->transform(CLI::Validator(to_number, ""));
}

// --format text|json
void add_format(CLI::App& command, OutputFormat& format);
// --timeout SECONDS, --memory MIB, --in-process
void add_reading(CLI::App& command, PageReaderOptions& reading);
// --ocr auto|never|always
void add_ocr(CLI::App& command, OcrMode& ocr);
// --format text|json|csv
void add_table_format(CLI::App& command, TableFormat& format);

struct NetworkOptionSet {
    bool with_years = true;
};
// --family, --stance, --years, --language, --group, --least-weight, --weight, --members
void add_network_options(CLI::App& command, NetworkRequest& request, NetworkOptionSet options = {});

// --project, --share, --by-relation, --tie, --backbone
void add_network_shape(CLI::App& command, NetworkShape& shape);

// A span of years, open where nothing stands.
struct Years {
    std::optional<int> first, last;
};
// "2016", "2016-2020", "2016-", "-2020". Throws CLI::ValidationError for any other text, naming the option.
Years years_of(const std::string& option, const std::string& text);

// --codebook PATH, repeatable
void add_codebook_option(CLI::App& command, std::vector<std::string>& codebook);

}  // namespace demarche::cli
