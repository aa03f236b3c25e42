// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "extractors/text/display.hpp"
#include "pipeline/concordance.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

constexpr std::size_t most_named = 8;  // documents in a notice

// A right-to-left part between left-to-right ones keeps its own direction, and theirs (UAX #9, RLI and PDI).
std::string isolated(const std::string& text) {
    return text.empty() ? text : "\xE2\x81\xA7" + text + "\xE2\x81\xA9";
}

struct Row {
    std::string place, before, keyword, after, note;
};

Row row_of(const ConcordanceLine& line, const Concordance& concordance) {
    Row row;
    row.place = fmt::format("{}  p. {}", concordance.documents[line.hit.document].id, line.page);
    row.keyword = line.keyword;
    row.before = line.left;
    row.after = line.right;
    if (reads_right_to_left(line.keyword)) {
        row.before = isolated(line.right);
        row.after = isolated(line.left);
        row.keyword = isolated(line.keyword);
    }
    if (!line.hit.code.empty())
        row.note = line.hit.code + (line.hit.stance ? ":" + std::string(to_string(*line.hit.stance)) : "");
    return row;
}

std::string padding(std::size_t width, const std::string& text) {
    const std::size_t own = display_width(text);
    return std::string(own < width ? width - own : 0, ' ');
}

void write_lines(const Concordance& concordance, std::ostream& out) {
    std::vector<Row> rows;
    Row widths;
    std::size_t place = 0, note = 0, before = 0;
    for (const ConcordanceLine& line : concordance.lines) {
        rows.push_back(row_of(line, concordance));
        place = std::max(place, display_width(rows.back().place));
        note = std::max(note, display_width(rows.back().note));
        before = std::max(before, display_width(rows.back().before));
    }
    for (const Row& row : rows) {
        std::string text = row.place + padding(place, row.place) + "  ";
        if (note > 0) text += row.note + padding(note, row.note) + "  ";
        text += padding(before, row.before) + row.before + "  " + row.keyword + "  " + row.after;
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

std::string names_of(const std::vector<std::string>& names) {
    const std::size_t shown = std::min(names.size(), most_named);
    std::string text =
        fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    return names.size() > shown ? text + fmt::format(" and {} more", names.size() - shown) : text;
}

// What was not read is where "no hit" says nothing.
void write_unread(const Concordance& concordance, std::ostream& out) {
    std::vector<std::string> failed, in_part;
    for (const StudyDocument& document : concordance.documents) {
        if (document.failure) failed.push_back(document.id);
        if (is_read_in_part(document)) in_part.push_back(document.id);
    }
    if (failed.empty() && in_part.empty()) return;
    out << "\nThat nothing is found there means nothing:\n";
    if (!failed.empty())
        out << fmt::format("  {} not read: {}\n", counted(failed.size(), "document"), names_of(failed));
    if (!in_part.empty())
        out << fmt::format("  {} read in part: {}\n", counted(in_part.size(), "document"), names_of(in_part));
}

void write_head(const Concordance& concordance, bool by_code, std::ostream& out) {
    const HitCount all = count_all(concordance);
    if (all.hits == 0) {
        out << fmt::format("No {} in {} of {}: {}\n", by_code ? "mention" : "hit",
                           counted(all.sentences, "sentence"),
                           counted(all.documents - all.documents_failed, "document"), concordance.asked);
        return;
    }
    std::size_t with_hits = 0;
    for (const HitCount& count : count_by_document(concordance)) with_hits += count.hits > 0 ? 1 : 0;
    out << fmt::format("{} in {} of {}: {}\n", counted(all.hits, by_code ? "mention" : "hit"),
                       counted(all.sentences_with_hits, "sentence"), counted(with_hits, "document"),
                       concordance.asked);
}

// "and" between words may have been meant as AND.
void write_advice(const Concordance& concordance, const ConcordanceOptions& options, std::ostream& out) {
    if (!concordance.hits.empty() || options.query.empty()) return;
    for (const char* word : {" and ", " or ", " not ", " near "})
        if (options.query.find(word) != std::string::npos) {
            out << "AND, OR, NOT and NEAR( ) are operators in capitals; here they were words of the phrase.\n";
            return;
        }
    if (concordance.asked.starts_with('"') && concordance.asked.find(' ') != std::string::npos &&
        concordance.asked.find("\" ") == std::string::npos)
        out << "Words side by side are a phrase; with AND between them they may stand anywhere in a sentence.\n";
}

// A code that is nowhere in the study may be a slip; one of its family may have been meant.
void write_unseen_codes(const Concordance& concordance, std::ostream& out) {
    for (const std::string& code : concordance.codes_unseen) {
        const std::string family = code.substr(0, code.find('.'));
        std::vector<std::string> relatives;
        for (const std::string& seen : concordance.codes_seen)
            if (seen.substr(0, seen.find('.')) == family) relatives.push_back(seen);
        out << fmt::format("The study has no mention of {} at all; of that family it has {}.\n", code,
                           relatives.empty() ? "none" : names_of(relatives));
    }
}

std::string known(std::uint32_t value, const HitCount& count) {
    return count.is_read() ? std::to_string(value) : "?";
}

void write_counts(const Concordance& concordance, const ConcordanceOptions& options, std::ostream& out) {
    const bool is_by_document = options.count == CountBy::document;
    TextTable table(is_by_document ? std::vector<std::string>{"document", "state", "year", "=sentences", "=hits",
                                                              "=per 1,000", "=pages unread"}
                                   : std::vector<std::string>{"state", "=documents", "=not read", "=sentences",
                                                              "=hits", "=per 1,000", "=pages unread"});
    for (const HitCount& count : is_by_document ? count_by_document(concordance) : count_by_state(concordance)) {
        std::vector<std::string> cells;
        if (is_by_document)
            cells = {count.document, count.state.value_or("?"), count.year ? std::to_string(*count.year) : "?"};
        else
            cells = {count.state.value_or("?"), std::to_string(count.documents),
                     std::to_string(count.documents_failed)};
        cells.push_back(known(count.sentences, count));
        cells.push_back(known(count.hits, count));
        cells.push_back(count.per_1000() ? fmt::format("{:.1f}", *count.per_1000()) : "?");
        cells.push_back(known(count.pages_unread, count));
        table.add(std::move(cells));
    }
    table.write(out);
}

}  // namespace

void write_concordance_text(const Concordance& concordance, const ConcordanceOptions& options, std::ostream& out) {
    write_head(concordance, !options.codes.empty(), out);
    write_advice(concordance, options, out);
    write_unseen_codes(concordance, out);
    if (options.count != CountBy::nothing) {
        out << '\n';
        write_counts(concordance, options, out);
    } else if (!concordance.lines.empty()) {
        if (concordance.lines.size() < concordance.hits.size())
            out << fmt::format("The first {} are shown.\n", concordance.lines.size());
        out << '\n';
        write_lines(concordance, out);
    }
    write_unread(concordance, out);
}

}  // namespace demarche
