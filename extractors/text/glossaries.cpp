// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/glossaries.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "extractors/text/marks.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

constexpr std::size_t longest_title = 80;         // bytes
constexpr std::size_t most_title_words = 6;       // "glossary of NISS terms and acronyms"
constexpr std::size_t most_blanks = 10;           // in a title, with its number and signs
constexpr std::size_t longest_acronym = 16;       // bytes
constexpr std::size_t longest_term = 64;          // bytes, before what it means
constexpr std::size_t longest_short_entry = 320;  // bytes
constexpr std::size_t longest_cell = 110;         // bytes: what an acronym stands for
constexpr std::size_t fewest_entries = 4;
constexpr std::size_t most_others = 3;       // blocks in a row that are no entries: an entry's further paragraphs
constexpr std::size_t most_before = 1;       // the same before the first entry: "The terms used here mean:"
constexpr std::size_t longest_capitals = 9;  // letters of an acronym in capitals alone; longer ones are titles

// How words of such titles begin, in lower case and without accents.
constexpr std::array<std::string_view, 46> title_stems = {
    // English, French, Spanish, Portuguese, Italian, Romanian
    "glossar", "glossai", "glosar", "acronym", "acronim", "abbreviation", "abreviation", "abreviat", "abreviac",
    "abrevier", "abbreviazion", "sigles", "siglas", "siglario",
    // German, Dutch, Scandinavian, Finnish
    "abkurzung", "afkorting", "forkort", "ordlist", "begrippenlijst", "begreppslist", "lyhente",
    // Slavic
    "zkrat", "skratiek", "skratky", "skrotow", "skracenic", "kratic", "okrajsav", "pojmovnik", "сокращен",
    "аббревиатур", "глоссари", "глосар", "съкращен", "скорочен", "скраћениц", "кратенк",
    // Hungarian, Turkish, Albanian, Baltic, Greek
    "rovidit", "kısaltma", "shkurtim", "shkurtes", "saisinaj", "santrump", "γλωσσαρι", "συντομογραφ", "ακρωνυμ"};

// In scripts without spaces, anywhere in the title.
constexpr std::array<std::string_view, 8> title_signs = {"用語集", "略語", "术语表", "缩略语",
                                                         "縮略語", "คำย่อ", "อักษรย่อ", "약어"};

// Whole titles, for their words head other sections too.
constexpr std::array<std::string_view, 25> whole_titles = {"definitions",
                                                           "definition of terms",
                                                           "definitions of terms",
                                                           "terms and definitions",
                                                           "key terms",
                                                           "key definitions",
                                                           "terms and concepts",
                                                           "abbreviated terms",
                                                           "terms and abbreviations",
                                                           "terminology",
                                                           "termes et definitions",
                                                           "definition des termes",
                                                           "definiciones",
                                                           "terminos y definiciones",
                                                           "definicoes",
                                                           "termos e definicoes",
                                                           "definizioni",
                                                           "definitionen",
                                                           "begriffe",
                                                           "begriffsbestimmungen",
                                                           "definicije",
                                                           "термины и определения",
                                                           "основные понятия",
                                                           "ορισμοι",
                                                           "tanımlar"};

// What may stand before the title itself.
constexpr std::array<std::string_view, 14> part_words = {
    "annex",    "annexe", "annexure", "appendix", "appendice", "apendice",   "anexo",
    "allegato", "anhang", "anlage",   "bilaga",   "priloha",   "приложение", "chapter"};

// Heads of a list's columns.
constexpr std::array<std::string_view, 16> column_words = {
    "acronym",       "acronyms",    "abbreviation",  "abbreviations", "term",    "terms",
    "glossary term", "description", "definition",    "definitions",   "meaning", "explanation",
    "full form",     "sigle",       "signification", "significado"};

// Between a term and what it means. The first of its kind counts, so those that are part of others come last.
constexpr std::array<std::string_view, 18> meaning_signs = {
    ": ",          " - ",          " – ",       " — ",         "- ",
    "– ",          "— ",           " means ",   " refers to ", " refer to ",
    " denotes ",   " stands for ", " désigne ", " signifie ",  " se refiere a ",
    " significa ", " bezeichnet ", " означает "};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string compared(std::string_view text) {
    return without_accents(case_folded(text));
}

bool is_sign(char c) {
    return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

// The words of a text in lower case, without signs around them; numbers, "annex" and dashes before them left out.
std::vector<std::string> title_words(std::string_view text) {
    const std::string folded = compared(text);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = std::min(folded.find(' ', at), folded.size());
        std::string_view word = std::string_view(folded).substr(at, end - at);
        at = end + 1;
        while (!word.empty() && is_sign(word.front())) word.remove_prefix(1);
        while (!word.empty() && is_sign(word.back())) word.remove_suffix(1);
        const bool is_dash = word == "–" || word == "—";
        const bool is_number = word.size() == 1 ||
                               word.find_first_not_of("0123456789.") == std::string_view::npos ||
                               (word.size() <= 5 && word.find_first_not_of("ivx") == std::string_view::npos);
        if (word.empty() || is_dash) continue;
        if (words.empty() && (is_number || is_one_of(part_words, word))) continue;
        words.emplace_back(word);
    }
    return words;
}

