// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/firmness.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "corpora/readers/languages.hpp"
#include "corpora/readers/text_file.hpp"
#include "corpora/readers/yaml_tree.hpp"

namespace demarche {

namespace {

std::optional<FirmnessLevel> level_named(const std::string& word) {
    const auto* found = std::find_if(std::begin(all_firmness_levels), std::end(all_firmness_levels),
                                     [&](FirmnessLevel level) { return to_string(level) == word; });
    return found == std::end(all_firmness_levels) ? std::nullopt : std::optional(*found);
}

class FirmnessReader {
public:
    explicit FirmnessReader(std::string name) : name_(std::move(name)) {}

    Checked<std::vector<FirmnessPhrase>> read(std::string_view yaml) {
        Checked<YamlNode> tree = parse_yaml(yaml, name_);
        checked_.problems = std::move(tree.problems);
        if (has_errors(checked_.problems)) return std::move(checked_);
        if (tree.value.kind != YamlNode::Kind::map) {
            problem(tree.value.line, "a scale of firmness is a map with the keys levels, negations");
            return std::move(checked_);
        }
        for (const YamlEntry& entry : tree.value.entries) {
            if (entry.key == "levels")
                read_levels(entry);
            else if (entry.key == "negations")
                read_languages(entry, {});
            else
                problem(entry.line, "a scale of firmness has no key '" + entry.key + "', only levels, negations" +
                                        did_you_mean(entry.key, {"levels", "negations"}));
        }
        return std::move(checked_);
    }

private:
    void problem(int line, std::string what) {
        checked_.problems.push_back({{name_, line}, false, std::move(what)});
    }

    void read_levels(const YamlEntry& levels) {
        if (levels.value.kind != YamlNode::Kind::map) {
            problem(levels.line, "'levels' is a map from levels to languages, as in required: {en: [must, shall]}");
            return;
        }
        for (const YamlEntry& entry : levels.value.entries) {
            if (const auto level = level_named(entry.key)) {
                read_languages(entry, level);
                continue;
            }
            std::vector<std::string> names;
            for (const FirmnessLevel each : all_firmness_levels) names.emplace_back(to_string(each));
            problem(entry.line, "there is no level '" + entry.key +
                                    "', only required, stated, intended, permitted, hedged and none" +
                                    did_you_mean(entry.key, names));
        }
    }

    // level  nothing for negations
    void read_languages(const YamlEntry& entry, std::optional<FirmnessLevel> level) {
        if (entry.value.kind != YamlNode::Kind::map) {
            problem(entry.line,
                    "'" + entry.key + "' is a map from languages to lists of words, as in en: [must, shall]");
            return;
        }
        for (const YamlEntry& language : entry.value.entries) {
            if (!is_language_code(language.key))
                problem(language.line,
                        "'" + language.key + "' is no language; they are named by two letters, as in en");
            else if (language.value.kind != YamlNode::Kind::list)
                problem(language.line, "the words of '" + language.key + "' must be a list, as in [must, shall]");
            else
                for (const YamlNode& phrase : language.value.items) read_phrase(phrase, language.key, level);
        }
    }

    void read_phrase(const YamlNode& node, const std::string& language, std::optional<FirmnessLevel> level) {
        if (node.kind != YamlNode::Kind::text || node.text.empty()) {
            problem(node.line, "a phrase must be a text of a word or more");
            return;
        }
        const auto [earlier, is_new] = line_of_.emplace(language + ": " + node.text, node.line);
        if (!is_new) {
            problem(node.line, "'" + node.text + "' stands in line " + std::to_string(earlier->second) +
                                   " already; a phrase has one level in a language");
            return;
        }
        checked_.value.push_back({level.value_or(FirmnessLevel::none), !level, language, node.text});
    }

    std::string name_;
    Checked<std::vector<FirmnessPhrase>> checked_;
    std::map<std::string, int> line_of_;
};

}  // namespace

Checked<std::vector<FirmnessPhrase>> check_firmness_text(std::string_view yaml, const std::string& name) {
    return FirmnessReader(name).read(yaml);
}

std::vector<FirmnessPhrase> read_firmness(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return value_or_throw(check_firmness_text(read_bytes(file), name), name);
}

}  // namespace demarche
