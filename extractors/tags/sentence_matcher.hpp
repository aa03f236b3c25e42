// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpora/model/span.hpp"
#include "extractors/tags/compiled_codebook.hpp"
#include "extractors/tags/conditions.hpp"
#include "extractors/tags/learnt_names.hpp"
#include "extractors/tags/stance.hpp"
#include "extractors/tags/tagger.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/tags/vocabulary.hpp"

namespace demarche {

// A code that a sentence might be given: by a term at tokens [first, last), or by a rule that spans them.
struct Candidate {
    std::uint32_t code = 0;  // index into Codebook::codes
    std::uint32_t first = 0, last = 0;
    const Term* term = nullptr;  // one of these two is set
    const Rule* rule = nullptr;
    Consideration::Fate fate = Consideration::Fate::kept;
    std::string because;
    const LearntName* learnt = nullptr;  // set: the document's own definition gives `term`
    bool has_gap = false;                // as of AtomPlace
};

// Tokens [first, last) at which an atom of the rules was found.
struct AtomPlace {
    Atom atom = 0;
    std::uint32_t first = 0, last = 0;
    bool has_gap = false;  // not all of the tokens were asked for: "cooperation on [crime] across borders"
};

// Decides which codes one sentence carries. Holds scratch memory that is used
// again for the next sentence, so it belongs to one thread.
//
// The order of the decisions: every term is found, but not in web and mail addresses; exclusions and conditions
// strike out, and so do the document's own definitions; inside a layer a term within a longer one yields; rules
// combine what is left; outside the names layer a sentence carries a code once.
class SentenceMatcher {
public:
    explicit SentenceMatcher(const CompiledCodebook& codebook)
        : codebook_(codebook), cache_(codebook.vocabulary), conditions_(codebook, sentence_) {}
    SentenceMatcher(const SentenceMatcher&) = delete;
    SentenceMatcher& operator=(const SentenceMatcher&) = delete;

    // All candidates, in order of place and code. Valid until the next call.
    //
    // learnt   what the document explains, and the number of the sentence in it; null: nothing is known
    const std::vector<Candidate>& match(const SentenceContext& sentence, const LearntNames* learnt = nullptr,
                                        std::uint32_t ordinal = 0);
    // The same by terms alone, without rules and with codes given again: what words name.
    const std::vector<Candidate>& match_terms(const SentenceContext& sentence);

    const CompiledCodebook& codebook() const noexcept { return codebook_; }
    const std::vector<Token>& tokens() const noexcept { return sentence_.tokens; }
    // Of the sentence matched last: where it has a term of the concept of offices.
    const std::vector<AtomPlace>& offices() const noexcept { return offices_; }
    // Of the sentence matched last.
    Stance stance() const { return stance_of(cues_, tokens_per_word(language_)); }

private:
    void find_hits(const SentenceContext& sentence);
    void sort_hits();
    void add_candidate(const Hit& hit, const PatternRole& role);
    void add_place(const Hit& hit, const PatternRole& role);
    void apply_learnt(std::string_view text, const LearntNames& learnt, std::uint32_t ordinal);
    bool is_meant(const LearntName& name, std::string_view text, std::uint32_t first) const;
    void apply_meaning(const LearntName& name, std::uint32_t first);
    bool is_beside_denial(const Candidate& candidate);
    void strike_out_excluded();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> excluded_places(std::uint32_t code) const;
    void prefer_longest();
    bool yields(Candidate& candidate, const Candidate& other) const;
    void place_atoms();
    void apply_rules(const SentenceContext& sentence);
    void apply_rule(const CompiledRule& compiled, std::string_view author_state);
    void keep_once(const SentenceContext& sentence);
    const Candidate* repeated_by(const Candidate& candidate, const std::vector<const Candidate*>& kept) const;

    const CompiledCodebook& codebook_;
    WordCache cache_;
    SentenceWords sentence_;
    ConditionFinder conditions_;
    std::vector<Hit> hits_;
    std::vector<Hit> exclusions_;
    std::vector<Candidate> candidates_;
    std::vector<AtomPlace> places_;
    std::vector<AtomPlace> offices_;
    std::vector<bool> present_;                // by Atom: it has a place
    std::vector<std::uint32_t> worth_trying_;  // rules
    std::vector<StanceCue> cues_;
    std::string language_;  // primary, of the sentence
};

}  // namespace demarche
