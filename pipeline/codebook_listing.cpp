// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/codebook_listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpora/exports/reference_words.hpp"
#include "corpora/model/error.hpp"
#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::map<std::string, std::size_t> terms_by_language(const Code& code) {
    std::map<std::string, std::size_t> counts;
    for (const Term& term : code.terms) ++counts[term.language];
    return counts;
}

std::size_t rules_for(const Codebook& codebook, const Code& code) {
    return static_cast<std::size_t>(std::count_if(codebook.rules.begin(), codebook.rules.end(),
                                                  [&](const Rule& rule) { return rule.code == code.id; }));
}

std::string operand_text(const Operand& operand) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " | ") + part; };
    for (const std::string& reference : operand.references) add(reference);
    for (const Term& term : operand.terms) add(term.text);
    return text;
}

Json operands_json(const std::vector<Operand>& operands) {
    Json json = Json::array();
    for (const Operand& operand : operands) json.push_back(operand_text(operand));
    return json;
}

Json terms_json(const std::vector<Term>& terms) {
    Json json = Json::array();
    for (const Term& term : terms)
        json.push_back(
            {{"id", term.id}, {"language", term.language}, {"term", term.text}, {"line", term.place.line}});
    return json;
}

Json code_json(const Codebook& codebook, const Code& code) {
    Json json = {{"id", code.id},           {"label", code.label},    {"definition", code.definition},
                 {"family", code.family},   {"kind", code.kind},      {"parent", code.parent},
                 {"file", code.place.file}, {"line", code.place.line}};
    json["terms"] = terms_json(code.terms);
    json["exclude"] = terms_json(code.exclusions);
    json["rules"] = Json::array();
    for (const Rule& rule : codebook.rules)
        if (rule.code == code.id)
            json["rules"].push_back({{"id", rule.id},
                                     {"languages", rule.languages},
                                     {"all", operands_json(rule.all)},
                                     {"none", operands_json(rule.none)},
                                     {"within", rule.within},
                                     {"ordered", rule.ordered}});
    json["examples"] = {{"yes", code.examples_yes}, {"no", code.examples_no}};
    return json;
}

void write_terms(const std::vector<Term>& terms, std::string_view title, std::ostream& out) {
    if (terms.empty()) return;
    out << '\n' << title << '\n';
    for (const Term& term : terms) {
        out << fmt::format("  {:<4} {}", term.language, term.text);
        const auto condition = [&](std::string_view name, const std::vector<Pattern>& patterns) {
            if (!patterns.empty()) out << fmt::format("  [{}]", name);
        };
        condition("with context", term.with);
        condition("without", term.without);
        condition("not before", term.not_before);
        condition("not after", term.not_after);
        out << '\n';
    }
}

void write_rules(const Codebook& codebook, const Code& code, std::ostream& out) {
    if (rules_for(codebook, code) == 0) return;
    out << "\nrules\n";
    for (const Rule& rule : codebook.rules) {
        if (rule.code != code.id) continue;
        out << "  " << rule.id;
        for (const std::string& language : rule.languages) out << ' ' << language;
        out << '\n';
        for (const Operand& operand : rule.all) out << "    all   " << operand_text(operand) << '\n';
        for (const Operand& operand : rule.none) out << "    none  " << operand_text(operand) << '\n';
        if (rule.within > 0)
            out << fmt::format("    within {} words{}\n", rule.within, rule.ordered ? ", in this order" : "");
    }
}

// What studies name the codebook by: the states of the catalogue are part of it then.
std::string hash_in_use(Codebook codebook) {
    merge(codebook, codebook_of_states(read_catalogue(data_folder() / "catalogue" / "states.csv")));
    return codebook.hash;
}

}  // namespace

bool write_codebook_problems(const std::vector<std::string>& codebook_options, OutputFormat format,
                             std::ostream& out) {
    Checked<Codebook> checked = check_codebook(codebook_paths(codebook_options));
    const auto errors = static_cast<std::size_t>(std::count_if(checked.problems.begin(), checked.problems.end(),
                                                               [](const Problem& p) { return !p.is_warning; }));
    if (format == OutputFormat::json) {
        Json json = {{"codes", checked.value.codes.size()},
                     {"errors", errors},
                     {"warnings", checked.problems.size() - errors},
                     {"hash", nullptr}};
        if (errors == 0) json["hash"] = hash_in_use(std::move(checked.value));
        json["problems"] = Json::array();
        for (const Problem& problem : checked.problems)
            json["problems"].push_back({{"file", problem.place.file},
                                        {"line", problem.place.line},
                                        {"severity", problem.is_warning ? "warning" : "error"},
                                        {"what", problem.what}});
        out << dumped(json);
    } else {
        for (const Problem& problem : checked.problems)
            out << (problem.is_warning ? "warning: " : "error: ") << to_string(problem) << '\n';
        out << fmt::format("{}, {}, {}: {}, {}\n", counted(checked.value.codes.size(), "code"),
                           counted(checked.value.concepts.size(), "concept"),
                           counted(checked.value.rules.size(), "rule"), counted(errors, "error"),
                           counted(checked.problems.size() - errors, "warning"));
    }
    return errors == 0;
}

void write_codebook_list(const std::vector<std::string>& codebook_options, OutputFormat format, std::ostream& out) {
    const Codebook codebook = read_codebook(codebook_paths(codebook_options));
    if (format == OutputFormat::json) {
        Json json = Json::array();
        for (const Code& code : codebook.codes) json.push_back(code_json(codebook, code));
        out << dumped(json);
        return;
    }
    for (const Family* family : families_in_order(codebook)) {
        out << fmt::format("{} ({})\n", title_of(*family), family->id);
        TextTable table({"", "code", "=terms", "=rules", "languages", "label"});
        for (const Code& code : codebook.codes) {
            if (code.family != family->id) continue;
            std::string languages;
            for (const auto& [language, count] : terms_by_language(code))
                languages += (languages.empty() ? "" : " ") + language;
            table.add({"", code.id, std::to_string(code.terms.size()), std::to_string(rules_for(codebook, code)),
                       languages, code.label});
        }
        table.write(out);
        out << '\n';
    }
}

void write_code(const std::string& id, const std::vector<std::string>& codebook_options, OutputFormat format,
                std::ostream& out) {
    const Codebook codebook = load_knowledge(codebook_options).codebook;
    const Code* code = codebook.find_code(id);
    if (!code)
        throw Error(ErrorKind::usage, "",
                    "the codebook has no code \"" + id + "\"; `demarche codebook list` shows all");
    if (format == OutputFormat::json) {
        out << dumped(code_json(codebook, *code));
        return;
    }
    out << fmt::format("{}  {}\n", code->id, code->label);
    if (!code->definition.empty()) out << code->definition << '\n';
    if (!code->kind.empty()) out << "kind: " << code->kind << '\n';
    if (!code->parent.empty()) out << "parent: " << code->parent << '\n';
    if (!code->place.file.empty()) out << fmt::format("written in {}:{}\n", code->place.file, code->place.line);
    write_terms(code->terms, "terms", out);
    write_terms(code->exclusions, "not meant by", out);
    write_rules(codebook, *code, out);
    const auto examples = [&](std::string_view title, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        out << '\n' << title << '\n';
        for (const std::string& sentence : sentences) out << "  " << sentence << '\n';
    };
    examples("given to", code->examples_yes);
    examples("not given to", code->examples_no);
}

}  // namespace demarche
