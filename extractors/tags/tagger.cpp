// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/tagger.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extractors/tags/compiled_codebook.hpp"
#include "extractors/tags/sentence_matcher.hpp"

namespace demarche {

namespace {

Mention mention_of(const Candidate& candidate, const SentenceMatcher& matcher, std::string_view text) {
    const Code& code = matcher.codebook().source.codes[candidate.code];
    const Span span(matcher.tokens()[candidate.first].begin, matcher.tokens()[candidate.last - 1].end);
    Mention mention;
    mention.code = code.id;
    mention.span = span;
    mention.term = text.substr(span.begin(), span.length());
    mention.rule = candidate.term ? candidate.term->id : candidate.rule->id;
    if (code.has_stance) mention.stance = matcher.stance();
    return mention;
}

}  // namespace

std::string_view to_string(Consideration::Fate fate) noexcept {
    switch (fate) {
        case Consideration::Fate::kept: return "kept";
        case Consideration::Fate::inside_longer: return "inside a longer term";
        case Consideration::Fate::excluded: return "excluded";
        case Consideration::Fate::condition_failed: return "condition not met";
        case Consideration::Fate::repeated: return "already given";
        case Consideration::Fate::own_state: return "own state";
    }
    return "unknown";
}

std::string_view tagging_version() noexcept {
    return "tags-4";
}

Tagger::Tagger(Codebook codebook)
    : compiled_(std::make_unique<const CompiledCodebook>(compile(std::move(codebook)))) {}
Tagger::~Tagger() = default;

const Codebook& Tagger::codebook() const noexcept {
    return compiled_->source;
}

TaggingSession::TaggingSession(const Tagger& tagger)
    : matcher_(std::make_unique<SentenceMatcher>(*tagger.compiled_)) {}
TaggingSession::TaggingSession(TaggingSession&&) noexcept = default;
TaggingSession& TaggingSession::operator=(TaggingSession&&) noexcept = default;
TaggingSession::~TaggingSession() = default;

std::vector<Mention> TaggingSession::tag(const SentenceContext& sentence) {
    std::vector<Mention> mentions;
    for (const Candidate& candidate : matcher_->match(sentence))
        if (candidate.fate == Consideration::Fate::kept)
            mentions.push_back(mention_of(candidate, *matcher_, sentence.text));
    return mentions;
}

std::vector<Consideration> TaggingSession::explain(const SentenceContext& sentence) {
    std::vector<Consideration> considerations;
    for (const Candidate& candidate : matcher_->match(sentence))
        considerations.push_back({mention_of(candidate, *matcher_, sentence.text), candidate.fate,
                                  candidate.because,
                                  candidate.term ? candidate.term->place : candidate.rule->place});
    return considerations;
}

std::vector<Mention> TaggingSession::tag(const CleanText& text, const std::vector<Sentence>& sentences,
                                         std::string_view author_state) {
    std::vector<Mention> mentions;
    for (const Sentence& sentence : sentences) {
        if (sentence.role == BlockRole::contents) continue;
        for (Mention& mention : tag({text.slice(sentence.span), sentence.language, author_state})) {
            mention.sentence = sentence.ordinal;
            mention.span = mention.span.shifted_by(sentence.span.begin());
            mentions.push_back(std::move(mention));
        }
    }
    return mentions;
}

}  // namespace demarche
