// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/document_attributes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

namespace {

using enum AttributeType;
using Value = AttributeValue;
using Document = StudyDocument;

Value fact(const std::optional<Fact<std::string>>& known) {
    return known ? Value(std::string_view(known->value)) : Value();
}

Value count(const Document& document, std::uint32_t number) {
    return document.failure ? Value() : Value(static_cast<std::int32_t>(number));
}

// The names of the facts that no manifest gave.
Value worked_out(const Document& document) {
    const DocumentFacts& facts = document.facts;
    std::string names;
    const auto look_at = [&](std::string_view name, const auto& known) {
        if (!known || known->provenance != Provenance::worked_out) return;
        names += names.empty() ? "" : "; ";
        names += name;
    };
    look_at("state", facts.state);
    look_at("title", facts.title);
    look_at("year", facts.year);
    look_at("language", facts.language);
    look_at("issuer", facts.issuer);
    look_at("revises", facts.revises);
    return names.empty() ? Value() : Value(std::move(names));
}

Value reason(const Document& document) {
    const auto& known = document.failure ? document.failure : document.partial;
    if (!known) return {};
    return known->where.empty() ? known->what : known->where + ": " + known->what;
}

}  // namespace

std::vector<Attribute<StudyDocument>> document_attributes() {
    return {
        {"id", text, "id in the study",
         [](const Document& document) { return Value(std::string_view(document.id)); }},
        {"name", text, "the file as the user named it",
         [](const Document& document) { return Value(std::string_view(document.name)); }},
        {"status", text, "analysed or failed",
         [](const Document& document) {
             return Value(std::string_view(document.failure ? "failed" : "analysed"));
         }},
        {"state", text, "ISO 3166-1 alpha-3 code of its author, or INT",
         [](const Document& document) { return fact(document.facts.state); }},
        {"title", text, "title", [](const Document& document) { return fact(document.facts.title); }},
        {"year", integer, "year of publication",
         [](const Document& document) {
             return document.facts.year ? Value(std::int32_t{document.facts.year->value}) : Value();
         }},
        {"language", text, "language", [](const Document& document) { return fact(document.facts.language); }},
        {"issuer", text, "who issued it", [](const Document& document) { return fact(document.facts.issuer); }},
        {"revises", text, "the file that it replaces",
         [](const Document& document) { return fact(document.facts.revises); }},
        {"worked_out", text, "which of these facts the program worked out, for nobody gave them", worked_out},
        {"pages", integer, "pages",
         [](const Document& document) { return count(document, document.quality.pages); }},
        {"pages_with_text", integer, "pages whose words are in the study",
         [](const Document& document) { return count(document, document.quality.pages_with_text); }},
        {"pages_by_ocr", integer, "pages with text that were read by OCR",
         [](const Document& document) { return count(document, document.quality.pages_by_ocr); }},
        {"pages_unread", integer, "pages that could not be read: what they mention is missing",
         [](const Document& document) { return count(document, document.quality.pages_unread); }},
        {"words", integer, "words",
         [](const Document& document) { return count(document, document.quality.words); }},
        {"sentences", integer, "sentences",
         [](const Document& document) { return count(document, document.sentences); }},
        {"mentions", integer, "mentions of any code of the codebook",
         [](const Document& document) { return count(document, document.mentions); }},
        {"reason", text, "why it, or its end, could not be read", reason},
    };
}

}  // namespace demarche
