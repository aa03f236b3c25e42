// SPDX-License-Identifier: GPL-3.0-or-later
//
// The query language of query.hpp, by recursive descent.
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "corpora/concordance/query.hpp"
#include "corpora/concordance/query_phrase.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

constexpr std::size_t most_words = 200;
constexpr int deepest = 30;
constexpr std::uint32_t default_distance = 10;  // as in FTS5

// Quotation marks: what opens, and all that may close it.
struct Marks {
    std::string_view open;
    std::vector<std::string_view> close;
};
const std::vector<Marks>& quotation_marks() {
    static const std::vector<Marks> marks = {
        {"\"", {"\""}},    {"“", {"”", "\""}},   {"„", {"“", "”", "\""}}, {"«", {"»"}},
        {"»", {"«", "»"}}, {"＂", {"＂", "\""}}, {"「", {"」"}},          {"『", {"』"}},
    };
    return marks;
}

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// Without white space at its ends, and one blank for each run of it inside.
std::string tidied(std::string_view text) {
    std::string tidy;
    for (const char c : text) {
        if (!is_space(c))
            tidy += c;
        else if (!tidy.empty() && tidy.back() != ' ')
            tidy += ' ';
    }
    if (tidy.ends_with(' ')) tidy.pop_back();
    return tidy;
}

class Parser {
public:
    Parser(std::string_view text, const SplitWords& split) : text_(text), split_(split) {}

    QueryNode parse() {
        if (const auto bad = first_invalid_utf8(text_)) fail(*bad, "this is not UTF-8");
        skip_space();
        if (at_ == text_.size()) fail(at_, "there is nothing to look for");
        QueryNode query = either();
        if (at_ < text_.size()) fail(at_, "this ) closes nothing");
        return query;
    }

private:
    [[noreturn]] void fail(std::size_t at, const std::string& what) const {
        std::size_t number = 1;
        for (std::size_t i = 0; i < at && i < text_.size(); i += code_point_length(text_[i])) ++number;
        throw Error(ErrorKind::usage, "query, character " + std::to_string(number), what);
    }

    // --- signs and words ---

