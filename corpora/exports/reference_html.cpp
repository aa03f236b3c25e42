// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>
#include <string_view>

#include "corpora/exports/codebook_reference.hpp"
#include "corpora/exports/reference_words.hpp"
#include "corpora/model/html.hpp"

namespace demarche {

namespace {

// Beside the text on a wide screen the contents, above it on a narrow one; on paper black on white, with no
// code torn from its heading.
constexpr std::string_view style = R"css(
:root { --ink: #1c2430; --quiet: #596575; --line: #d8dee6; --tint: #f3f6f9; --link: #0b5c9c; --yes: #1c6b3a; --no: #9a2f22; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
code, .term { font-family: ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono", Menlo, Consolas, monospace; font-size: .88em; }
.page { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
header { padding: 2rem 0 1rem; border-bottom: 2px solid var(--ink); }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
header p { margin: .5rem 0 0; color: var(--quiet); }
.hash { overflow-wrap: anywhere; font-size: .85em; }
nav { font-size: .92rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
nav h2 { margin: 0 0 .5rem; font-size: 1rem; }
nav summary { cursor: pointer; padding: .15rem 0 .15rem 1.1rem; text-indent: -1.1rem; }
nav > .single { padding: .15rem 0 .15rem 1rem; margin: 0; }
nav ul { list-style: none; margin: 0 0 .4rem; padding: 0 0 0 2.2rem; }
nav li { padding: .05rem 0; overflow-wrap: anywhere; }
nav > p { margin: .35rem 0 .35rem; }
main > section > h2 { margin: 2.5rem 0 .25rem; padding-top: .5rem; font-size: 1.45rem; border-bottom: 1px solid var(--line); }
.about { margin: 0 0 1rem; color: var(--quiet); font-size: .92rem; }
article { margin: 1.5rem 0 2.25rem; }
article h3 { margin: 0; font-size: 1.12rem; line-height: 1.3; }
article h3 a { margin-left: .5rem; font-weight: 400; overflow-wrap: anywhere; }
article h4 { margin: .9rem 0 .25rem; font-size: .8rem; letter-spacing: .04em; text-transform: uppercase; color: var(--quiet); }
.definition { margin: .25rem 0 0; max-width: 46rem; }
.facts { margin: .25rem 0 0; color: var(--quiet); font-size: .88rem; overflow-wrap: anywhere; }
.languages { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .35rem .75rem; margin: 0; }
.facts + .languages { margin-top: .5rem; }
.languages dt { color: var(--quiet); font-size: .9rem; padding-top: .1rem; }
.languages dd { margin: 0; }
.terms { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; }
.terms li { background: var(--tint); border: 1px solid var(--line); border-radius: .25rem; padding: .02rem .4rem; overflow-wrap: anywhere; min-width: 0; }
[dir=rtl] .term, .term[dir=rtl] { font-family: inherit; font-size: 1em; }
.condition { display: block; font-size: .85rem; color: var(--quiet); }
.examples { margin: 0; padding-inline-start: 1.4rem; max-width: 50rem; }
.examples li { margin: .15rem 0; }
.yes li::marker { content: "\2713\00a0"; color: var(--yes); }
.no li::marker { content: "\2717\00a0"; color: var(--no); }
.rule { margin: .35rem 0 .6rem; max-width: 54rem; }
.rule p { margin: 0; }
.rule ol, .rule ul { margin: .1rem 0 0; padding-inline-start: 1.6rem; }
.key { border-collapse: collapse; margin: .5rem 0 0; font-size: .92rem; }
.key td { padding: .15rem .9rem .15rem 0; vertical-align: top; }
:target { scroll-margin-top: .5rem; }
:target > h3, h2:target { background: #fff4c2; }
@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; border-bottom: 0; }
}
@media (max-width: 36rem) {
  .page { padding: 0 .9rem 3rem; }
  h1 { font-size: 1.5rem; }
  .languages { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  .languages dd { margin-bottom: .5rem; }
  .key td { display: block; padding: 0; }
  .key td + td { padding: 0 0 .4rem 1rem; }
}
@media print {
  body { font-size: 10pt; }
  a { color: inherit; }
  .page { max-width: none; padding: 0; }
  .terms li { background: none; }
  article { break-inside: auto; }
  h2, h3, h4, dt { break-after: avoid; }
  .rule, .terms li, .examples li { break-inside: avoid; }
}
)css";

// The language, and the direction where it is not the page's.
std::string language_attributes(const std::string& language) {
    if (language == "any") return " dir=\"auto\"";
    return " lang=\"" + html_escaped(language) + "\"" + (is_right_to_left(language) ? " dir=\"rtl\"" : "");
}

std::string link_to(std::string_view anchor, std::string_view text) {
    return "<a href=\"#" + html_escaped(anchor) + "\">" + html_escaped(text) + "</a>";
}

class HtmlReference {
public:
    HtmlReference(const Codebook& codebook, std::ostream& out) : codebook_(codebook), out_(out) {}

    void write() {
        out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<title>Codebook reference</title>\n<style>"
             << style << "</style>\n</head>\n<body>\n<div class=\"page\">\n";
        write_header();
        out_ << "<div class=\"columns\">\n";
        write_contents();
        out_ << "<main>\n";
        write_key();
        for (const Family* family : families_in_order(codebook_)) write_family(*family);
        write_concepts();
        out_ << "</main>\n</div>\n</div>\n</body>\n</html>\n";
    }

private:
    void write_header() {
        out_ << "<header>\n<h1>Codebook reference</h1>\n<p>" << html_escaped(size_of(codebook_))
             << "</p>\n<p class=\"hash\">";
        if (!codebook_.version.empty()) out_ << "Version " << html_escaped(codebook_.version) << ", ";
        out_ << "hash " << html_escaped(codebook_.hash) << "</p>\n</header>\n";
    }

    void write_contents() {
        out_ << "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<p>"
             << link_to("notation", "How to read the terms") << "</p>\n";
        for (const Family* family : families_in_order(codebook_)) {
            const auto codes = codes_of(codebook_, *family);
            const std::string title = link_to("family:" + family->id, title_of(*family));
            if (codes.size() < 2) {
                out_ << "<p class=\"single\">" << title << "</p>\n";
                continue;
            }
            out_ << "<details>\n<summary>" << title << "</summary>\n<ul>\n";
            for (const Code* code : codes) out_ << "<li>" << link_to(code->id, code->label) << "</li>\n";
            out_ << "</ul>\n</details>\n";
        }
        if (!codebook_.concepts.empty()) out_ << "<p>" << link_to("concepts", "Concepts") << "</p>\n";
        out_ << "</nav>\n";
    }

    void write_key() {
        out_ << "<section>\n<h2 id=\"notation\">How to read the terms</h2>\n<table class=\"key\">\n";
        for (const auto& [written, meaning] : notation_key())
            out_ << "<tr><td><code>" << html_escaped(written) << "</code></td><td>" << html_escaped(meaning)
                 << "</td></tr>\n";
        out_ << "</table>\n</section>\n";
    }

    void write_family(const Family& family) {
        const auto codes = codes_of(codebook_, family);
        out_ << "<section>\n<h2 id=\"family:" << html_escaped(family.id) << "\">" << html_escaped(title_of(family))
             << "</h2>\n<p class=\"about\">Family <code>" << html_escaped(family.id) << "</code>"
             << (!codes.empty() && codes.front()->has_stance ? ", with a stance for each mention" : "") << "</p>\n";
        for (const Code* code : codes) write_code(*code);
        out_ << "</section>\n";
    }

    void write_code(const Code& code) {
        out_ << "<article id=\"" << html_escaped(code.id) << "\">\n<h3>" << html_escaped(code.label)
             << "<a href=\"#" << html_escaped(code.id) << "\"><code>" << html_escaped(code.id)
             << "</code></a></h3>\n";
        if (!code.definition.empty())
            out_ << "<p class=\"definition\">" << html_escaped(code.definition) << "</p>\n";
        write_facts(code);
        write_terms("Terms", code.terms);
        write_terms("Not meant by", code.exclusions);
        const auto rules = rules_of(codebook_, code);
        if (!rules.empty()) out_ << "<h4>Rules</h4>\n";
        for (const Rule* rule : rules) write_rule(*rule);
        write_examples("Given to", "yes", code.examples_yes);
        write_examples("Not given to", "no", code.examples_no);
        out_ << "</article>\n";
    }

    void write_facts(const Code& code) {
        out_ << "<p class=\"facts\">";
        if (!code.kind.empty()) out_ << "Kind: " << html_escaped(code.kind) << ". ";
        if (!code.parent.empty()) out_ << "Part of " << link_to(code.parent, code.parent) << ". ";
        out_ << "Written in " << html_escaped(code.place.file) << ", line " << code.place.line << ".</p>\n";
    }

    void write_terms(std::string_view title, const std::vector<Term>& terms) {
        if (terms.empty()) return;
        out_ << "<h4>" << title << "</h4>\n";
        write_by_language(terms);
    }

    void write_by_language(const std::vector<Term>& terms) {
        out_ << "<dl class=\"languages\">\n";
        for (const auto& [language, group] : by_language(terms)) {
            out_ << "<dt>" << html_escaped(language_name(language)) << "</dt>\n<dd><ul class=\"terms\""
                 << language_attributes(language) << ">\n";
            for (const Term* term : group) write_term(*term);
            out_ << "</ul></dd>\n";
        }
        out_ << "</dl>\n";
    }

    void write_term(const Term& term) {
        out_ << "<li><span class=\"term\">" << html_escaped(notation_of(term)) << "</span>";
        for (const TermCondition& condition : conditions_of(term)) {
            // The words are English, whatever the direction of the term.
            out_ << R"(<span class="condition" lang="en" dir="ltr">)" << condition.words << " ";
            for (std::size_t at = 0; at < condition.terms.size(); ++at)
                out_ << (at == 0 ? "" : " or ") << "<bdi class=\"term\""
                     << (term.language == "en" ? "" : language_attributes(term.language)) << ">"
                     << html_escaped(condition.terms[at]) << "</bdi>";
            out_ << "</span>";
        }
        out_ << "</li>\n";
    }

    void write_operand(const Operand& operand) {
        bool is_first = true;
        for (const OperandPart& part : parts_of(operand, codebook_)) {
            out_ << (is_first ? "" : ", or ");
            is_first = false;
            using Kind = OperandPart::Kind;
            const std::string name = "<code>" + html_escaped(part.text) + "</code>";
            const std::string linked =
                part.target.empty() ? name : "<a href=\"#" + html_escaped(part.target) + "\">" + name + "</a>";
            switch (part.kind) {
                case Kind::words: out_ << html_escaped(part.text); break;
                case Kind::term: out_ << "<bdi class=\"term\">" << html_escaped(part.text) << "</bdi>"; break;
                case Kind::code: out_ << "the code " << linked; break;
                case Kind::concept_terms: out_ << "a term of " << linked; break;
            }
        }
    }

    void write_rule(const Rule& rule) {
        const std::string circumstances = circumstances_of(rule);
        out_ << "<div class=\"rule\">\n<p><code>" << html_escaped(rule.id) << "</code>: a sentence that has "
             << (rule.all.size() > 1 ? "all of these" : "this")
             << (circumstances.empty() ? "" : ", " + html_escaped(circumstances)) << ":</p>\n"
             << (rule.ordered ? "<ol>\n" : "<ul>\n");
        for (const Operand& operand : rule.all) {
            out_ << "<li>";
            write_operand(operand);
            out_ << "</li>\n";
        }
        out_ << (rule.ordered ? "</ol>\n" : "</ul>\n");
        if (!rule.none.empty()) {
            out_ << "<p>and none of these:</p>\n<ul>\n";
            for (const Operand& operand : rule.none) {
                out_ << "<li>";
                write_operand(operand);
                out_ << "</li>\n";
            }
            out_ << "</ul>\n";
        }
        out_ << "</div>\n";
    }

    // Examples are of many languages and do not say which; each finds its direction by itself.
    void write_examples(std::string_view title, std::string_view kind, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        out_ << "<h4>" << title << "</h4>\n<ul class=\"examples " << kind << "\">\n";
        for (const std::string& sentence : sentences)
            out_ << "<li dir=\"auto\">" << html_escaped(sentence) << "</li>\n";
        out_ << "</ul>\n";
    }

    void write_concepts() {
        if (codebook_.concepts.empty()) return;
        out_ << "<section>\n<h2 id=\"concepts\">Concepts</h2>\n"
                "<p class=\"about\">Word lists that rules refer to; no codes by themselves.</p>\n";
        for (const Concept& each : codebook_.concepts) {
            out_ << "<article id=\"@" << html_escaped(each.id) << "\">\n<h3>" << html_escaped(each.id)
                 << "</h3>\n<p class=\"facts\">"
                 << "Written in " << html_escaped(each.place.file) << ", line " << each.place.line << ".</p>\n";
            write_by_language(each.terms);
            out_ << "</article>\n";
        }
        out_ << "</section>\n";
    }

    const Codebook& codebook_;
    std::ostream& out_;
};

}  // namespace

void write_reference_html(const Codebook& codebook, std::ostream& out) {
    HtmlReference(codebook, out).write();
}

}  // namespace demarche
