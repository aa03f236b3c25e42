// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/compared_text.hpp"

#include <algorithm>
#include <iterator>

namespace demarche {

bool ends_as_sentence(std::string_view text) noexcept {
    static constexpr std::string_view ends[] = {".", "!", "?", ";", "\xE3\x80\x82", "\xE0\xA5\xA4"};
    return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace demarche
