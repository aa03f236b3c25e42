// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche {

// The letters that a text prints, word after word without what stands between: for asking whether another text's
// words stand in it, wherever sentences and lines end there.
class PrintedLetters {
public:
    // Of a word that can be asked for from its beginning.
    void add(std::string_view word);
    // When all have been added. Cost: n log n in words.
    void index();

    bool contains(std::string_view letters) const { return count(letters, 1) > 0; }
    // How often, at most `enough` times; from the beginning of a word where there are eight letters or more.
    // Cost: the logarithm of the text's words, but its length for fewer letters.
    std::size_t count(std::string_view letters, std::size_t enough) const;

private:
    std::string letters_;
    std::vector<std::uint32_t> words_;                            // where they begin
    std::vector<std::pair<std::uint64_t, std::uint32_t>> grams_;  // the letters that a word begins, and where
};

}  // namespace demarche
