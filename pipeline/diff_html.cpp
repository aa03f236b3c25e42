// SPDX-License-Identifier: GPL-3.0-or-later
//
// The diff as one page that needs nothing else: what changed in substance first, then both texts side by side,
// a row for each change, to be filtered and printed.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/html.hpp"
#include "pipeline/diff_page.hpp"
#include "pipeline/diffing.hpp"

namespace demarche {

namespace {

std::string family_of(const std::string& code) {
    return code.substr(0, code.find('.'));
}

// The codes of each sentence, by its ordinal.
std::map<std::uint32_t, std::set<std::string>> codes_by_sentence(const RevisionSide& side) {
    std::map<std::uint32_t, std::set<std::string>> codes;
    for (const Mention& mention : side.mentions) codes[mention.sentence].insert(mention.code);
    return codes;
}

class DiffPage {
public:
    DiffPage(const Codebook& codebook, std::ostream& out) : codebook_(codebook), out_(out) {}

    void write(const std::vector<ComparedRevisions>& revisions) {
        const ComparedRevisions& first = revisions.front();
        out_ << fmt::format(page_head, html_escaped(first.before.name + " and " + revisions.back().after.name));
        for (const ComparedRevisions& each : revisions) write_pair(each);
        out_ << page_foot;
    }

private:
    void write_pair(const ComparedRevisions& revisions) {
        const RevisionDiff& diff = revisions.diff;
        codes_before_ = codes_by_sentence(revisions.before);
        codes_after_ = codes_by_sentence(revisions.after);
        out_ << "<article>\n<header class='pair'>";
        write_side(revisions.before, "Old");
        write_side(revisions.after, "New");
        out_ << "</header>\n";
        write_stat(diff);
        write_substance(revisions);
        write_rows("Passages nearest to each other", diff.passages);
        if (!diff.changes.empty()) write_filters(diff);
        write_rows("Changes", diff.changes);
        out_ << "</article>\n";
    }

    void write_side(const RevisionSide& side, std::string_view which) {
        out_ << fmt::format("<div><b>{}</b> {}<br><span dir='auto'>{}</span>{}<br>{} sentences{}</div>", which,
                            html_escaped(side.name), html_escaped(side.title),
                            side.year ? fmt::format(" ({})", *side.year) : "", side.text.size(),
                            side.pages_unread > 0 ? fmt::format(", {} pages not read", side.pages_unread) : "");
    }

    void write_stat(const RevisionDiff& diff) {
        if (diff.is_other_language) {
            out_ << "<p class='remark'>The two are in different languages: only the substance was compared.</p>\n";
            return;
        }
        out_ << "<ul class='stat'>";
        for (const ChangeKind kind : all_change_kinds)
            out_ << fmt::format("<li class='{0}'><b>{1}</b> {0}</li>", to_string(kind),
                                diff.stat.kinds[static_cast<std::size_t>(kind)]);
        out_ << fmt::format("<li class='stronger'><b>{}</b> stronger</li><li class='weaker'><b>{}</b> weaker</li>",
                            diff.stat.stronger, diff.stat.weaker);
        if (diff.stat.words_after > 0)
            out_ << fmt::format("<li><b>{:.0f} %</b> of the new words in sentences kept</li>",
                                diff.stat.percent_kept());
        out_ << "</ul>\n";
        if (diff.is_rewritten)
            out_ << "<p class='remark'>The strategy was rewritten: hardly a sentence is in both. Compare the "
                    "substance, and the passages that come nearest to each other.</p>\n";
    }

    std::string label_of(const std::string& id) const {
        const Code* code = codebook_.find_code(id);
        return code ? code->label : "";
    }

    void write_substance(const ComparedRevisions& revisions) {
        const Substance& substance = revisions.diff.substance;
        out_ << "<h2>In substance</h2>\n<table class='substance'><thead><tr><th>Code<th>What it is<th>Old<th>New"
                "<th>per 1,000 sentences<th>Log-likelihood<th>What changed</tr></thead><tbody>\n";
        for (const Emphasis& code : substance.codes) {
            const std::string change = change_of(code, revisions);
            if (change.empty()) continue;
            out_ << fmt::format(
                "<tr class='{}' data-family='{}'><td>{}<td>{}<td class='n'>{}<td class='n'>{}<td "
                "class='n'>{:.1f} → {:.1f}<td class='n'>{:.1f}<td>{}</tr>\n",
                code.is_gained() ? "added"
                : code.is_lost() ? "removed"
                                 : "changed",
                family_of(code.code), html_escaped(code.code), html_escaped(label_of(code.code)), code.before,
                code.after, code.per_thousand_before, code.per_thousand_after, code.log_likelihood, change);
        }
        out_ << "</tbody></table>\n<p class='remark'>Codes that both versions have are left out where their "
                "mentions changed no more than chance would have it (log-likelihood under 6.63, p 0.01); gained "
                "and lost "
                "ones are shown however few.</p>\n";
        write_guidelines(revisions);
        write_sections("Sections gained", "added", substance.sections_gained);
        write_sections("Sections lost", "removed", substance.sections_lost);
    }

