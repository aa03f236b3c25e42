// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/yaml_tree.hpp"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

#include "corpora/readers/text_file.hpp"

// Built from libyaml's events, not from its documents: those keep the second of
// two equal keys silently and share what an alias names.

namespace demarche {

namespace {

const char* const quoting_advice =
    "text that begins with one of * & ! @ % ` ' \" { [ | >, or holds ': ' or ' #', must stand in quotation marks";

// Ends the reading: what follows cannot be understood.
struct Unreadable {
    Problem problem;
};

int line(const yaml_mark_t& mark) noexcept {
    return static_cast<int>(mark.line) + 1;
}

// libyaml's parser, and the event that it is at.
class EventReader {
public:
    explicit EventReader(std::string_view text) : text_(text) {
        if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;
    ~EventReader() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    // Null when the text goes on with no event: problem() says why. Valid until the next call.
    const yaml_event_t* next() {
        yaml_event_delete(&event_);
        if (yaml_parser_parse(&parser_, &event_) != 0) return &event_;
        if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
        return nullptr;
    }

    Problem problem(const std::string& name) const {
        if (parser_.error == YAML_READER_ERROR)
            return {{name, line_of(text_, parser_.problem_offset)},
                    false,
                    "holds a control character, which no text has: delete it"};
        std::string what = parser_.problem;
        if (parser_.context != nullptr) what += std::string(" ") + parser_.context;
        if (parser_.context != nullptr && parser_.context_mark.line != parser_.problem_mark.line)
            what += " that begins in line " + std::to_string(line(parser_.context_mark));
        return {{name, line(parser_.problem_mark)},
                false,
                "is not well-formed YAML (" + what + "): check the indentation here and in the line before; " +
                    quoting_advice};
    }

private:
    std::string_view text_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

class TreeBuilder {
public:
    TreeBuilder(std::string name, RepeatedKeys repeated, std::vector<Problem>& problems)
        : name_(std::move(name)), repeated_(repeated), problems_(problems) {}

    YamlNode take_root() { return std::move(root_); }

    void take(const yaml_event_t& event) {
        const yaml_mark_t& mark = event.start_mark;
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                if (documents_++ > 0)
                    stop(mark, "begins a second YAML document ('---'): only one is read, so delete this line");
                break;
            case YAML_ALIAS_EVENT:
                stop(mark,
                     std::string("has an alias ('*name'), which a codebook has no use for; ") + quoting_advice);
            case YAML_SCALAR_EVENT: take_scalar(event.data.scalar, mark); break;
            case YAML_SEQUENCE_START_EVENT:
                open(YamlNode::Kind::list, mark, event.data.sequence_start.anchor, event.data.sequence_start.tag);
                break;
            case YAML_MAPPING_START_EVENT:
                open(YamlNode::Kind::map, mark, event.data.mapping_start.anchor, event.data.mapping_start.tag);
                break;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: close(); break;
            default: break;  // begin and end of the whole
        }
    }

private:
    // A list or map that is being read.
    struct Open {
        YamlNode node;
        std::string key;  // of a map: read, its value not yet
        int key_line = 0;
        bool has_key = false;
    };

    using Scalar = decltype(yaml_event_t::data.scalar);

    [[noreturn]] void stop(const yaml_mark_t& mark, const std::string& what) const {
        throw Unreadable{{{name_, line(mark)}, false, what}};
    }

    void refuse_properties(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) const {
        if (anchor != nullptr)
            stop(mark, std::string("has an anchor ('&name'), which a codebook has no use for; ") + quoting_advice);
        if (tag != nullptr)
            stop(mark, std::string("has a tag ('!name'), which a codebook has no use for; ") + quoting_advice);
    }

    void take_scalar(const Scalar& scalar, const yaml_mark_t& mark) {
        constexpr std::array<std::string_view, 5> nothing = {"", "~", "null", "Null", "NULL"};
        refuse_properties(mark, scalar.anchor, scalar.tag);
        const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
        const bool is_nothing = scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                                std::find(nothing.begin(), nothing.end(), value) != nothing.end();
        if (!is_nothing)
            add({YamlNode::Kind::text, line(mark), std::string(value), {}, {}}, mark);
        else  // of a key: in its line, wherever what comes next may stand
            add({YamlNode::Kind::nothing, has_key() ? open_.back().key_line : line(mark), "", {}, {}}, mark);
    }

    bool has_key() const noexcept { return !open_.empty() && open_.back().has_key; }
    bool wants_key() const noexcept {
        return !open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().has_key;
    }

    void open(YamlNode::Kind kind, const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
        constexpr std::size_t deepest = 16;
        refuse_properties(mark, anchor, tag);
        if (open_.size() >= deepest) stop(mark, "has lists in lists deeper than any codebook");
        if (wants_key()) stop(mark, std::string("has a list or map where a key must stand; ") + quoting_advice);
        open_.push_back({{kind, line(mark), "", {}, {}}, "", 0, false});
    }

    void close() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        place(std::move(node));
    }

    void add(YamlNode node, const yaml_mark_t& mark) {
        if (wants_key()) {
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
        const auto earlier = repeated_ == RepeatedKeys::kept
                                 ? parent.node.entries.end()
                                 : std::find_if(parent.node.entries.begin(), parent.node.entries.end(),
                                                [&](const YamlEntry& entry) { return entry.key == parent.key; });
        if (earlier == parent.node.entries.end())
            parent.node.entries.push_back({std::move(parent.key), parent.key_line, std::move(node)});
        else
            problems_.push_back({{name_, parent.key_line},
                                 false,
                                 "the key '" + parent.key + "' stands in line " + std::to_string(earlier->line) +
                                     " already: put both parts under one, or rename one"});
    }

    std::string name_;
    RepeatedKeys repeated_;
    std::vector<Problem>& problems_;
    YamlNode root_;
    std::vector<Open> open_;
    int documents_ = 0;
};

// YAML 1.1, and so libyaml, ends lines at these too: texts would be cut, and lines counted, where nobody sees it.
std::optional<std::size_t> first_hidden_line_break(std::string_view text) noexcept {
    std::size_t first = std::string_view::npos;
    for (const std::string_view sign : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        first = std::min(first, text.find(sign));
    return first == std::string_view::npos ? std::nullopt : std::optional(first);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Checked<YamlNode> parse_yaml(std::string_view text, const std::string& name, RepeatedKeys repeated) {
    Checked<YamlNode> checked;
    text = without_byte_order_mark(text);
    const auto refuse = [&](std::size_t at, const std::string& why) {
        checked.problems.push_back({{name, line_of(text, at)}, false, why});
        return std::move(checked);
    };
    if (const auto invalid = first_invalid_utf8(text))
        return refuse(*invalid, "holds a character that is not UTF-8: save the file as UTF-8 in your editor");
    if (const auto hidden = first_hidden_line_break(text))
        return refuse(*hidden,
                      "holds a line break that editors do not show as one (Unicode's line or paragraph "
                      "separator): put a space in its place");
    EventReader events(text);
    try {
        TreeBuilder builder(name, repeated, checked.problems);
        const yaml_event_t* event = events.next();
        for (; event != nullptr && event->type != YAML_STREAM_END_EVENT; event = events.next())
            builder.take(*event);
        if (event != nullptr)
            checked.value = builder.take_root();
        else
            checked.problems.push_back(events.problem(name));
    } catch (const Unreadable& unreadable) {
        checked.problems.push_back(unreadable.problem);
    }
    return checked;
}

}  // namespace demarche
