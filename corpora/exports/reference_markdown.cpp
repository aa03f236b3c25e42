// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "corpora/exports/codebook_reference.hpp"
#include "corpora/exports/reference_words.hpp"

namespace demarche {

namespace {

// Prose in which no sign means more than itself.
std::string prose(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos) result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

// Text as it stands, with more marks around it than it holds in a row.
std::string verbatim(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string marks(longest + 1, '`');
    const std::string space = longest > 0 ? " " : "";
    return marks + space + std::string(text) + space + marks;
}

std::string link_to(std::string_view anchor, const std::string& shown) {
    return "[" + shown + "](#" + std::string(anchor) + ")";
}

std::string anchor(std::string_view id) {
    return "<a id=\"" + std::string(id) + "\"></a>\n";
}

class MarkdownReference {
public:
    MarkdownReference(const Codebook& codebook, std::ostream& out) : codebook_(codebook), out_(out) {}

    void write() {
        out_ << "# Codebook reference\n\n" << size_of(codebook_) << ". ";
        if (!codebook_.version.empty()) out_ << "Version " << prose(codebook_.version) << ", ";
        out_ << "hash " << codebook_.hash << ".\n\n";
        write_contents();
        write_key();
        for (const Family* family : families_in_order(codebook_)) write_family(*family);
        write_concepts();
    }

private:
    void write_contents() {
        out_ << "## Contents\n\n- " << link_to("notation", "How to read the terms") << "\n";
        for (const Family* family : families_in_order(codebook_)) {
            out_ << "- " << link_to("family:" + family->id, prose(title_of(*family))) << "\n";
            for (const Code* code : codes_of(codebook_, *family))
                out_ << "  - " << link_to(code->id, verbatim(code->id)) << " " << prose(code->label) << "\n";
        }
        if (!codebook_.concepts.empty()) out_ << "- " << link_to("concepts", "Concepts") << "\n";
    }

    void write_key() {
        out_ << "\n" << anchor("notation") << "\n## How to read the terms\n\n";
        for (const auto& [written, meaning] : notation_key())
            out_ << "- " << verbatim(written) << ": " << prose(meaning) << "\n";
    }

    void write_family(const Family& family) {
        const auto codes = codes_of(codebook_, family);
        out_ << "\n"
             << anchor("family:" + family.id) << "\n## " << prose(title_of(family)) << "\n\nFamily "
             << verbatim(family.id)
             << (!codes.empty() && codes.front()->has_stance ? ", with a stance for each mention" : "") << ".\n";
        for (const Code* code : codes) write_code(*code);
    }

    void write_code(const Code& code) {
        out_ << "\n" << anchor(code.id) << "\n### " << prose(code.label) << " (" << verbatim(code.id) << ")\n\n";
        if (!code.definition.empty()) out_ << prose(code.definition) << "\n\n";
        if (!code.kind.empty()) out_ << "Kind: " << prose(code.kind) << ". ";
        if (!code.parent.empty()) out_ << "Part of " << link_to(code.parent, verbatim(code.parent)) << ". ";
        out_ << "Written in " << prose(code.place.file) << ", line " << code.place.line << ".\n";
        write_terms("Terms", code.terms);
        write_terms("Not meant by", code.exclusions);
        const auto rules = rules_of(codebook_, code);
        if (!rules.empty()) out_ << "\n**Rules**\n\n";
        for (const Rule* rule : rules) write_rule(*rule);
        write_examples("Given to", code.examples_yes);
        write_examples("Not given to", code.examples_no);
    }

    void write_terms(std::string_view title, const std::vector<Term>& terms) {
        if (terms.empty()) return;
        out_ << "\n**" << title << "**\n\n";
        write_by_language(terms);
    }

    // Terms with conditions have lines of their own below the others.
    void write_by_language(const std::vector<Term>& terms) {
        for (const auto& [language, group] : by_language(terms)) {
            out_ << "- " << language_name(language) << ":";
            bool is_first = true;
            for (const Term* term : group) {
                if (!conditions_of(*term).empty()) continue;
                out_ << (is_first ? " " : ", ") << verbatim(notation_of(*term));
                is_first = false;
            }
            out_ << "\n";
            for (const Term* term : group) write_conditions(*term);
        }
    }

    void write_conditions(const Term& term) {
        const auto conditions = conditions_of(term);
        for (std::size_t at = 0; at < conditions.size(); ++at) {
            out_ << (at == 0 ? "  - " + verbatim(notation_of(term)) + ", " : "; ") << conditions[at].words << " ";
            for (std::size_t i = 0; i < conditions[at].terms.size(); ++i)
                out_ << (i == 0 ? "" : " or ") << verbatim(conditions[at].terms[i]);
        }
        if (!conditions.empty()) out_ << "\n";
    }

    std::string operand_text(const Operand& operand) const {
        using Kind = OperandPart::Kind;
        std::string text;
        for (const OperandPart& part : parts_of(operand, codebook_)) {
            const std::string name = verbatim(part.text);
            const std::string linked = part.target.empty() ? name : link_to(part.target, name);
            text += text.empty() ? "" : ", or ";
            switch (part.kind) {
                case Kind::words: text += prose(part.text); break;
                case Kind::term: text += name; break;
                case Kind::code: text += "the code " + linked; break;
                case Kind::concept_terms: text += "a term of " + linked; break;
            }
        }
        return text;
    }

    void write_rule(const Rule& rule) {
        const std::string circumstances = circumstances_of(rule);
        out_ << "- " << verbatim(rule.id) << ": a sentence that has "
             << (rule.all.size() > 1 ? "all of these" : "this")
             << (circumstances.empty() ? "" : ", " + prose(circumstances)) << ":\n";
        for (const Operand& operand : rule.all)
            out_ << "  " << (rule.ordered ? "1. " : "- ") << operand_text(operand) << "\n";
        if (rule.none.empty()) return;
        out_ << "\n  and none of these:\n\n";
        for (const Operand& operand : rule.none) out_ << "  - " << operand_text(operand) << "\n";
    }

    void write_examples(std::string_view title, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        out_ << "\n**" << title << "**\n\n";
        for (const std::string& sentence : sentences) out_ << "- " << prose(sentence) << "\n";
    }

    void write_concepts() {
        if (codebook_.concepts.empty()) return;
        out_ << "\n"
             << anchor("concepts") << "\n## Concepts\n\nWord lists that rules refer to; no codes by themselves.\n";
        for (const Concept& each : codebook_.concepts) {
            out_ << "\n"
                 << anchor("@" + each.id) << "\n### " << verbatim(each.id) << "\n\nWritten in "
                 << prose(each.place.file) << ", line " << each.place.line << ".\n\n";
            write_by_language(each.terms);
        }
    }

    const Codebook& codebook_;
    std::ostream& out_;
};

}  // namespace

void write_reference_markdown(const Codebook& codebook, std::ostream& out) {
    MarkdownReference(codebook, out).write();
}

}  // namespace demarche
