// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/search_words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "extractors/text/radicals.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t letters_before_a_number = 3;
// In Latin, Greek and Cyrillic, invisible joiners and soft hyphens separate, as in the study's index.
constexpr std::uint32_t first_joining = 0x0530;

enum class Kind { separator, letter, digit, unspaced, joiner };

bool is_letter_or_digit(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

Kind kind_of(std::uint32_t point) noexcept {
    if (point < 0x80) {
        const auto c = static_cast<char>(point);
        if (!is_letter_or_digit(c)) return Kind::separator;
        return c <= '9' ? Kind::digit : Kind::letter;
    }
    // Stand inside words of Persian, Hindi and others, and are not seen.
    if (point == 0x200C || point == 0x200D || point == 0xAD) return Kind::joiner;
    // Voiced and half-voiced signs of kana are no script's own.
    const bool is_kana_sign = point == 0xFF9E || point == 0xFF9F || point == 0x3099 || point == 0x309A;
    if (is_kana_sign || without_radical(point) != point) return Kind::unspaced;
    if (!is_word_character(point)) return Kind::separator;
    if (u_charType(static_cast<UChar32>(point)) == U_OTHER_NUMBER)
        return Kind::separator;  // superscripts, (1), 1/2
    if (is_unspaced_script(point)) return Kind::unspaced;
    return is_digit(point) ? Kind::digit : Kind::letter;
}

bool is_mark(std::uint32_t point) noexcept {
    return (U_MASK(u_charType(static_cast<UChar32>(point))) & U_GC_M_MASK) != 0;
}

// Signs that tell spellings of a word apart, not words.
bool is_optional_sign(std::uint32_t point, std::uint32_t before) noexcept {
    if (point >= 0x0300 && point <= 0x036F)
        return !(point == 0x0306 && (before == 0x0438 || before == 0x0443));  // Cyrillic short i, short u
    return (point >= 0x0591 && point <= 0x05C7) || point == 0x0640 || (point >= 0x064B && point <= 0x0655) ||
           point == 0x0670;
}

const icu::Normalizer2& decomposing(bool compatibly) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const found =
        compatibly ? icu::Normalizer2::getNFKDInstance(status) : icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU data is missing: ") + u_errorName(status));
    return *found;
}

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string exact_form(std::string_view word) {
    if (is_ascii(word)) return std::string(word);
    std::string seen;
    for (std::uint32_t at = 0; at < word.size(); at += code_point_length(word[at])) {
        const std::string_view point = word.substr(at, code_point_length(word[at]));
        if (kind_of(first_code_point(point)) != Kind::joiner) seen += point;
    }
    return composed(seen);
}

std::string folded_form(std::string_view word) {
    std::string folded = case_folded(word);  // without joiners and soft hyphens, too
    if (is_ascii(folded)) return folded;
    static const icu::Normalizer2& nfd = decomposing(false);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = nfd.normalize(icu::UnicodeString::fromUTF8(folded), status);
    std::string bare;
    std::uint32_t before = 0;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const auto point = static_cast<std::uint32_t>(parts.char32At(at));
        if (!is_optional_sign(point, before)) append_utf8(bare, point);
        before = point;
    }
    return bare;
}

class Splitter {
public:
    Splitter(std::string_view text, LetterRule rule, std::vector<TextWord>& words)
        : text_(text), rule_(rule), words_(words) {}

    void split() {
        while (at_ < text_.size()) {
            const Kind kind = look();
            if (kind == Kind::unspaced)
                add_unspaced();
            else if (kind == Kind::letter || kind == Kind::digit)
                add_word();
            else
                at_ += step_;
        }
    }

private:
    // What stands at at_; its length in step_.
    Kind look() noexcept {
        step_ = std::min(code_point_length(text_[at_]), static_cast<std::uint32_t>(text_.size()) - at_);
        point_ = first_code_point(text_.substr(at_, step_));
        return kind_of(point_);
    }

    void add_word() {
        const std::uint32_t begin = at_;
        std::uint32_t end = at_, letters = 0, last = 0;
        while (at_ < text_.size()) {
            const Kind kind = look();
            if (kind == Kind::separator || kind == Kind::unspaced) break;
            if (kind == Kind::joiner && last < first_joining) break;
            if (kind == Kind::digit && letters >= letters_before_a_number) break;
            if (kind == Kind::letter) ++letters;
            at_ += step_;
            if (kind == Kind::joiner) continue;
            end = at_;
            last = point_;
        }
        const std::string_view word = text_.substr(begin, end - begin);
        std::string form = rule_ == LetterRule::exact ? exact_form(word) : folded_form(word);
        // A mark or tatweel that stands alone folds to nothing.
        if (!form.empty()) add({Span(begin, end), std::move(form), false, false, false});
    }

    // "ｶﾞ", "ガ" and "カ" with a sign are the same letters; so each becomes its parts, all with its place.
    void add_unspaced() {
        const Span span(at_, at_ + step_);
        static const icu::Normalizer2& nfkd = decomposing(true);
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString parts =
            nfkd.normalize(icu::UnicodeString(static_cast<UChar32>(without_radical(point_))), status);
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const auto part = static_cast<std::uint32_t>(parts.char32At(i));
            TextWord word{span, {}, true, is_mark(part), false};
            append_utf8(word.form, part);
            add(std::move(word));
        }
        at_ += step_;
    }

    void add(TextWord&& word) {
        if (!words_.empty()) {
            const std::uint32_t end = words_.back().span.end(), begin = word.span.begin();
            word.follows_on = begin <= end ||
                              text_.substr(end, begin - end).find_first_not_of(" \t\n\r") == std::string_view::npos;
        }
        words_.push_back(std::move(word));
    }

    std::string_view text_;
    LetterRule rule_;
    std::vector<TextWord>& words_;
    std::uint32_t at_ = 0, step_ = 0, point_ = 0;
};

}  // namespace

void search_words(std::string_view text, LetterRule rule, std::vector<TextWord>& words) {
    words.clear();
    Splitter(text, rule, words).split();
}

}  // namespace demarche
