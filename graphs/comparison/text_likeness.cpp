// SPDX-License-Identifier: GPL-3.0-or-later
//
// Likeness by the words of texts: each unit has one vector of weighted stems per language, and two are compared in
// the languages that both have.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "graphs/comparison/likeness.hpp"

namespace demarche {

namespace {

constexpr std::size_t most_named = 5;

struct WeighedWord {
    std::size_t stem = 0;  // index of the table's features
    double weight = 0;
};
using WeighedText = std::vector<WeighedWord>;            // in order of stem
using TextsOfUnit = std::map<std::string, WeighedText>;  // by language

// How many documents of a language there are, and have each stem.
struct LanguageCounts {
    std::size_t documents = 0;
    std::unordered_map<std::string, std::size_t> with;
};

std::map<std::string, LanguageCounts> count_documents(const std::vector<DocumentWords>& words) {
    std::map<std::string, LanguageCounts> languages;
    for (const DocumentWords& document : words) {
        if (document.stems.empty()) continue;
        LanguageCounts& counts = languages[document.language];
        ++counts.documents;
        for (const auto& [stem, times] : document.stems) ++counts.with[stem];
    }
    return languages;
}

// Stems as features: one list for all languages, where equal letters in two are two.
class Features {
public:
    std::size_t index_of(const std::string& language, const std::string& stem) {
        const auto [found, is_new] = index_[language].try_emplace(stem, names_.size());
        if (is_new) names_.push_back(stem);
        return found->second;
    }
    std::vector<std::string> take_names() { return std::move(names_); }

private:
    std::map<std::string, std::unordered_map<std::string, std::size_t>> index_;
    std::vector<std::string> names_;
};

// The words of a unit's documents put together, by language.
std::map<std::string, std::map<std::string, std::uint32_t>> words_of(
    const CodedStudy& study, const ComparedUnit& unit,
    const std::unordered_map<std::string, const DocumentWords*>& by_document) {
    std::map<std::string, std::map<std::string, std::uint32_t>> languages;
    for (const std::size_t index : unit.documents) {
        const auto found = by_document.find(study.documents()[index].id);
        if (found == by_document.end()) continue;
        for (const auto& [stem, times] : found->second->stems) languages[found->second->language][stem] += times;
    }
    return languages;
}

WeighedText weighed(const std::string& language, const std::map<std::string, std::uint32_t>& stems,
                    const LanguageCounts& counts, Features& features) {
    WeighedText text;
    for (const auto& [stem, times] : stems) {
        const double rarity =
            std::log(static_cast<double>(counts.documents) / static_cast<double>(counts.with.at(stem)));
        if (rarity > 0) text.push_back({features.index_of(language, stem), (1 + std::log(times)) * rarity});
    }
    std::sort(text.begin(), text.end(), [](const auto& a, const auto& b) { return a.stem < b.stem; });
    return text;
}

// What two texts have in common: the product of their vectors, and each of its parts.
class CommonWords {
public:
    void add(const WeighedText& one, const WeighedText& other) {
        auto left = one.begin();
        auto right = other.begin();
        compared_ += one.size() + other.size();
        while (left != one.end() && right != other.end()) {
            if (left->stem < right->stem) {
                ++left;
            } else if (right->stem < left->stem) {
                ++right;
            } else {
                parts_.emplace_back(-left->weight * right->weight, left->stem);
                product_ += left->weight * right->weight;
                ++left;
                ++right;
            }
        }
        for (const WeighedWord& word : one) length_one_ += word.weight * word.weight;
        for (const WeighedWord& word : other) length_other_ += word.weight * word.weight;
    }

    void tell(Likeness& likeness) {
        likeness.shared = parts_.size();
        likeness.compared = compared_ - parts_.size();
        if (length_one_ <= 0 || length_other_ <= 0) {
            likeness.missing = NoLikeness::nothing_found;
            return;
        }
        likeness.value = std::min(product_ / std::sqrt(length_one_ * length_other_), 1.0);
        const std::size_t named = std::min(parts_.size(), most_named);
        std::partial_sort(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(named), parts_.end());
        for (std::size_t i = 0; i < named; ++i) likeness.rests_on.push_back(parts_[i].second);
    }

private:
    double product_ = 0, length_one_ = 0, length_other_ = 0;
    std::size_t compared_ = 0;
    std::vector<std::pair<double, std::size_t>> parts_;
};

Likeness compare(const TextsOfUnit& one, const TextsOfUnit& other, const std::set<std::string>& weighable) {
    Likeness likeness;
    if (one.empty() || other.empty()) {
        likeness.missing = NoLikeness::nothing_found;
        return likeness;
    }
    CommonWords common;
    bool has_language = false, has_weighable = false;
    for (const auto& [language, text] : one) {
        const auto found = other.find(language);
        if (found == other.end()) continue;
        has_language = true;
        if (!weighable.contains(language)) continue;
        has_weighable = true;
        common.add(text, found->second);
    }
    if (has_weighable)
        common.tell(likeness);
    else
        likeness.missing = has_language ? NoLikeness::few_texts : NoLikeness::no_language;
    return likeness;
}

}  // namespace

LikenessTable text_likeness(const CodedStudy& study, const std::vector<ComparedUnit>& units,
                            const std::vector<DocumentWords>& words) {
    const std::map<std::string, LanguageCounts> counts = count_documents(words);
    std::set<std::string> weighable;
    for (const auto& [language, count] : counts)
        if (count.documents >= fewest_texts) weighable.insert(language);
    std::unordered_map<std::string, const DocumentWords*> by_document;
    for (const DocumentWords& document : words) by_document.emplace(document.document, &document);

    Features features;
    std::vector<TextsOfUnit> texts;
    texts.reserve(units.size());
    for (const ComparedUnit& unit : units) {
        TextsOfUnit& of_unit = texts.emplace_back();
        for (const auto& [language, stems] : words_of(study, unit, by_document))
            of_unit[language] = weighed(language, stems, counts.at(language), features);
    }
    LikenessTable table{LikenessMethod::text, units, features.take_names(), {}};
    for (std::size_t one = 0; one < units.size(); ++one)
        for (std::size_t other = one + 1; other < units.size(); ++other) {
            Likeness likeness = compare(texts[one], texts[other], weighable);
            likeness.one = one;
            likeness.other = other;
            table.pairs.push_back(std::move(likeness));
        }
    return table;
}

}  // namespace demarche
