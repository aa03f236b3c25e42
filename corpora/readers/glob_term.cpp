// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/glob_term.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "corpora/readers/term_notation.hpp"

namespace demarche {

namespace {

// What one "?" may stand for in a word of the Latin script. Accents are no part of the comparison, so these
// stand for their accented kin; a hyphen is a space, and is added where letters stand on both sides.
constexpr std::string_view latin_letters =
    "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|0|1|2|3|4|5|6|7|8|9|æ|ø|œ|ß|ð|þ|đ|ł|ı";

bool is_alphanumeric(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_letter(char c) noexcept {
    return is_alphanumeric(c) && (c < '0' || c > '9');
}

// Punctuation, symbols, spaces and pictures beyond ASCII. (Joiners inside words are letters' business.)
bool is_sign(std::uint32_t point) noexcept {
    if (point == 0x200C || point == 0x200D) return false;
    return (point >= 0x80 && point <= 0xBF && point != 0xAA && point != 0xB5 && point != 0xBA) || point == 0xD7 ||
           point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) || (point >= 0x3000 && point <= 0x3003) ||
           (point >= 0x3008 && point <= 0x3020) || point == 0xFE0F || point == 0xFEFF ||
           (point >= 0xFFF0 && point <= 0xFFFF) || (point >= 0xFF01 && point <= 0xFF0F) ||
           (point >= 0x1F000 && point <= 0x1FAFF);
}

// Signs that separate words in a text as they do here, so that nothing is lost with them.
constexpr std::string_view silent_signs = " \t\n\r_\"";
// Signs that a word may hold; the matcher knows what to do with them.
constexpr std::string_view word_signs = "*?.'&/,-$";

class GlobReader {
public:
    explicit GlobReader(std::string_view glob) : glob_(glob) {}

    GlobTerm read() {
        for (const std::string& word : split(without_signs())) add_word(word);
        if (!has_word_ && refusal_.empty()) refusal_ = "it holds no word";
        if (refusal_.empty()) {
            try {
                expand_term(term_.text, true);
            } catch (const Error& error) {
                refusal_ = error.sentence();
            }
        }
        if (!refusal_.empty()) return {"", false, refusal_};
        return std::move(term_);
    }

private:
    void note(const std::string& change) {
        if (term_.change.find(change) == std::string::npos)
            term_.change += (term_.change.empty() ? "" : "; ") + change;
    }

    static std::vector<std::string> split(const std::string& text) {
        std::vector<std::string> words;
        std::string word;
        for (const char c : text + ' ') {
            if (c != ' ') {
                word += c;
            } else if (!word.empty()) {
                words.push_back(std::move(word));
                word.clear();
            }
        }
        return words;
    }

    // The glob with a space for everything that is no part of a word.
    std::string without_signs() {
        std::string text;
        for (std::size_t at = 0; at < glob_.size();) {
            const char c = glob_[at];
            const std::size_t length = std::min<std::size_t>(code_point_length(c), glob_.size() - at);
            const bool is_multi = static_cast<unsigned char>(c) >= 0x80;
            const bool is_dots = c == '.' && at + 1 < glob_.size() && glob_[at + 1] == '.';
            const bool is_kept = is_multi ? !is_sign(code_point_at(glob_, at, length))
                                          : is_alphanumeric(c) || word_signs.find(c) != std::string_view::npos;
            if (is_kept && !is_dots)
                text += glob_.substr(at, length);
            else
                text += ' ';
            const bool is_typographic = is_multi && code_point_at(glob_, at, length) <= 0x2027;
            if (!is_kept && !is_typographic && static_cast<unsigned char>(c) > ' ' &&
                silent_signs.find(c) == std::string_view::npos)
                note("its signs fall away, as demarche looks at words alone");
            at += length;
        }
        return text;
    }

    void add(const std::string& word) { term_.text += (term_.text.empty() ? "" : " ") + word; }

