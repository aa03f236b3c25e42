// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/definitions.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::string_view wide_open = "（", wide_close = "）";
constexpr std::string_view low_quote = "„", left_quote = "“", left_single = "‘", guillemet = "«";

// So many bytes of a parenthesis are looked at, and so many words before it: a name is no longer.
constexpr std::size_t longest_content = 240;
constexpr std::size_t longest_name = 16;

bool has_byte(std::string_view text, char byte) noexcept {
    return !text.empty() && std::memchr(text.data(), byte, text.size()) != nullptr;
}

bool holds(std::string_view text, std::string_view mark) noexcept {
    return has_byte(text, mark.front()) && text.find(mark) != std::string_view::npos;
}

bool has_quotation(std::string_view text) noexcept {
    if (has_byte(text, '"') || holds(text, guillemet)) return true;
    // The others begin alike.
    return has_byte(text, left_quote[0]) &&
           (text.find(left_quote) != std::string_view::npos || text.find(left_single) != std::string_view::npos ||
            text.find(low_quote) != std::string_view::npos);
}

bool opens_quotation(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 6> marks = {left_quote, left_single, guillemet,
                                                              low_quote,  "\"",        "'"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

bool begins_like_a_list(std::string_view text) noexcept {
    const auto is_capital = [](std::uint32_t point) { return is_upper_case(point); };
    if (text.size() < 2) return false;
    const std::size_t second = code_point_length(text[0]);
    if (second >= text.size()) return false;
    // ASCII is told at once: most sentences begin with a capital and a small letter.
    if (text[0] >= 'a' && text[0] <= 'z') return false;
    if (second == 1 && text[1] >= 'a' && text[1] <= 'z') return false;
    return is_capital(first_code_point(text)) && is_capital(first_code_point(text.substr(second)));
}

// What ends a name to the left: it is not looked for beyond.
bool is_barrier(std::string_view between) noexcept {
    return between.find_first_of("();:!?\n") != std::string_view::npos || holds(between, "•") ||
           holds(between, wide_open) || holds(between, wide_close);
}

bool is_glue(std::string_view between) noexcept {
    return between == "-" || between == "." || between == "/" || between == "&" || between == "_" ||
           between == "‐" || between == "‑";
}

bool is_roman_numeral(std::string_view letters) noexcept {
    return letters.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

bool is_acronym(std::string_view printed) {
    if (printed.size() < 2 || printed.size() > 40) return false;
    const std::uint32_t first = first_code_point(printed);
    if (!is_letter(first)) return false;
    int capitals = 0, small = 0;
    for (std::size_t at = 0; at < printed.size(); at += code_point_length(printed[at])) {
        const std::uint32_t point = first_code_point(printed.substr(at));
        capitals += is_upper_case(point) ? 1 : 0;
        small += is_lower_case(point) ? 1 : 0;
    }
    const int letters = capitals + small;
    // "OEA/CICTE" are two.
    return capitals >= 2 && letters <= 12 && !has_byte(printed, '/') && 2 * capitals >= letters &&
           !is_roman_numeral(printed);
}

std::string letters_of_acronym(std::string_view printed) {
    const bool is_plural = printed.size() > 2 && printed.back() == 's' &&
                           is_upper_case(last_code_point(printed.substr(0, printed.size() - 1)));
    if (is_plural) printed.remove_suffix(1);
    std::string letters;
    for (std::size_t at = 0; at < printed.size(); at += code_point_length(printed[at])) {
        const std::string_view point = printed.substr(at, code_point_length(printed[at]));
        if (is_word_character(first_code_point(point))) letters += point;
    }
    return folded_word(letters);
}

std::vector<Definition> DefinitionFinder::find(std::string_view sentence) {
    text_ = sentence;
    found_.clear();
    const bool is_list = begins_like_a_list(text_), is_quoting = has_quotation(text_);
    if (!is_list && !is_quoting && !has_promising_parenthesis()) return {};
    tokenize(sentence, tokens_);
    if (tokens_.empty()) return {};
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (text_[at] == '(')
            try_parenthesis(at + 1);
        else if (text_[at] == wide_open[0] && text_.substr(at).starts_with(wide_open))
            try_parenthesis(at + wide_open.size());
    }
    if (is_quoting) try_announced();
    if (is_list) try_list();
    std::sort(found_.begin(), found_.end(), [](const Definition& a, const Definition& b) {
        return std::pair(a.short_form, a.long_form) < std::pair(b.short_form, b.long_form);
    });
    return found_;
}

// Whether a parenthesis may hold a short form, or the word before it may be one: of most it is told from a letter
// or two ("(see Annex A)", "(2016)"), and the sentence need not be taken apart.
bool DefinitionFinder::has_promising_parenthesis() const {
    const auto is_high = [&](std::size_t at) {
        return at < text_.size() &&
               ((text_[at] >= 'A' && text_[at] <= 'Z') || static_cast<unsigned char>(text_[at]) >= 0x80);
    };
    for (std::size_t at = 0; (at = text_.find('(', at)) != std::string_view::npos;) {
        std::size_t before = at;
        while (before > 0 && text_[before - 1] == ' ') --before;
        if (before > 1 && (is_high(before - 1) || (text_[before - 1] == 's' && is_high(before - 2)))) return true;
        at = text_.find_first_not_of(' ', at + 1);
        if (at == std::string_view::npos) return false;
        // "(ACN", "(eGA"; a capital and small letters begin a common word.
        if (is_high(at + 1) || is_high(at + 2) || (is_high(at) && text_.substr(at).find('.') == 1)) return true;
        if (announced_length(at) > 0 || text_.substr(at).starts_with("the ")) return true;
    }
    return holds(text_, wide_open);
}

std::string_view DefinitionFinder::token(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

std::size_t DefinitionFinder::first_token_from(std::size_t offset) const {
    return static_cast<std::size_t>(
        std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.begin < offset; }) -
        tokens_.begin());
}

// Tokens that are printed as one word: "NCSC-FI", "CERT.LV".
DefinitionFinder::Group DefinitionFinder::group_at(std::size_t first, std::size_t end) const {
    std::size_t last = first + 1;
    while (last < tokens_.size() && tokens_[last].end <= end && last - first < 4 &&
           is_glue(text_.substr(tokens_[last - 1].end, tokens_[last].begin - tokens_[last - 1].end)))
        ++last;
    return {first, last};
}

// The words that may be a name's that ends at `offset`, nearest first; none when something else stands between.
std::vector<std::size_t> DefinitionFinder::words_before(std::size_t offset) const {
    std::vector<std::size_t> words;
    std::size_t right = offset;
    for (std::size_t i = first_token_from(offset); i-- > 0 && words.size() < longest_name;) {
        if (tokens_[i].end > right || is_barrier(text_.substr(tokens_[i].end, right - tokens_[i].end))) break;
        words.push_back(i);
        right = tokens_[i].begin;
    }
    return words;
}

std::vector<NameWord> DefinitionFinder::name_words(std::size_t first, std::size_t last) const {
    std::vector<NameWord> words;
    for (std::size_t i = first; i < last; ++i) {
        std::string letters = folded_word(letters_of(token(i)));
        const bool is_small = words_.small.contains(letters);
        words.push_back({std::move(letters), is_small});
    }
    return words;
}

// The bytes of the announcing phrase at `at`, or 0: "hereinafter referred to as".
std::size_t DefinitionFinder::announced_length(std::size_t at) const {
    if (at >= text_.size() || !words_.called_begins[static_cast<unsigned char>(text_[at])]) return 0;
    for (const std::string& phrase : words_.called) {
        if (text_.size() - at < phrase.size()) continue;
        const std::string_view here = text_.substr(at, phrase.size());
        const std::size_t head = code_point_length(phrase[0]);
        // It may begin a parenthesis with a capital.
        const bool is_it =
            here == phrase || (here.substr(std::min(head, here.size())) == std::string_view(phrase).substr(head) &&
                               case_folded(here) == case_folded(phrase));
        const std::size_t behind = at + phrase.size();
        if (is_it && (behind == text_.size() || !is_word_character(first_code_point(text_.substr(behind)))))
            return phrase.size();
    }
    return 0;
}

std::size_t DefinitionFinder::skip_announcement(std::size_t begin, std::size_t end) const {
    while (begin < end && text_[begin] == ' ') ++begin;
    const std::size_t length = announced_length(begin);
    return begin + length <= end ? begin + length : begin;
}

void DefinitionFinder::try_parenthesis(std::size_t open) {
    const std::string_view content = text_.substr(open, longest_content);
    const auto bracket = std::find_if(content.begin(), content.end(), [](char c) { return c == '(' || c == ')'; });
    const std::size_t close =
        open + std::min(static_cast<std::size_t>(bracket - content.begin()), content.find(wide_close));
    const std::size_t outside = text_[open - 1] == '(' ? open - 1 : open - wide_open.size();
    const std::size_t begin = skip_announcement(open, close);
    const bool is_announced = begin > open && announced_length(text_.find_first_not_of(' ', open)) > 0;
    if (!try_short_form(begin, close, outside, is_announced)) try_long_form_in(open, close);
}

// "the "Agency"", "ACN", "ACN, formerly ISCOM" at [begin, end), of a name that ends at `name_end`.
bool DefinitionFinder::try_short_form(std::size_t begin, std::size_t end, std::size_t name_end, bool is_announced) {
    std::size_t first = first_token_from(begin);
    if (first == tokens_.size() || tokens_[first].end > end) return false;
    if (const Group whole = group_at(first, end); is_acronym(
            text_.substr(tokens_[whole.first].begin, tokens_[whole.last - 1].end - tokens_[whole.first].begin)))
        return add_acronym(whole, name_end);
    bool is_quoted = opens_quotation(text_.substr(text_.find_first_not_of(" -:,", begin)));
    if (words_.articles.contains(folded_word(token(first)))) {
        const std::size_t behind = tokens_[first].end;
        if (++first == tokens_.size() || tokens_[first].end > end) return false;
        const std::string_view between = text_.substr(behind, tokens_[first].begin - behind);
        const std::size_t mark = between.find_first_not_of(' ');
        is_quoted = is_quoted || (mark != std::string_view::npos && opens_quotation(between.substr(mark)));
    }
    const Group group = group_at(first, end);
    if (is_acronym(
            text_.substr(tokens_[group.first].begin, tokens_[group.last - 1].end - tokens_[group.first].begin)))
        return add_acronym(group, name_end);
    if (!is_announced && !is_quoted) return false;
    std::size_t last = first + 1;
    while (last < tokens_.size() && tokens_[last].end <= end && last - first < 4 &&
           text_.substr(tokens_[last - 1].end, tokens_[last].begin - tokens_[last - 1].end) == " ")
        ++last;
    const std::vector<std::size_t> words = words_before(name_end);
    if (last - first > 3 || words.empty() || !is_upper_case(first_code_point(token(first)))) return false;
    found_.push_back(
        {Definition::Kind::description, span_of(first, last), span_of(words.back(), words.front() + 1)});
    return true;
}

// Acronym tokens [group) of a name whose words end at `name_end`.
bool DefinitionFinder::add_acronym(Group group, std::size_t name_end) {
    std::vector<std::size_t> before = words_before(name_end);
    if (before.empty()) return false;
    const std::size_t first = before.back(), last = before.front() + 1;
    const std::vector<NameWord> words = name_words(first, last);
    const Span printed = span_of(group.first, group.last);
    // "NCSC-FI": the second part may say whose it is.
    for (std::size_t end = group.last; end > group.first; --end) {
        const std::string_view part = text_.substr(printed.begin(), tokens_[end - 1].end - printed.begin());
        if (const auto begin = long_form_before(words, letters_of_acronym(part))) {
            found_.push_back({Definition::Kind::acronym, printed, span_of(first + *begin, last)});
            return true;
        }
    }
    found_.push_back({Definition::Kind::foreign, printed, span_of(first, last)});
    return true;
}

// "ACR (Long Name)": the parenthesis [begin, end) explains the word before it.
void DefinitionFinder::try_long_form_in(std::size_t begin, std::size_t end) {
    const std::size_t inside = first_token_from(begin), behind = first_token_from(end);
    if (inside == 0 || behind <= inside + 1) return;
    std::size_t first = inside - 1;
    while (first > 0 &&
           is_glue(text_.substr(tokens_[first - 1].end, tokens_[first].begin - tokens_[first - 1].end)))
        --first;
    const Span printed = span_of(first, inside);
    const std::string_view acronym = text_.substr(printed.begin(), printed.length());
    if (!is_acronym(acronym) || is_barrier(text_.substr(printed.end(), begin - 1 - printed.end()))) return;
    const std::size_t last = std::min(behind, inside + longest_name);
    if (const auto count = long_form_after(name_words(inside, last), letters_of_acronym(acronym)))
        found_.push_back({Definition::Kind::acronym, printed, span_of(inside, inside + *count)});
}

// "..., hereinafter "the Agency"": what a parenthesis does not hold is between quotation marks.
void DefinitionFinder::try_announced() {
    for (const Token& token : tokens_) {
        const std::size_t at = token.begin;
        // What is announced within a sentence stands between commas; most words are told by what is before them.
        if (at < 2 || text_[at - 1] != ' ' || text_[at - 2] != ',') continue;
        const std::size_t length = announced_length(at);
        if (length == 0) continue;
        const std::size_t begin = at + length;
        const std::size_t end = std::min(text_.size(), begin + longest_content);
        try_short_form(begin, text_.find_first_of(",;.)", begin) < end ? text_.find_first_of(",;.)", begin) : end,
                       at - 2, true);
    }
}

// "ACR - Long Name", "ACR: Long Name" or the two columns of a list of abbreviations.
void DefinitionFinder::try_list() {
    std::size_t at = 0;
    while (at + 2 < tokens_.size()) {
        const Group group = group_at(at, text_.size());
        const Span printed = span_of(group.first, group.last);
        const std::string_view acronym = text_.substr(printed.begin(), printed.length());
        const std::string letters = letters_of_acronym(acronym);
        if (group.last >= tokens_.size() || !is_acronym(acronym) || letters.size() < 3) return;
        std::size_t last = group.last;
        while (last < tokens_.size() && last - group.last < longest_name &&
               (last == group.last ||
                !is_barrier(text_.substr(tokens_[last - 1].end, tokens_[last].begin - tokens_[last - 1].end))))
            ++last;
        const auto count = long_form_after(name_words(group.last, last), letters);
        if (!count || !is_upper_case(first_code_point(token(group.last)))) return;
        at = group.last + *count;
        found_.push_back({Definition::Kind::acronym, printed, span_of(group.last, at)});
    }
}

}  // namespace demarche
