// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/dictionary_codebook.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "corpora/model/utf8.hpp"
#include "corpora/readers/glob_term.hpp"

namespace demarche {

namespace {

// The letters of U+00C0 to U+017F without their accents.
constexpr std::string_view plain_letters =
    "aaaaaaaceeeeiiiidnooooo_ouuuuytsaaaaaaaceeeeiiiidnooooo_ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrsssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain_letters.size() == 0x180 - 0xC0);

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string in_lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

// What YAML 1.1 takes for a line's end, or refuses: controls, byte order marks, noncharacters (its
// sections 5.1, 5.4).
bool breaks_yaml(std::uint32_t point) noexcept {
    return point < ' ' || (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029 ||
           point == 0xFEFF || point == 0xFFFE || point == 0xFFFF;
}

// One line of text: nothing in it may end a comment or a quoted text.
std::string one_line(std::string_view text) {
    const std::string valid = with_valid_utf8(text);
    std::string line;
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t length = code_point_length(valid[at]);
        const std::uint32_t point = code_point_at(valid, at, length);
        append_utf8(line, breaks_yaml(point) ? ' ' : point);
        at += length;
    }
    const auto end = line.find_last_not_of(' ');
    return end == std::string::npos ? std::string() : line.substr(0, end + 1);
}

// Words that YAML programs take for something else than text.
bool is_reserved(const std::string& text) {
    constexpr std::array words = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
    return std::find(words.begin(), words.end(), in_lower_case(text)) != words.end();
}

bool can_be_plain(const std::string& text) {
    if (text.empty() || is_reserved(text)) return false;
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    return is_plain(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
               return is_plain(c) || (c >= '0' && c <= '9') || c == ' ' || c == '*' || c == '-' || c == '.' ||
                      c == '\'' || c == '/' || c == '_' || c == '(' || c == ')';
           });
}

// A text as YAML, in quotation marks where it needs them, in a map on one line too.
std::string yaml_text(const std::string& text) {
    if (can_be_plain(text)) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

class CodebookWriter {
public:
    CodebookWriter(const Checked<Dictionary>& dictionary, const DictionaryImport& import)
        : dictionary_(dictionary.value), import_(import) {
        made_.problems = dictionary.problems;
        made_.left_out = dictionary_.left_out;
    }

    DictionaryCodebook write() {
        name_categories();
        made_.categories = dictionary_.categories.size();
        made_.yaml = head() + families() + "\ncodes:\n";
        for (std::size_t at = 0; at < dictionary_.categories.size(); ++at) made_.yaml += code(at);
        tidy_problems();
        return std::move(made_);
    }

private:
    // Ids in the order of the file, each once.
    void name_categories() {
        std::set<std::string> taken;
        for (const DictionaryCategory& category : dictionary_.categories) {
            std::string part = id_part_of(category.name);
            if (part.empty()) part = "category_" + std::to_string(ids_.size() + 1);
            const std::string whole = (category.parent ? ids_[*category.parent] : import_.prefix) + "." + part;
            std::string id = whole;
            for (int count = 2; !taken.insert(id).second; ++count) id = whole + "_" + std::to_string(count);
            ids_.push_back(id);
            paths_.push_back((category.parent ? paths_[*category.parent] + " > " : "") + one_line(category.name));
            if (category.parent) has_children_.insert(*category.parent);
        }
    }

    std::string head() const {
        std::string text =
            "# Made by `demarche codebook import` from the dictionary " + one_line(import_.file) + "\n# (SHA-256 " +
            import_.hash +
            ").\n"
            "#\n"
            "# Yours to edit: corpora/codebooks/README.md describes the format. Words in `form` match as they are\n"
            "# written, in any case; write `term` in its place, or the words alone, and their inflections match "
            "too.\n"
            "# Each category is a family of its own, so an entry of one takes nothing from another; give families\n"
            "# the same `layer`, and among them the longest entry wins.\n";
        for (const Problem& problem : made_.problems) text += "# " + one_line(to_string(problem)) + "\n";
        return text + "version: " + yaml_text(one_line(import_.file)) + "\n\n";
    }

    std::string families() const {
        std::string text = "families:\n";
        for (std::size_t at = 0; at < ids_.size(); ++at)
            text += "  - {id: " + ids_[at] + ", title: " + yaml_text(paths_[at]) + "}\n";
        return text;
    }

    std::string code(std::size_t at) {
        const DictionaryCategory& category = dictionary_.categories[at];
        std::string text =
            "  - id: " + ids_[at] + "\n    label: " + yaml_text(one_line(category.name)) + "\n    definition: " +
            yaml_text("Category \"" + paths_[at] + "\" of the dictionary " + one_line(import_.file) + ".") + "\n";
        if (category.parent) text += "    parent: " + ids_[*category.parent] + "\n";
        const std::string terms = terms_of(category);
        const bool has_term = has_term_;
        if (has_term) text += "    terms:\n      " + import_.language + ":\n";
        text += terms;
        if (!has_term && !has_children_.contains(at))
            warn(category.line, "the category '" + paths_[at] + "' has no entry that can be found");
        return text;
    }

    std::string terms_of(const DictionaryCategory& category) {
        std::string text;
        has_term_ = false;
        std::map<std::string, int> lines;  // by what is compared of a term
        for (const DictionaryEntry& entry : category.entries) {
            const GlobTerm term = term_of_glob(entry.text);
            const std::string written = "'" + one_line(entry.text) + "'";
            if (term.text.empty()) {
                ++made_.left_out;
                warn(entry.line, written + " is left out: " + term.change);
                text += "        # left out: " + written + " (" + one_line(term.change) + ")\n";
                continue;
            }
            const auto [earlier, is_new] = lines.emplace(in_lower_case(term.text), entry.line);
            if (!is_new) {
                ++made_.repeated;
                warn(entry.line, written + " stands in the same category already (line " +
                                     std::to_string(earlier->second) + "): taken once");
                continue;
            }
            has_term_ = true;
            if (!term.change.empty()) {
                ++made_.changed;
                warn(entry.line, written + " became '" + shortened(term.text) + "': " + term.change);
                text += "        # " + written + ": " + one_line(term.change) + "\n";
            } else {
                ++made_.kept;
                if (term.text.size() > most_shown) text += "        # " + written + "\n";
            }
            text += "        - " + term_text(term) + "\n";
        }
        return text;
    }

    // Words under "any" are not inflected, nor are beginnings of words.
    std::string term_text(const GlobTerm& term) const {
        const std::string text = yaml_text(term.text);
        return term.only_forms && import_.language != "any" ? "{form: " + text + "}" : text;
    }

    static std::string shortened(const std::string& text) {
        if (text.size() <= most_shown) return text;
        std::size_t end = most_shown;
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return text.substr(0, end) + " ...";
    }

    void warn(int line, std::string what) {
        made_.problems.push_back({{import_.file, line}, true, std::move(what)});
    }

    // In the order of the file; an entry of several categories is told of once.
    void tidy_problems() {
        auto& problems = made_.problems;
        std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
            return std::tie(a.place.line, a.what) < std::tie(b.place.line, b.what);
        });
        problems.erase(std::unique(problems.begin(), problems.end(),
                                   [](const Problem& a, const Problem& b) {
                                       return a.place.line == b.place.line && a.what == b.what;
                                   }),
                       problems.end());
    }

