// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/yaml_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "corpora/readers/text_file.hpp"

// Built from yaml-cpp's events, not from its nodes: those keep the second of
// two equal keys silently and share what an alias names.

namespace demarche {

namespace {

const char* const quoting_advice =
    "text that begins with one of * & ! @ % ` ' \" { [ | >, or holds ': ' or ' #', must stand in quotation marks";

// Ends the reading: what follows cannot be understood.
struct Unreadable {
    Problem problem;
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view text, std::string name, RepeatedKeys repeated, std::vector<Problem>& problems)
        : name_(std::move(name)), repeated_(repeated), problems_(problems) {
        while (!text.empty()) {
            lines_.push_back(text.substr(0, text.find('\n')));
            text.remove_prefix(std::min(lines_.back().size() + 1, text.size()));
        }
    }

    YamlNode take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ > 0)
            stop(mark, "begins a second YAML document ('---'): only one is read, so delete this line");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add({YamlNode::Kind::nothing, line_of_nothing(mark), "", {}, {}}, mark);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        stop(mark, std::string("has an alias ('*name'), which a codebook has no use for; ") + quoting_advice);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        add({YamlNode::Kind::text, line(mark), value, {}, {}}, mark);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    // A list or map that is being read.
    struct Open {
        YamlNode node;
        std::string key;  // of a map: read, its value not yet
        int key_line = 0;
        bool has_key = false;
    };

    static int line(const YAML::Mark& mark) noexcept { return mark.line + 1; }

    // Where nothing is written, yaml-cpp gives the place of what comes after it: the value of a
    // key is looked for in the key's line, an item in the line before that ends with its "-".
    int line_of_nothing(const YAML::Mark& mark) const {
        if (!open_.empty() && open_.back().has_key) return open_.back().key_line;
        for (auto at = std::min(static_cast<std::size_t>(mark.line), lines_.size()); at > 0; --at) {
            const std::string_view code = lines_[at - 1].substr(0, lines_[at - 1].find(" #"));
            const std::size_t end = code.find_last_not_of(" \t\r");
            if (end == std::string_view::npos || code[code.find_first_not_of(" \t")] == '#') continue;
            return code[end] == '-' ? static_cast<int>(at) : line(mark);
        }
        return line(mark);
    }

    [[noreturn]] void stop(const YAML::Mark& mark, const std::string& what) const {
        throw Unreadable{{{name_, line(mark)}, false, what}};
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
        if (anchor != YAML::NullAnchor)
            stop(mark, std::string("has an anchor ('&name'), which a codebook has no use for; ") + quoting_advice);
    }

    // yaml-cpp gives "?" to what is plain, "!" to what stands in quotation marks.
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
        if (!tag.empty() && tag != "?" && tag != "!")
            stop(mark, std::string("has a tag ('!name'), which a codebook has no use for; ") + quoting_advice);
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        constexpr std::size_t deepest = 16;
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (open_.size() >= deepest) stop(mark, "has lists in lists deeper than any codebook");
        if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().has_key)
            stop(mark, std::string("has a list or map where a key must stand; ") + quoting_advice);
        open_.push_back({{kind, line(mark), "", {}, {}}, "", 0, false});
    }

    void close() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        place(std::move(node));
    }

    void add(YamlNode node, const YAML::Mark& mark) {
        if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().has_key) {
            if (node.kind != YamlNode::Kind::text) stop(mark, "has a value without a key before the ':'");
            open_.back().key = std::move(node.text);
            open_.back().key_line = node.line;
            open_.back().has_key = true;
            return;
        }
        place(std::move(node));
    }

    // Puts a finished node where it belongs.
    void place(YamlNode node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.kind == YamlNode::Kind::list) {
            parent.node.items.push_back(std::move(node));
            return;
        }
        parent.has_key = false;
        const auto earlier = std::find_if(parent.node.entries.begin(), parent.node.entries.end(),
                                          [&](const YamlEntry& entry) { return entry.key == parent.key; });
        if (earlier == parent.node.entries.end() || repeated_ == RepeatedKeys::kept)
            parent.node.entries.push_back({parent.key, parent.key_line, std::move(node)});
        else
            problems_.push_back({{name_, parent.key_line},
                                 false,
                                 "the key '" + parent.key + "' stands in line " + std::to_string(earlier->line) +
                                     " already: put both parts under one, or rename one"});
    }

    std::string name_;
    RepeatedKeys repeated_;
    std::vector<std::string_view> lines_;
    std::vector<Problem>& problems_;
    YamlNode root_;
    std::vector<Open> open_;
    int documents_ = 0;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Checked<YamlNode> parse_yaml(std::string_view text, const std::string& name, RepeatedKeys repeated) {
    Checked<YamlNode> checked;
    text = without_byte_order_mark(text);
    if (const auto invalid = first_invalid_utf8(text)) {
        checked.problems.push_back({{name, line_of(text, *invalid)},
                                    false,
                                    "holds a character that is not UTF-8: save the file as UTF-8 in your editor"});
        return checked;
    }
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        TreeBuilder builder(text, name, repeated, checked.problems);
        while (parser.HandleNextDocument(builder)) continue;
        checked.value = builder.take_root();
    } catch (const Unreadable& unreadable) {
        checked.problems.push_back(unreadable.problem);
    } catch (const YAML::Exception& failure) {
        const int line = failure.mark.is_null() ? 0 : failure.mark.line + 1;
        checked.problems.push_back({{name, line},
                                    false,
                                    "is not well-formed YAML (" + failure.msg +
                                        "): check the indentation here and in the line before; " + quoting_advice});
    }
    return checked;
}

}  // namespace demarche
