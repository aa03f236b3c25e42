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

std::string letters_of(const ComparedSentence& sentence) {
    std::string letters;
    for (const ComparedWord& word : sentence.words) letters += word.key;
    return letters;
}

// Headings by their letters, as they are printed.
std::map<std::string, std::string> headings_of(const ComparedText& text) {
    std::map<std::string, std::string> headings;
    for (const ComparedSentence& sentence : text) {
        if (sentence.role != BlockRole::heading || sentence.words.empty()) continue;
        headings.try_emplace(letters_of(sentence), sentence.text);
    }
    return headings;
}

// In the order of the text. The title of the whole is no section.
std::vector<std::string> headings_without(const RevisionSide& side,
                                          const std::map<std::string, std::string>& others) {
    std::vector<std::string> own;
    std::set<std::string> seen;
    for (const ComparedSentence& sentence : side.text) {
        if (sentence.role != BlockRole::heading || sentence.words.empty() || sentence.text == side.title) continue;
        const std::string letters = letters_of(sentence);
        if (!others.contains(letters) && seen.insert(letters).second) own.push_back(sentence.text);
    }
    return own;
}

double per_thousand(std::uint32_t count, std::size_t sentences) {
    return sentences == 0 ? 0 : 1000.0 * count / static_cast<double>(sentences);
}

// One version, and where its silence says something.
class Listener {
public:
    Listener(const RevisionSide& side, const RevisionSide& other, const std::optional<CodeLanguages>& languages)
        : side_(side), language_(side.language.empty() ? other.language : side.language), languages_(languages) {}

    Presence presence_of(const std::string& code, std::uint32_t mentions) const {
        return presence(mentions > 0, !languages_ || languages_->can_find(code, language_));
    }
    Presence presence_of(const GuidelineItem& item) const {
        const bool is_met = std::any_of(side_.mentions.begin(), side_.mentions.end(),
                                        [&](const Mention& mention) { return is_met_by(item, mention.code); });
        return presence(is_met, is_met || !languages_ || languages_->can_find_all(item, language_));
    }

private:
    Presence presence(bool is_found, bool can_be_found) const {
        if (is_found) return Presence::present;
        return side_.pages_unread > 0 || !can_be_found ? Presence::unknown : Presence::absent;
    }

    const RevisionSide& side_;
    const std::string& language_;
    const std::optional<CodeLanguages>& languages_;
};

GuidelineChange compare_coverage(const Listener& before, const Listener& after, const Guideline& guideline) {
    GuidelineChange change;
    change.id = guideline.id;
    change.title = guideline.title;
    change.items = guideline.items.size();
    for (const GuidelineItem& item : guideline.items) {
        const Presence was = before.presence_of(item), is = after.presence_of(item);
        if (was == Presence::present) ++change.met_before;
        if (is == Presence::present) ++change.met_after;
        if (was == Presence::unknown) ++change.unknown_before;
        if (is == Presence::unknown) ++change.unknown_after;
        if (is == Presence::present && was != Presence::present)
            (was == Presence::absent ? change.gained : change.perhaps_gained).push_back(item);
        if (was == Presence::present && is != Presence::present)
            (is == Presence::absent ? change.lost : change.perhaps_lost).push_back(item);
    }
    return change;
}

// Of names: "National Cyber Agency" and "national cyber agency" are one.
std::string without_capitals(const std::string& name) {
    std::string key = name;
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return key;
}

}  // namespace

Substance compare_substance(const RevisionSide& before, const RevisionSide& after,
                            const RevisionKnowledge& knowledge) {
    std::map<std::string, Emphasis> codes;
    for (const Mention& mention : before.mentions)
        note(mention, &Emphasis::before, &Emphasis::stance_before, &Emphasis::terms_before, codes);
    for (const Mention& mention : after.mentions)
        note(mention, &Emphasis::after, &Emphasis::stance_after, &Emphasis::terms_after, codes);
    const Listener of_before(before, after, knowledge.languages), of_after(after, before, knowledge.languages);
    Substance substance;
    for (auto& [id, code] : codes) {
        code.presence_before = of_before.presence_of(id, code.before);
        code.presence_after = of_after.presence_of(id, code.after);
        code.per_thousand_before = per_thousand(code.before, before.text.size());
        code.per_thousand_after = per_thousand(code.after, after.text.size());
        code.log_likelihood = demarche::log_likelihood(code.before, static_cast<double>(before.text.size()),
                                                       code.after, static_cast<double>(after.text.size()));
        substance.codes.push_back(std::move(code));
    }
    substance.sections_gained = headings_without(after, headings_of(before.text));
    substance.sections_lost = headings_without(before, headings_of(after.text));
    for (const Guideline& guideline : knowledge.guidelines)
        substance.guidelines.push_back(compare_coverage(of_before, of_after, guideline));
    return substance;
}

std::string_view why_unknown(const RevisionSide& side) noexcept {
    return side.pages_unread > 0 ? "pages" : "language";
}

std::vector<std::string> names_without(const std::vector<std::string>& names,
                                       const std::vector<std::string>& others) {
    std::set<std::string> known;
    for (const std::string& other : others) known.insert(without_capitals(other));
    std::vector<std::string> own;
    for (const std::string& name : names)
        if (known.insert(without_capitals(name)).second) own.push_back(name);
    return own;
}

}  // namespace demarche
