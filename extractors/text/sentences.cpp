// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "extractors/text/block_languages.hpp"
#include "extractors/text/headings.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// Shortened words that a full stop ends without ending the sentence, in the languages that strategies come in.
// Compared in lower case, without the last full stop. Those that often do end a sentence ("etc", "inc") are
// left out: ICU does not break before a lower-case word, which is how they go on.
//
// In order, as every full stop asks for one.
constexpr auto abbreviations = [] {
    auto all = std::to_array<std::string_view>(
        {// English
         "e.g", "i.e", "cf", "vs", "viz", "no", "nos", "art", "arts", "para", "paras", "sec", "sect", "ch", "chap",
         "fig", "figs", "vol", "p", "pp", "ed", "eds", "dr", "mr", "mrs", "ms", "prof", "gen", "col", "lt", "hon",
         "st", "dept", "u.n", "u.s", "u.k", "e.u", "n", "approx", "al", "ref", "res", "doc", "incl", "resp",
         // French
         "m", "mm", "mme", "mlle", "av", "chap", "env", "ex", "préc",
         // Spanish, Portuguese, Italian
         "sr", "sra", "sres", "núm", "nro", "núms", "pág", "págs", "ee.uu", "ee", "uu", "dª", "lic", "ing", "dra",
         "exmo", "p.ej", "p. ej", "inc", "pag", "sig", "dott",
         // German, Scandinavian, Dutch
         "z.b", "bzw", "abs", "nr", "vgl", "ggf", "bspw", "d.h", "u.a", "s.o", "ca", "sog", "bl.a", "t.ex", "jf",
         "bijv", "o.a", "dvs", "f.eks",
         // Slavic and others
         "г", "ст", "т.е", "т.д", "т.п", "рис", "см", "п", "пп", "стр", "им", "гг", "руб", "čl", "br", "tzv", "npr",
         "str", "odst", "např", "tj", "ust", "poz", "tzn", "lit"});
    std::sort(all.begin(), all.end());
    return all;
}();

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

Span trimmed(std::string_view block, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(block[begin])) ++begin;
    while (end > begin && is_space(block[end - 1])) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view last_word(std::string_view text) {
    const std::size_t space = text.find_last_of(" \n(");
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool is_abbreviation(std::string_view word) {
    if (word.size() < 2 || word.back() != '.') return false;
    word.remove_suffix(1);
    // An initial: "J. Smith".
    if (word.size() <= 2 && is_upper_case(first_code_point(word)) &&
        first_code_point(word) == last_code_point(word))
        return true;
    const std::string folded = case_folded(word);
    return std::binary_search(abbreviations.begin(), abbreviations.end(), std::string_view(folded));
}

// "1.", "2.3.", "(a).", "IV." standing alone: the number of what follows, not a sentence.
bool is_only_a_mark(std::string_view text) {
    if (text.size() > 8) return false;
    std::size_t letters = 0;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            ++letters;
        else if (!((c >= '0' && c <= '9') || c == '.' || c == '(' || c == ')' || c == '-'))
            return false;
    }
    return letters <= 1 || text.find_first_not_of("ivxlIVXL.()") == std::string_view::npos;
}

// The length of a dash or bullet that begins the text; 0 if none does.
std::size_t mark_length(std::string_view text) {
    switch (first_code_point(text)) {
        case '-': return 1;
        case 0xB7: return 2;
        case 0x2013:
        case 0x2014:
        case 0x2022:
        case 0x2023:
        case 0x25AA:
        case 0x25CF:
        case 0x25A0:
        case 0x25CB:
        case 0x25E6:
        case 0xF0B7:
        case 0xF0A7: return 3;
        default: return 0;
    }
}

// Whether what ICU takes for two sentences is one.
bool runs_on(std::string_view sentence, std::string_view next) {
    if (next.empty()) return true;
    const std::uint32_t first = first_code_point(next);
    if (is_only_a_mark(sentence)) return true;
    const std::string_view word = last_word(sentence);
    if (word == "No." || word == "Nos." || word == "no." || word == "Nr." || word == "nr." || word == "p." ||
        word == "pp.")
        return is_digit(first);  // "no." also ends sentences
    if (is_abbreviation(word)) return true;
    // A full stop, and the text goes on in lower case; "?" and "!" inside a quotation do the same.
    return is_lower_case(first);
}

