// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpora/readers/dictionary_formats.hpp"
#include "corpora/readers/yaml_tree.hpp"

// What quanteda reads with dictionary(file = "x.yml") and writes with as.yaml():
//
//     economy:
//       tax: [tax*, "income support"]
//       trade: tariff*
//     defence:
//       __: [army]              the entries of a key that has keys of its own
//       weapons: [gun?, rifle]

namespace demarche {

namespace {

class DictionaryTree {
public:
    DictionaryTree(std::string file, Checked<Dictionary>& checked) : file_(std::move(file)), checked_(checked) {}

    void read(const YamlNode& root) {
        if (root.kind == YamlNode::Kind::nothing) return;  // told as a dictionary without words
        if (root.kind != YamlNode::Kind::map)
            say(root.line, false, "must hold categories: lines such as 'economy: [tax*, budget]'");
        else if (looks_like_codebook(root))
            say(root.line, false, "is a codebook already: use it with --codebook");
        else
            read_categories(root, std::nullopt);
    }

private:
    using Kind = YamlNode::Kind;

    void say(int line, bool is_warning, std::string what) {
        checked_.problems.push_back({{file_, line}, is_warning, std::move(what)});
    }

    // Its lists hold maps with ids; a dictionary may have a key "codes" of its own.
    static bool looks_like_codebook(const YamlNode& root) {
        return std::any_of(root.entries.begin(), root.entries.end(), [](const YamlEntry& entry) {
            const auto& items = entry.value.items;
            return (entry.key == "codes" || entry.key == "families") && !items.empty() &&
                   items.front().find("id") != nullptr;
        });
    }

    void read_categories(const YamlNode& map, std::optional<std::size_t> parent) {
        for (const YamlEntry& entry : map.entries) {
            const bool is_own = entry.key == "__" && parent;  // as.yaml() names a key's own entries so
            if (entry.key.empty()) {
                say(entry.line, false, "has a category without a name");
                continue;
            }
            const std::size_t at = is_own ? *parent : checked_.value.category(entry.key, parent, entry.line);
            read_content(entry.value, at, entry.line);
        }
    }

    void read_content(const YamlNode& node, std::size_t category, int line) {
        switch (node.kind) {
            case Kind::text: checked_.value.categories[category].entries.push_back({node.text, node.line}); break;
            case Kind::map: read_categories(node, category); break;
            case Kind::list:
                for (const YamlNode& item : node.items) read_content(item, category, item.line);
                break;
            case Kind::nothing:
                say(line, true,
                    "has nothing where an entry of '" + checked_.value.categories[category].name +
                        "' must stand: taken as empty");
        }
    }

    std::string file_;
    Checked<Dictionary>& checked_;
};

}  // namespace

Checked<Dictionary> parse_yaml_dictionary(std::string_view text, const std::string& name) {
    Checked<Dictionary> checked;
    const Checked<YamlNode> tree = parse_yaml(text, name, RepeatedKeys::kept);
    checked.problems = tree.problems;
    if (!has_errors(checked.problems)) DictionaryTree(name, checked).read(tree.value);
    return checked;
}

}  // namespace demarche
