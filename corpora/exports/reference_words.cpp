// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/reference_words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace demarche {

namespace {

using Kind = PatternStep::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 49> language_names = {{
    {"any", "every language"}, {"ar", "Arabic"},     {"az", "Azerbaijani"}, {"be", "Belarusian"},
    {"bg", "Bulgarian"},       {"bs", "Bosnian"},    {"ca", "Catalan"},     {"cs", "Czech"},
    {"da", "Danish"},          {"de", "German"},     {"el", "Greek"},       {"en", "English"},
    {"es", "Spanish"},         {"et", "Estonian"},   {"fa", "Persian"},     {"fi", "Finnish"},
    {"fr", "French"},          {"ga", "Irish"},      {"he", "Hebrew"},      {"hi", "Hindi"},
    {"hr", "Croatian"},        {"hu", "Hungarian"},  {"hy", "Armenian"},    {"id", "Indonesian"},
    {"is", "Icelandic"},       {"it", "Italian"},    {"ja", "Japanese"},    {"ka", "Georgian"},
    {"kk", "Kazakh"},          {"ko", "Korean"},     {"lt", "Lithuanian"},  {"lv", "Latvian"},
    {"mk", "Macedonian"},      {"ms", "Malay"},      {"nl", "Dutch"},       {"no", "Norwegian"},
    {"pl", "Polish"},          {"pt", "Portuguese"}, {"ro", "Romanian"},    {"ru", "Russian"},
    {"sk", "Slovak"},          {"sl", "Slovenian"},  {"sq", "Albanian"},    {"sr", "Serbian"},
    {"sv", "Swedish"},         {"th", "Thai"},       {"tr", "Turkish"},     {"uk", "Ukrainian"},
    {"zh", "Chinese"},
}};

std::string step_in_notation(const PatternStep& step) {
    switch (step.kind) {
        case Kind::word: return step.text;
        case Kind::form: return "'" + step.text + "'";
        case Kind::exact: return "=" + step.text;
        case Kind::prefix: return step.text + "*";
        case Kind::any: return "*";
        case Kind::gap: break;
    }
    return "..." + std::to_string(step.limit);
}

std::vector<std::string> notations_of(const std::vector<Pattern>& patterns) {
    std::vector<std::string> texts;
    texts.reserve(patterns.size());
    for (const Pattern& pattern : patterns) texts.push_back(notation_of(pattern));
    return texts;
}

std::string joined_with_and(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at)
        text += (at == 0 ? "" : at + 1 == words.size() ? " and " : ", ") + words[at];
    return text;
}

OperandPart part_of(const std::string& reference, const Codebook& codebook) {
    using PartKind = OperandPart::Kind;
    if (reference.starts_with('@')) return {PartKind::concept_terms, reference.substr(1), reference};
    if (reference.starts_with("kind:")) return {PartKind::words, "a body of the kind " + reference.substr(5), ""};
    if (reference == "state.*") return {PartKind::words, "a state named", ""};
    if (reference == "state.other") return {PartKind::words, "a state named that is not the author", ""};
    if (reference == "state.author") return {PartKind::words, "the author state named", ""};
    if (reference.ends_with(".*"))
        return {PartKind::words, "any code that begins with " + reference.substr(0, reference.size() - 1), ""};
    return {PartKind::code, reference, codebook.find_code(reference) ? reference : ""};
}

std::string count_of(std::size_t number, const char* one, const char* several) {
    return std::to_string(number) + " " + (number == 1 ? one : several);
}

}  // namespace

std::string notation_of(const Pattern& pattern) {
    std::string text;
    for (const PatternStep& step : pattern) text += (text.empty() ? "" : " ") + step_in_notation(step);
    // 'information' 'security' is written 'information security'
    for (std::size_t at = text.find("' '"); at != std::string::npos; at = text.find("' '", at))
        text.replace(at, 3, " ");
    return text;
}

std::string notation_of(const Term& term) {
    const bool has_form = std::any_of(term.patterns.begin(), term.patterns.end(), [](const Pattern& pattern) {
        return std::any_of(pattern.begin(), pattern.end(),
                           [](const auto& step) { return step.kind == Kind::form; });
    });
    const bool has_marks = term.text.find('\'') != std::string::npos && term.text.find_first_of("' ") == 0;
    return has_form && !has_marks && term.text.find(" '") == std::string::npos ? "'" + term.text + "'" : term.text;
}