// "CERT", "CCDCoE", "R&D", "3G": at least two capitals or figures, and mostly those.
bool is_acronym(std::string_view word) {
    std::size_t letters = 0, capitals = 0, figures = 0;
    for (std::size_t at = 0; at < word.size(); at += code_point_length(word[at])) {
        const std::uint32_t point = first_code_point(word.substr(at));
        if (is_upper_case(point)) ++capitals;
        if (is_letter(point)) ++letters;
        if (is_digit(point)) ++figures;
    }
    return word.size() <= longest_acronym && capitals > 0 && capitals + figures >= 2 && capitals * 2 >= letters &&
           (capitals < letters || letters <= longest_capitals);
}

// Some words, all in capitals: "EXECUTIVE SUMMARY" is no acronym with its meaning.
bool is_in_capitals(std::string_view text) {
    const std::string_view rest = text.substr(std::min(text.find(' '), text.size()));
    bool has_capital = false;
    for (std::size_t at = 0; at < rest.size(); at += code_point_length(rest[at])) {
        const std::uint32_t point = first_code_point(rest.substr(at));
        if (is_lower_case(point)) return false;
        has_capital = has_capital || is_upper_case(point);
    }
    return has_capital;
}

std::string_view without_mark(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || !is_list_mark(text.substr(0, blank))) return text;
    return text.substr(blank + 1);
}

// A block as an entry of a list, or not.
struct Entry {
    enum class Form { none, acronym_alone, acronym, term } form = Form::none;
    std::string key;         // by which lists are in order
    bool is_marked = false;  // "(a)", "2.": a part of something
};

Entry entry_of(std::string_view text) {
    Entry entry;
    entry.is_marked = without_mark(text).size() < text.size();
    text = without_mark(text);
    entry.key = compared(text.substr(0, std::min<std::size_t>(text.size(), 24)));
    entry.key.erase(0, std::min(entry.key.find_first_not_of(" \"'(\xE2\x80\x9C\x9D\x98\x99"), entry.key.size()));
    std::string_view first = text.substr(0, text.find(' '));
    const bool is_alone = first.size() + 2 >= text.size();
    while (!first.empty() &&
           (first.back() == ':' || first.back() == '-' || first.back() == ')' || first.back() == '='))
        first.remove_suffix(1);
    if (is_acronym(first) && text.size() <= longest_short_entry && !is_in_capitals(text)) {
        entry.form = is_alone ? Entry::Form::acronym_alone : Entry::Form::acronym;
        return entry;
    }
    const std::string_view begin = text.substr(0, std::min(text.size(), longest_term));
    const bool has_sign = std::any_of(meaning_signs.begin(), meaning_signs.end(), [&](std::string_view sign) {
        const std::size_t at = begin.find(sign);
        return at != std::string_view::npos && at > 1 && begin.substr(0, at).find(". ") == std::string_view::npos;
    });
    if (has_sign) entry.form = Entry::Form::term;
    return entry;
}

// Follows one list from its title to where it ends.
class List {
public:
    List(std::string_view text, const std::vector<float>& sizes, const std::vector<Block>& blocks,
         std::size_t title)
        : text_(text), sizes_(sizes), blocks_(blocks), title_(title) {}

    // One past the last block of the list; `title + 1` when there is none.
    std::size_t end() {
        is_in_order_ = begins_in_order();
        std::size_t at = title_ + 1;
        for (; at < blocks_.size() && others_ <= (entries_ == 0 ? most_before : most_others); ++at) {
            if (blocks_[at].role == BlockRole::contents || blocks_[at].role == BlockRole::glossary) break;
            if (is_column_head(letters(at))) continue;
            const Entry entry = entry_of(letters(at));
            if (blocks_[at].role == BlockRole::heading && ends_at_heading(at, entry)) {
                // What stands between the last entry and the next section is that entry's.
                if (others_ <= 1 || has_heading_terms_) last_ = at;
                break;
            }
            take(at, entry);
        }
        return entries_ >= fewest_entries ? last_ : title_ + 1;
    }

private:
    std::string_view letters(std::size_t block) const {
        return text_.substr(blocks_[block].span.begin(), blocks_[block].span.length());
    }

    static bool is_column_head(std::string_view text) {
        return text.size() <= 40 && is_one_of(column_words, compared(text));
    }

