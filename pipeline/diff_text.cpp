// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/diffing.hpp"
#include "pipeline/table.hpp"

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
    std::string unsure(const std::string& line) const { return in_colour_ ? "\033[33m" + line + "\033[0m" : line; }
    std::string heading(const std::string& text) const { return in_colour_ ? "\033[1m" + text + "\033[0m" : text; }

private:
    bool in_colour_;
};

std::string side_line(const RevisionSide& side) {
    std::string line = side.name;
    if (!side.title.empty()) line += "  " + side.title;
    if (side.year) line += fmt::format(" ({})", *side.year);
    line += ", " + counted(side.text.size(), "sentence");
    if (side.pages_unread > 0)
        line += fmt::format(", {} not read: what {} passes for removed or added",
                            counted(side.pages_unread, "page"), side.pages_unread == 1 ? "it says" : "they say");
    return line;
}

void write_stat(const RevisionDiff& diff, std::ostream& out) {
    if (diff.is_other_language) {
        out << "The two are in different languages: only the substance was compared.\n";
        return;
    }
    std::string counts;
    for (const ChangeKind kind : all_change_kinds)
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ",
                              diff.stat.kinds[static_cast<std::size_t>(kind)], to_string(kind));
    out << counts << fmt::format("; {} stronger, {} weaker", diff.stat.stronger, diff.stat.weaker);
    if (diff.stat.words_after > 0)
        out << fmt::format("; {:.0f} % of the new words stand in sentences kept", diff.stat.percent_kept());
    out << '\n';
    if (diff.is_rewritten)
        out << "The strategy was rewritten: hardly a sentence is in both. Compare the substance, and the passages "
               "that\n"
               "come nearest to each other.\n";
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

// Why of this version nobody can tell.
std::string why_text(const RevisionSide& side, std::string_view which) {
    return why_unknown(side) == "pages"
               ? fmt::format("the {} one had {} that {} not read", which, counted(side.pages_unread, "page"),
                             side.pages_unread == 1 ? "was" : "were")
               : fmt::format("the codebook lacks words for it in the language of the {} one", which);
}

std::string why_text(const ComparedRevisions& revisions, bool is_gained) {
    return is_gained ? why_text(revisions.before, "old") : why_text(revisions.after, "new");
}

std::string unsure_line(const Emphasis& code, const ComparedRevisions& revisions, const Codebook& codebook,
                        const Marks& marks) {
    const bool is_gained = code.after > 0;
    return fmt::format("  {}  {}{}; {}\n", marks.unsure("? " + label_of(code, codebook)), is_gained ? "" : "had ",
                       counted(is_gained ? code.after : code.before, "mention"), why_text(revisions, is_gained));
}

