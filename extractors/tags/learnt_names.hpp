// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/document_names.hpp"
#include "extractors/tags/string_table.hpp"
#include "extractors/tags/tokens.hpp"

namespace demarche {

// A short form that a document explains, as its sentences are searched for it.
struct LearntName {
    DefinedName name;
    std::optional<std::uint32_t> code;  // index into Codebook::codes; nothing: it means something without a code
    Term term;                          // stands for it in mentions: "body.au/learnt"
    std::vector<std::string> words;     // as tokens, in exact case
    bool is_acronym = true;             // otherwise "Agency", which is meant after an article alone
};

// The short forms of one document. Acronyms hold for all of it, before their
// definition as well: they are its vocabulary. Of several definitions of one, each
// holds until the next, the first also before itself. Descriptions ("the Agency") hold
// from their definition on.
//
// Made once, then only read. Rests on no other document: the same text gives the same names.
class LearntNames {
public:
    void add(LearntName name);
    bool empty() const noexcept { return by_first_word_.empty(); }

    // What the tokens from `first` on mean in a sentence: the longest short form
    // there, by the definition that holds; null when there is none.
    //
    // cost  one comparison for a word that begins no short form
    const LearntName* meaning(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                              std::uint32_t sentence) const;

    const std::vector<LearntName>& all() const noexcept { return names_; }

private:
    // Whether some short form may begin so: most words of a text are told apart by two of their bytes.
    bool may_begin(std::string_view token) const noexcept { return beginnings_[beginning_of(token)]; }
    static std::size_t beginning_of(std::string_view token) noexcept {
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(i < token.size() ? token[i] : 0);
        };
        return (byte(0) ^ (std::size_t{byte(1)} << 4)) % 4096;
    }

    std::vector<LearntName> names_;  // in order of their definition
    StringTable<std::vector<std::uint32_t>> by_first_word_;
    std::array<bool, 4096> beginnings_{};
};

}  // namespace demarche
