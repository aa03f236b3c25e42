// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/guideline.hpp"

#include <algorithm>

namespace demarche {

bool stands_for(std::string_view pattern, std::string_view code) noexcept {
    if (!pattern.ends_with(".*")) return pattern == code;
    return code.starts_with(pattern.substr(0, pattern.size() - 1));
}

bool is_met_by(const GuidelineItem& item, std::string_view code) noexcept {
    return std::any_of(item.codes.begin(), item.codes.end(),
                       [code](const std::string& pattern) { return stands_for(pattern, code); });
}

}  // namespace demarche