std::string codes_text(const ComparedRevisions& revisions, const Codebook& codebook, const Marks& marks) {
    const std::vector<Emphasis>& codes = revisions.diff.substance.codes;
    std::string text;
    for (const Emphasis& code : codes)
        if (code.is_gained())
            text += fmt::format("  {}  {}\n", marks.gained("+ " + label_of(code, codebook)),
                                counted(code.after, "mention"));
    for (const Emphasis& code : codes)
        if (code.is_lost())
            text += fmt::format("  {}  had {}\n", marks.lost("- " + label_of(code, codebook)),
                                counted(code.before, "mention"));
    for (const Emphasis& code : codes)
        if (code.is_unsure()) text += unsure_line(code, revisions, codebook, marks);
    for (const Emphasis& code : codes) {
        if (!code.is_in_both()) continue;
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

// A few of them; a long list hides what is new in it.
std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t few = 4;
    if (names.size() <= few) return joined(names);
    return fmt::format("{} and {} more", joined({names.begin(), names.begin() + few}), names.size() - few);
}

std::string offices_text(const Substance& substance, const Codebook& codebook, const Marks& marks) {
    std::string text;
    for (const Emphasis& code : substance.codes) {
        const std::vector<std::string> gained = names_without(code.terms_after, code.terms_before);
        const std::vector<std::string> lost = names_without(code.terms_before, code.terms_after);
        if (gained.empty() && lost.empty()) continue;
        text += fmt::format("  {}\n", label_of(code, codebook));
        if (code.is_unsure()) {
            text += fmt::format("    {}\n", marks.unsure("? " + joined(gained.empty() ? lost : gained)));
            continue;
        }
        if (!gained.empty()) text += fmt::format("    {}\n", marks.gained("+ " + joined(gained)));
        if (!lost.empty()) text += fmt::format("    {}\n", marks.lost("- " + joined(lost)));
        if (const auto kept = names_without(code.terms_after, gained); !kept.empty())
            text += fmt::format("    = {}\n", some_of(kept));
    }
    return text;
}

std::string item_text(const GuidelineItem& item) {
    return fmt::format("{} ({})", item.id, item.label);
}

// Guidelines that neither version speaks of are no news.
std::string guidelines_text(const ComparedRevisions& revisions, const Marks& marks) {
    std::string text;
    for (const GuidelineChange& guideline : revisions.diff.substance.guidelines) {
        if (guideline.met_before + guideline.met_after == 0) continue;
        text += fmt::format("  {}: {}{} -> {}{} of {} items met\n", guideline.title, guideline.met_before,
                            guideline.unknown_before > 0 ? "+" : "", guideline.met_after,
                            guideline.unknown_after > 0 ? "+" : "", guideline.items);
        for (const GuidelineItem& item : guideline.gained)
            text += fmt::format("    {}\n", marks.gained("+ " + item_text(item)));
        for (const GuidelineItem& item : guideline.lost)
            text += fmt::format("    {}\n", marks.lost("- " + item_text(item)));
        for (const bool is_gained : {true, false})
            for (const GuidelineItem& item : is_gained ? guideline.perhaps_gained : guideline.perhaps_lost)
                text += fmt::format("    {}  met in the {} one; {}\n", marks.unsure("? " + item_text(item)),
                                    is_gained ? "new" : "old", why_text(revisions, is_gained));
    }
    return text;
}

void write_substance(const ComparedRevisions& revisions, const Codebook& codebook, const Marks& marks,
                     std::ostream& out) {
    const Substance& substance = revisions.diff.substance;
    const std::string codes = codes_text(revisions, codebook, marks);
    out << '\n'
        << marks.heading("In substance (codes gained +, lost -, nobody can tell ?, stance ~, emphasis > <)") << '\n'
        << (codes.empty() ? "  nothing that the codebook tells\n" : codes);
    if (const std::string offices = offices_text(substance, codebook, marks); !offices.empty())
        out << marks.heading("Focal points as named (new +, gone -, in both =)") << '\n' << offices;
    if (const std::string guidelines = guidelines_text(revisions, marks); !guidelines.empty())
        out << marks.heading("Guidelines (items gained +, lost -, nobody can tell ?)") << '\n' << guidelines;
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

// leaves_out_one_sided  of a rewritten text nearly every sentence is removed or added: a list to be searched by
//                       programs, in which people would not find the few that were kept and changed
void write_changes(const RevisionDiff& diff, bool leaves_out_one_sided, const Marks& marks, std::ostream& out) {
    std::size_t left_out = 0;
    for (const Change& change : diff.changes) {
        if (leaves_out_one_sided && (!change.before || !change.after))
            ++left_out;
        else
            write_change(change, marks, out);
    }
    if (left_out > 0)
        out << fmt::format(
            "\n{} left out, of what was added or removed: ask for --only added,removed or for --format json, csv "
            "or "
            "html.\n",
            counted(left_out, "change"));
}

}  // namespace

void write_diff_text(const ComparedRevisions& revisions, const Codebook& codebook, const DiffOptions& options,
                     std::ostream& out) {
    const Marks marks(options.in_colour);
    const RevisionDiff& diff = revisions.diff;
    out << marks.heading("--- " + side_line(revisions.before)) << '\n'
        << marks.heading("+++ " + side_line(revisions.after)) << '\n';
    write_stat(diff, out);
    write_substance(revisions, codebook, marks, out);
    if (!options.stat_only) {
        write_passages(diff.passages, marks, out);
        write_changes(diff, diff.is_rewritten && options.only.empty(), marks, out);
    }
    out << '\n';
}

}  // namespace demarche
