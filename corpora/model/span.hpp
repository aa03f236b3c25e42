// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <stdexcept>

namespace demarche {

// A half-open range [begin, end) of UTF-8 bytes in one document's clean text.
// Every position in the project is a Span: "bytes or code points?" and "is the
// end included?" are answered here, once.
class Span {
public:
    constexpr Span() noexcept = default;

    // Throws std::invalid_argument if end < begin: a bug in the caller.
    constexpr Span(std::uint32_t begin, std::uint32_t end) : begin_(begin), end_(end) {
        if (end < begin) throw std::invalid_argument("a span cannot end before it begins");
    }

    constexpr std::uint32_t begin() const noexcept { return begin_; }
    constexpr std::uint32_t end() const noexcept { return end_; }
    constexpr std::uint32_t length() const noexcept { return end_ - begin_; }
    constexpr bool empty() const noexcept { return begin_ == end_; }

    constexpr bool contains(Span inner) const noexcept { return begin_ <= inner.begin_ && inner.end_ <= end_; }
    constexpr bool overlaps(Span other) const noexcept { return begin_ < other.end_ && other.begin_ < end_; }

    // The same range counted from `origin`, which must not lie after begin().
    constexpr Span relative_to(std::uint32_t origin) const { return {begin_ - origin, end_ - origin}; }
    constexpr Span shifted_by(std::uint32_t offset) const { return {begin_ + offset, end_ + offset}; }

    friend constexpr auto operator<=>(Span, Span) noexcept = default;

private:
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace demarche
