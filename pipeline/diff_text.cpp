// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/diffing.hpp"

namespace demarche {

namespace {

// Colours of the terminal, or the marks of `git diff --word-diff=plain`.
class Marks {
public:
    explicit Marks(bool in_colour) : in_colour_(in_colour) {}
    std::string removed(const std::string& text) const {
        return in_colour_ ? "\033[31m" + text + "\033[0m" : "[-" + text + "-]";
    }
    std::string added(const std::string& text) const {
        return in_colour_ ? "\033[32m" + text + "\033[0m" : "{+" + text + "+}";
    }
    // Lines that say so themselves.
    std::string gained(const std::string& line) const { return in_colour_ ? added(line) : line; }
    std::string lost(const std::string& line) const { return in_colour_ ? removed(line) : line; }
    std::string heading(const std::string& text) const { return in_colour_ ? "\033[1m" + text + "\033[0m" : text; }

private:
    bool in_colour_;
};

std::string side_line(const RevisionSide& side) {
    std::string line = side.name;
    if (!side.title.empty()) line += "  " + side.title;
    if (side.year) line += fmt::format(" ({})", *side.year);
    line += fmt::format(", {} sentences", side.text.size());
    if (side.pages_unread > 0)
        line +=
            fmt::format(", {} pages not read: what they say passes for {}", side.pages_unread, "removed or added");
    return line;
}

void write_stat(const RevisionDiff& diff, std::ostream& out) {
    std::string counts;
    for (const ChangeKind kind : all_change_kinds)
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ",
                              diff.stat.kinds[static_cast<std::size_t>(kind)], to_string(kind));
    out << counts << fmt::format("; {} stronger, {} weaker", diff.stat.stronger, diff.stat.weaker);
    if (diff.stat.words_after > 0 && !diff.is_other_language)
        out << fmt::format("; {:.0f} % of the new words stand in sentences kept", diff.stat.percent_kept());
    out << '\n';
    if (diff.is_rewritten)
        out << "The strategy was rewritten: hardly a sentence is in both. Compare the substance, and the passages "
               "that\n"
               "come nearest to each other.\n";
    if (diff.is_other_language) out << "The two are in different languages: only the substance was compared.\n";
}

std::string label_of(const Emphasis& code, const Codebook& codebook) {
    const Code* known = codebook.find_code(code.code);
    return known && !known->label.empty() ? fmt::format("{} ({})", code.code, known->label) : code.code;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "\"" : "\", \"") + text;
    return all.empty() ? all : all + "\"";
}

std::string codes_text(const Substance& substance, const Codebook& codebook, const Marks& marks) {
    std::string text;
    for (const Emphasis& code : substance.codes)
        if (code.is_gained())
            text += fmt::format("  {}  {} mention{}\n", marks.gained("+ " + label_of(code, codebook)), code.after,
                                code.after == 1 ? "" : "s");
    for (const Emphasis& code : substance.codes)
        if (code.is_lost())
            text += fmt::format("  {}  had {} mention{}\n", marks.lost("- " + label_of(code, codebook)),
                                code.before, code.before == 1 ? "" : "s");
    for (const Emphasis& code : substance.codes) {
        if (code.is_gained() || code.is_lost()) continue;
        if (code.stance_before != code.stance_after && code.stance_before && code.stance_after)
            text += fmt::format("  ~ {}  {} -> {}\n", label_of(code, codebook), to_string(*code.stance_before),
                                to_string(*code.stance_after));
        if (code.is_significant())
            text += fmt::format("  {} {}  {:.1f} -> {:.1f} per 1,000 sentences (log-likelihood {:.1f})\n",
                                code.per_thousand_after > code.per_thousand_before ? '>' : '<',
                                label_of(code, codebook), code.per_thousand_before, code.per_thousand_after,
                                code.log_likelihood);
    }
    return text;
}

std::string offices_text(const Substance& substance, const Codebook& codebook) {
    std::string text;
    for (const Emphasis& code : substance.codes)
        if (code.terms_before != code.terms_after)
            text += fmt::format("  {}: {} -> {}\n", label_of(code, codebook),
                                code.terms_before.empty() ? "none" : joined(code.terms_before),
                                code.terms_after.empty() ? "none" : joined(code.terms_after));
    return text;
}

