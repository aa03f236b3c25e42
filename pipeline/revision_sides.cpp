// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revision_sides.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/readers/text_file.hpp"
#include "extractors/document_reader.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// "3", "12": a number that counts, not a year.
bool is_counting_number(std::string_view word) {
    return word.size() <= 3 &&
           std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c); });
}

bool is_roman_number(std::string_view word) {
    return word.size() <= 5 && std::all_of(word.begin(), word.end(), [](char c) {
               return std::string_view("ivxIVX").find(c) != std::string_view::npos;
           });
}

// Words at the beginning that are a mark: "(a)", "2.", "iv)", "13(c)"; of headings and notes "3.2" and "12" too.
std::size_t words_of_mark(std::string_view text, const std::vector<Token>& tokens, BlockRole role) {
    constexpr std::size_t most = 4;
    std::size_t count = 0;
    for (const Token& token : tokens) {
        if (count == most) break;
        const std::string_view word = text.substr(token.begin, token.end - token.begin);
        const bool can_be_mark = is_counting_number(word) || is_roman_number(word) ||
                                 (word.size() == 1 && std::isalpha(static_cast<unsigned char>(word.front())));
        const char sign = token.end < text.size() ? text[token.end] : ' ';
        const bool ends_as_mark = sign == ')' || sign == '.' || sign == ':';
        const bool counts_headings = role != BlockRole::body && is_counting_number(word);
        const bool is_joined = sign == '(' && is_counting_number(word);  // 13(c)
        if (!can_be_mark || !(ends_as_mark || counts_headings || is_joined)) break;
        ++count;
    }
    return count;
}

std::vector<ComparedWord> words_of(const std::string& text, BlockRole role, std::vector<Token>& tokens) {
    tokenize(text, tokens);
    std::vector<ComparedWord> words;
    for (std::size_t i = words_of_mark(text, tokens, role); i < tokens.size(); ++i) {
        const std::string_view letters =
            std::string_view(text).substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        words.push_back({Span(tokens[i].begin, tokens[i].end), case_folded(letters_of(letters))});
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

RevisionSide revision_side_of_file(const std::filesystem::path& file, OcrMode ocr, const PageReader& reader,
                                   const Catalogue& catalogue, TaggingSession& session) {
    const std::string bytes = read_bytes(file);
    const std::string name = file.filename().string();
    try {
        require_what_the_ending_says(bytes, name);
        const ReadDocument document =
            make_document(reader.read(bytes, reading_options({}, ocr)), name, {}, catalogue);
        if (document.partial) throw Error(document.partial->kind, document.partial->where, document.partial->what);
        return revision_side(document, name, session);
    } catch (const Error& error) {
        throw error.within(file.string());
    }
}

}  // namespace demarche