    void write_guidelines(const ComparedRevisions& revisions) {
        const std::vector<GuidelineChange>& guidelines = revisions.diff.substance.guidelines;
        if (std::none_of(guidelines.begin(), guidelines.end(),
                         [](const auto& each) { return each.met_before + each.met_after > 0; }))
            return;
        out_ << "<table class='guidelines'><thead><tr><th>Guideline<th>Items<th>Old<th>New<th>Gained<th>Lost<th>"
                "Nobody can tell</tr></thead><tbody>\n";
        for (const GuidelineChange& guideline : guidelines) {
            if (guideline.met_before + guideline.met_after == 0) continue;
            out_ << fmt::format(
                "<tr><td>{}<td class='n'>{}<td class='n'>{}{}<td class='n'>{}{}<td>{}<td>{}<td>{}</tr>\n",
                html_escaped(guideline.title), guideline.items, guideline.met_before,
                guideline.unknown_before > 0 ? "+" : "", guideline.met_after,
                guideline.unknown_after > 0 ? "+" : "", html_escaped(labels_of(guideline.gained)),
                html_escaped(labels_of(guideline.lost)), unsure_items(revisions, guideline));
        }
        out_ << "</tbody></table>\n";
    }
    static std::string unsure_items(const ComparedRevisions& revisions, const GuidelineChange& guideline) {
        std::string text;
        for (const bool is_gained : {true, false})
            if (const auto& items = is_gained ? guideline.perhaps_gained : guideline.perhaps_lost; !items.empty())
                text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", html_escaped(labels_of(items)),
                                    unsure_text(revisions, is_gained));
        return text;
    }
    static std::string labels_of(const std::vector<GuidelineItem>& items) {
        std::string text;
        for (const GuidelineItem& item : items) text += (text.empty() ? "" : "; ") + item.label;
        return text;
    }

    // Empty when nothing did that is worth a line.
    static std::string change_of(const Emphasis& code, const ComparedRevisions& revisions) {
        std::vector<std::string> parts;
        if (code.is_gained()) parts.emplace_back("gained");
        if (code.is_lost()) parts.emplace_back("lost");
        if (code.is_unsure()) parts.push_back(unsure_text(revisions, code.after > 0));
        if (code.stance_before && code.stance_after && code.stance_before != code.stance_after)
            parts.push_back(
                fmt::format("stance {} → {}", to_string(*code.stance_before), to_string(*code.stance_after)));
        if (code.is_in_both() && code.is_significant())
            parts.emplace_back(code.per_thousand_after > code.per_thousand_before ? "more" : "less");
        if (code.is_unsure()) return fmt::format("{}", fmt::join(parts, "; "));
        add_names("newly named", "ins", names_without(code.terms_after, code.terms_before), parts);
        add_names("no longer named", "del", names_without(code.terms_before, code.terms_after), parts);
        return fmt::format("{}", fmt::join(parts, "; "));
    }
    // One version has it, and of the other nobody can tell.
    static std::string unsure_text(const ComparedRevisions& revisions, bool is_gained) {
        const RevisionSide& other = is_gained ? revisions.before : revisions.after;
        return fmt::format("{}? The {} one {}", is_gained ? "gained" : "lost", is_gained ? "old" : "new",
                           why_unknown(other) == "pages" ? "was not read as a whole"
                                                         : "is in a language that the codebook lacks words in");
    }
    static void add_names(std::string_view what, std::string_view tag, const std::vector<std::string>& names,
                          std::vector<std::string>& parts) {
        if (names.empty()) return;
        std::string text = fmt::format("{}:", what);
        for (const std::string& name : names) text += fmt::format(" <{0}>{1}</{0}>", tag, html_escaped(name));
        parts.push_back(std::move(text));
    }

