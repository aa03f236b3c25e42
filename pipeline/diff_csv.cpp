// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "corpora/model/csv_writer.hpp"
#include "pipeline/diffing.hpp"

namespace demarche {

namespace {

void write_passage(const std::optional<Passage>& passage, CsvWriter& csv) {
    if (!passage) {
        csv.empty().empty().empty();
        return;
    }
    csv.number(std::int64_t{passage->page}).text(passage->section).text(passage->text);
}

}  // namespace

// A row for each change, for a spreadsheet in which they are coded further.
void write_diff_csv(const std::vector<ComparedRevisions>& revisions, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"old", "new", "kind", "moved", "strength", "old_page", "old_section", "old_text", "new_page",
                "new_section", "new_text"});
    csv.end_row();
    for (const ComparedRevisions& each : revisions)
        for (const Change& change : each.diff.changes) {
            csv.text(each.before.name).text(each.after.name).text(to_string(change.kind));
            csv.text(change.is_moved ? "yes" : "no");
            csv.text_or_empty(change.strength ? std::optional(to_string(*change.strength)) : std::nullopt);
            write_passage(change.before, csv);
            write_passage(change.after, csv);
            csv.end_row();
        }
}

}  // namespace demarche
