// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpora/revised_texts.hpp"

#include <cctype>

namespace demarche {

ComparedText revised_text(const std::vector<std::string>& sentences, const std::string& language) {
    ComparedText text;
    for (const std::string& letters : sentences) {
        ComparedSentence sentence;
        sentence.ordinal = sentence.paragraph = static_cast<std::uint32_t>(text.size()) + 1;
        sentence.page = 1;
        sentence.text = letters;
        sentence.language = language;
        std::string key;
        for (std::size_t at = 0; at <= letters.size(); ++at) {
            const auto c = at < letters.size() ? static_cast<unsigned char>(letters[at]) : ' ';
            if (c >= 0x80 || std::isalnum(c)) {
                key += static_cast<char>(std::tolower(c));
            } else if (!key.empty()) {
                sentence.words.push_back(
                    {Span(static_cast<std::uint32_t>(at - key.size()), static_cast<std::uint32_t>(at)), key});
                key.clear();
            }
        }
        text.push_back(std::move(sentence));
    }
    return text;
}

RevisionSide revised_side(const std::vector<std::string>& sentences, const std::string& language) {
    RevisionSide side;
    side.text = revised_text(sentences, language);
    side.language = language;
    return side;
}

std::vector<std::string> keys_of(const ComparedText& text) {
    std::vector<std::string> keys;
    for (const ComparedSentence& sentence : text)
        for (const ComparedWord& word : sentence.words) keys.push_back(word.key);
    return keys;
}

}  // namespace demarche
