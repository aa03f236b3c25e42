// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/document_words.hpp"

#include <string_view>
#include <vector>

#include "corpora/model/language.hpp"
#include "extractors/tags/string_table.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/tags/vocabulary.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

bool says_something(const Sentence& sentence) {
    return sentence.role == BlockRole::body || sentence.role == BlockRole::heading ||
           sentence.role == BlockRole::footnote;
}

// Numbers tell editions apart, not states; single Latin letters are marks of lists.
bool is_word(std::string_view token) {
    return token.size() > 1 && is_letter(first_code_point(token));
}

}  // namespace

DocumentWords document_words(const std::string& id, const std::string& language, const ReadDocument& document) {
    DocumentWords words{id, language, {}};
    if (language.empty()) return words;
    Stemmer stemmer(language);
    StringTable<std::string> stem_of;  // most words recur
    std::vector<Token> tokens;
    for (const Sentence& sentence : document.sentences) {
        if (!says_something(sentence) || primary_language(sentence.language) != language) continue;
        const std::string_view text = document.text.slice(sentence.span);
        tokenize(text, tokens);
        for (const Token& token : tokens) {
            const std::string_view printed = text.substr(token.begin, token.end - token.begin);
            if (!is_word(printed)) continue;
            auto known = stem_of.find(printed);
            if (known == stem_of.end())
                known = stem_of.emplace(printed, stemmer.stem(case_folded(letters_of(printed)))).first;
            ++words.stems[known->second];
        }
    }
    return words;
}

}  // namespace demarche