std::vector<TermCondition> conditions_of(const Term& term) {
    std::vector<TermCondition> conditions;
    const auto add = [&](std::string_view words, const std::vector<Pattern>& patterns) {
        if (!patterns.empty()) conditions.push_back({words, notations_of(patterns)});
    };
    add("only in a sentence with", term.with);
    add("not in a sentence with", term.without);
    add("not before", term.not_before);
    add("not after", term.not_after);
    return conditions;
}

std::vector<TermsOfLanguage> by_language(const std::vector<Term>& terms) {
    std::vector<TermsOfLanguage> groups;
    for (const Term& term : terms) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const TermsOfLanguage& each) { return each.first == term.language; });
        if (group == groups.end()) group = groups.insert(groups.end(), {term.language, {}});
        group->second.push_back(&term);
    }
    return groups;
}

std::string language_name(const std::string& code) {
    for (const auto& [known, name] : language_names)
        if (known == code) return std::string(name);
    return code;
}

bool is_right_to_left(std::string_view language) noexcept {
    constexpr std::array<std::string_view, 8> codes = {"ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"};
    return std::find(codes.begin(), codes.end(), language.substr(0, language.find('-'))) != codes.end();
}

std::vector<OperandPart> parts_of(const Operand& operand, const Codebook& codebook) {
    std::vector<OperandPart> parts;
    for (const std::string& reference : operand.references) parts.push_back(part_of(reference, codebook));
    std::set<std::string> told;  // a rule for three languages has its terms three times
    for (const Term& term : operand.terms)
        if (std::string text = notation_of(term); told.insert(text).second)
            parts.push_back({OperandPart::Kind::term, std::move(text), ""});
    return parts;
}

std::string circumstances_of(const Rule& rule) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    std::vector<std::string> languages;
    for (const std::string& language : rule.languages) languages.push_back(language_name(language));
    if (!languages.empty()) add("in " + joined_with_and(languages));
    if (rule.within > 0) add("within " + std::to_string(rule.within) + " words of each other");
    if (rule.ordered) add("in this order");
    return text;
}

std::vector<const Family*> families_in_order(const Codebook& codebook) {
    std::vector<const Family*> families;
    for (const Family& family : codebook.families) families.push_back(&family);
    const auto rank = [](const Family* family) {
        return family->number > 0 ? family->number : std::numeric_limits<int>::max();
    };
    std::stable_sort(families.begin(), families.end(),
                     [&](const Family* a, const Family* b) { return rank(a) < rank(b); });
    return families;
}

std::vector<const Code*> codes_of(const Codebook& codebook, const Family& family) {
    std::vector<const Code*> codes;
    for (const Code& code : codebook.codes)
        if (code.family == family.id) codes.push_back(&code);
    return codes;
}

std::vector<const Rule*> rules_of(const Codebook& codebook, const Code& code) {
    std::vector<const Rule*> rules;
    for (const Rule& rule : codebook.rules)
        if (rule.code == code.id) rules.push_back(&rule);
    return rules;
}

std::string title_of(const Family& family) {
    return (family.number > 0 ? std::to_string(family.number) + ". " : std::string()) + family.title;
}

const std::vector<std::pair<std::string_view, std::string_view>>& notation_key() {
    static const std::vector<std::pair<std::string_view, std::string_view>> key = {
        {"cyber ambassador", "these words in a row, in any case and inflection"},
        {"'information security'", "in any case, but in these forms only"},
        {"=ITU", "in exactly this case"},
        {"cyber*", "any word that begins so; alone, * is any one word"},
        {"protect ...5 infrastructure", "up to five words between, or none"},
        {"(cyber|digital) envoy", "either of these"},
        {"cyber~security", "as one word, with a hyphen or apart"},
    };
    return key;
}

std::string size_of(const Codebook& codebook) {
    std::size_t terms = 0;
    std::set<std::string> languages;
    for (const Code& code : codebook.codes) {
        terms += code.terms.size();
        for (const Term& term : code.terms)
            if (term.language != "any") languages.insert(term.language);
    }
    return count_of(codebook.codes.size(), "code", "codes") + " in " +
           count_of(codebook.families.size(), "family", "families") + ", " + count_of(terms, "term", "terms") +
           " in " + count_of(languages.size(), "language", "languages") + ", " +
           count_of(codebook.rules.size(), "rule", "rules");
}

}  // namespace demarche