    void add_word(std::string word) {
        while (!word.empty() && word.front() == '\'') word.erase(0, 1);
        while (!word.empty() && word.back() == '\'') word.pop_back();
        if (word.find_first_of("*?") != std::string::npos) return add_wild(word);
        const bool has_letter = std::any_of(word.begin(), word.end(), [](char c) {
            return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
        });
        if (!has_letter) return;
        has_word_ = true;
        term_.only_forms = true;
        add(is_dotted(word) ? acronym(word) : word);
    }

    // "u.n.", as dictionaries in lower case write "U.N.".
    static bool is_dotted(const std::string& word) {
        if (word.size() < 3) return false;
        for (std::size_t at = 0; at < word.size(); ++at)
            if (at % 2 == 0 ? !is_letter(word[at]) : word[at] != '.') return false;
        return true;
    }

    // In a text, capitals with stops are one word, and small letters several.
    static std::string acronym(const std::string& word) {
        std::string capitals = "=", apart;
        for (const char c : word) {
            capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
            apart += c == '.' ? ' ' : c;
        }
        while (apart.back() == ' ') apart.pop_back();
        return "(" + capitals + "|" + apart + ")";
    }

    // A word with wildcards. What separates words inside it is not for a wildcard to span.
    void add_wild(const std::string& word) {
        std::string text = word;
        for (char& c : text)
            if (std::string_view(".'&/,-").find(c) != std::string_view::npos) c = ' ';
        for (const std::string& part : split(text)) {
            if (part.find_first_of("*?") == std::string::npos)
                add_word(part);
            else if (part.find_first_not_of("*?") == std::string::npos)
                add_any(part);
            else
                add_wild_part(part);
        }
    }

    void add_any(const std::string& part) {
        if (part.find('*') == std::string::npos)
            note("'" + part + "' stands for a word of any length, not of " + std::to_string(part.size()) +
                 (part.size() == 1 ? " letter" : " letters"));
        add("*");
    }

    void add_wild_part(std::string part) {
        if (part.front() == '*') take_leading_star(part);
        if (const std::size_t star = part.find('*'); star != std::string::npos) {
            if (part.find_first_not_of('*', star) != std::string::npos)
                note("a '*' stands at the end of a word only, so what follows it is not asked for: more is found");
            part.erase(star + 1);
        }
        if (part.find('?') != std::string::npos) take_question_marks(part);
        if (part == "*") refusal_ = "a word that begins with several '?' cannot be said";
        if (part.back() != '*') term_.only_forms = true;
        has_word_ = true;
        add(part);
    }

    void take_leading_star(std::string& part) {
        part.erase(0, part.find_first_not_of('*'));
        const std::size_t star = part.find('*');
        const std::string what = star == std::string::npos
                                     ? "the word '" + part + "' is"
                                     : "words that begin with '" + part.substr(0, star) + "' are";
        note("a word cannot begin with '*', so only " + what + " found");
    }

    void take_question_marks(std::string& part) {
        if (std::count(part.begin(), part.end(), '?') == 1 && !has_letters_ && is_latin(part)) {
            has_letters_ = true;
            part = with_letters(part);
            return;
        }
        note("a '?' that cannot be spelled out becomes '*': more is found");
        part = part.substr(0, part.find('?')) + "*";
    }

    static bool is_latin(const std::string& part) {
        for (std::size_t at = 0; at < part.size();) {
            const std::size_t length = std::min<std::size_t>(code_point_length(part[at]), part.size() - at);
            if (code_point_at(part, at, length) > 0x24F) return false;
            at += length;
        }
        return true;
    }

    static std::string with_letters(const std::string& part) {
        const std::size_t at = part.find('?');
        const bool is_inside = at > 0 && at + 1 < part.size() && part[at + 1] != '*';
        return part.substr(0, at) + "(" + std::string(latin_letters) + (is_inside ? "| )" : ")") +
               part.substr(at + 1);
    }

    std::string_view glob_;
    GlobTerm term_;
    std::string refusal_;
    bool has_word_ = false;
    bool has_letters_ = false;  // in place of a "?": of one only, as alternatives multiply
};

}  // namespace

GlobTerm term_of_glob(std::string_view glob) {
    return GlobReader(glob).read();
}

}  // namespace demarche
