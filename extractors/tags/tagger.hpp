// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/codebook.hpp"
#include "corpora/model/document_names.hpp"
#include "corpora/model/mention.hpp"
#include "corpora/model/sentence.hpp"

namespace demarche {

struct CompiledCodebook;
struct Candidate;
class SentenceMatcher;

// What the tagger must know of a sentence besides its words.
struct SentenceContext {
    std::string_view text;
    std::string_view language;      // ISO 639-1 or BCP 47; empty: terms of "any" language alone
    std::string_view author_state;  // ISO alpha-3 of who speaks; naming oneself is no mention
};

// Something that might have been a mention, and what became of it.
struct Consideration {
    enum class Fate : std::uint8_t { kept, inside_longer, excluded, condition_failed, repeated, own_state };
    Mention mention;  // spans count from the sentence's begin
    Fate fate = Fate::kept;
    std::string because;  // the term, rule or condition that decided, for people; empty when kept
    EntryPlace place;     // of the codebook entry
    // Where the document defines the words, when that is what gives the code: "body.au/learnt".
    std::optional<DefinedName> definition;
};

// What one document says.
struct DocumentTags {
    std::vector<Mention> mentions;  // in order of sentence, span and code
    DocumentNames names;
};

std::string_view to_string(Consideration::Fate fate) noexcept;

// What stored mentions depend on besides text and codebook; to be changed with
// every change of the tagger that shows in mentions.
std::string_view tagging_version() noexcept;

// Finds the codes of sentences by a codebook. Immutable: one tagger serves all
// threads, each through its own TaggingSession.
class Tagger {
public:
    explicit Tagger(Codebook codebook);
    ~Tagger();
    Tagger(const Tagger&) = delete;
    Tagger& operator=(const Tagger&) = delete;

    const Codebook& codebook() const noexcept;

private:
    friend class TaggingSession;
    std::unique_ptr<const CompiledCodebook> compiled_;
};

// One thread's use of a tagger: it remembers words from sentence to sentence.
class TaggingSession {
public:
    // The tagger must outlive the session.
    explicit TaggingSession(const Tagger& tagger);
    TaggingSession(TaggingSession&&) noexcept;
    TaggingSession& operator=(TaggingSession&&) noexcept;
    ~TaggingSession();

    // Mentions in order of span and code; spans count from the sentence's begin,
    // Mention::sentence is 0. Cost: one pass over the words.
    std::vector<Mention> tag(const SentenceContext& sentence);

    // Everything that was considered, the mentions among it, in the same order.
    std::vector<Consideration> explain(const SentenceContext& sentence);

    // All mentions of a document, and the names that it learns from it: short forms that the
    // document explains count as it explains them. Contents lists are not tagged: a
    // heading listed there is not a mention. Depends on the document and the codebook alone.
    DocumentTags tag_document(const CleanText& text, const std::vector<Sentence>& sentences,
                              std::string_view author_state);
    // The mentions alone.
    std::vector<Mention> tag(const CleanText& text, const std::vector<Sentence>& sentences,
                             std::string_view author_state);

    // Everything that was considered in one sentence of a document.
    std::vector<Consideration> explain(const CleanText& text, const std::vector<Sentence>& sentences,
                                       std::string_view author_state, std::uint32_t ordinal);

private:
    std::vector<Consideration> considered(const std::vector<Candidate>& candidates, std::string_view text) const;
    std::unique_ptr<SentenceMatcher> matcher_;
    std::unique_ptr<std::map<std::uint32_t, std::set<std::string>>> code_words_;
};

}  // namespace demarche
