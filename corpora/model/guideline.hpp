// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"

namespace demarche {

// A list of what a strategy should speak of, such as the eleven norms, to hold documents against.
// The file format is described in corpora/guidelines/README.md.

struct GuidelineItem {
    std::string id;  // unique in the guideline
    std::string label;
    std::vector<std::string>
        codes;  // any of them meets the item: "norm.g", or "fp.*" for all that begin with "fp."
    EntryPlace place;
};

struct Guideline {
    std::string id;  // "norms"
    std::string title;
    std::string description;
    std::string source;  // the published document that it is taken from
    std::vector<GuidelineItem> items;
};

// Whether `pattern` stands for `code`: the same id, or "fp.*" for what begins with "fp.".
bool stands_for(std::string_view pattern, std::string_view code) noexcept;

// Whether a mention of `code` meets the item.
bool is_met_by(const GuidelineItem& item, std::string_view code) noexcept;

}  // namespace demarche
