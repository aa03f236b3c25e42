// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// Columns that a text takes in a terminal: none for combining marks and invisible
// signs, two for wide East Asian characters (UAX #11: W and F), one for others.
std::size_t display_width(std::string_view text) noexcept;

// Whether its first letter with a direction is of a script that is written from right to left (UAX #9, rule P2).
bool reads_right_to_left(std::string_view text) noexcept;

// Where the user-perceived characters of texts end (UAX #29, extended grapheme clusters).
// Belongs to one thread; making one loads ICU's rules.
class CharacterBreaks {
public:
    CharacterBreaks();
    CharacterBreaks(CharacterBreaks&&) noexcept;
    CharacterBreaks& operator=(CharacterBreaks&&) noexcept;
    ~CharacterBreaks();

    // The byte after each character, in order; the last is the text's size. `text` is UTF-8.
    std::vector<std::uint32_t> ends(std::string_view text);

private:
    struct Breaker;
    std::unique_ptr<Breaker> breaker_;
};

// Orders words as a reader of any language expects, without regard to case and accents:
// ICU's root collation at primary strength. Belongs to one thread.
class WordOrder {
public:
    WordOrder();
    WordOrder(WordOrder&&) noexcept;
    WordOrder& operator=(WordOrder&&) noexcept;
    ~WordOrder();

    // Bytes whose order is the order of the words.
    std::string key(std::string_view word) const;

private:
    struct Collation;
    std::unique_ptr<Collation> collation_;
};

}  // namespace demarche
