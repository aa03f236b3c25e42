// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/readers/problems.hpp"

namespace demarche {

struct YamlEntry;

// A part of a YAML file as its readers need it: with the line of everything,
// and with nothing that YAML would do behind the user's back. "no" is the text
// "no", a key that comes twice is a mistake, and so are anchors, aliases and tags.
struct YamlNode {
    enum class Kind { nothing, text, list, map };
    Kind kind = Kind::nothing;
    int line = 0;
    std::string text;
    std::vector<YamlNode> items;     // of a list
    std::vector<YamlEntry> entries;  // of a map, in the order written, keys unique unless asked otherwise

    // The value of a key, the first if there are several; null when it is not there.
    const YamlNode* find(std::string_view key) const noexcept;
};

struct YamlEntry {
    std::string key;
    int line = 0;
    YamlNode value;
};

// What a key that comes twice in a map is: a mistake, or two entries (dictionaries of other programs merge them).
enum class RepeatedKeys { refused, kept };

// Reads one YAML document. An empty text is Kind::nothing.
Checked<YamlNode> parse_yaml(std::string_view text, const std::string& name,
                             RepeatedKeys repeated = RepeatedKeys::refused);

}  // namespace demarche