    bool is_at_end() const noexcept { return at_ >= text_.size() || text_[at_] == ')'; }
    void skip_space() noexcept {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    const Marks* quote_at(std::size_t at) const {
        for (const Marks& marks : quotation_marks())
            if (text_.substr(at).starts_with(marks.open)) return &marks;
        return nullptr;
    }
    bool quote_opens_here() const { return quote_at(at_) != nullptr; }

    // A run of what is no space, parenthesis or quotation mark; not moved over.
    std::string_view chunk_here() const {
        std::size_t end = at_;
        while (end < text_.size() && !is_space(text_[end]) && text_[end] != '(' && text_[end] != ')' &&
               !quote_at(end))
            end += code_point_length(text_[end]);
        return text_.substr(at_, end - at_);
    }

    bool is_operator(std::string_view name) const { return chunk_here() == name; }
    bool is_near() const { return is_operator("NEAR") && text_.substr(at_ + 4).starts_with('('); }
    bool is_any_operator() const { return is_operator("AND") || is_operator("OR") || is_operator("NOT"); }
    bool take_operator(std::string_view name) {
        if (!is_operator(name)) return false;
        at_ += name.size();
        skip_space();
        return true;
    }

    // --- the grammar, loosest first ---

    QueryNode either() {
        QueryNode node = both();
        while (is_operator("OR")) {
            take_operator("OR");
            add(node, QueryNode::Kind::any, operand("OR"));
        }
        return node;
    }

    QueryNode operand(const std::string& name) {
        require_operand(name);
        return both();
    }

    void require_operand(const std::string& name) const {
        if (is_at_end()) fail(at_, name + " needs something after it; in quotation marks it is a word");
        if (is_operator("NOT"))
            fail(at_, name + " NOT: NOT needs something to be found before it, as in one NOT other");
        if (is_any_operator()) fail(at_, "two operators stand side by side; in quotation marks they are words");
    }

    QueryNode both() {
        QueryNode node = without();
        while (!is_at_end() && !is_operator("OR")) {
            if (take_operator("AND")) require_operand("AND");
            add(node, QueryNode::Kind::all, without());
        }
        return node;
    }

    QueryNode without() {
        if (is_at_end()) fail(at_, "this ) closes nothing");
        if (is_operator("NOT")) fail(at_, "NOT needs something to be found before it, as in one NOT other");
        if (is_any_operator())
            fail(at_, std::string(chunk_here()) + " needs something before it; in quotation marks it is a word");
        QueryNode node = item();
        while (takes_not()) {
            if (is_at_end() || is_any_operator())
                fail(at_, "NOT needs something after it; in quotation marks it is a word");
            add(node, QueryNode::Kind::except, item());
        }
        return node;
    }

    // NOT, or AND NOT, which says the same.
    bool takes_not() {
        const std::size_t before = at_;
        take_operator("AND");
        if (take_operator("NOT")) return true;
        at_ = before;
        return false;
    }

    // a AND b AND c is one node of three; a parenthesis's own stay as they are.
    static void add(QueryNode& node, QueryNode::Kind kind, QueryNode&& child) {
        if (node.kind != kind || node.is_closed) {
            QueryNode parent;
            parent.kind = kind;
            parent.children.push_back(std::move(node));
            node = std::move(parent);
        }
        node.children.push_back(std::move(child));
    }

    QueryNode item() {
        if (text_[at_] == '(') return parenthesis();
        if (is_near()) return near();
        if (quote_opens_here()) return quoted();
        return bare_words();
    }

    QueryNode parenthesis() {
        const std::size_t open = at_;
        if (++depth_ > deepest) fail(at_, "there are too many parentheses within each other");
        ++at_;
        skip_space();
        if (is_at_end() && at_ < text_.size()) fail(open, "there is nothing in these parentheses");
        if (at_ == text_.size()) fail(open, "this ( is not closed");
        QueryNode node = either();
        if (at_ == text_.size()) fail(open, "this ( is not closed");
        ++at_;
        --depth_;
        skip_space();
        node.is_closed = true;
        return node;
    }

    // Between quotation marks; stands after them.
    std::pair<std::string, std::size_t> inside_quotes() {
        const Marks& marks = *quote_at(at_);
        const std::size_t begin = at_ + marks.open.size();
        std::size_t end = std::string_view::npos, length = 0;
        for (const std::string_view close : marks.close) {
            const std::size_t found = text_.find(close, begin);
            if (found < end) end = found, length = close.size();
        }
        if (end == std::string_view::npos) fail(at_, "this quotation mark is not closed");
        at_ = end + length;
        std::string inside(text_.substr(begin, end - begin));
        // "cyber attack"* as FTS5 has it.
        if (at_ < text_.size() && text_[at_] == '*') {
            ++at_;
            while (inside.ends_with(' ')) inside.pop_back();
            inside += '*';
        }
        return {inside, begin};
    }

    QueryNode quoted() {
        const std::size_t open = at_;
        QueryNode node = phrase(inside_quotes().first, open);
        skip_space();
        return node;
    }

    QueryNode bare_words() {
        const std::size_t begin = at_;
        while (!is_at_end() && text_[at_] != '(' && !quote_opens_here() && !is_any_operator() && !is_near()) {
            if (is_operator("NEAR"))
                fail(at_, "NEAR is written NEAR(one other, 5); in quotation marks it is a word");
            at_ += std::max<std::size_t>(chunk_here().size(), 1);
            skip_space();
        }
        return phrase(text_.substr(begin, at_ - begin), begin);
    }

    QueryNode phrase(std::string_view words, std::size_t at) {
        QueryNode node;
        std::optional<std::string> problem;
        node.words = phrase_words(words, split_, problem);
        if (problem) fail(at, *problem);
        if (node.words.empty()) fail(at, "there is no word in \"" + tidied(words) + "\"");
        words_ += node.words.size();
        if (words_ > most_words) fail(at, "the query has more than " + std::to_string(most_words) + " words");
        node.written = tidied(words);
        std::replace(node.written.begin(), node.written.end(), '"', ' ');
        node.written = tidied(node.written);
        return node;
    }

    // --- NEAR(one "two three" ..., 5) ---

    QueryNode near() {
        const std::size_t begin = at_;
        at_ += std::string_view("NEAR(").size();
        QueryNode node;
        node.kind = QueryNode::Kind::near;
        node.distance = default_distance;
        skip_space();
        while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != ',') {
            if (text_[at_] == '(' || is_any_operator() || is_near())
                fail(at_, "in NEAR( ) stand words and phrases, and at the end a comma and a number");
            node.children.push_back(near_phrase());
            skip_space();
        }
        if (at_ < text_.size() && text_[at_] == ',') node.distance = distance();
        if (at_ == text_.size()) fail(begin, "the ( of this NEAR is not closed");
        ++at_;
        skip_space();
        if (node.children.size() < 2) fail(begin, "NEAR needs two words or phrases, as in NEAR(one other, 5)");
        return node;
    }

    QueryNode near_phrase() {
        const std::size_t begin = at_;
        if (quote_opens_here()) return phrase(inside_quotes().first, begin);
        const std::string_view chunk = chunk_here();
        // The comma before the distance ends a word.
        const std::size_t comma = chunk.find(',');
        const std::string_view word = chunk.substr(0, comma);
        at_ += word.size();
        return phrase(word, begin);
    }

    std::uint32_t distance() {
        const std::size_t comma = at_++;
        skip_space();
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        std::uint32_t value = 0;
        const auto result = std::from_chars(text_.data() + begin, text_.data() + at_, value);
        skip_space();
        if (result.ec != std::errc() || (at_ < text_.size() && text_[at_] != ')'))
            fail(comma, "after this comma stands the number of words that may lie between, and then )");
        return value;
    }

    std::string_view text_;
    const SplitWords& split_;
    std::size_t at_ = 0;
    std::size_t words_ = 0;
    int depth_ = 0;
};

}  // namespace

QueryNode parse_query(std::string_view text, const SplitWords& split) {
    return Parser(text, split).parse();
}

}  // namespace demarche
