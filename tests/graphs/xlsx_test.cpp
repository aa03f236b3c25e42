// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <sstream>

#include "graphs/exports/xlsx.hpp"
#include "other_programs.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

// What openpyxl reads in the workbook of a study; nothing when it is not installed.
std::optional<std::string> cells_of(const WorkedExample& example, WorkbookLimits limits = {}) {
    std::ostringstream out;
    const Network network = example.network();
    write_xlsx({network, example.documents}, out, limits);
    const TemporaryFolder folder;
    const Verdict verdict = run_python(
        {source_file("tests/graphs/workbook_cells").string(), folder.write("workbook.xlsx", out.str()).string()});
    INFO(verdict.said);
    if (verdict.was_skipped()) {
        WARN("skipped for want of Python or openpyxl: " + verdict.said);
        return std::nullopt;
    }
    CHECK(verdict.status == 0);
    return verdict.said;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The worked example as a workbook, cell by cell") {
    if (const auto cells = cells_of(worked_example())) CHECK(is_golden("worked_example.xlsx.txt", *cells));
}

TEST_CASE("A workbook is the same bytes each time") {
    const WorkedExample example = worked_example();
    const Network network = example.network();
    CHECK(written({network, example.documents}, "xlsx") == written({network, example.documents}, "xlsx"));
}

TEST_CASE("A text that a spreadsheet would compute stays a text") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    example.observations.back().sentence = "=1+1 was said at the United Nations";
    if (const auto cells = cells_of(example)) {
        CHECK(holds(*cells, "s:=1+1 was said at the United Nations"));
        CHECK_FALSE(holds(*cells, "f:"));
    }
}

TEST_CASE("A text that is too long for a cell is cut, and says so") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    WorkbookLimits limits;
    limits.characters = 400;
    std::string many;
    for (int i = 0; i < 195; ++i) many += "😀";  // each counts as two
    const std::string& whole = example.observations.back().sentence = many + "😀😀😀😀😀";
    if (const auto cells = cells_of(example, limits)) {
        CHECK(holds(*cells, "s:" + whole + " |"));
        CHECK_FALSE(holds(*cells, "[cut]"));
    }
    example.observations.back().sentence += "!";
    if (const auto cells = cells_of(example, limits)) {
        CHECK(holds(*cells, "s:" + many + "😀😀 [cut] |"));
        CHECK(holds(*cells, "s:sheet mentions | s:13 rows; texts too long for a cell, which end in [cut]: 1\n"));
    }
}

TEST_CASE("A sheet that is full is continued in another") {
    WorkbookLimits limits;
    limits.rows = 8;
    if (const auto cells = cells_of(worked_example(), limits)) {
        CHECK(holds(*cells, "== edges: frozen B2, filters A1:T8"));
        CHECK(holds(*cells, "== edges 2: frozen B2, filters A1:T4"));
        CHECK(holds(*cells, "s:sheet edges | s:10 rows, continued in 2 sheets, for no sheet holds more"));
    }
}

TEST_CASE("A document that could not be read has no counts in the workbook") {
    if (const auto cells = cells_of(worked_example()))
        CHECK(holds(*cells,
                    "s:ken_2014_en | s:ken_2014_en.pdf | s:failed | s:KEN | n:2014 | s:en | s:language | "
                    "s:every page is a picture\n"));
}

}  // namespace demarche::tests
