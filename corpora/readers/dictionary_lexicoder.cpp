// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "corpora/readers/dictionary_formats.hpp"

// Lexicoder 3 (.lc3), one thing in a line:
//
//     +NEGATIVE
//     a lie
//     abandon*
//     +POSITIVE
//     ability*

namespace demarche {

Checked<Dictionary> parse_lexicoder_dictionary(std::string_view text, const std::string& name) {
    Checked<Dictionary> checked;
    std::optional<std::size_t> current;
    int number = 0;
    for (const std::string_view whole : lines_of(text)) {
        ++number;
        const std::string_view line = without_space_around(whole);
        if (line.empty()) continue;
        if (line.front() == '+') {
            const std::string_view category = without_space_around(line.substr(1));
            if (category.empty())
                checked.problems.push_back({{name, number}, false, "has a '+' without a category's name"});
            else
                current = checked.value.category(category, std::nullopt, number);
        } else if (current) {
            checked.value.categories[*current].entries.push_back({std::string(line), number});
        } else {
            checked.problems.push_back({{name, number},
                                        false,
                                        "'" + std::string(line) +
                                            "' stands before the first category: a line such as +NAME must "
                                            "come first"});
        }
    }
    return checked;
}

}  // namespace demarche