    // A heading is the next section's, unless it is an entry, an acronym's meaning, or a term over its definition.
    bool ends_at_heading(std::size_t at, const Entry& entry) {
        if (is_glossary_title(letters(at))) return true;
        if (sizes_[at] > 1.1F * sizes_[title_]) return true;
        // "FOREWORD" looks like an acronym, but the entries before it are set as text.
        const bool is_alone = entry.form == Entry::Form::acronym_alone;
        if (is_alone && entries_ > 0 && !has_heading_entries_) return true;
        if (entry.form != Entry::Form::none || unexplained_ > 0) return false;
        if (entries_ == 0 && others_ == 0 && !has_heading_terms_) {
            has_heading_terms_ = true;
            term_size_ = sizes_[at];
        }
        const bool is_numbered = first_code_point(letters(at)) < 0x80 && is_digit(first_code_point(letters(at)));
        return !has_heading_terms_ || is_numbered || sizes_[at] > 1.05F * term_size_ || entry.key < key_;
    }

    void take(std::size_t at, const Entry& entry) {
        const std::size_t size = letters(at).size();
        const bool is_meaning = entry.form == Entry::Form::none && unexplained_ > 0 && size <= longest_cell;
        if (is_meaning) {
            --unexplained_;
            others_ = 0;
            last_ = at + 1;
            return;
        }
        const bool is_heading_term = blocks_[at].role == BlockRole::heading && has_heading_terms_;
        if (entry.form == Entry::Form::none && !is_heading_term && !is_next_in_order(entry)) {
            ++others_;
            return;
        }
        unexplained_ = entry.form == Entry::Form::acronym_alone ? unexplained_ + 1 : 0;
        has_heading_entries_ = has_heading_entries_ || blocks_[at].role == BlockRole::heading;
        before_ = key_;
        key_ = entry.key;
        others_ = 0;
        ++entries_;
        last_ = at + 1;
    }

    // Whether the blocks under the title follow each other in the alphabet, each in a place of its own: few texts
    // do.
    bool begins_in_order() const {
        std::string reached;
        std::size_t in_order = 0;
        for (std::size_t at = title_ + 1; at < blocks_.size() && in_order < fewest_entries; ++at) {
            if (is_column_head(letters(at))) continue;
            std::string key = entry_of(letters(at)).key;
            if (key <= reached || blocks_[at].role != BlockRole::body || is_digit(first_code_point(key)))
                return false;
            reached = std::move(key);
            ++in_order;
        }
        return in_order == fewest_entries;
    }

    // A definition that begins with its term: "Cyberspace is ..." after "Cyber crime is ...". What came before it
    // may have been a second paragraph of an entry that only happened to be in order.
    bool is_next_in_order(const Entry& entry) const {
        return is_in_order_ && !entry.is_marked && (entry.key >= key_ || (entries_ > 1 && entry.key >= before_));
    }

    std::string_view text_;
    const std::vector<float>& sizes_;
    const std::vector<Block>& blocks_;
    std::size_t title_;
    std::size_t last_ = 0;
    std::size_t entries_ = 0;
    std::size_t others_ = 0;       // since the last entry
    std::size_t unexplained_ = 0;  // acronyms that stand alone, before what they mean
    bool is_in_order_ = false;
    bool has_heading_entries_ = false;
    bool has_heading_terms_ = false;  // over their definitions
    float term_size_ = 0;
    std::string key_, before_;
};

}  // namespace

bool is_glossary_title(std::string_view text) {
    if (text.size() > longest_title || text.empty()) return false;
    const char last = text.back();
    if (last == '.' || last == ',' || last == ';') return false;
    if (std::any_of(title_signs.begin(), title_signs.end(),
                    [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; }))
        return true;
    // Most short blocks end here, before their letters are folded.
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) > most_blanks) return false;
    const std::vector<std::string> words = title_words(text);
    if (words.empty() || words.size() > most_title_words) return false;
    for (const std::string& word : words)
        for (const std::string_view stem : title_stems)
            if (word.starts_with(stem)) return true;
    std::string whole;
    for (const std::string& word : words) whole += (whole.empty() ? "" : " ") + word;
    return is_one_of(whole_titles, whole);
}

void mark_glossaries(std::string_view text, const std::vector<float>& sizes, std::vector<Block>& blocks) {
    for (std::size_t i = 0; i + fewest_entries < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.role != BlockRole::heading && block.role != BlockRole::body) continue;
        if (!is_glossary_title(text.substr(block.span.begin(), block.span.length()))) continue;
        const std::size_t end = List(text, sizes, blocks, i).end();
        for (std::size_t k = i + 1; k < end; ++k) blocks[k].role = BlockRole::glossary;
    }
}

}  // namespace demarche
