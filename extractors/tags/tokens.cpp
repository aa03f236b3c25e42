// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/tokens.hpp"

#include <algorithm>
#include <array>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

enum class ByteClass : std::uint8_t { separator, word, upper, multi };

constexpr std::array<ByteClass, 256> byte_classes = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
        const auto c = static_cast<unsigned char>(byte);
        if (c >= 0x80)
            classes[byte] = ByteClass::multi;
        else if (c >= 'A' && c <= 'Z')
            classes[byte] = ByteClass::upper;
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            classes[byte] = ByteClass::word;
        else
            classes[byte] = ByteClass::separator;
    }
    return classes;
}();

ByteClass class_of(char byte) {
    return byte_classes[static_cast<unsigned char>(byte)];
}

// The end of the word that goes on at `at`.
std::uint32_t word_end(std::string_view text, std::uint32_t at) {
    while (at < text.size()) {
        const ByteClass kind = class_of(text[at]);
        if (kind == ByteClass::separator) break;
        if (kind != ByteClass::multi) {
            ++at;
            continue;
        }
        const std::uint32_t step = code_point_length(text[at]);
        const std::uint32_t point = first_code_point(text.substr(at, step));
        if (!is_word_character(point) || is_unspaced_script(point)) break;
        at += step;
    }
    return std::min(at, static_cast<std::uint32_t>(text.size()));
}

// Whether the word [begin, end) is one capital letter.
bool is_capital(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    if (end != begin + code_point_length(text[begin])) return false;
    const ByteClass kind = class_of(text[begin]);
    return kind == ByteClass::upper ||
           (kind == ByteClass::multi && is_upper_case(first_code_point(text.substr(begin))));
}

// "U.N.", "E.E.U.U", "Ο.Η.Ε.": single capitals with stops between them. Returns the end
// before the last stop, or `end` when it is no such thing.
std::uint32_t dotted_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    if (end >= text.size() || text[end] != '.' || !is_capital(text, begin, end)) return end;
    std::uint32_t reached = end;
    while (reached + 1 < text.size() && text[reached] == '.') {
        const std::uint32_t next_end = word_end(text, reached + 1);
        if (next_end == reached + 1 || !is_capital(text, reached + 1, next_end)) break;
        reached = next_end;
    }
    return reached;
}

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
    tokens.clear();
    std::uint32_t at = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    while (at < size) {
        const ByteClass kind = class_of(text[at]);
        if (kind == ByteClass::separator) {
            ++at;
            continue;
        }
        if (kind == ByteClass::multi) {
            const std::uint32_t step = std::min(code_point_length(text[at]), size - at);
            const std::uint32_t point = first_code_point(text.substr(at, step));
            if (!is_word_character(point)) {
                at += step;
                continue;
            }
            if (is_unspaced_script(point)) {
                tokens.push_back({at, at + step});
                at += step;
                continue;
            }
        }
        std::uint32_t end = dotted_end(text, at, word_end(text, at));
        if (end < size && text[end] == '$') ++end;  // "US$20 million" names a currency, not a state
        tokens.push_back({at, end});
        at = end;
    }
}

std::string letters_of(std::string_view token) {
    std::string letters(token);
    std::erase(letters, '.');
    return letters;
}

std::uint32_t tokens_per_word(std::string_view language) noexcept {
    // Chinese, Japanese, Thai, Lao, Khmer, Burmese
    constexpr std::array<std::string_view, 6> unspaced = {"zh", "ja", "th", "lo", "km", "my"};
    return std::find(unspaced.begin(), unspaced.end(), language) == unspaced.end() ? 1 : 2;
}

}  // namespace demarche
