// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/printed_letters.hpp"

#include <algorithm>
#include <cstring>

namespace demarche {

namespace {

constexpr std::size_t gram = sizeof(std::uint64_t);

std::uint64_t gram_at(std::string_view letters, std::size_t at) noexcept {
    std::uint64_t value = 0;
    std::memcpy(&value, letters.data() + at, gram);
    return value;
}

}  // namespace

void PrintedLetters::add(std::string_view word) {
    words_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_ += word;
}

void PrintedLetters::index() {
    grams_.clear();
    grams_.reserve(words_.size());
    for (const std::uint32_t at : words_)
        if (at + gram <= letters_.size()) grams_.emplace_back(gram_at(letters_, at), at);
    std::sort(grams_.begin(), grams_.end());
}

std::size_t PrintedLetters::count(std::string_view letters, std::size_t enough) const {
    std::size_t times = 0;
    if (letters.size() < gram) {
        for (std::size_t at = letters_.find(letters); at != std::string::npos && times < enough;
             at = letters_.find(letters, at + 1))
            ++times;
        return times;
    }
    const std::uint64_t first = gram_at(letters, 0);
    for (auto found = std::lower_bound(grams_.begin(), grams_.end(), std::pair(first, std::uint32_t{0}));
         found != grams_.end() && found->first == first && times < enough; ++found)
        if (letters_.compare(found->second, letters.size(), letters) == 0) ++times;
    return times;
}

}  // namespace demarche