    static constexpr std::size_t most_shown = 80;

    const Dictionary& dictionary_;
    const DictionaryImport& import_;
    DictionaryCodebook made_;
    std::vector<std::string> ids_, paths_;
    std::set<std::size_t> has_children_;
    bool has_term_ = false;
};

}  // namespace

std::string id_part_of(std::string_view name) {
    // "affect (Affective processes)": what stands in parentheses explains the name
    if (const std::size_t begin = name.find(" ("); begin != std::string_view::npos && begin > 0)
        name = name.substr(0, begin);
    std::string part;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t length = std::min<std::size_t>(code_point_length(name[at]), name.size() - at);
        char letter = lower(name[at]);
        if (length == 2) {
            const std::uint32_t point = code_point_at(name, at, length);
            letter = point >= 0xC0 && point < 0x180 ? plain_letters[point - 0xC0] : '_';
        }
        const bool is_part = length <= 2 && ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'));
        if (is_part)
            part += letter;
        else if (!part.empty() && part.back() != '_')
            part += '_';
        at += length;
    }
    while (!part.empty() && part.back() == '_') part.pop_back();
    return part;
}

DictionaryCodebook codebook_from(const Checked<Dictionary>& dictionary, const DictionaryImport& import) {
    return CodebookWriter(dictionary, import).write();
}

}  // namespace demarche
