// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/initials.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

using Letters = std::vector<std::uint32_t>;

constexpr int impossible = std::numeric_limits<int>::max() / 4;
constexpr int passed_over = 2;  // a word with no letter of the acronym
constexpr int next_letter = 1;  // a letter right behind the one before: INTERnational POLice
constexpr int inner_letter = 2;

// Longer words and acronyms are no names; it bounds the work on hostile text.
constexpr std::size_t longest_word = 40;
constexpr std::size_t longest_acronym = 14;

Letters letters_in(std::string_view text) {
    Letters letters;
    for (std::size_t at = 0; at < text.size() && letters.size() < longest_word; at += code_point_length(text[at]))
        letters.push_back(first_code_point(text.substr(at)));
    return letters;
}

// What may be wrong with a name of so many letters.
int allowance(std::size_t letters) {
    if (letters <= 2) return 0;
    if (letters == 3) return 2;
    if (letters < 6) return 3;
    return letters < 8 ? 4 : 6;
}

// The least cost of finding the acronym's letters from each on in the words from each on.
class Alignment {
public:
    Alignment(const std::vector<NameWord>& words, std::string_view acronym) : acronym_(letters_in(acronym)) {
        for (const NameWord& word : words) {
            words_.push_back(letters_in(word.letters));
            is_small_.push_back(word.is_small);
        }
        const std::size_t letters = acronym_.size();
        costs_.assign(words_.size() + 1, std::vector<int>(letters + 1, impossible));
        costs_[words_.size()][letters] = 0;
        for (std::size_t word = words_.size(); word-- > 0;)
            for (std::size_t letter = 0; letter <= letters; ++letter)
                costs_[word][letter] = std::min(pass(word) + costs_[word + 1][letter], beginning(word, letter));
    }

    std::size_t letters() const { return acronym_.size(); }

    // The cost when the letter is the initial of the word, and others may follow inside it.
    int beginning(std::size_t word, std::size_t letter) const {
        const Letters& has = words_[word];
        if (letter >= acronym_.size() || has.empty() || has[0] != acronym_[letter]) return impossible;
        int best = costs_[word + 1][letter + 1], inside = 0;
        std::size_t at = 0;
        for (std::size_t next = letter + 1; next < acronym_.size(); ++next) {
            const auto found =
                std::find(has.begin() + static_cast<std::ptrdiff_t>(at) + 1, has.end(), acronym_[next]);
            if (found == has.end()) break;
            const auto place = static_cast<std::size_t>(found - has.begin());
            inside += place == at + 1 ? next_letter : inner_letter;
            at = place;
            best = std::min(best, inside + costs_[word + 1][next + 1]);
        }
        return best;
    }

private:
    int pass(std::size_t word) const { return is_small_[word] ? 0 : passed_over; }

    Letters acronym_;
    std::vector<Letters> words_;
    std::vector<bool> is_small_;
    std::vector<std::vector<int>> costs_;  // by word, by letter
};

bool can_be_aligned(const std::vector<NameWord>& words, std::string_view acronym) {
    return !words.empty() && acronym.size() >= 2 && letters_in(acronym).size() <= longest_acronym;
}

}  // namespace

std::optional<std::size_t> long_form_before(const std::vector<NameWord>& words, std::string_view acronym) {
    if (!can_be_aligned(words, acronym)) return std::nullopt;
    const std::size_t letters = letters_in(acronym).size();
    const std::size_t first = words.size() - std::min(words.size(), std::min(letters + 5, 2 * letters));
    const std::vector<NameWord> near(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
    const Alignment alignment(near, acronym);
    std::optional<std::size_t> best;
    int least = allowance(letters) + 1;
    for (std::size_t word = near.size(); word-- > 0;) {
        const int cost = near[word].is_small ? impossible : alignment.beginning(word, 0);
        if (cost >= least) continue;
        least = cost;
        best = first + word;
    }
    return best;
}

std::optional<std::size_t> long_form_after(const std::vector<NameWord>& words, std::string_view acronym) {
    if (!can_be_aligned(words, acronym) || words.front().is_small) return std::nullopt;
    if (first_code_point(words.front().letters) != first_code_point(acronym)) return std::nullopt;
    const std::size_t letters = letters_in(acronym).size();
    std::vector<NameWord> taken;
    for (std::size_t count = 1; count <= std::min(words.size(), letters + 5); ++count) {
        taken.push_back(words[count - 1]);
        if (!taken.back().is_small && Alignment(taken, acronym).beginning(0, 0) <= (letters >= 4 ? 2 : 0))
            return count;
    }
    return std::nullopt;
}

bool are_initials(const std::vector<NameWord>& words, std::string_view acronym) {
    Letters initials;
    for (const NameWord& word : words)
        if (!word.letters.empty()) initials.push_back(first_code_point(word.letters));
    const Letters wanted = letters_in(acronym);
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::uint32_t letter) {
        const auto found = std::find(initials.begin(), initials.end(), letter);
        if (found == initials.end()) return false;
        initials.erase(found);
        return true;
    });
}

}  // namespace demarche
