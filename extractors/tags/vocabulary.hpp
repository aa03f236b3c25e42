// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "extractors/tags/tokens.hpp"

namespace demarche {

// What the automaton reads instead of letters. A word of a text stands for
// several: itself in exact case, its form, its stem, the prefixes it begins with.
using Symbol = std::uint32_t;

// The language that terms of every language are filed under.
inline constexpr std::string_view any_language = "any";

// Reduces words to stems with Snowball, in the languages it knows; a word of
// another language is its own stem. Belongs to one thread.
class Stemmer {
public:
    explicit Stemmer(const std::string& language);
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    // folded  as case_folded() gives it; the stem comes without accents
    std::string stem(const std::string& folded);

private:
    struct Snowball;
    std::unique_ptr<Snowball> snowball_;
};

// Lets a table of strings be asked for a part of another string without a copy. Every word of every text is hashed,
// and words are short: eight letters at a time, each multiplied in, are twice as quick as the library's own way.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const noexcept {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
        std::uint64_t hash = word.size() * odd;
        for (std::size_t at = 0; at < word.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t letters = 0;
            std::memcpy(&letters, word.data() + at, std::min(sizeof letters, word.size() - at));
            hash = (hash ^ letters) * odd;
            hash ^= hash >> 29U;
        }
        return static_cast<std::size_t>(hash);
    }
};
template <typename Value>
using StringTable = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// The words of all terms, each with its symbol. Filled while a codebook is
// compiled, then only read: safe for many threads.
class Vocabulary {
public:
    // The symbol of one word of a term, made when it is new.
    //
    // kind  word, form, exact or prefix; any and gap are no words
    Symbol add(const std::string& language, PatternStep::Kind kind, std::string_view token);

    // Appends the symbols that a word of a text in `language` stands for, those of
    // terms of every language included.
    void look_up(const std::string& language, std::string_view token, Stemmer& stemmer,
                 std::vector<Symbol>& symbols) const;

    std::size_t size() const noexcept { return count_; }

private:
    struct Words {
        StringTable<Symbol> exact, forms, stems, prefixes;
        StringTable<std::vector<Symbol>> bare_stems;  // of the words without their accents
        std::vector<bool> prefix_lengths;             // whether there is a prefix of so many bytes
    };
    // A word of a text as it is compared.
    struct Shapes {
        std::string form, stem;
        std::string bare_stem;  // of the word without its accents
    };
    Symbol add_stem(Words& words, const std::string& language, std::string_view token);
    void look_up_in(const Words& words, std::string_view token, const Shapes& shapes,
                    std::vector<Symbol>& symbols) const;

    std::map<std::string, Words, std::less<>> languages_;
    std::map<std::string, Stemmer> stemmers_;  // used by add() alone
    std::size_t count_ = 0;
};

// Remembers what the words of a text stand for. Belongs to one thread; keep it
// over documents, as most words recur.
class WordCache {
public:
    explicit WordCache(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    // The symbols of each token of a sentence; null for one that no term has. The
    // pointers are valid until the next call.
    //
    // language  primary, as primary_language() gives it
    void look_up(const std::string& language, std::string_view text, const std::vector<Token>& tokens,
                 std::vector<const std::vector<Symbol>*>& words);

private:
    struct Language {
        Stemmer stemmer;
        StringTable<std::vector<Symbol>> words;
    };
    // Beyond this many words (a page of mojibake has few that recur) it starts afresh.
    static constexpr std::size_t capacity = 200'000;

    const Vocabulary& vocabulary_;
    std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace demarche
