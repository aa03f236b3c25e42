// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A table for people to read in a terminal: columns as wide as their widest cell,
// numbers to the right, two spaces between.
class TextTable {
public:
    // An "=" before a title sets its column to the right.
    explicit TextTable(std::vector<std::string> titles);
    void add(std::vector<std::string> cells);  // as many as there are titles
    void write(std::ostream& out) const;
    bool empty() const noexcept { return rows_.size() <= 1; }

private:
    std::vector<std::vector<std::string>> rows_;  // the titles first
    std::vector<bool> is_right_;
};

// Columns that a text takes in a terminal.
std::size_t text_width(const std::string& text);

// Cut to `width` with an ellipsis.
std::string shortened(const std::string& text, std::size_t width);

// "1 document", "2 documents"
std::string counted(std::size_t count, std::string_view noun);

}  // namespace demarche
