// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/xlsx_sheet.hpp"

#include <cstdlib>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <ctime>
#include <fstream>
#include <limits>
#include <ostream>
#include <utility>
#include <variant>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "graphs/characters.hpp"

namespace demarche {

namespace {

constexpr std::string_view mark = " [cut]";

[[noreturn]] void fail(const std::string& why) {
    throw Error(ErrorKind::storage, "",
                "the workbook could not be put together in the folder for temporary files: " + why +
                    "; make room there, or set TMPDIR to another folder");
}

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

std::filesystem::path make_folder() {
    std::string path = (std::filesystem::temp_directory_path() / "demarche_xlsx_XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) fail(std::strerror(errno));
    return path;
}

// Bytes of `text` that make at most `most` UTF-16 units, on a code point boundary.
std::size_t fitting(std::string_view text, std::size_t most) {
    std::size_t units = 0, at = 0;
    while (at < text.size()) {
        const std::size_t length = code_point_length(text[at]);
        units += length == 4 ? 2 : 1;
        if (units > most) break;
        at += length;
    }
    return std::min(at, text.size());
}

void use_line_feeds(std::string& text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        text[out++] = text[at] == '\r' ? '\n' : text[at];
    }
    text.resize(out);
}

}  // namespace

Workbook::Workbook(WorkbookLimits limits) : limits_(limits), folder_(make_folder()), temporary_(folder_.string()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary_.data();
    options.use_zip64 = LXW_FALSE;
    workbook_.reset(workbook_new_opt((folder_ / "workbook.xlsx").c_str(), &options));
    if (!workbook_) fail("out of memory");
    lxw_doc_properties properties{};
    constexpr std::time_t first_of_2000 = 946684800;
    properties.created = first_of_2000;
    check(workbook_set_properties(workbook_.get(), &properties));
    header_ = workbook_add_format(workbook_.get());
    format_set_bold(header_);
    format_set_bottom(header_, LXW_BORDER_THIN);
}

Workbook::~Workbook() {
    workbook_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

lxw_worksheet* Workbook::add_sheet(const std::string& name) {
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (sheet == nullptr) fail("no sheet " + name);
    return sheet;
}

void Workbook::finish(std::ostream& out) {
    check(workbook_close(workbook_.release()));  // which frees it, whatever comes of it
    std::ifstream file(folder_ / "workbook.xlsx", std::ios::binary);
    if (!file) fail("it is not there");
    out << file.rdbuf();
}

Column column(std::string_view name, AttributeType type) {
    const bool is_long = name.find("quotation") != std::string_view::npos || name == "definition" ||
                         name == "document_title" || name == "title" || name == "evidence" || name == "reason";
    return {std::string(name), type != AttributeType::text ? 12.0 : is_long ? 60.0 : 20.0};
}

Sheet::Sheet(Workbook& workbook, std::string name, std::vector<Column> columns)
    : workbook_(workbook), name_(std::move(name)), columns_(std::move(columns)) {
    if (columns_.size() > LXW_COL_MAX)
        throw Error(ErrorKind::too_large, "",
                    "the sheet \"" + name_ + "\" would have " + std::to_string(columns_.size()) +
                        " columns, and a workbook takes 16,384; narrow the view, or take incidence-csv");
    begin();
}

void Sheet::begin() {
    ++sheets_;
    sheet_ = workbook_.add_sheet(sheets_ == 1 ? name_ : name_ + " " + std::to_string(sheets_));
    worksheet_freeze_panes(sheet_, 1, 1);
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        const auto at = static_cast<lxw_col_t>(index);
        check(worksheet_set_column(sheet_, at, at, columns_[index].width, nullptr));
        check(worksheet_write_string(sheet_, 0, at, exchangeable(columns_[index].name).c_str(),
                                     workbook_.header_format()));
    }
    row_ = 1;
}

// In the first cell of a row that no longer fits.
void Sheet::begin_cell() {
    if (at_ > 0 || row_ < workbook_.limits().rows) return;
    finish();
    begin();
}

void Sheet::text(std::string_view value) {
    begin_cell();
    std::string clean = exchangeable(value);
    use_line_feeds(clean);
    const std::size_t most = workbook_.limits().characters;
    if (fitting(clean, most) < clean.size()) {
        clean.resize(fitting(clean, most - mark.size()));
        clean += mark;
        ++cut_;
    }
    if (!clean.empty()) check(worksheet_write_string(sheet_, row_, at_, clean.c_str(), nullptr));
    ++at_;
}

void Sheet::number(double value) {
    begin_cell();
    if (std::isfinite(value)) check(worksheet_write_number(sheet_, row_, at_, value, nullptr));
    ++at_;
}

void Sheet::cell(const AttributeValue& value) {
    if (const auto* whole = std::get_if<std::int32_t>(&value)) return number(*whole);
    if (const auto* real = std::get_if<double>(&value)) return number(*real);
    if (const auto* is_true = std::get_if<bool>(&value)) {
        begin_cell();
        check(worksheet_write_boolean(sheet_, row_, at_++, *is_true ? 1 : 0, nullptr));
        return;
    }
    std::string plain;
    append_plain(plain, value);
    text(plain);
}

void Sheet::end_row() {
    begin_cell();
    ++row_;
    ++rows_;
    at_ = 0;
}

void Sheet::finish() {
    if (!columns_.empty() && row_ > 1)
        check(worksheet_autofilter(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_.size() - 1)));
}

}  // namespace demarche
