// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/matrix.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace demarche {

namespace {

void add_document(ComparedUnit& unit, const ComparedDocument& document, std::size_t index) {
    unit.documents.push_back(index);
    unit.is_read_in_part = unit.is_read_in_part || document.is_failed || document.is_read_in_part;
    if (document.is_failed) {
        ++unit.documents_failed;
        return;
    }
    ++unit.documents_read;
    unit.sentences += document.sentences;
    unit.pages += document.pages;
    unit.pages_unread += document.pages_unread;
    const auto place = std::lower_bound(unit.languages.begin(), unit.languages.end(), document.language);
    if (!document.language.empty() && (place == unit.languages.end() || *place != document.language))
        unit.languages.insert(place, document.language);
}

}  // namespace

std::string_view to_string(CellValue value) noexcept {
    switch (value) {
        case CellValue::mentions: return "mentions";
        case CellValue::per_1000: return "per-1000";
        case CellValue::documents: return "documents";
        case CellValue::share: return "share";
        case CellValue::presence: return "presence";
    }
    return "unknown";
}

CodeCell cell_of(const CodedStudy& study, const std::vector<std::size_t>& documents, std::size_t code) {
    CodeCell cell;
    for (const std::size_t index : documents) {
        const ComparedDocument& document = study.documents().at(index);
        if (document.is_failed) {
            cell.misses_pages = true;
            continue;
        }
        const auto mentions = static_cast<std::uint32_t>(study.occurrences(index, code).size());
        const bool is_found = mentions > 0, is_findable = is_found || study.can_find(index, code);
        cell.mentions += mentions;
        if (is_found) ++cell.documents;
        if (is_found || (is_findable && !document.is_read_in_part)) ++cell.documents_known;
        if (is_findable) cell.sentences += document.sentences;
        cell.misses_languages = cell.misses_languages || !study.can_find(index, code);
        cell.misses_pages = cell.misses_pages || document.is_read_in_part;
    }
    return cell;
}

std::optional<double> rate_of(const CodeCell& cell) noexcept {
    if (cell.sentences == 0) return std::nullopt;
    return 1000.0 * cell.mentions / cell.sentences;
}

std::optional<double> value_of(const CodeCell& cell, CellValue value) noexcept {
    if (value == CellValue::share) {
        if (cell.documents_known == 0) return std::nullopt;
        return static_cast<double>(cell.documents) / cell.documents_known;
    }
    if (cell.presence() == Presence::unknown) return std::nullopt;
    switch (value) {
        case CellValue::mentions: return cell.mentions;
        case CellValue::documents: return cell.documents;
        case CellValue::presence: return cell.mentions > 0 ? 1 : 0;
        case CellValue::per_1000: return rate_of(cell);
        case CellValue::share: break;  // above
    }
    return std::nullopt;
}

std::vector<ComparedUnit> units_of(const CodedStudy& study, UnitKind by) {
    std::map<std::string, ComparedUnit> units;
    for (std::size_t index = 0; index < study.documents().size(); ++index) {
        const ComparedDocument& document = study.documents()[index];
        const bool is_document = by == UnitKind::document;
        const std::string& id = is_document ? document.id : document.author.id;
        ComparedUnit& unit = units[id];
        unit.id = id;
        unit.label = is_document ? document.title : document.author.label;
        add_document(unit, document, index);
    }
    std::vector<ComparedUnit> list;
    list.reserve(units.size());
    for (auto& [id, unit] : units) list.push_back(std::move(unit));
    return list;
}

CodeMatrix matrix_of(const CodedStudy& study, UnitKind by) {
    CodeMatrix matrix{units_of(study, by), {}};
    for (const ComparedUnit& unit : matrix.units) {
        std::vector<CodeCell>& row = matrix.cells.emplace_back();
        row.reserve(study.codes().size());
        for (std::size_t code = 0; code < study.codes().size(); ++code)
            row.push_back(cell_of(study, unit.documents, code));
    }
    return matrix;
}

}  // namespace demarche
