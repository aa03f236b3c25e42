// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the outputs of `demarche compare` have in common.
#pragma once

#include <iosfwd>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/comparing.hpp"

namespace demarche {

using CompareJson = nlohmann::ordered_json;

// --- JSON ---

// Six decimals: more than any corpus is good for. null for nothing.
CompareJson rounded_json(std::optional<double> value);

// What every answer begins with: the mode, what was compared, and what could not be read.
CompareJson json_head(const ComparedStudy& compared, std::string_view mode);

// {"id", "label", "documents", "failed", "read_in_part", "languages", "sentences", ...}
CompareJson unit_json(const ComparedStudy& compared, const ComparedUnit& unit);

// A cell's figures. `documents` are those that it stands for: their mentions are named, by the ids that
// `demarche explain` takes.
CompareJson cell_json(const ComparedStudy& compared, const std::vector<std::size_t>& documents, std::size_t code,
                      const CodeCell& cell);

// Why a cell is unknown: "pages", "language" or both.
std::string_view reason_of(const CodeCell& cell) noexcept;

void write_json(const CompareJson& json, std::ostream& out);

// --- CSV ---

// Nine decimals: the same on every machine, whatever the order in which its compiler adds up.
double rounded_for_csv(double value);

// --- text ---

// "12", "3.4", "0.250", "yes", "no"; "?" for what is not known, and "12+" for what is at least.
std::string cell_text(const CodeCell& cell, CellValue value);

// What `value` counts, as a heading says it.
std::string_view title_of(CellValue value) noexcept;

// "norm.g Protect ...", cut to `width`; the id alone when there is no label.
std::string code_title(const ComparedCode& code, std::size_t width);

// "AUS, France and 3 more"
std::string listed(const std::vector<std::string>& words, std::size_t most);

// Remembers which signs a table used, and explains those below it.
class Legend {
public:
    // The text of a cell, noted.
    std::string operator()(const CodeCell& cell, CellValue value);
    void note(const CodeCell& cell);
    void write(std::ostream& out) const;

private:
    bool has_unknown_ = false, has_least_ = false;
};

// What was not read, and another codebook: below every table.
void write_notes(const ComparedStudy& compared, std::ostream& out);

}  // namespace demarche
