// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/vocabulary.hpp"

#include <libstemmer.h>

#include <algorithm>

#include "corpora/model/language.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

std::string form_of(std::string_view token) {
    return without_accents(case_folded(letters_of(token)));
}

}  // namespace

struct Stemmer::Snowball {
    sb_stemmer* stemmer = nullptr;

    explicit Snowball(const std::string& language) : stemmer(sb_stemmer_new(language.c_str(), "UTF_8")) {}
    Snowball(const Snowball&) = delete;
    Snowball& operator=(const Snowball&) = delete;
    ~Snowball() { sb_stemmer_delete(stemmer); }
};

Stemmer::Stemmer(const std::string& language) : snowball_(std::make_unique<Snowball>(language)) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& folded) {
    if (!snowball_->stemmer) return without_accents(folded);
    const auto* stem = sb_stemmer_stem(snowball_->stemmer, reinterpret_cast<const sb_symbol*>(folded.data()),
                                       static_cast<int>(folded.size()));
    if (!stem) return without_accents(folded);
    return without_accents(
        {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(snowball_->stemmer))});
}

std::size_t Vocabulary::PrefixLengths::place_of(std::string_view word) {
    return StringHash{}(word.substr(0, letters)) % std::tuple_size_v<decltype(by_letters_)>;
}

void Vocabulary::PrefixLengths::add(std::string_view prefix) {
    std::uint64_t& lengths = prefix.size() < letters ? short_ones_ : by_letters_[place_of(prefix)];
    lengths |= std::uint64_t{1} << std::min(prefix.size(), longest);
}

std::uint64_t Vocabulary::PrefixLengths::of(std::string_view word) const {
    return word.size() < letters ? short_ones_ : short_ones_ | by_letters_[place_of(word)];
}

Symbol Vocabulary::add(const std::string& language, PatternStep::Kind kind, std::string_view token) {
    Words& words = languages_[primary_language(language)];
    const auto symbol_at = [&](const std::string& key, Symbol Entry::*kind_of_symbol) {
        Symbol& symbol = words.entries[key].*kind_of_symbol;
        if (symbol == none) symbol = new_symbol();
        return symbol;
    };
    switch (kind) {
        case PatternStep::Kind::exact: return symbol_at(composed(letters_of(token)), &Entry::exact);
        case PatternStep::Kind::word: return add_stem(words, primary_language(language), token);
        case PatternStep::Kind::prefix: {
            const std::string prefix = form_of(token);
            words.prefix_lengths.add(prefix);
            return symbol_at(prefix, &Entry::prefix);
        }
        default: return symbol_at(form_of(token), &Entry::form);
    }
}

void Vocabulary::mark_beginning(Symbol symbol) {
    if (begins_.size() <= symbol) begins_.resize(symbol + 1);
    begins_[symbol] = true;
}

// A stemmer takes an accent for a part of the ending: "sécurité" comes down to "sécur", but
// "SECURITE" to "securit". So a word is filed under its stem with and without its accents.
Symbol Vocabulary::add_stem(Words& words, const std::string& language, std::string_view token) {
    Stemmer& stemmer = stemmers_.try_emplace(language, language).first->second;
    const std::string folded = case_folded(letters_of(token));
    const std::string stem = stemmer.stem(folded), bare = stemmer.stem(without_accents(folded));
    Symbol& symbol = words.entries[stem].stem;
    if (symbol == none) symbol = new_symbol();
    if (bare != stem) {
        auto& same = words.bare_stems[bare];
        if (std::find(same.begin(), same.end(), symbol) == same.end()) same.push_back(symbol);
    }
    return symbol;
}

