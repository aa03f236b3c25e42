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

std::string exact_of(std::string_view token) {
    return composed(letters_of(token));
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

Symbol Vocabulary::add(const std::string& language, PatternStep::Kind kind, std::string_view token) {
    Words& words = languages_[primary_language(language)];
    StringTable<Symbol>* table = nullptr;
    std::string key;
    switch (kind) {
        case PatternStep::Kind::exact:
            table = &words.exact;
            key = exact_of(token);
            break;
        case PatternStep::Kind::prefix:
            table = &words.prefixes;
            key = form_of(token);
            if (words.prefix_lengths.size() <= key.size()) words.prefix_lengths.resize(key.size() + 1);
            words.prefix_lengths[key.size()] = true;
            break;
        case PatternStep::Kind::word: return add_stem(words, primary_language(language), token);
        default: table = &words.forms; key = form_of(token);
    }
    const auto [entry, is_new] = table->try_emplace(key, static_cast<Symbol>(count_));
    if (is_new) ++count_;
    return entry->second;
}

// A stemmer takes an accent for a part of the ending: "sécurité" comes down to "sécur", but
// "SECURITE" to "securit". So a word is filed under its stem with and without its accents.
Symbol Vocabulary::add_stem(Words& words, const std::string& language, std::string_view token) {
    Stemmer& stemmer = stemmers_.try_emplace(language, language).first->second;
    const std::string folded = case_folded(letters_of(token));
    const std::string stem = stemmer.stem(folded), bare = stemmer.stem(without_accents(folded));
    const auto [entry, is_new] = words.stems.try_emplace(stem, static_cast<Symbol>(count_));
    if (is_new) ++count_;
    if (bare != stem) {
        auto& same = words.bare_stems[bare];
        if (std::find(same.begin(), same.end(), entry->second) == same.end()) same.push_back(entry->second);
    }
    return entry->second;
}

void Vocabulary::look_up_in(const Words& words, std::string_view token, const Shapes& shapes,
                            std::vector<Symbol>& symbols) const {
    const auto add_from = [&](const StringTable<Symbol>& table, std::string_view key) {
        const auto found = table.find(key);
        if (found != table.end()) symbols.push_back(found->second);
    };
    if (!words.exact.empty()) add_from(words.exact, exact_of(token));
    add_from(words.forms, shapes.form);
    const std::size_t before = symbols.size();
    add_from(words.stems, shapes.stem);
    if (shapes.bare_stem != shapes.stem) add_from(words.stems, shapes.bare_stem);
    if (const auto found = words.bare_stems.find(shapes.bare_stem); found != words.bare_stems.end())
        symbols.insert(symbols.end(), found->second.begin(), found->second.end());
    const auto stems = symbols.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(stems, symbols.end());
    symbols.erase(std::unique(stems, symbols.end()), symbols.end());
    const std::string_view form = shapes.form;
    for (std::size_t length = 1; length <= form.size() && length < words.prefix_lengths.size(); ++length)
        if (words.prefix_lengths[length]) add_from(words.prefixes, form.substr(0, length));
}

void Vocabulary::look_up(const std::string& language, std::string_view token, Stemmer& stemmer,
                         std::vector<Symbol>& symbols) const {
    const std::string folded = case_folded(letters_of(token));
    const std::string form = without_accents(folded);
    if (const auto own = languages_.find(language); own != languages_.end()) {
        const std::string stem = stemmer.stem(folded);
        look_up_in(own->second, token, {form, stem, form == folded ? stem : stemmer.stem(form)}, symbols);
    }
    // Terms of every language are not inflected: their stem is their form.
    if (const auto any = languages_.find(any_language); any != languages_.end())
        look_up_in(any->second, token, {form, form, form}, symbols);
}

void WordCache::look_up(const std::string& language, std::string_view text, const std::vector<Token>& tokens,
                        std::vector<const std::vector<Symbol>*>& words) {
    auto entry = languages_.find(language);
    if (entry == languages_.end()) entry = languages_.emplace(language, Language{Stemmer(language), {}}).first;
    auto& known = entry->second.words;
    if (known.size() >= capacity) known.clear();
    words.assign(tokens.size(), nullptr);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view token = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        auto word = known.find(token);
        if (word == known.end()) {
            std::vector<Symbol> symbols;
            vocabulary_.look_up(language, token, entry->second.stemmer, symbols);
            word = known.emplace(std::string(token), std::move(symbols)).first;
        }
        if (!word->second.empty()) words[i] = &word->second;
    }
}

}  // namespace demarche
