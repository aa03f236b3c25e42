// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds of every sentence's mentions, whatever the sentence and the codebook.
#pragma once

#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/span.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline void require_words_of(const std::string& text, Span span) {
    const auto is_boundary = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    require(!span.empty() && span.end() <= text.size());
    require(is_boundary(span.begin()) && is_boundary(span.end()));
}

inline void check_mentions(const std::vector<Mention>& mentions, const std::string& text,
                           const Codebook& codebook) {
    const Mention* before = nullptr;
    for (const Mention& mention : mentions) {
        require_words_of(text, mention.span);
        require(mention.sentence == 0);
        require(mention.term == text.substr(mention.span.begin(), mention.span.length()));
        const Code* code = codebook.find_code(mention.code);
        require(code != nullptr && !mention.rule.empty());
        require(mention.stance.has_value() == code->has_stance);
        if (before) require(std::tie(before->span, before->code) <= std::tie(mention.span, mention.code));
        before = &mention;
    }
}

inline void check_explanation(const std::vector<Consideration>& considered, const std::vector<Mention>& mentions,
                              const std::string& text) {
    std::vector<Mention> kept;
    for (const Consideration& each : considered) {
        require_words_of(text, each.mention.span);
        if (each.fate == Consideration::Fate::kept)
            kept.push_back(each.mention);
        else
            require(!each.because.empty());
    }
    require(kept == mentions);
}

}  // namespace demarche