// Most words of a text are one spelling in all their shapes, so each spelling is looked up once.
void Vocabulary::look_up_in(const Words& words, const Shapes& shapes, std::vector<Symbol>& symbols) {
    constexpr Entry no_entry;
    const auto entry_of = [&](const std::string& spelling) {
        const auto found = words.entries.find(spelling);
        return found == words.entries.end() ? no_entry : found->second;
    };
    const auto add = [&](Symbol symbol) {
        if (symbol != none) symbols.push_back(symbol);
    };
    const Entry form = entry_of(shapes.form);
    const Entry stem = shapes.stem == shapes.form ? form : entry_of(shapes.stem);
    add(shapes.exact == shapes.form ? form.exact : entry_of(shapes.exact).exact);
    add(form.form);
    const std::size_t before = symbols.size();
    add(stem.stem);
    if (shapes.bare_stem != shapes.stem) add(entry_of(shapes.bare_stem).stem);
    if (const auto found = words.bare_stems.find(shapes.bare_stem); found != words.bare_stems.end())
        symbols.insert(symbols.end(), found->second.begin(), found->second.end());
    const auto stems = symbols.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(stems, symbols.end());
    symbols.erase(std::unique(stems, symbols.end()), symbols.end());
    add_prefixes(words, shapes.form, symbols);
}

void Vocabulary::add_prefixes(const Words& words, std::string_view form, std::vector<Symbol>& symbols) {
    const std::uint64_t lengths = words.prefix_lengths.of(form);
    if (lengths == 0) return;
    for (std::size_t length = 1; length <= form.size(); ++length) {
        if ((lengths >> std::min(length, PrefixLengths::longest) & 1U) == 0) continue;
        const auto found = words.entries.find(form.substr(0, length));
        if (found != words.entries.end() && found->second.prefix != none) symbols.push_back(found->second.prefix);
    }
}

void Vocabulary::look_up(const std::string& language, std::string_view token, Stemmer& stemmer,
                         std::vector<Symbol>& symbols) const {
    const std::string letters = letters_of(token);
    const std::string folded = case_folded(letters);
    Shapes shapes{composed(letters), without_accents(folded), {}, {}};
    if (const auto own = languages_.find(language); own != languages_.end()) {
        shapes.stem = stemmer.stem(folded);
        shapes.bare_stem = shapes.form == folded ? shapes.stem : stemmer.stem(shapes.form);
        look_up_in(own->second, shapes, symbols);
    }
    // Terms of every language are not inflected: their stem is their form.
    if (const auto any = languages_.find(any_language); any != languages_.end()) {
        shapes.stem = shapes.bare_stem = shapes.form;
        look_up_in(any->second, shapes, symbols);
    }
}

void WordCache::Language::clear() {
    words.clear();
    memory.release();
}

KnownWord WordCache::Language::keep(std::span<const Symbol> symbols, std::size_t beginning) {
    if (symbols.empty()) return {};
    auto* kept = static_cast<Symbol*>(memory.allocate(symbols.size() * sizeof(Symbol), alignof(Symbol)));
    std::copy(symbols.begin(), symbols.end(), kept);
    return KnownWord({kept, symbols.size()}, beginning);
}

KnownWord WordCache::look_up(const std::string& language, Language& known, std::string_view printed) {
    symbols_.clear();
    vocabulary_.look_up(language, printed, known.stemmer, symbols_);
    const auto others = std::stable_partition(symbols_.begin(), symbols_.end(),
                                              [&](Symbol symbol) { return vocabulary_.may_begin(symbol); });
    return known.keep(symbols_, static_cast<std::size_t>(others - symbols_.begin()));
}

void WordCache::look_up(const std::string& language, std::string_view text, const std::vector<Token>& tokens,
                        std::vector<KnownWord>& words) {
    Language& known = languages_.try_emplace(language, language).first->second;
    if (known.words.size() >= capacity) known.clear();
    words.clear();
    for (const Token& token : tokens) {
        const std::string_view printed = text.substr(token.begin, token.end - token.begin);
        auto word = known.words.find(printed);
        if (word == known.words.end())
            word = known.words.emplace(std::string(printed), look_up(language, known, printed)).first;
        words.push_back(word->second);
    }
}

}  // namespace demarche
