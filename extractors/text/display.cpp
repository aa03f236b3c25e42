// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/display.hpp"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

void require(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU data is missing: ") + u_errorName(status));
}

std::size_t width_of(std::uint32_t point) noexcept {
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return 0;
    if (point < 0x300) return point == 0xAD ? 0 : 1;
    const auto c = static_cast<UChar32>(point);
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR: return 0;
        default: break;
    }
    // Vowels and final consonants of Hangul that are written as parts join the letter before them.
    if (point >= 0x1160 && point <= 0x11FF) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Calls visit(point) until it returns false.
template <typename Visit>
void for_each_point(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at]))
        if (!visit(first_code_point(text.substr(at, code_point_length(text[at]))))) return;
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    for_each_point(text, [&](std::uint32_t point) {
        width += width_of(point);
        return true;
    });
    return width;
}

bool reads_right_to_left(std::string_view text) noexcept {
    bool is_so = false;
    for_each_point(text, [&](std::uint32_t point) {
        const UCharDirection direction = u_charDirection(static_cast<UChar32>(point));
        is_so = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
        return !is_so && direction != U_LEFT_TO_RIGHT;
    });
    return is_so;
}

// --- CharacterBreaks ---

struct CharacterBreaks::Breaker {
    std::unique_ptr<icu::BreakIterator> iterator;
};

CharacterBreaks::CharacterBreaks() : breaker_(std::make_unique<Breaker>()) {
    UErrorCode status = U_ZERO_ERROR;
    breaker_->iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    require(status);
}
CharacterBreaks::CharacterBreaks(CharacterBreaks&&) noexcept = default;
CharacterBreaks& CharacterBreaks::operator=(CharacterBreaks&&) noexcept = default;
CharacterBreaks::~CharacterBreaks() = default;

std::vector<std::uint32_t> CharacterBreaks::ends(std::string_view text) {
    // Every byte of ASCII is a character, but for the pair of carriage return and line feed.
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) {
        std::vector<std::uint32_t> ends(text.size());
        std::iota(ends.begin(), ends.end(), 1U);
        return ends;
    }
    UErrorCode status = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaker_->iterator->setText(&bytes, status);
    require(status);
    std::vector<std::uint32_t> ends;
    breaker_->iterator->first();
    for (std::int32_t end = breaker_->iterator->next(); end != icu::BreakIterator::DONE;
         end = breaker_->iterator->next())
        ends.push_back(static_cast<std::uint32_t>(end));
    utext_close(&bytes);
    return ends;
}

// --- WordOrder ---

struct WordOrder::Collation {
    std::unique_ptr<icu::Collator> collator;
};

WordOrder::WordOrder() : collation_(std::make_unique<Collation>()) {
    UErrorCode status = U_ZERO_ERROR;
    collation_->collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
    require(status);
    collation_->collator->setStrength(icu::Collator::PRIMARY);
}
WordOrder::WordOrder(WordOrder&&) noexcept = default;
WordOrder& WordOrder::operator=(WordOrder&&) noexcept = default;
WordOrder::~WordOrder() = default;

std::string WordOrder::key(std::string_view word) const {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
    std::string key(32, '\0');
    const auto fill = [&] {
        return static_cast<std::size_t>(collation_->collator->getSortKey(
            text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size())));
    };
    std::size_t length = fill();
    if (length > key.size()) {
        key.resize(length);
        length = fill();
    }
    key.resize(length);
    return key;
}

}  // namespace demarche
