// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/substance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace demarche {

namespace {

constexpr std::string_view offices = "fp.";

int firmness(Stance stance) noexcept {
    switch (stance) {
        case Stance::commit: return 4;
        case Stance::support: return 3;
        case Stance::urge: return 2;
        case Stance::reject: return 1;
        case Stance::describe: return 0;
    }
    return 0;
}

// Rejecting is firmer than describing.
Stance firmest(Stance one, Stance other) noexcept {
    return firmness(one) >= firmness(other) ? one : other;
}

void note(const Mention& mention, std::uint32_t Emphasis::*count, std::optional<Stance> Emphasis::*stance,
          std::vector<std::string> Emphasis::*terms, std::map<std::string, Emphasis>& codes) {
    Emphasis& code = codes[mention.code];
    code.code = mention.code;
    ++(code.*count);
    if (mention.stance) code.*stance = (code.*stance) ? firmest(*(code.*stance), *mention.stance) : *mention.stance;
    if (!mention.code.starts_with(offices)) return;
    auto& named = code.*terms;
    if (std::find(named.begin(), named.end(), mention.term) == named.end()) named.push_back(mention.term);
}

// Headings by their letters, as they are printed.
std::map<std::string, std::string> headings_of(const ComparedText& text) {
    std::map<std::string, std::string> headings;
    for (const ComparedSentence& sentence : text) {
        if (sentence.role != BlockRole::heading || sentence.words.empty()) continue;
        std::string letters;
        for (const ComparedWord& word : sentence.words) letters += word.key;
        headings.try_emplace(letters, sentence.text);
    }
    return headings;
}

// In the order of the text.
std::vector<std::string> headings_without(const ComparedText& text,
                                          const std::map<std::string, std::string>& others) {
    std::vector<std::string> own;
    std::set<std::string> seen;
    for (const ComparedSentence& sentence : text) {
        if (sentence.role != BlockRole::heading || sentence.words.empty()) continue;
        std::string letters;
        for (const ComparedWord& word : sentence.words) letters += word.key;
        if (!others.contains(letters) && seen.insert(letters).second) own.push_back(sentence.text);
    }
    return own;
}

double per_thousand(std::uint32_t count, std::size_t sentences) {
    return sentences == 0 ? 0 : 1000.0 * count / static_cast<double>(sentences);
}

bool meets(const RevisionSide& side, const GuidelineItem& item) {
    return std::any_of(side.mentions.begin(), side.mentions.end(),
                       [&](const Mention& mention) { return is_met_by(item, mention.code); });
}

GuidelineChange compare_coverage(const RevisionSide& before, const RevisionSide& after,
                                 const Guideline& guideline) {
    GuidelineChange change{guideline.id, guideline.title, guideline.items.size(), 0, 0, {}, {}};
    for (const GuidelineItem& item : guideline.items) {
        const bool was_met = meets(before, item), is_met = meets(after, item);
        if (was_met) ++change.met_before;
        if (is_met) ++change.met_after;
        if (is_met && !was_met) change.gained.push_back(item);
        if (was_met && !is_met) change.lost.push_back(item);
    }
    return change;
}

}  // namespace

Substance compare_substance(const RevisionSide& before, const RevisionSide& after,
                            const std::vector<Guideline>& guidelines) {
    std::map<std::string, Emphasis> codes;
    for (const Mention& mention : before.mentions)
        note(mention, &Emphasis::before, &Emphasis::stance_before, &Emphasis::terms_before, codes);
    for (const Mention& mention : after.mentions)
        note(mention, &Emphasis::after, &Emphasis::stance_after, &Emphasis::terms_after, codes);
    Substance substance;
    for (auto& [id, code] : codes) {
        code.per_thousand_before = per_thousand(code.before, before.text.size());
        code.per_thousand_after = per_thousand(code.after, after.text.size());
        code.log_likelihood = demarche::log_likelihood(code.before, static_cast<double>(before.text.size()),
                                                       code.after, static_cast<double>(after.text.size()));
        substance.codes.push_back(std::move(code));
    }
    substance.sections_gained = headings_without(after.text, headings_of(before.text));
    substance.sections_lost = headings_without(before.text, headings_of(after.text));
    for (const Guideline& guideline : guidelines)
        substance.guidelines.push_back(compare_coverage(before, after, guideline));
    return substance;
}

}  // namespace demarche
