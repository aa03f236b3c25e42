// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/comparing_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "pipeline/table.hpp"

namespace demarche {

CompareJson rounded_json(std::optional<double> value) {
    constexpr double places = 1e6;
    return value ? CompareJson(std::round(*value * places) / places) : CompareJson(nullptr);
}

double rounded_for_csv(double value) {
    constexpr double places = 1e9;
    return std::round(value * places) / places;
}

namespace {

CompareJson scope_json(const ComparedStudy& compared) {
    const ComparisonScope& scope = compared.study.scope();
    CompareJson json = {{"codes", scope.codes}};
    if (!scope.stances.empty()) {
        json["stances"] = CompareJson::array();
        for (const Stance stance : scope.stances) json["stances"].push_back(to_string(stance));
    }
    if (scope.from_year) json["from_year"] = *scope.from_year;
    if (scope.to_year) json["to_year"] = *scope.to_year;
    if (!scope.languages.empty()) json["languages"] = scope.languages;
    if (!compared.options.group.empty()) json["group"] = compared.options.group;
    if (!scope.authors.empty()) json["authors"] = scope.authors;
    if (!scope.documents.empty()) json["documents"] = scope.documents;
    return json;
}

}  // namespace

CompareJson json_head(const ComparedStudy& compared, std::string_view mode) {
    CompareJson failed = CompareJson::array(), in_part = CompareJson::array();
    for (const ComparedDocument& document : compared.study.documents()) {
        if (document.is_failed) failed.push_back(document.id);
        if (document.is_read_in_part) in_part.push_back(document.id);
    }
    return {{"comparison", mode},
            {"scope", scope_json(compared)},
            {"codebook_version", compared.knowledge.codebook.version},
            {"tagged_with_other_codebook", compared.is_other_codebook},
            {"documents", compared.study.documents().size()},
            {"documents_failed", failed},
            {"documents_read_in_part", in_part}};
}

CompareJson unit_json(const ComparedStudy& compared, const ComparedUnit& unit) {
    CompareJson documents = CompareJson::array(), years = CompareJson::array();
    for (const std::size_t index : unit.documents) {
        const ComparedDocument& document = compared.study.documents()[index];
        documents.push_back(document.id);
        years.push_back(document.year ? CompareJson(*document.year) : CompareJson(nullptr));
    }
    return {{"id", unit.id},
            {"label", unit.label},
            {"documents", documents},
            {"years", years},
            {"documents_failed", unit.documents_failed},
            {"read_in_part", unit.is_read_in_part},
            {"languages", unit.languages},
            {"pages", unit.pages},
            {"pages_unread", unit.pages_unread},
            {"sentences", unit.sentences}};
}

CompareJson cell_json(const ComparedStudy& compared, const std::vector<std::size_t>& documents, std::size_t code,
                      const CodeCell& cell) {
    CompareJson mentions = CompareJson::array();
    for (const std::size_t document : documents)
        for (const Occurrence& occurrence : compared.study.occurrences(document, code))
            mentions.push_back(compared.study.mention_id(document, code, occurrence));
    return {{"mentions", cell.mentions},   {"per_1000", rounded_json(rate_of(cell))},
            {"documents", cell.documents}, {"documents_known", cell.documents_known},
            {"sentences", cell.sentences}, {"complete", cell.is_complete()},
            {"evidence", mentions}};
}

std::string_view reason_of(const CodeCell& cell) noexcept {
    if (cell.misses_pages) return cell.misses_languages ? "pages, language" : "pages";
    return cell.misses_languages ? "language" : "";
}

void write_json(const CompareJson& json, std::ostream& out) {
    out << json.dump(1, ' ', false, CompareJson::error_handler_t::replace) << '\n';
}

std::string cell_text(const CodeCell& cell, CellValue value) {
    const std::optional<double> number = value_of(cell, value);
    if (!number) return "?";
    std::string text;
    switch (value) {
        case CellValue::presence: return *number > 0 ? "yes" : "no";
        case CellValue::per_1000: text = fmt::format("{:.1f}", *number); break;
        case CellValue::share: return fmt::format("{:.2f}", *number);
        default: text = fmt::format("{:.0f}", *number);
    }
    return cell.is_complete() ? text : text + "+";
}

std::string_view title_of(CellValue value) noexcept {
    switch (value) {
        case CellValue::mentions: return "mentions";
        case CellValue::per_1000: return "mentions per 1,000 sentences";
        case CellValue::documents: return "documents that mention it";
        case CellValue::share: return "share of the documents that mention it";
        case CellValue::presence: return "mentioned or not";
    }
    return "";
}

std::string code_title(const ComparedCode& code, std::size_t width) {
    return code.label.empty() || code.label == code.id ? code.id : shortened(code.id + "  " + code.label, width);
}

std::string listed(const std::vector<std::string>& words, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) text += (i == 0 ? "" : ", ") + words[i];
    return words.size() > most ? fmt::format("{} and {} more", text, words.size() - most) : text;
}

std::string Legend::operator()(const CodeCell& cell, CellValue value) {
    note(cell);
    return cell_text(cell, value);
}

void Legend::note(const CodeCell& cell) {
    has_unknown_ = has_unknown_ || cell.presence() == Presence::unknown;
    has_least_ = has_least_ || (cell.mentions > 0 && !cell.is_complete());
}

void Legend::write(std::ostream& out) const {
    if (has_unknown_)
        out << "? nobody knows: not found, but pages or documents of it were not read, or the codebook has no "
               "words "
               "for it in their language\n";
    if (has_least_) out << "+ at least: the same, but found elsewhere\n";
}

void write_notes(const ComparedStudy& compared, std::ostream& out) {
    std::vector<std::string> failed, in_part;
    for (const ComparedDocument& document : compared.study.documents()) {
        if (document.is_failed) failed.push_back(document.id);
        if (document.is_read_in_part) in_part.push_back(document.id);
    }
    constexpr std::size_t most = 10;
    if (!failed.empty()) out << "Not read: " << listed(failed, most) << '\n';
    if (!in_part.empty()) out << "Read in part: " << listed(in_part, most) << '\n';
    if (compared.is_other_codebook)
        out << "The study was tagged with another codebook than the one in use here, which tells labels and "
               "languages;\n`demarche run` with the same inputs brings it up to date.\n";
}

}  // namespace demarche