// A note number that the file sets like any other text: "of all networks.12 The next".
// Returns where the next sentence begins; 0 if `text[at]`, a full stop, is none of that kind.
std::size_t after_note_number(std::string_view text, std::size_t at) {
    std::size_t next = at + 1;
    if (at < 3 || !is_lower_case(last_code_point(text.substr(0, at))) ||
        is_abbreviation(last_word(text.substr(0, at + 1))))
        return 0;
    while (next < text.size() && text[next] >= '0' && text[next] <= '9') ++next;
    const std::size_t digits = next - at - 1;
    if (digits == 0 || digits > 3 || next + 1 >= text.size() || text[next] != ' ') return 0;
    return is_upper_case(first_code_point(text.substr(next + 1))) ? next + 1 : 0;
}

// ICU lets a dash or a bullet carry a sentence on ("said. - Then"); in policy texts
// it begins the next item of a list.
bool begins_item(std::string_view text, std::size_t sentence, std::size_t stop) {
    if (text[stop + 1] != ' ') return false;
    const std::size_t mark = mark_length(text.substr(stop + 2));
    if (mark == 0 || stop + 2 + mark >= text.size() || text[stop + 2 + mark] != ' ') return false;
    return text[stop] != '.' || !is_abbreviation(last_word(text.substr(sentence, stop + 1 - sentence)));
}

// Adds the sentences that stand in one of ICU's.
void add_items(std::string_view block, Span sentence, std::vector<Span>& sentences) {
    const std::string_view text = block.substr(sentence.begin(), sentence.length());
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
        const char c = text[at];
        if (c != '.' && c != ';' && c != ':' && c != '!' && c != '?') continue;
        const std::size_t noted = c == '.' ? after_note_number(text, at) : 0;
        if (noted == 0 && !begins_item(text, begin, at)) continue;
        const std::size_t end = noted > 0 ? noted : at + 1;
        sentences.push_back(trimmed(block, sentence.begin() + begin, sentence.begin() + end));
        begin = noted > 0 ? noted : at + 2;
    }
    sentences.push_back(trimmed(block, sentence.begin() + begin, sentence.end()));
}

}  // namespace

struct SentenceSplitter::Breaker {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText* text = nullptr;

    ~Breaker() { utext_close(text); }
};

SentenceSplitter::SentenceSplitter(const std::string& language) : breaker_(std::make_unique<Breaker>()) {
    UErrorCode status = U_ZERO_ERROR;
    breaker_->iterator.reset(icu::BreakIterator::createSentenceInstance(
        icu::Locale(language.empty() ? "en" : language.c_str()), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU sentence rules: ") + u_errorName(status));
}

SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;
SentenceSplitter::~SentenceSplitter() = default;

std::vector<Span> SentenceSplitter::split(std::string_view block) {
    UErrorCode status = U_ZERO_ERROR;
    breaker_->text = utext_openUTF8(breaker_->text, block.data(), static_cast<std::int64_t>(block.size()), &status);
    breaker_->iterator->setText(breaker_->text, status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU sentence breaker: ") + u_errorName(status));
    std::vector<Span> sentences;
    std::size_t begin = 0;
    breaker_->iterator->first();
    for (std::int32_t end = breaker_->iterator->next(); end != icu::BreakIterator::DONE;
         end = breaker_->iterator->next()) {
        const Span candidate = trimmed(block, begin, static_cast<std::size_t>(end));
        if (candidate.empty()) continue;
        const Span rest = trimmed(block, static_cast<std::size_t>(end), block.size());
        const std::string_view sentence = block.substr(candidate.begin(), candidate.length());
        if (!rest.empty() && runs_on(sentence, block.substr(rest.begin(), rest.length()))) continue;
        add_items(block, candidate, sentences);
        begin = static_cast<std::size_t>(end);
    }
    return sentences;
}

std::vector<Sentence> split_sentences(const CleanText& text, const std::string& document_language) {
    const std::vector<std::string> languages = detect_block_languages(text, document_language);
    std::map<std::string, SentenceSplitter> splitters;
    std::vector<Sentence> sentences;
    HeadingPath path;
    std::string section;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const Block& block = text.blocks()[i];
        const std::string_view letters = text.slice(block.span);
        if (block.role == BlockRole::heading) {
            path.enter(letters, print_height(text, block.span));
            section = path.text();
        }
        SentenceSplitter& splitter = splitters.try_emplace(languages[i], languages[i]).first->second;
        for (const Span span : splitter.split(letters)) {
            const Span place = span.shifted_by(block.span.begin());
            sentences.push_back({static_cast<std::uint32_t>(sentences.size() + 1), place, languages[i], block.role,
                                 text.page_at(place.begin()), section});
        }
    }
    return sentences;
}

}  // namespace demarche
