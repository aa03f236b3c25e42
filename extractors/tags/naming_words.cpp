// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/naming_words.hpp"

#include <algorithm>
#include <tuple>

#include "corpora/model/language.hpp"
#include "extractors/tags/vocabulary.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// The words of each pattern, one space between them; gaps and wildcards say no word.
std::vector<std::string> phrases_of(const Codebook& codebook, std::string_view concept_id) {
    std::vector<std::string> phrases;
    for (const Concept& each : codebook.concepts) {
        if (each.id != concept_id) continue;
        for (const Term& term : each.terms)
            for (const Pattern& pattern : term.patterns) {
                std::string phrase;
                for (const PatternStep& step : pattern)
                    if (!step.text.empty()) phrase += (phrase.empty() ? "" : " ") + step.text;
                if (!phrase.empty()) phrases.push_back(std::move(phrase));
            }
    }
    return phrases;
}

NamingWords::Words words_of(const Codebook& codebook, std::string_view concept_id) {
    NamingWords::Words words;
    for (const std::string& phrase : phrases_of(codebook, concept_id)) words.insert(folded_word(phrase));
    return words;
}

}  // namespace

std::string folded_word(std::string_view word) {
    return without_accents(case_folded(word));
}

NamingWords naming_words_of(const Codebook& codebook) {
    NamingWords words;
    words.small = words_of(codebook, small_words_concept);
    words.articles = words_of(codebook, "names.article");
    words.goes_on = words_of(codebook, "names.goes_on");
    words.not_own = words_of(codebook, "names.not_own");
    words.generic = words_of(codebook, "names.generic");
    words.called = phrases_of(codebook, "names.called");
    std::sort(words.called.begin(), words.called.end(), [](const std::string& a, const std::string& b) {
        return std::tuple(b.size(), std::string_view(a)) < std::tuple(a.size(), std::string_view(b));
    });
    words.called.erase(std::unique(words.called.begin(), words.called.end()), words.called.end());
    for (const std::string& phrase : words.called) {
        words.called_begins[static_cast<unsigned char>(phrase.front())] = true;
        // A letter beyond ASCII may have any lead byte in the other case.
        for (std::size_t byte = 0x80; byte < 256; ++byte)
            if (static_cast<unsigned char>(phrase.front()) >= 0x80) words.called_begins[byte] = true;
        if (phrase.front() >= 'a' && phrase.front() <= 'z')
            words.called_begins[static_cast<unsigned char>(phrase.front() - 'a' + 'A')] = true;
    }
    for (const Concept& each : codebook.concepts)
        if (each.id == "names.article")
            for (const Term& term : each.terms) words.article_languages.insert(primary_language(term.language));
    return words;
}

}  // namespace demarche
