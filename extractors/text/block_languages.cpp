// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/block_languages.hpp"

#include <tsl/robin_map.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "corpora/model/utf8.hpp"
#include "extractors/text/languages.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// Fewer say too little: names, titles and quotations pass for the language that they come from.
constexpr std::size_t least_letters = 200;
constexpr double mostly = 0.75;

// What tells how much a block says, and in which script: code points that are no ASCII signs or digits (near enough
// to letters, and cheap), in scripts up to and beyond the Latin one.
struct Letters {
    std::size_t latin = 0, beyond = 0;
    std::size_t all() const noexcept { return latin + beyond; }
};

constexpr unsigned char first_beyond = 0xCD;  // the lead byte of Greek

// Every text passes through here, so it is written for the compiler to count many bytes at a time: in numbers that
// are as small as the bytes, for as many of them as cannot overflow those.
Letters letters_in(std::string_view text) {
    constexpr std::size_t most = 255;
    Letters letters;
    for (std::size_t begin = 0; begin < text.size(); begin += most) {
        const std::string_view part = text.substr(begin, most);
        std::uint8_t all = 0, beyond = 0;
        for (const char c : part) {
            const auto byte = static_cast<std::uint8_t>(c);
            const auto place = static_cast<std::uint8_t>((byte | 0x20U) - 'a');  // in the alphabet
            all = static_cast<std::uint8_t>(all + ((place < 26U) | (byte >= 0xC0U)));
            beyond = static_cast<std::uint8_t>(beyond + (byte >= first_beyond));
        }
        letters.latin += static_cast<std::size_t>(all - beyond);
        letters.beyond += beyond;
    }
    return letters;
}

// Scripts as far as they part languages that stand on one page; 0 for none.
int script_class(std::string_view text, const Letters& letters) {
    if (letters.all() == 0) return 0;
    if (letters.beyond <= letters.latin) return 1;
    const auto last = std::find_if(text.rbegin(), text.rend(),
                                   [](char c) { return static_cast<unsigned char>(c) >= first_beyond; });
    const std::uint32_t example = first_code_point(text.substr(static_cast<std::size_t>(text.rend() - last) - 1));
    constexpr std::uint32_t first_east_asian = 0x2E80;
    return example >= first_east_asian ? 2 : static_cast<int>(example >> 8) + 3;
}

// Neighbouring blocks that are judged together: those of one script, until they say enough.
struct Stretch {
    std::size_t first = 0, last = 0;  // blocks [first, last)
    std::size_t letters = 0;
};

Stretch stretch_from(const CleanText& text, std::size_t first) {
    const std::vector<Block>& blocks = text.blocks();
    int script = 0;
    Stretch stretch{first, first, 0};
    for (; stretch.last < blocks.size() && stretch.letters < least_letters; ++stretch.last) {
        const std::string_view block = text.slice(blocks[stretch.last].span);
        const Letters letters = letters_in(block);
        const int own = script_class(block, letters);
        if (script != 0 && own != 0 && own != script) break;
        if (own != 0) script = own;
        stretch.letters += letters.all();
    }
    return stretch;
}

// Whether a few hundred letters can tell the two apart: not names of one language ("zh" and "zh-Hant", "nb" and
// "no"), nor the standards of one that is written alike, nor Galician from Portuguese.
bool is_same_language(std::string_view one, std::string_view other) {
    static constexpr std::array<std::array<std::string_view, 4>, 4> alike = {
        {{"no", "nb", "nn", "da"}, {"hr", "bs", "sr", "sh"}, {"pt", "gl", "", ""}, {"id", "ms", "", ""}}};
    one = one.substr(0, one.find('-'));
    other = other.substr(0, other.find('-'));
    const auto has_both = [&](const auto& group) {
        return std::find(group.begin(), group.end(), one) != group.end() &&
               std::find(group.begin(), group.end(), other) != group.end();
    };
    return one == other || (!one.empty() && !other.empty() && std::any_of(alike.begin(), alike.end(), has_both));
}

// Words of what is known to be in the document's language. The commonest make up half of any text in it and a
// quarter of one in its nearest relative, so most stretches need no language detector, which costs ten times as
// much.
class FamiliarWords {
public:
    void learn(std::string_view stretch) {
        for_each_word(stretch, [this](std::uint64_t word) { ++counts_[word]; });
    }
    bool are_in(std::string_view stretch) const {
        std::size_t words = 0, familiar = 0;
        for_each_word(stretch, [&](std::uint64_t word) {
            ++words;
            const auto known = counts_.find(word);
            if (known != counts_.end() && known->second >= often) ++familiar;
        });
        return words >= enough_words && static_cast<double>(familiar) >= most * static_cast<double>(words);
    }

private:
    static constexpr std::uint32_t often = 3;
    static constexpr std::size_t enough_words = 20;
    static constexpr double most = 0.4;

    // Calls with a hash (FNV-1a) of each word; what is not ASCII counts as a letter.
    template <typename Visitor>
    static void for_each_word(std::string_view text, const Visitor& visit) {
        constexpr std::uint64_t empty = 0xCBF29CE484222325U;
        std::uint64_t hash = empty;
        for (const char c : text) {
            auto byte = static_cast<unsigned char>(c);
            if (byte >= 'A' && byte <= 'Z') byte |= 0x20U;
            if (byte >= 0x80 || (byte >= 'a' && byte <= 'z')) {
                hash = (hash ^ byte) * 0x100000001B3U;
            } else if (hash != empty) {
                visit(hash);
                hash = empty;
            }
        }
        if (hash != empty) visit(hash);
    }

    tsl::robin_map<std::uint64_t, std::uint32_t> counts_;
};

// As much of a stretch as tells its language.
std::string_view sample_of(std::string_view stretch) {
    constexpr std::size_t enough = 1000;
    if (stretch.size() <= enough) return stretch;
    std::size_t end = enough;
    while ((static_cast<unsigned char>(stretch[end]) & 0xC0U) == 0x80U) --end;
    return stretch.substr(0, end);
}

}  // namespace

std::vector<std::string> detect_block_languages(const CleanText& text, std::string_view document_language) {
    const std::vector<Block>& blocks = text.blocks();
    std::vector<std::string> languages(blocks.size(), std::string(document_language));
    FamiliarWords familiar;
    for (std::size_t first = 0, last = 0; first < blocks.size(); first = last) {
        const Stretch stretch = stretch_from(text, first);
        last = stretch.last;
        if (stretch.letters < least_letters) continue;
        const std::size_t begin = blocks[first].span.begin(), end = blocks[last - 1].span.end();
        const std::string_view letters = std::string_view(text.text()).substr(begin, end - begin);
        if (familiar.are_in(letters)) continue;
        const LanguageGuess guess = detect_language(sample_of(letters));
        if (!guess.is_reliable || guess.confidence < mostly) continue;
        if (is_same_language(guess.language, document_language))
            familiar.learn(letters);
        else
            std::fill(languages.begin() + static_cast<std::ptrdiff_t>(first),
                      languages.begin() + static_cast<std::ptrdiff_t>(last), guess.language);
    }
    return languages;
}

}  // namespace demarche
