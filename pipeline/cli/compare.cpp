// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "pipeline/comparing.hpp"

namespace demarche::cli {

namespace {

constexpr const char* footer =
    "What is compared are families 1 to 6 of the codebook, unless others are named. A code that was not found is\n"
    "absent only where all pages were read, in a language that the codebook has words for it in; otherwise it is\n"
    "unknown, never a nought. Lists are joined with commas. Figures and JSON keys: graphs/comparison/README.md.\n"
    "\n"
    "Examples:\n"
    "  demarche compare study --codes 'norm.*' --value presence\n"
    "  demarche compare study --value per-1000 --format csv -o matrix.csv\n"
    "  demarche compare study --states AUS,FRA,GBR --side-by-side --family norm,law\n"
    "  demarche compare study --likeness cosine --group body.eu\n"
    "  demarche compare study --tree --likeness jensen-shannon --format newick -o states.nwk\n"
    "  demarche compare study --keyness body.eu\n"
    "  demarche compare study --trends --period 5 --value share --codes 'fp.*'\n"
    "  demarche compare study --guideline norms --stance commit,support --by state";

// One mode, or the matrix; --tree takes a --likeness beside it.
void take_mode(CompareMode mode, const std::string& name, CompareOptions& options, std::string& taken) {
    const bool goes_together =
        (taken == "--tree" && name == "--likeness") || (taken == "--likeness" && name == "--tree");
    if (!taken.empty() && taken != name && !goes_together)
        throw CLI::ValidationError(name, "cannot stand beside " + taken + ": ask for one after the other");
    if (taken != "--tree") {
        options.mode = mode;
        taken = name;
    }
}

void add_modes(CLI::App& command, CompareOptions& options) {
    static const std::map<std::string, LikenessMethod> methods = {
        {"cosine", LikenessMethod::cosine},
        {"jensen-shannon", LikenessMethod::jensen_shannon},
        {"text", LikenessMethod::text}};
    const auto taken = std::make_shared<std::string>();
    CLI::Option_group* modes = command.add_option_group("What to compute", "states by codes, unless one of these");
    const auto take = [&options, taken](CompareMode mode, const std::string& name) {
        take_mode(mode, name, options, *taken);
    };
    const auto flag = [&](const std::string& name, CompareMode mode, const std::string& help) {
        modes->add_flag_callback(
            name, [take, mode, name] { take(mode, name); }, help);
    };
    const auto option = [&](const std::string& name, CompareMode mode, std::string& value,
                            const std::string& help) {
        return modes->add_option_function<std::string>(
            name,
            [take, mode, name, &value](const std::string& given) {
                value = given;
                take(mode, name);
            },
            help);
    };
    flag("--side-by-side", CompareMode::side_by_side,
         "The states named with --states beside one another, with quotations");
    modes
        ->add_option_function<std::string>(
            "--likeness",
            [&options, take](const std::string& name) {
                options.method = methods.at(name);
                take(CompareMode::likeness, "--likeness");
            },
            "How alike, pair by pair: cosine or jensen-shannon (of codes), text (of words, TF-IDF)")
        ->check(CLI::IsMember({"cosine", "jensen-shannon", "text"}).description(""))
        ->type_name("METHOD");
    flag("--tree", CompareMode::tree,
         "Who goes with whom: clusters by average linkage, of the --likeness named beside it, or cosine");
    option("--keyness", CompareMode::keyness, options.keyness_group,
           "What sets these states apart from the others: as --group names them")
        ->type_name("GROUP");
    flag("--trends", CompareMode::trends, "Codes by year of publication");
    option("--guideline", CompareMode::guideline, options.guideline,
           "Each document's score against a guideline: a name, your own file, or list to see the names")
        ->type_name("NAME|FILE");
}

void add_list(CLI::App& group, const std::string& name, std::vector<std::string>& list, const std::string& help,
              const std::string& type) {
    group.add_option(name, list, help)->type_name(type)->allow_extra_args(false);
}

void add_scope(CLI::App& command, CompareOptions& options) {
    CLI::Option_group* scope = command.add_option_group("What is compared");
    add_list(*scope, "--family", options.families, "Families of codes, by id or number, or all", "NAME");
    add_list(*scope, "--codes", options.codes, "Codes in place of families: norm.g, or norm.* for all of them",
             "ID");
    add_list(*scope, "--stance", options.stances,
             "Only mentions with one of these: commit, support, urge, describe, reject", "STANCE");
    add_list(*scope, "--states", options.states, "Only documents of these: AUS,FRA", "STATE");
    scope
        ->add_option("--group", options.group,
                     "Only documents of these states: an organisation's members (body.eu), a region (Africa), a UN "
                     "group (WEOG), or FRA,DEU")
        ->type_name("GROUP");
    add_list(*scope, "--documents", options.documents, "Only these documents", "ID");
    scope->add_option("--years", options.years, "Only documents of 2018, 2015-2020, 2015- or -2015")
        ->type_name("YEARS");
    add_list(*scope, "--language", options.languages, "Only documents in these languages: en,fr", "LANGUAGE");
}

void add_view(CLI::App& command, CompareOptions& options) {
    static const std::map<std::string, UnitKind> units = {{"state", UnitKind::state},
                                                          {"document", UnitKind::document}};
    static const std::map<std::string, CellValue> values = {{"mentions", CellValue::mentions},
                                                            {"per-1000", CellValue::per_1000},
                                                            {"documents", CellValue::documents},
                                                            {"share", CellValue::share},
                                                            {"presence", CellValue::presence}};
    CLI::Option_group* view = command.add_option_group("How it is shown");
    view->add_option_function<std::string>(
            "--by", [&options](const std::string& name) { options.by = units.at(name); },
            "A row for each state or document; states, but documents against a guideline")
        ->check(CLI::IsMember({"state", "document"}).description(""))
        ->type_name("state|document");
    view->add_option_function<std::string>(
            "--value", [&options](const std::string& name) { options.value = values.at(name); },
            "mentions, per-1000 (sentences), documents, share (of the documents) or presence")
        ->check(CLI::IsMember({"mentions", "per-1000", "documents", "share", "presence"}).description(""))
        ->type_name("VALUE");
    view->add_option("--period", options.period, "Years that --trends takes together")
        ->check(CLI::Range(1, 1000).description(""))
        ->type_name("YEARS")
        ->default_str("1");
    view->add_option("--top", options.top, "Lines of long lists in the text; 0 shows all")
        ->type_name("N")
        ->default_str("20");
    view->add_option("--quotes", options.quotes, "Quotations for each code and state in the text")
        ->type_name("N")
        ->default_str("1");
}

}  // namespace

void add_compare(CLI::App& program, int& status) {
    static const std::map<std::string, CompareFormat> formats = {{"text", CompareFormat::text},
                                                                 {"csv", CompareFormat::csv},
                                                                 {"json", CompareFormat::json},
                                                                 {"newick", CompareFormat::newick}};
    auto options = std::make_shared<CompareOptions>();
    CLI::App* command = program.add_subcommand(
        "compare",
        "Hold states against each other: what they say, how alike, what sets them apart, how it changed");
    command->add_option("STUDY", options->study, "The study's folder")->required();
    add_modes(*command, *options);
    add_scope(*command, *options);
    add_view(*command, *options);
    add_choice(*command, "--format", options->format, formats, "text, csv or json; of a tree also newick")
        ->type_name("FORMAT")
        ->default_str("text");
    command->add_option("-o,--output", options->output, "A file in place of standard output")->type_name("FILE");
    add_codebook_option(*command, options->codebook);
    command->footer(footer);
    command->callback([options, &status] {
        write_comparison(*options, std::cout);
        status = done;
    });
}

}  // namespace demarche::cli
