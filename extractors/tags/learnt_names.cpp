// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/learnt_names.hpp"

#include <utility>

namespace demarche {

namespace {

bool stands_at(const LearntName& name, std::string_view text, const std::vector<Token>& tokens, std::size_t first) {
    if (tokens.size() - first < name.words.size()) return false;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
        const Token& token = tokens[first + i];
        const std::string_view printed = text.substr(token.begin, token.end - token.begin);
        if (printed != name.words[i] && letters_of(printed) != name.words[i]) return false;
    }
    return true;
}

}  // namespace

void LearntNames::add(LearntName name) {
    if (name.words.empty()) return;
    beginnings_[beginning_of(name.words.front())] = true;
    by_first_word_[name.words.front()].push_back(static_cast<std::uint32_t>(names_.size()));
    names_.push_back(std::move(name));
}

const LearntName* LearntNames::meaning(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                       std::uint32_t sentence) const {
    const std::string_view printed = text.substr(tokens[first].begin, tokens[first].end - tokens[first].begin);
    if (!may_begin(printed)) return nullptr;
    auto found = by_first_word_.find(printed);
    if (found == by_first_word_.end()) return nullptr;
    const LearntName* best = nullptr;
    for (const std::uint32_t i : found->second) {
        const LearntName& name = names_[i];
        const bool has_begun = name.name.sentence <= sentence;
        if ((!has_begun && !name.is_acronym) || !stands_at(name, text, tokens, first)) continue;
        // In order of definition: of equal words a later one replaces, unless it is yet to come.
        if (!best || name.words.size() > best->words.size() ||
            (name.words.size() == best->words.size() && has_begun))
            best = &name;
    }
    return best;
}

}  // namespace demarche