// Guidelines that neither version speaks of are no news.
std::string guidelines_text(const Substance& substance, const Marks& marks) {
    std::string text;
    for (const GuidelineChange& guideline : substance.guidelines) {
        if (guideline.met_before + guideline.met_after == 0) continue;
        text += fmt::format("  {}: {} -> {} of {} items met\n", guideline.title, guideline.met_before,
                            guideline.met_after, guideline.items);
        for (const GuidelineItem& item : guideline.gained)
            text += fmt::format("    {}\n", marks.gained(fmt::format("+ {} ({})", item.id, item.label)));
        for (const GuidelineItem& item : guideline.lost)
            text += fmt::format("    {}\n", marks.lost(fmt::format("- {} ({})", item.id, item.label)));
    }
    return text;
}

void write_substance(const Substance& substance, const Codebook& codebook, const Marks& marks, std::ostream& out) {
    const std::string codes = codes_text(substance, codebook, marks), offices = offices_text(substance, codebook);
    out << '\n'
        << marks.heading("In substance (codes gained +, lost -, stance ~, emphasis > <)") << '\n'
        << (codes.empty() ? "  nothing that the codebook tells\n" : codes);
    if (!offices.empty()) out << marks.heading("Focal points as named") << '\n' << offices;
    if (const std::string guidelines = guidelines_text(substance, marks); !guidelines.empty())
        out << marks.heading("Guidelines (items gained +, lost -)") << '\n' << guidelines;
    if (!substance.sections_gained.empty())
        out << marks.heading("Sections gained") << "\n  " << marks.gained(joined(substance.sections_gained))
            << '\n';
    if (!substance.sections_lost.empty())
        out << marks.heading("Sections lost") << "\n  " << marks.lost(joined(substance.sections_lost)) << '\n';
}

std::string place_of(const Passage& passage) {
    return fmt::format("p. {}{}", passage.page, passage.section.empty() ? "" : ", " + passage.section);
}

std::string text_of(const Change& change, const Marks& marks) {
    if (change.words.empty()) {
        if (!change.after) return marks.removed(change.before->text);
        return change.before ? change.after->text : marks.added(change.after->text);
    }
    std::string text;
    for (const WordRun& run : change.words) {
        if (!text.empty()) text += ' ';
        text += run.fate == WordFate::kept      ? run.text
                : run.fate == WordFate::removed ? marks.removed(run.text)
                                                : marks.added(run.text);
    }
    return text;
}

void write_change(const Change& change, const Marks& marks, std::ostream& out) {
    std::string head(to_string(change.kind));
    if (change.is_moved && change.kind != ChangeKind::moved) head += " and moved";
    if (change.strength && *change.strength != Strength::same)
        head += fmt::format(", {}", to_string(*change.strength));
    std::string place = change.before ? place_of(*change.before) : "";
    if (change.before && change.after) place += " -> ";
    if (change.after) place += place_of(*change.after);
    out << '\n' << marks.heading(fmt::format("@@ {} @@ {}", head, place)) << '\n' << text_of(change, marks) << '\n';
}

void write_passages(const std::vector<Change>& passages, const Marks& marks, std::ostream& out) {
    if (passages.empty()) return;
    out << '\n' << marks.heading("Passages nearest to each other") << '\n';
    for (const Change& passage : passages)
        out << fmt::format("\n{} -> {}\n", place_of(*passage.before), place_of(*passage.after))
            << marks.removed(passage.before->text) << '\n'
            << marks.added(passage.after->text) << '\n';
}

}  // namespace

void write_diff_text(const ComparedRevisions& revisions, const Codebook& codebook, bool stat_only, bool in_colour,
                     std::ostream& out) {
    const Marks marks(in_colour);
    const RevisionDiff& diff = revisions.diff;
    out << marks.heading("--- " + side_line(revisions.before)) << '\n'
        << marks.heading("+++ " + side_line(revisions.after)) << '\n';
    write_stat(diff, out);
    write_substance(diff.substance, codebook, marks, out);
    if (!stat_only) {
        write_passages(diff.passages, marks, out);
        if (!diff.is_rewritten)
            for (const Change& change : diff.changes) write_change(change, marks, out);
        else
            out << fmt::format("\nThe {} sentences added and removed are in --format json, csv and html.\n",
                               diff.changes.size());
    }
    out << '\n';
}

}  // namespace demarche
