// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/xlsx.hpp"

namespace demarche {

// The two parts that a workbook is made of; the only users of libxlsxwriter.

// A workbook in a folder of its own, which goes with it. Not to be used after finish().
class Workbook {
public:
    explicit Workbook(WorkbookLimits limits);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    const WorkbookLimits& limits() const noexcept { return limits_; }
    lxw_worksheet* add_sheet(const std::string& name);
    lxw_format* header_format() noexcept { return header_; }

    // Puts the file together and copies it to `out`.
    void finish(std::ostream& out);

private:
    struct Free {
        void operator()(lxw_workbook* workbook) const noexcept { lxw_workbook_free(workbook); }
    };

    WorkbookLimits limits_;
    std::filesystem::path folder_;
    std::string temporary_;  // the folder, as the library wants it: for as long as the workbook is there
    std::unique_ptr<lxw_workbook, Free> workbook_;
    lxw_format* header_ = nullptr;  // the workbook's
};

struct Column {
    std::string name;
    double width = 10;  // in characters
};

// Wide enough for what is in columns of that kind.
Column column(std::string_view name, AttributeType type);

// One table, row by row; goes on in a further sheet when one is full.
class Sheet {
public:
    Sheet(Workbook& workbook, std::string name, std::vector<Column> columns);

    void text(std::string_view value);
    void number(double value);
    void cell(const AttributeValue& value);
    // Adds filters when it was the last.
    void end_row();

    template <typename Item>
    void cells(const std::vector<Attribute<Item>>& attributes, const Item& item) {
        for (const Attribute<Item>& attribute : attributes) cell(attribute.value(item));
    }

    // To be called once, after the last row.
    void finish();

    std::size_t rows() const noexcept { return rows_; }
    int sheets() const noexcept { return sheets_; }
    std::size_t cut() const noexcept { return cut_; }  // texts that were too long
    const std::string& name() const noexcept { return name_; }

private:
    void begin();
    void begin_cell();

    Workbook& workbook_;
    std::string name_;
    std::vector<Column> columns_;
    lxw_worksheet* sheet_ = nullptr;
    std::uint32_t row_ = 0;  // in the present sheet; 0 is its header
    std::uint16_t at_ = 0;   // column
    std::size_t rows_ = 0, cut_ = 0;
    int sheets_ = 0;
};

}  // namespace demarche
