// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/tagger.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extractors/tags/compiled_codebook.hpp"
#include "extractors/tags/focal_points.hpp"
#include "extractors/tags/learning.hpp"
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
    return "tags-8";
}

Tagger::Tagger(Codebook codebook)
    : compiled_(std::make_unique<const CompiledCodebook>(compile(std::move(codebook)))) {}
Tagger::~Tagger() = default;

const Codebook& Tagger::codebook() const noexcept {
    return compiled_->source;
}

TaggingSession::TaggingSession(const Tagger& tagger)
    : matcher_(std::make_unique<SentenceMatcher>(*tagger.compiled_)), code_words_(std::make_unique<CodeWords>()) {}
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
    return considered(matcher_->match(sentence), sentence.text);
}

std::vector<Consideration> TaggingSession::considered(const std::vector<Candidate>& candidates,
                                                      std::string_view text) const {
    std::vector<Consideration> considerations;
    for (const Candidate& candidate : candidates) {
        considerations.push_back({mention_of(candidate, *matcher_, text), candidate.fate, candidate.because,
                                  candidate.term ? candidate.term->place : candidate.rule->place, std::nullopt});
        if (candidate.learnt) considerations.back().definition = candidate.learnt->name;
    }
    return considerations;
}

DocumentTags TaggingSession::tag_document(const CleanText& text, const std::vector<Sentence>& sentences,
                                          std::string_view author_state) {
    const LearntNames learnt = learn_names(text, sentences, *matcher_, *code_words_);
    FocalPointCollector focal_points(matcher_->codebook());
    DocumentTags tags;
    for (const Sentence& sentence : sentences) {
        // They repeat headings, or say what words mean; the names that they explain are learnt all the same.
        if (sentence.role == BlockRole::contents || sentence.role == BlockRole::glossary) continue;
        const std::string_view words = text.slice(sentence.span);
        const std::vector<Candidate>& found =
            matcher_->match({words, sentence.language, author_state}, &learnt, sentence.ordinal);
        focal_points.look_at(sentence, words, found, *matcher_);
        for (const Candidate& candidate : found) {
            if (candidate.fate != Consideration::Fate::kept) continue;
            Mention& mention = tags.mentions.emplace_back(mention_of(candidate, *matcher_, words));
            mention.sentence = sentence.ordinal;
            mention.span = mention.span.shifted_by(sentence.span.begin());
        }
    }
    for (const LearntName& name : learnt.all()) tags.names.defined.push_back(name.name);
    tags.names.focal_points = focal_points.gathered(learnt);
    return tags;
}

std::vector<Mention> TaggingSession::tag(const CleanText& text, const std::vector<Sentence>& sentences,
                                         std::string_view author_state) {
    return tag_document(text, sentences, author_state).mentions;
}

std::vector<Consideration> TaggingSession::explain(const CleanText& text, const std::vector<Sentence>& sentences,
                                                   std::string_view author_state, std::uint32_t ordinal) {
    const auto sentence = std::find_if(sentences.begin(), sentences.end(),
                                       [&](const Sentence& each) { return each.ordinal == ordinal; });
    if (sentence == sentences.end()) return {};
    const LearntNames learnt = learn_names(text, sentences, *matcher_, *code_words_);
    const std::string_view words = text.slice(sentence->span);
    return considered(matcher_->match({words, sentence->language, author_state}, &learnt, ordinal), words);
}

}  // namespace demarche
