// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/codebook_draft.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "corpora/readers/languages.hpp"
#include "corpora/readers/term_notation.hpp"
#include "corpora/readers/yaml_tree.hpp"

namespace demarche {

namespace {

bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}
bool is_id_letter(char c) noexcept {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// "norm.g": parts of letters, digits and "_", joined by "."; `extra` is allowed too.
bool is_id(std::string_view id, std::string_view extra = "") noexcept {
    if (id.empty() || !is_id_letter(id.front()) || id.back() == '.' || id.find("..") != std::string_view::npos)
        return false;
    return std::all_of(id.begin(), id.end(), [&](char c) {
        return is_id_letter(c) || c == '.' || extra.find(c) != std::string_view::npos;
    });
}

// Reads one file; its entries go to the draft, whatever is wrong with it to the problems.
class FileReader {
public:
    FileReader(std::string file, CodebookDraft& draft, std::vector<Problem>& problems)
        : file_(std::move(file)), draft_(draft), problems_(problems) {}

    void read(const YamlNode& root) {
        if (root.kind == YamlNode::Kind::nothing) return;
        if (!has_keys(root, "the file", {"families", "codes", "concepts", "rules", "version"})) return;
        if (const auto version = text_at(root, "version")) draft_.said.version = *version;
        for_each_map(root, "families", [&](const YamlNode& node) { read_family(node); });
        for_each_map(root, "codes", [&](const YamlNode& node) { read_code(node); });
        for_each_map(root, "rules", [&](const YamlNode& node) { read_rule(node); });
        read_concepts(root);
    }

private:
    using Kind = YamlNode::Kind;

    void say(int line, std::string what) { problems_.push_back({{file_, line}, false, std::move(what)}); }

    EntryPlace place_of(const YamlNode& node) const { return {file_, node.line}; }

    // --- the pieces that everything is made of ---

    bool is_of(const YamlNode& node, Kind kind, const std::string& name) {
        if (node.kind == kind) return true;
        const std::string wanted = kind == Kind::text  ? "a text"
                                   : kind == Kind::map ? "a map (lines of 'key: value')"
                                                       : "a list (lines that begin with '- ', or [one, other])";
        say(node.line, name + (node.kind == Kind::nothing ? " is empty" : " must be " + wanted));
        return false;
    }

    // Whether a node is a map; keys that are not among `known` are told.
    bool has_keys(const YamlNode& node, const std::string& name, const std::vector<std::string>& known) {
        if (!is_of(node, Kind::map, name)) return false;
        for (const YamlEntry& entry : node.entries)
            if (std::find(known.begin(), known.end(), entry.key) == known.end())
                say(entry.line, name + " cannot have the key '" + entry.key + "'" + did_you_mean(entry.key, known));
        return true;
    }

    void for_each_map(const YamlNode& root, const std::string& key,
                      const std::function<void(const YamlNode&)>& visit) {
        const YamlNode* list = root.find(key);
        if (list == nullptr || list->kind == Kind::nothing) return;
        if (!is_of(*list, Kind::list, "'" + key + "'")) return;
        for (const YamlNode& node : list->items) visit(node);
    }

    std::optional<std::string> text_at(const YamlNode& node, const std::string& key) {
        const YamlNode* value = node.find(key);
        if (value == nullptr || !is_of(*value, Kind::text, "'" + key + "'")) return std::nullopt;
        std::string text = value->text;
        while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();  // of folded text
        return text;
    }

    int number_at(const YamlNode& node, const std::string& key, int least) {
        const auto text = text_at(node, key);
        if (!text) return 0;
        int number = 0;
        const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
        constexpr int most = 1000;
        if (failure == std::errc() && end == text->data() + text->size() && number >= least && number <= most)
            return number;
        say(node.find(key)->line, "'" + key + "' must be a number from " + std::to_string(least) + " to " +
                                      std::to_string(most) + ", not '" + *text + "'");
        return 0;
    }

    std::optional<bool> truth_at(const YamlNode& node, const std::string& key) {
        const auto text = text_at(node, key);
        if (!text) return std::nullopt;
        if (*text == "true" || *text == "yes") return true;
        if (*text == "false" || *text == "no") return false;
        say(node.find(key)->line, "'" + key + "' must be true or false, not '" + *text + "'");
        return std::nullopt;
    }

    // The id of an entry; nothing, and a problem, when it has none that could be used.
    std::optional<std::string> id_of(const YamlNode& node, const std::string& what, const std::string& key = "id") {
        if (node.find(key) == nullptr) {
            say(node.line, what + " has no '" + key + "': every " + what.substr(what.find(' ') + 1) + " needs one");
            return std::nullopt;
        }
        auto id = text_at(node, key);
        if (id && !is_id(*id, key == "id" && what == "a rule" ? "-" : "")) {
            say(node.find(key)->line,
                "'" + *id + "' cannot be an id: write letters, digits and '_', joined by '.'");
            return std::nullopt;
        }
        return id;
    }

    // --- terms ---

    std::optional<std::vector<Pattern>> patterns_of(const YamlNode& node, bool only_forms) {
        try {
            return expand_term(node.text, only_forms);
        } catch (const Error& error) {
            say(node.line, error.sentence());
            return std::nullopt;
        }
    }

    std::vector<Pattern> condition_at(const YamlNode& node, const std::string& key) {
        std::vector<Pattern> patterns;
        const YamlNode* list = node.find(key);
        if (list == nullptr || !is_of(*list, Kind::list, "'" + key + "'")) return patterns;
        if (list->items.empty()) say(list->line, "'" + key + "' is empty: name a term, or leave it out");
        for (const YamlNode& item : list->items) {
            if (!is_of(item, Kind::text, "a term of '" + key + "'")) continue;
            if (auto found = patterns_of(item, false))
                std::move(found->begin(), found->end(), std::back_inserter(patterns));
        }
        return patterns;
    }

    std::optional<Term> term_of(const YamlNode& node, const std::string& language) {
        if (node.kind == Kind::text) {
            auto patterns = patterns_of(node, false);
            if (!patterns) return std::nullopt;
            return make_term(language, node.text, std::move(*patterns), place_of(node));
        }
        if (node.kind != Kind::map) {
            say(node.line, node.kind == Kind::nothing ? "the term is empty" : "a term cannot be a list");
            return std::nullopt;
        }
        has_keys(node, "a term", {"term", "form", "with", "without", "not_before", "not_after"});
        const bool only_forms = node.find("form") != nullptr;
        const YamlNode* text = node.find(only_forms ? "form" : "term");
        if (text == nullptr || (only_forms && node.find("term") != nullptr)) {
            say(node.line, "a term in braces has either 'term: ...' or 'form: ...'");
            return std::nullopt;
        }
        if (!is_of(*text, Kind::text, "the term")) return std::nullopt;
        auto patterns = patterns_of(*text, only_forms);
        if (!patterns) return std::nullopt;
        Term term = make_term(language, text->text, std::move(*patterns), place_of(node));
        term.with = condition_at(node, "with");
        term.without = condition_at(node, "without");
        term.not_before = condition_at(node, "not_before");
        term.not_after = condition_at(node, "not_after");
        return term;
    }

    void check_language(const std::string& language, int line) {
        if (language == "any" || is_language_code(language)) return;
        const std::string meant = language_meant_by(language);
        say(line, "'" + language + "' is not a language code of two letters (ISO 639-1: en, fr, zh), nor 'any'" +
                      (meant.empty() ? std::string() : "; did you mean '" + meant.substr(0, 2) + "'?"));
    }

    // Terms by language, as codes and concepts have them.
    std::vector<Term> terms_of(const YamlNode& node, const std::string& name) {
        std::vector<Term> terms;
        if (node.kind == Kind::list) {
            say(node.line, name + " must stand under their language ('en:'), or under 'any:'");
            return terms;
        }
        if (!is_of(node, Kind::map, name)) return terms;
        for (const YamlEntry& entry : node.entries) {
            check_language(entry.key, entry.line);
            if (!is_of(entry.value, Kind::list, "'" + entry.key + "'")) continue;
            if (entry.value.items.empty())
                say(entry.line, "'" + entry.key + "' is empty: name a term, or leave it out");
            for (const YamlNode& item : entry.value.items)
                if (auto term = term_of(item, entry.key)) terms.push_back(std::move(*term));
        }
        return terms;
    }

    // --- entries ---

    // Whether an entry is the first of its id in this path; the place is noted if so.
    bool is_new(std::map<std::string, EntryPlace>& places, const std::string& id, const YamlNode& node,
                const std::string& what) {
        const auto [earlier, is_first] = places.emplace(id, place_of(node));
        if (!is_first)
            say(node.line, what + " '" + id + "' is there already (" + earlier->second.file + ": line " +
                               std::to_string(earlier->second.line) + "): rename one, or put both together");
        return is_first;
    }

    void read_family(const YamlNode& node) {
        if (!has_keys(node, "a family", {"id", "number", "title", "layer", "stance"})) return;
        const auto id = id_of(node, "a family");
        if (!id || !is_new(draft_.family_places, *id, node, "the family")) return;
        Family family;
        family.id = *id;
        family.title = text_at(node, "title").value_or("");
        family.number = number_at(node, "number", 0);
        family.layer = text_at(node, "layer").value_or("");
        if (const auto stance = truth_at(node, "stance")) draft_.stance_of_family[*id] = *stance;
        draft_.said.families.push_back(std::move(family));
    }

    void read_code(const YamlNode& node) {
        if (!has_keys(node, "a code",
                      {"id", "label", "definition", "kind", "parent", "terms", "exclude", "examples"}))
            return;
        const auto id = id_of(node, "a code");
        if (!id || !is_new(draft_.code_places, *id, node, "the code")) return;
        Code code;
        code.id = *id;
        code.label = text_at(node, "label").value_or("");
        code.definition = text_at(node, "definition").value_or("");
        code.parent = text_at(node, "parent").value_or("");
        code.kind = text_at(node, "kind").value_or("");
        code.place = place_of(node);
        if (!code.kind.empty()) check_kind(code.kind, *id, node.find("kind")->line);
        if (const YamlNode* terms = node.find("terms")) code.terms = terms_of(*terms, "'terms'");
        if (const YamlNode* exclude = node.find("exclude")) code.exclusions = terms_of(*exclude, "'exclude'");
        if (const YamlNode* examples = node.find("examples")) read_examples(*examples, code);
        draft_.said.codes.push_back(std::move(code));
    }

    void check_kind(const std::string& kind, const std::string& code, int line) {
        if (!code.starts_with("body."))
            say(line, "only bodies (codes that begin with 'body.') have a kind: leave it out");
        else if (std::find(body_kinds().begin(), body_kinds().end(), kind) == body_kinds().end())
            say(line, "'" + kind +
                          "' is not a kind of body (multilateral, regional, multistakeholder, technical, "
                          "industry, organisation)" +
                          did_you_mean(kind, body_kinds()));
    }

    void read_examples(const YamlNode& node, Code& code) {
        if (!has_keys(node, "'examples'", {"yes", "no"})) return;
        for (const char* key : {"yes", "no"}) {
            const YamlNode* list = node.find(key);
            if (list == nullptr || !is_of(*list, Kind::list, std::string("'") + key + "'")) continue;
            for (const YamlNode& item : list->items)
                if (is_of(item, Kind::text, "an example"))
                    (key == std::string_view("yes") ? code.examples_yes : code.examples_no).push_back(item.text);
        }
    }

    void read_concepts(const YamlNode& root) {
        const YamlNode* concepts = root.find("concepts");
        if (concepts == nullptr || concepts->kind == Kind::nothing || !is_of(*concepts, Kind::map, "'concepts'"))
            return;
        for (const YamlEntry& entry : concepts->entries) {
            const std::string id = entry.key.starts_with("@") ? entry.key.substr(1) : entry.key;
            if (!is_id(id)) {
                say(entry.line, "'" + id + "' cannot name a concept: write letters, digits and '_'");
                continue;
            }
            auto terms = terms_of(entry.value, "the terms of a concept");
            auto& said = draft_.said.concepts;
            const auto earlier =
                std::find_if(said.begin(), said.end(), [&](const Concept& c) { return c.id == id; });
            if (earlier == said.end())
                said.push_back({id, std::move(terms), {file_, entry.line}});
            else
                std::move(terms.begin(), terms.end(), std::back_inserter(earlier->terms));
        }
    }

    // --- rules ---

    void read_rule(const YamlNode& node) {
        if (!has_keys(node, "a rule", {"id", "code", "lang", "all", "none", "within", "ordered"})) return;
        const auto name = id_of(node, "a rule");
        const auto code = id_of(node, "a rule", "code");
        Rule rule;
        rule.languages = languages_at(node);
        if (node.find("all") == nullptr) say(node.line, "a rule needs 'all': what must stand in the sentence");
        rule.all = operands_at(node, "all", rule.languages);
        rule.none = operands_at(node, "none", rule.languages);
        rule.within = number_at(node, "within", 1);
        rule.ordered = truth_at(node, "ordered").value_or(false);
        rule.place = place_of(node);
        if (!name || !code || rule.all.empty()) return;
        rule.code = *code;
        rule.id = *code + "#" + *name;
        if (!is_new(draft_.rule_places, rule.id, node, "the rule")) return;
        draft_.said.rules.push_back(std::move(rule));
    }

    std::vector<std::string> languages_at(const YamlNode& node) {
        std::vector<std::string> languages;
        const YamlNode* value = node.find("lang");
        if (value == nullptr) return languages;
        const std::vector<YamlNode> single = {*value};
        for (const YamlNode& item : value->kind == Kind::list ? value->items : single) {
            if (!is_of(item, Kind::text, "a language of 'lang'")) continue;
            check_language(item.text, item.line);
            if (item.text == "any") return {};
            languages.push_back(item.text);
        }
        return languages;
    }

    std::vector<Operand> operands_at(const YamlNode& node, const std::string& key,
                                     const std::vector<std::string>& languages) {
        std::vector<Operand> operands;
        const YamlNode* list = node.find(key);
        if (list == nullptr || !is_of(*list, Kind::list, "'" + key + "'")) return operands;
        if (list->items.empty()) say(list->line, "'" + key + "' is empty: name what to find, or leave it out");
        for (const YamlNode& item : list->items) {
            Operand operand;
            if (item.kind == Kind::list)
                for (const YamlNode& alternative : item.items) add_to(operand, alternative, languages);
            else
                add_to(operand, item, languages);
            if (!operand.references.empty() || !operand.terms.empty()) operands.push_back(std::move(operand));
        }
        return operands;
    }

    // One of the things that an operand may be. Which words are codes is settled when all files are read.
    void add_to(Operand& operand, const YamlNode& node, const std::vector<std::string>& languages) {
        const bool is_text = node.kind == Kind::text;
        if (is_text &&
            (node.text.starts_with('@') || node.text.starts_with("kind:") || looks_like_code(node.text))) {
            operand.references.push_back(node.text);
            return;
        }
        auto term = term_of(node, languages.empty() ? "any" : languages.front());
        if (!term) return;
        operand.terms.push_back(*term);
        // A term belongs to one language, so a rule for three has it three times.
        for (std::size_t other = 1; other < languages.size(); ++other) {
            term->language = languages[other];
            operand.terms.push_back(*term);
        }
    }

    std::string file_;
    CodebookDraft& draft_;
    std::vector<Problem>& problems_;
};

}  // namespace

const std::vector<std::string>& body_kinds() {
    static const std::vector<std::string> kinds = {"multilateral", "regional", "multistakeholder",
                                                   "technical",    "industry", "organisation"};
    return kinds;
}

bool looks_like_code(std::string_view reference) noexcept {
    if (reference.ends_with(".*"))
        reference.remove_suffix(2);
    else if (reference.find('.') == std::string_view::npos)
        return false;
    return !reference.empty() && is_lower(reference.front()) && is_id(reference);
}

Term make_term(const std::string& language, const std::string& text, std::vector<Pattern> patterns,
               const EntryPlace& place) {
    Term term;
    term.language = language;
    term.text = text;
    term.patterns = std::move(patterns);
    term.place = place;
    return term;
}

void read_codebook_text(std::string_view yaml, const std::string& file, CodebookDraft& draft,
                        std::vector<Problem>& problems) {
    Checked<YamlNode> tree = parse_yaml(yaml, file);
    problems.insert(problems.end(), tree.problems.begin(), tree.problems.end());
    FileReader(file, draft, problems).read(tree.value);
}

}  // namespace demarche
