// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/guideline.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "corpora/readers/text_file.hpp"
#include "corpora/readers/yaml_tree.hpp"

namespace demarche {

namespace {

const std::vector<std::string> keys_of_guideline = {"id", "title", "description", "source", "items"};
const std::vector<std::string> keys_of_item = {"id", "label", "codes"};

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

class GuidelineReader {
public:
    GuidelineReader(std::string name, const Codebook& codebook) : name_(std::move(name)), codebook_(codebook) {}

    Checked<Guideline> read(std::string_view yaml) {
        Checked<YamlNode> tree = parse_yaml(yaml, name_);
        checked_.problems = std::move(tree.problems);
        if (has_errors(checked_.problems)) return std::move(checked_);
        const YamlNode& root = tree.value;
        if (root.kind != YamlNode::Kind::map) {
            problem(root.line, "a guideline is a map with the keys " + listed(keys_of_guideline));
            return std::move(checked_);
        }
        refuse_unknown(root, keys_of_guideline, "a guideline");
        Guideline& guideline = checked_.value;
        guideline.id = text_of(root, "id", "a guideline");
        if (guideline.id.empty()) guideline.id = std::filesystem::path(name_).stem().string();
        guideline.title = text_of(root, "title", "a guideline");
        if (guideline.title.empty()) guideline.title = guideline.id;
        guideline.description = text_of(root, "description", "a guideline");
        guideline.source = text_of(root, "source", "a guideline");
        read_items(root);
        return std::move(checked_);
    }

private:
    void problem(int line, std::string what) {
        checked_.problems.push_back({{name_, line}, false, std::move(what)});
    }

    void refuse_unknown(const YamlNode& map, const std::vector<std::string>& keys, const std::string& whose) {
        for (const YamlEntry& entry : map.entries)
            if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
                problem(entry.line, whose + " has no key '" + entry.key + "', only " + listed(keys) +
                                        did_you_mean(entry.key, keys));
    }

    // Empty when it is not there, or is no text.
    std::string text_of(const YamlNode& map, std::string_view key, const std::string& whose) {
        const YamlNode* node = map.find(key);
        if (node == nullptr || node->kind == YamlNode::Kind::nothing) return {};
        if (node->kind == YamlNode::Kind::text) return node->text;
        problem(node->line, "'" + std::string(key) + "' of " + whose + " must be a text");
        return {};
    }

    void read_items(const YamlNode& root) {
        const YamlNode* items = root.find("items");
        if (items == nullptr || items->kind != YamlNode::Kind::list || items->items.empty()) {
            problem(items == nullptr ? 0 : items->line,
                    "a guideline needs 'items': a list of {id, label, codes}, one at least");
            return;
        }
        for (const YamlNode& node : items->items) read_item(node);
    }

    void read_item(const YamlNode& node) {
        if (node.kind != YamlNode::Kind::map) {
            problem(node.line, "an item is a map with the keys " + listed(keys_of_item));
            return;
        }
        refuse_unknown(node, keys_of_item, "an item");
        GuidelineItem item;
        item.place = {name_, node.line};
        item.id = text_of(node, "id", "an item");
        item.label = text_of(node, "label", "an item");
        if (item.id.empty()) {
            problem(node.line, "an item needs an 'id' to be named by");
            return;
        }
        if (item.label.empty()) item.label = item.id;
        const auto [earlier, is_new] = line_of_item_.emplace(item.id, node.line);
        if (!is_new)
            problem(node.line, "the item '" + item.id + "' stands in line " + std::to_string(earlier->second) +
                                   " already: rename one, or put the codes of both under one");
        read_codes(node, item);
        checked_.value.items.push_back(std::move(item));
    }

    void read_codes(const YamlNode& node, GuidelineItem& item) {
        const YamlNode* codes = node.find("codes");
        if (codes != nullptr && codes->kind == YamlNode::Kind::text) {
            read_code(*codes, item);
            return;
        }
        if (codes == nullptr || codes->kind != YamlNode::Kind::list || codes->items.empty()) {
            problem(node.line, "the item '" + item.id +
                                   "' needs 'codes': those of the codebook that meet it, as in "
                                   "[norm.g, fp.*]");
            return;
        }
        for (const YamlNode& code : codes->items) read_code(code, item);
    }

    void read_code(const YamlNode& node, GuidelineItem& item) {
        if (node.kind != YamlNode::Kind::text) {
            problem(node.line, "a code of the item '" + item.id + "' must be a text, as in norm.g or fp.*");
            return;
        }
        if (std::find(item.codes.begin(), item.codes.end(), node.text) != item.codes.end()) {
            problem(node.line, "the item '" + item.id + "' names '" + node.text + "' twice");
            return;
        }
        const bool is_known = std::any_of(codebook_.codes.begin(), codebook_.codes.end(),
                                          [&](const Code& code) { return stands_for(node.text, code.id); });
        if (!is_known) {
            std::vector<std::string> ids;
            for (const Code& code : codebook_.codes) ids.push_back(code.id);
            problem(node.line, "the codebook has no code '" + node.text + "'" + did_you_mean(node.text, ids) +
                                   "; `demarche codebook list` shows those that it has");
            return;
        }
        item.codes.push_back(node.text);
    }

    std::string name_;
    const Codebook& codebook_;
    Checked<Guideline> checked_;
    std::map<std::string, int> line_of_item_;
};

}  // namespace

Checked<Guideline> check_guideline_text(std::string_view yaml, const std::string& name, const Codebook& codebook) {
    return GuidelineReader(name, codebook).read(yaml);
}

Guideline read_guideline(const std::filesystem::path& file, const Codebook& codebook) {
    const std::string name = file.filename().string();
    return value_or_throw(check_guideline_text(read_bytes(file), name, codebook), name);
}

std::vector<std::filesystem::path> guideline_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace demarche