    void write_sections(std::string_view title, std::string_view kind, const std::vector<std::string>& sections) {
        if (sections.empty()) return;
        out_ << fmt::format("<details><summary>{} ({})</summary><ul class='{}'>", title, sections.size(), kind);
        for (const std::string& section : sections) out_ << "<li dir='auto'>" << html_escaped(section) << "</li>";
        out_ << "</ul></details>\n";
    }

    void write_filters(const RevisionDiff& diff) {
        std::set<std::string> families;
        for (const Change& change : diff.changes)
            for (const std::string& code : codes_of(change)) families.insert(family_of(code));
        out_ << "<form class='filters' aria-label='Filter the changes'><fieldset><legend>Kinds</legend>";
        for (const ChangeKind kind : all_change_kinds)
            if (diff.stat.kinds[static_cast<std::size_t>(kind)] > 0)
                out_ << fmt::format("<label><input type='checkbox' name='kind' value='{0}' checked> {0}</label>",
                                    to_string(kind));
        out_ << "</fieldset><label>Mentions of <select name='family'><option value=''>anything</option>";
        for (const std::string& family : families)
            out_ << fmt::format("<option value='{0}'>{0}</option>", html_escaped(family));
        out_ << "</select></label><label><input type='checkbox' name='strength' value='1'> only stronger or "
                "weaker</label><output></output></form>\n";
    }

    std::set<std::string> codes_of(const Change& change) const {
        std::set<std::string> codes;
        const auto gather = [&](const std::optional<Passage>& passage, const auto& by_sentence) {
            if (!passage) return;
            for (const std::uint32_t ordinal : passage->ordinals)
                if (const auto found = by_sentence.find(ordinal); found != by_sentence.end())
                    codes.insert(found->second.begin(), found->second.end());
        };
        gather(change.before, codes_before_);
        gather(change.after, codes_after_);
        return codes;
    }

    void write_rows(std::string_view title, const std::vector<Change>& changes) {
        if (changes.empty()) return;
        out_ << "<h2>" << title << "</h2>\n<div class='rows'>\n";
        for (const Change& change : changes) write_row(change);
        out_ << "</div>\n";
    }

    void write_row(const Change& change) {
        const std::set<std::string> codes = codes_of(change);
        std::set<std::string> families;
        for (const std::string& code : codes) families.insert(family_of(code));
        const std::string strength =
            change.strength && *change.strength != Strength::same ? std::string(to_string(*change.strength)) : "";
        out_ << fmt::format("<section class='row' data-kind='{}' data-families='{}' data-strength='{}'>",
                            to_string(change.kind), html_escaped(fmt::format(" {} ", fmt::join(families, " "))),
                            strength);
        out_ << fmt::format("<p class='what {}'>{}{}{}", to_string(change.kind), to_string(change.kind),
                            change.is_moved && change.kind != ChangeKind::moved ? " and moved" : "",
                            strength.empty() ? "" : fmt::format(" <b class='{0}'>{0}</b>", strength));
        for (const std::string& code : codes)
            out_ << fmt::format(R"( <span class="code" title="{}">{}</span>)", html_escaped(label_of(code)),
                                html_escaped(code));
        out_ << "</p>";
        write_cell(change, change.before, WordFate::added);
        write_cell(change, change.after, WordFate::removed);
        out_ << "</section>\n";
    }

    void write_cell(const Change& change, const std::optional<Passage>& passage, WordFate other) {
        if (!passage) {
            out_ << "<div class='cell none'></div>";
            return;
        }
        out_ << fmt::format("<div class='cell'><p class='place'>p. {}{}</p><p dir='auto'>", passage->page,
                            passage->section.empty() ? "" : " · " + html_escaped(passage->section));
        if (change.words.empty()) {
            const char* tag = !change.after ? "del" : !change.before ? "ins" : "span";
            out_ << fmt::format("<{0}>{1}</{0}>", tag, html_escaped(passage->text));
        }
        for (const WordRun& run : change.words) {
            if (run.fate == other) continue;
            const char* tag = run.fate == WordFate::removed ? "del" : run.fate == WordFate::added ? "ins" : "span";
            out_ << fmt::format("<{0}>{1}</{0}> ", tag, html_escaped(run.text));
        }
        out_ << "</p></div>";
    }

    const Codebook& codebook_;
    std::ostream& out_;
    std::map<std::uint32_t, std::set<std::string>> codes_before_, codes_after_;
};

}  // namespace

void write_diff_html(const std::vector<ComparedRevisions>& revisions, const Codebook& codebook, std::ostream& out) {
    DiffPage(codebook, out).write(revisions);
}

}  // namespace demarche
