// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "extractors/tags/string_table.hpp"
#include "extractors/tags/tokens.hpp"

namespace demarche {

// What the automaton reads instead of letters. A word of a text stands for
// several: itself in exact case, its form, its stem, the prefixes it begins with.
using Symbol = std::uint32_t;

// A set of symbols, told by a bit each in two halves, so that it may hold more than was put in: where two have no
// bit in common in one of the halves, no symbol is in both.
struct SymbolSet {
    std::uint64_t low = 0, high = 0;

    SymbolSet& operator|=(SymbolSet other) noexcept {
        low |= other.low;
        high |= other.high;
        return *this;
    }
    // Without a branch between the halves, which would often be guessed wrong.
    bool meets(SymbolSet other) const noexcept {
        return (((low & other.low) != 0) & ((high & other.high) != 0)) != 0;
    }
};
inline SymbolSet set_of(Symbol symbol) noexcept {
    return {std::uint64_t{1} << (symbol % 64), std::uint64_t{1} << (symbol / 64 % 64)};
}

// A word of a text: what it stands for; nothing when no term has it.
struct KnownWord {
    std::span<const Symbol> symbols;
    SymbolSet set;                       // the same
    std::span<const Symbol> beginnings;  // those of them, in front, that may begin a pattern

    KnownWord() = default;
    explicit KnownWord(std::span<const Symbol> its_symbols) : KnownWord(its_symbols, its_symbols.size()) {}
    KnownWord(std::span<const Symbol> its_symbols, std::size_t beginning)
        : symbols(its_symbols), beginnings(its_symbols.first(beginning)) {
        for (const Symbol symbol : symbols) set |= set_of(symbol);
    }
};

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

// The words of all terms, each with its symbol. Filled while a codebook is
// compiled, then only read: safe for many threads.
class Vocabulary {
public:
    // The symbol of one word of a term, made when it is new.
    //
    // kind  word, form, exact or prefix; any and gap are no words
    Symbol add(const std::string& language, PatternStep::Kind kind, std::string_view token);

    // Says that a pattern begins with a symbol; of most words of a text none does.
    void mark_beginning(Symbol symbol);
    bool may_begin(Symbol symbol) const noexcept { return symbol < begins_.size() && begins_[symbol]; }

    // Appends the symbols that a word of a text in `language` stands for, those of
    // terms of every language included.
    void look_up(const std::string& language, std::string_view token, Stemmer& stemmer,
                 std::vector<Symbol>& symbols) const;

    std::size_t size() const noexcept { return count_; }

private:
    static constexpr Symbol none = ~Symbol{0};
    // What one spelling is the key of.
    struct Entry {
        Symbol exact = none, form = none, stem = none, prefix = none;
    };
    // The lengths of the prefixes that a word may begin with, so that few are tried. Those that begin with the same
    // letters share a set, and those of other letters now and then; bit n stands for n bytes.
    class PrefixLengths {
    public:
        void add(std::string_view prefix);
        std::uint64_t of(std::string_view word) const;
        // Lengths from this one on share its bit.
        static constexpr std::size_t longest = 63;

    private:
        static constexpr std::size_t letters = 4;  // of a prefix that say where it is filed
        static std::size_t place_of(std::string_view word);
        std::array<std::uint64_t, 1024> by_letters_{};
        std::uint64_t short_ones_ = 0;  // of fewer letters
    };
    struct Words {
        StringTable<Entry> entries;
        StringTable<std::vector<Symbol>> bare_stems;  // of the words without their accents
        PrefixLengths prefix_lengths;
    };
    // A word of a text as it is compared.
    struct Shapes {
        std::string exact, form, stem;
        std::string bare_stem;  // of the word without its accents
    };
    Symbol new_symbol() { return static_cast<Symbol>(count_++); }
    Symbol add_stem(Words& words, const std::string& language, std::string_view token);
    static void look_up_in(const Words& words, const Shapes& shapes, std::vector<Symbol>& symbols);
    static void add_prefixes(const Words& words, std::string_view form, std::vector<Symbol>& symbols);

    std::map<std::string, Words, std::less<>> languages_;
    std::map<std::string, Stemmer> stemmers_;  // used by add() alone
    std::size_t count_ = 0;
    std::vector<bool> begins_;  // by symbol
};

// Remembers what the words of a text stand for. Belongs to one thread; keep it
// over documents, as most words recur.
class WordCache {
public:
    explicit WordCache(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    // The word at each token of a sentence, valid until the next call.
    //
    // language  primary, as primary_language() gives it
    void look_up(const std::string& language, std::string_view text, const std::vector<Token>& tokens,
                 std::vector<KnownWord>& words);

private:
    struct Language {
        Stemmer stemmer;
        StringTable<KnownWord> words;
        std::pmr::monotonic_buffer_resource memory;  // of the symbols

        explicit Language(const std::string& language) : stemmer(language) {}
        void clear();
        KnownWord keep(std::span<const Symbol> symbols, std::size_t beginning);
    };
    KnownWord look_up(const std::string& language, Language& known, std::string_view printed);

    // Beyond this many words (a page of mojibake has few that recur) it starts afresh.
    static constexpr std::size_t capacity = 200'000;

    const Vocabulary& vocabulary_;
    std::map<std::string, Language, std::less<>> languages_;
    std::vector<Symbol> symbols_;  // of the word at hand
};

}  // namespace demarche
