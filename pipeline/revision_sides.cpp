// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revision_sides.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/readers/firmness.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/text/marks.hpp"
#include "extractors/text/unicode.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace {

// The bytes that marks at the beginning take: "(a)", "2.", "13(c)"; before headings and notes "12" too.
std::size_t length_of_marks(std::string_view text, BlockRole role) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!is_list_mark(word) && !(role != BlockRole::body && is_short_number(word))) break;
        at = std::min(end + 1, text.size());
    }
    return at;
}

// Whether the word at `at` counts sections or items: "7.5.2", "(iv)", "b)". Numbering is no change, wherever the
// reading has it.
bool is_in_mark(std::string_view text, std::size_t at) {
    const std::size_t blank = text.rfind(' ', at);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    const std::string_view part = text.substr(begin, std::min(text.find(' ', at), text.size()) - begin);
    return is_section_number(part) || (part.ends_with(')') && is_list_mark(part));
}

std::vector<ComparedWord> words_of(const std::string& text, BlockRole role, std::vector<Token>& tokens) {
    tokenize(text, tokens);
    const std::size_t begin = length_of_marks(text, role);
    std::vector<ComparedWord> words;
    for (const Token& token : tokens) {
        if (token.begin < begin || is_in_mark(text, token.begin)) continue;
        const std::string_view letters = std::string_view(text).substr(token.begin, token.end - token.begin);
        words.push_back({Span(token.begin, token.end), case_folded(letters_of(letters))});
    }
    return words;
}

ComparedText compared_text(const ReadDocument& document) {
    ComparedText text;
    std::vector<Token> tokens;
    const std::vector<Block>& blocks = document.text.blocks();
    std::size_t block = 0;
    for (const Sentence& sentence : document.sentences) {
        while (block + 1 < blocks.size() && blocks[block].span.end() <= sentence.span.begin()) ++block;
        if (sentence.role == BlockRole::contents) continue;
        ComparedSentence compared;
        compared.ordinal = sentence.ordinal;
        compared.text = document.text.slice(sentence.span);
        compared.page = sentence.page;
        compared.section = sentence.section;
        compared.language = sentence.language;
        compared.role = sentence.role;
        compared.paragraph = static_cast<std::uint32_t>(block);
        compared.words = words_of(compared.text, sentence.role, tokens);
        if (!compared.words.empty()) text.push_back(std::move(compared));
    }
    return text;
}

void add_words(const std::string& text, std::vector<Token>& tokens, std::vector<std::string>& keys) {
    for (ComparedWord& word : words_of(text, BlockRole::body, tokens)) keys.push_back(std::move(word.key));
}

std::vector<std::string> apparatus_of(const ReadDocument& document) {
    std::vector<std::string> keys;
    std::vector<Token> tokens;
    for (const Block& block : document.text.blocks())
        if (block.role == BlockRole::contents)
            add_words(std::string(document.text.slice(block.span)), tokens, keys);
    for (const PageRecord& page : document.pages)
        for (const std::string& line : page.margins) add_words(line, tokens, keys);
    return keys;
}

// The words of a phrase as keys; "#" stays.
std::vector<std::string> phrase_words(const std::string& phrase, std::vector<Token>& tokens) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
        const std::string part = phrase.substr(at, end - at);
        if (part == "#")
            keys.push_back(part);
        else
            add_words(part, tokens, keys);
        at = end + 1;
    }
    return keys;
}

}  // namespace

RevisionSide revision_side(const ReadDocument& document, const std::string& name, TaggingSession& session) {
    RevisionSide side;
    const DocumentFacts& facts = document.facts;
    side.name = name;
    if (facts.title) side.title = facts.title->value;
    if (facts.state) side.state = facts.state->value;
    if (facts.language) side.language = facts.language->value;
    if (facts.year) side.year = facts.year->value;
    side.pages_unread = document.quality.pages_unread;
    side.text = compared_text(document);
    side.apparatus = apparatus_of(document);
    side.mentions = session.tag(document.text, document.sentences, side.state);
    return side;
}

FirmnessScale shipped_firmness() {
    FirmnessScale scale;
    std::vector<Token> tokens;
    for (const FirmnessPhrase& phrase : read_firmness(data_folder() / "firmness" / "firmness.yaml")) {
        std::vector<std::string> words = phrase_words(phrase.text, tokens);
        if (!phrase.is_negation)
            scale.add(phrase.level, phrase.language, std::move(words));
        else
            for (std::string& word : words) scale.add_negation(phrase.language, std::move(word));
    }
    return scale;
}

}  // namespace demarche
